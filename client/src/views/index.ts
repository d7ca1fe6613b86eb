// The views in the container of their own: how to begin, the board's pins, and what it has in its memory.
import { commands, type Disposable, type ExtensionContext } from 'vscode';
import type { Gnomon } from '../gnomon.ts';
import { BoardView } from './board/board-view.ts';
import { DeviceTree } from './device/device-tree.ts';
import { showStartView } from './start-view.ts';

type Surroundings = Pick<Gnomon, 'client' | 'connection' | 'virtualBoard' | 'context' | 'log'>;

export class Views implements Disposable {
  readonly board: BoardView;
  readonly device: DeviceTree;
  private readonly start = showStartView();

  constructor({ client, connection, virtualBoard, context, log }: Surroundings) {
    const extension = context.extensionUri;
    this.board = new BoardView({ server: client, connection, virtualBoard, extension, log });
    this.device = new DeviceTree(client, connection);
    showOnce(context);
  }

  dispose(): void {
    this.start.dispose();
    this.board.dispose();
    this.device.dispose();
  }
}

/** Shows the board beside the first program that is ever opened; after that, people know where it is. */
function showOnce({ globalState }: Pick<ExtensionContext, 'globalState'>): void {
  const key = 'boardWasShown';
  if (globalState.get(key)) return;
  void globalState.update(key, true);
  void commands.executeCommand('gnomon.board.focus', { preserveFocus: true });
}
