// Runs cells on the board, for the notebook and the text editor alike: one at a time, in the order in which they
// were asked for, each with its output as it arrives. Knows neither of them.
import {
  type BoardOutput,
  boardOutput,
  type RunParams,
  type RunResult,
  runCell,
} from '@gnomon/server/editor-protocol';
import { type Disposable, Emitter, type Event } from 'vscode-languageserver-protocol';
import type { BoardServer } from '../connection/board-server.ts';
import type { Connection } from '../connection/connection.ts';
import { linkOf } from '../connection/state.ts';
import type { Measured } from './cost.ts';

/** How a run ended. */
export type RunOutcome =
  | (RunResult & Measured)
  /** It was waiting for its turn when a run before it failed or was stopped. */
  | { readonly status: 'skipped' }
  /** There is no board, or it was lost: `message` says what to do. */
  | { readonly status: 'noBoard'; readonly message: string };

/** A run, and who listens to it: each function is called in this order, `output` any number of times. */
export interface CellRun {
  readonly target: Omit<RunParams, 'run'>;
  /** Its turn has come. Not called for runs that are skipped. */
  started(): void;
  output(output: BoardOutput): void;
  ended(outcome: RunOutcome): void;
}

export class Runner implements Disposable {
  private readonly running = new Map<number, CellRun>();
  private readonly programEnded = new Emitter<void>();
  private readonly timerOutput = new Emitter<BoardOutput>();
  private readonly subscriptions: readonly Disposable[];
  private nextRun = 1;
  private queue: Promise<void> = Promise.resolve();
  /** Counts stops: what was asked for before the last of them does not begin. */
  private stops = 0;
  /** The stream over which the live program was built. */
  private programStream: number | undefined;

  constructor(
    private readonly server: BoardServer,
    private readonly connection: Connection,
  ) {
    this.subscriptions = [
      // Of a kind of notification there can be one listener.
      server.onNotification(boardOutput, (output) => {
        if (output.run === undefined) this.timerOutput.fire(output);
        else this.running.get(output.run)?.output(output);
      }),
      connection.onDidChange(({ state, before }) => {
        const stream = linkOf(state)?.stream;
        const isOtherProgram = stream !== undefined && stream !== this.programStream;
        const wasReset = before.kind === 'busy' && before.task === 'resetting' && state.kind === 'ready';
        if (isOtherProgram) this.programStream = stream;
        if (isOtherProgram || wasReset) this.programEnded.fire();
      }),
    ];
  }

  /** The live program has given way to an empty one: what was shown of runs until now is history. */
  get onDidEndProgram(): Event<void> {
    return this.programEnded.event;
  }

  /** What the program prints by itself, from timers. */
  get onDidPrint(): Event<BoardOutput> {
    return this.timerOutput.event;
  }

  /**
   * Runs cells in order, once those that were asked for before are done, after connecting to a board if there is
   * none. What comes after a run that is not done is skipped. Resolves when all have ended; never rejects.
   */
  run(runs: readonly CellRun[]): Promise<void> {
    const { stops } = this;
    this.queue = this.queue.then(async () => {
      let goesOn = true;
      for (const run of runs) {
        goesOn &&= this.stops === stops;
        const outcome: RunOutcome = goesOn ? await this.runNow(run) : { status: 'skipped' };
        goesOn &&= outcome.status === 'done';
        run.ended(outcome);
      }
    });
    return this.queue;
  }

  /** Stops the running cell, all timers, and what waits to be run. Rejects if the board does not obey. */
  async stop(): Promise<void> {
    this.stops++;
    await this.connection.stop();
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    this.programEnded.dispose();
    this.timerOutput.dispose();
  }

  private async runNow(cellRun: CellRun): Promise<RunOutcome> {
    const run = this.nextRun++;
    cellRun.started();
    try {
      await this.connection.ensureReady();
      this.running.set(run, cellRun);
      const begin = performance.now();
      const result = await this.server.sendRequest(runCell, { ...cellRun.target, run });
      return { ...result, roundTripMs: performance.now() - begin };
    } catch (error) {
      return { status: 'noBoard', message: (error as Error).message };
    } finally {
      this.running.delete(run);
    }
  }
}
