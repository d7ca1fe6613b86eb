// Reads something of the board for a view again and again: only while the view is visible, and never twice at once.
import type { Disposable } from 'vscode-languageserver-protocol';

export interface WatchOptions {
  /** Reads and shows. What it throws is left out: that a board can't be read is told by the connection. */
  readonly look: () => Promise<void>;
  /** Time between two looks, in milliseconds. */
  readonly every: number;
}

export class Watch implements Disposable {
  private isVisible = false;
  private isLooking = false;
  private isDue = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: WatchOptions) {}

  /** Begins at once, or ends: what is hidden is not read. */
  setVisible(isVisible: boolean): void {
    if (isVisible === this.isVisible) return;
    this.isVisible = isVisible;
    this.lookNow();
  }

  /** Something has changed: looks at once, or as soon as the look that is under way is over. */
  lookNow(): void {
    clearTimeout(this.timer);
    if (!this.isVisible) return;
    this.isDue = this.isLooking;
    if (!this.isLooking) void this.look();
  }

  dispose(): void {
    this.setVisible(false);
  }

  private async look(): Promise<void> {
    this.isLooking = true;
    await this.options.look().catch(() => {});
    this.isLooking = false;
    if (this.isDue) this.lookNow();
    else if (this.isVisible) this.timer = setTimeout(() => this.lookNow(), this.options.every);
  }
}
