// The board: attached and let go of, stopped and reset as the client asks; its state and what it prints, told to the
// client.
import type { Connection } from 'vscode-languageserver';
import {
  type AttachResult,
  attachBoard,
  boardOutput,
  boardState,
  detachBoard,
  enterBootLoader,
  resetBoard,
  stopBoard,
  timerError,
} from '../editor-protocol/index.ts';
import { ConnectError } from '../protocol/index.ts';
import { FirmwareMismatch, type Session } from '../session/index.ts';
import { orFail } from './failures.ts';
import type { Notify } from './notify.ts';
import { type RelayedStream, StreamRelay } from './relay.ts';
import type { RunLocations } from './run-locations.ts';
import type { Runs } from './runs.ts';

export class Board {
  private readonly relay: StreamRelay;
  /** The stream that the session is attached to, or about to be. */
  private stream: RelayedStream | undefined;
  /** Attaching and detaching take turns. */
  private turn: Promise<unknown> = Promise.resolve();
  private told = '';

  constructor(
    connection: Connection,
    private readonly session: Session,
    private readonly notify: Notify,
    private readonly runs: Runs,
    locations: RunLocations,
  ) {
    this.relay = new StreamRelay(connection, notify);
    connection.onRequest(attachBoard, ({ stream }) => orFail(this.attach(stream)));
    connection.onRequest(detachBoard, () => orFail(this.detach()));
    connection.onRequest(stopBoard, () => orFail(this.stop()));
    connection.onRequest(resetBoard, () => orFail(this.reset()));
    connection.onRequest(enterBootLoader, () => orFail(session.enterBootLoader().then(() => null)));
    session.listen({
      state: () => this.tellState(),
      quiet: () => this.tellState(),
      output: ({ channel, text, from }) => {
        const run = from === 'cell' ? runs.active : undefined;
        notify(boardOutput, { channel, text, ...(run !== undefined && { run }) });
      },
      timerError: (error) => notify(timerError, locations.error(error)),
    });
  }

  private attach(number: number): Promise<AttachResult> {
    // An attachment that is under way gives up.
    if (this.session.state === 'attaching') this.stream?.end();
    const stream = this.relay.open(number);
    this.stream = stream;
    return this.takeTurn(async () => {
      try {
        const { chip, buildHash, clockHz } = await this.session.attach(stream);
        return { status: 'attached', identity: { chip, buildHash, clockHz } };
      } catch (error) {
        stream.end();
        const { message } = error as Error;
        const isForeign =
          error instanceof FirmwareMismatch || (error instanceof ConnectError && error.isOtherVersion);
        return { status: isForeign ? 'foreignFirmware' : 'noAnswer', message };
      }
    });
  }

  private detach(): Promise<null> {
    if (this.session.state === 'attaching') this.stream?.end();
    return this.takeTurn(async () => {
      await this.session.detach();
      return null;
    });
  }

  private async stop(): Promise<null> {
    this.runs.dropWaiting();
    await this.session.stop();
    return null;
  }

  private async reset(): Promise<null> {
    this.runs.dropWaiting();
    await this.session.reset();
    this.tellState();
    return null;
  }

  private takeTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.turn.then(work);
    this.turn = done.catch(() => undefined);
    return done;
  }

  /** Tells state and timers, if they have changed. */
  private tellState(): void {
    const { state } = this.session;
    const timers = state === 'ready' || state === 'running' ? this.session.timers : 0;
    const news = `${state} ${timers}`;
    if (news === this.told) return;
    this.told = news;
    this.notify(boardState, { state, timers });
  }
}
