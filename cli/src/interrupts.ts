// What ends a run from outside: Ctrl-C, a signal to end, or that nobody reads the output any more.

/** Signals and the exit codes that shells expect for them. */
const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

export class Interrupts {
  /** Set once something happened: the exit code to end with. */
  exitCode: number | undefined;
  /** Resolves when something has happened and `stop` is done. */
  readonly happened: Promise<void>;
  private tell: () => void = () => {};
  private stop: (() => Promise<void>) | undefined;
  private readonly removers: (() => void)[] = [];

  /** Listens from now on; until `stopWith` is called, an interrupt ends the process at once. */
  constructor() {
    this.happened = new Promise((resolve) => {
      this.tell = resolve;
    });
    for (const [signal, code] of Object.entries(signals)) {
      const listener = () => this.interrupt(code);
      process.on(signal, listener);
      this.removers.push(() => process.off(signal, listener));
    }
    // As after `gnomon run ... | head -1`: the reader has what it wanted.
    const onBrokenPipe = () => this.interrupt(0);
    process.stdout.once('error', onBrokenPipe);
    this.removers.push(() => process.stdout.off('error', onBrokenPipe));
  }

  /** Says how to stop in an orderly way. */
  stopWith(stop: () => Promise<void>): void {
    this.stop = stop;
  }

  end(): void {
    for (const remove of this.removers) remove();
  }

  /** The first interrupt stops in an orderly way, a second one does not wait for that. */
  private interrupt(code: number): void {
    if (!this.stop || (this.exitCode !== undefined && code !== 0)) process.exit(code);
    if (this.exitCode !== undefined) return;
    this.exitCode = code;
    // A board that can't be stopped is no reason to stay.
    void this.stop()
      .catch(() => {})
      .finally(this.tell);
  }
}
