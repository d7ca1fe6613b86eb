// The views in the container of their own: the board's pins, and what it has in its memory.
import type { Disposable } from 'vscode';
import type { Gnomon } from '../gnomon.ts';
import { BoardView } from './board/board-view.ts';
import { DeviceTree } from './device/device-tree.ts';

export class Views implements Disposable {
  readonly board: BoardView;
  readonly device: DeviceTree;

  constructor({ client, connection, virtualBoard, context, log }: Gnomon) {
    const extension = context.extensionUri;
    this.board = new BoardView({ server: client, connection, virtualBoard, extension, log });
    this.device = new DeviceTree(client, connection);
  }

  dispose(): void {
    this.board.dispose();
    this.device.dispose();
  }
}
