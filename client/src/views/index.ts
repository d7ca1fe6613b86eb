// The views in the container of their own: how to begin, the board's pins, and what it has in its memory.
import type { Disposable } from 'vscode';
import type { Gnomon } from '../gnomon.ts';
import { BoardView } from './board/board-view.ts';
import { DeviceTree } from './device/device-tree.ts';
import { showStartView } from './start-view.ts';

export class Views implements Disposable {
  readonly board: BoardView;
  readonly device: DeviceTree;
  private readonly start = showStartView();

  constructor({ client, connection, virtualBoard, context, log }: Gnomon) {
    const extension = context.extensionUri;
    this.board = new BoardView({ server: client, connection, virtualBoard, extension, log });
    this.device = new DeviceTree(client, connection);
  }

  dispose(): void {
    this.start.dispose();
    this.board.dispose();
    this.device.dispose();
  }
}
