// Commands that show where things are written down.
import type { Gnomon } from '../gnomon.ts';

export function showLog({ log }: Gnomon): void {
  log.show();
}

export function showConsole({ console }: Gnomon): void {
  console.show();
}
