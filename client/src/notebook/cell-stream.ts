// What a cell prints, below the cell as it arrives. Lines are gathered for a moment, because a program prints faster
// than the editor can draw.
import type { BoardOutput } from '@gnomon/server/editor-protocol';
import { type NotebookCellExecution, NotebookCellOutput, NotebookCellOutputItem } from 'vscode';

/** How long lines are gathered, in milliseconds: too short to be seen. */
const GATHERING_TIME = 20;

type Kind = 'stdout' | 'stderr';

export class CellStream {
  private pending = '';
  private pendingKind: Kind = 'stdout';
  private last: { readonly kind: Kind; readonly output: NotebookCellOutput } | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly execution: NotebookCellExecution,
    /** Told of what the editor refuses to show, such as output of a cell that was deleted meanwhile. */
    private readonly refused: (error: Error) => void,
  ) {}

  write({ channel, text }: BoardOutput): void {
    const kind = channel === 'error' || channel === 'warn' ? 'stderr' : 'stdout';
    if (kind !== this.pendingKind) this.flush();
    this.pendingKind = kind;
    this.pending += `${text}\n`;
    this.timer ??= setTimeout(() => this.flush(), GATHERING_TIME);
  }

  /** Shows what is still gathered. */
  flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.pending === '') return;
    const item = NotebookCellOutputItem[this.pendingKind](this.pending);
    this.pending = '';
    if (this.last?.kind === this.pendingKind) {
      this.execution.appendOutputItems(item, this.last.output).then(undefined, this.refused);
      return;
    }
    const output = new NotebookCellOutput([item]);
    this.last = { kind: this.pendingKind, output };
    this.execution.appendOutput(output).then(undefined, this.refused);
  }
}
