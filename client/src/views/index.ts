// The views in the container of their own: what the board has in its memory.
import type { Disposable } from 'vscode';
import type { Gnomon } from '../gnomon.ts';
import { DeviceTree } from './device/device-tree.ts';

export class Views implements Disposable {
  readonly device: DeviceTree;

  constructor({ client, connection }: Gnomon) {
    this.device = new DeviceTree(client, connection);
  }

  dispose(): void {
    this.device.dispose();
  }
}
