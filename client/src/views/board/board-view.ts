// The board view: a drawing of the board with the levels of its pins and its LED, live while it is shown.
import { type PinLevels, readPins } from '@gnomon/server/editor-protocol';
import { Disposable, type Uri, type WebviewView, type WebviewViewProvider, window } from 'vscode';
import type { BoardServer } from '../../connection/board-server.ts';
import type { Connection } from '../../connection/connection.ts';
import { type ConnectionState, linkOf } from '../../connection/state.ts';
import type { VirtualBoard } from '../../transports/virtual/virtual-board.ts';
import { Watch } from '../watch.ts';
import type { FromPage, ShownBoard, ToPage } from './messages.ts';
import { boardPage, pageCommands, pageFiles } from './page.ts';

/** Time between two looks at the pins, in milliseconds: about as fast as one sees. */
const LOOK_EVERY = 50;

export interface BoardViewOptions {
  readonly server: BoardServer;
  readonly connection: Connection;
  readonly virtualBoard: Pick<VirtualBoard, 'drivePin'>;
  /** Folder of the extension. */
  readonly extension: Uri;
  readonly log: { warn(text: string): void };
}

export class BoardView implements WebviewViewProvider, Disposable {
  private view: WebviewView | undefined;
  private pageSubscriptions = Disposable.from();
  /** What the page shows, as it was told; undefined if it has been told nothing. */
  private told: { board: string; levels: string } | undefined;
  private readonly watch = new Watch({ look: () => this.look(), every: LOOK_EVERY });
  private readonly subscriptions: Disposable;

  constructor(private readonly options: BoardViewOptions) {
    this.subscriptions = Disposable.from(
      this.watch,
      window.registerWebviewViewProvider('gnomon.board', this),
      options.connection.onDidChange(() => {
        this.showBoard();
        this.watch.lookNow();
      }),
    );
  }

  resolveWebviewView(view: WebviewView): void {
    this.pageSubscriptions.dispose();
    const { extension } = this.options;
    const { webview } = view;
    this.view = view;
    this.told = undefined;
    this.pageSubscriptions = Disposable.from(
      webview.onDidReceiveMessage((message: FromPage) => this.receive(message)),
      view.onDidChangeVisibility(() => this.watch.setVisible(view.visible)),
      view.onDidDispose(() => {
        this.watch.setVisible(false);
        this.view = undefined;
        this.told = undefined;
      }),
    );
    webview.options = {
      enableScripts: true,
      enableCommandUris: pageCommands,
      localResourceRoots: [pageFiles(extension)],
    };
    webview.html = boardPage(webview, extension);
    this.watch.setVisible(view.visible);
  }

  dispose(): void {
    this.pageSubscriptions.dispose();
    this.subscriptions.dispose();
  }

  private receive(message: FromPage): void {
    switch (message.type) {
      case 'ready':
        this.told = { board: '', levels: '' };
        this.showBoard();
        this.watch.lookNow();
        break;
      case 'drive':
        void this.drive(message.pin, message.level);
        break;
    }
  }

  private async drive(pin: number, level: 0 | 1): Promise<void> {
    const { virtualBoard, connection, log } = this.options;
    if (!shownBoard(connection.state)?.canDrive) return;
    await virtualBoard.drivePin(pin, level).catch((error: Error) => log.warn(`pin ${pin}: ${error.message}`));
    this.watch.lookNow();
  }

  private async look(): Promise<void> {
    const { connection, server } = this.options;
    const stream = linkOf(connection.state)?.stream;
    if (stream === undefined || !this.told) return;
    const levels = await server.sendRequest(readPins);
    if (linkOf(connection.state)?.stream === stream) this.showLevels(levels);
  }

  private showBoard(): void {
    const board = shownBoard(this.options.connection.state);
    const content = JSON.stringify(board ?? null);
    if (!this.told || this.told.board === content) return;
    this.told = { board: content, levels: '' };
    this.post({ type: 'board', board });
  }

  private showLevels(levels: PinLevels): void {
    const content = JSON.stringify(levels);
    if (!this.told || this.told.levels === content) return;
    this.told.levels = content;
    this.post({ type: 'levels', levels });
  }

  private post(message: ToPage): void {
    void this.view?.webview.postMessage(message);
  }
}

function shownBoard(state: ConnectionState): ShownBoard | undefined {
  const board = linkOf(state)?.board;
  return board && { name: board.name, canDrive: board.kind === 'virtual' };
}
