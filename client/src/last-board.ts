// The board that was connected last: of this workspace if it had one, else of any.
import type { ExtensionContext } from 'vscode';
import type { Board } from './transports/transport.ts';

const KEY = 'lastBoard';

export class LastBoard {
  constructor(
    private readonly context: Pick<ExtensionContext, 'workspaceState' | 'globalState'>,
    private readonly failed: (error: Error) => void,
  ) {}

  get(): Board | undefined {
    const { workspaceState, globalState } = this.context;
    return workspaceState.get<Board>(KEY) ?? globalState.get<Board>(KEY);
  }

  set(board: Board): void {
    const { workspaceState, globalState } = this.context;
    for (const state of [workspaceState, globalState]) state.update(KEY, board).then(undefined, this.failed);
  }
}
