// The extension's settings, typed.
import { workspace } from 'vscode';

function get<T>(name: string, fallback: T): T {
  return workspace.getConfiguration('gnomon').get<T>(name, fallback);
}

export const configuration = {
  /** Connect to the last board as soon as the extension is active. */
  get autoConnect(): boolean {
    return get('autoConnect', true);
  },
  /** Paths of serial ports that no list has. */
  get extraPorts(): readonly string[] {
    return get<readonly string[]>('extraPorts', []);
  },
};
