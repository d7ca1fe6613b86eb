// The typed client of a board: what a session says to it (write, roots, call, read, stop, reset) and hears from it.
// It owns the channel over a byte stream, and survives the stream: after an interruption that the board's memory has
// survived too, it goes on where it was.
import type { ByteStream } from './byte-stream.ts';
import { type CallResult, Calls } from './calls.ts';
import { Channel, type ChannelStatistics, LinkError, type PendingMessage } from './channel.ts';
import { noAnswer, otherVersion } from './connect-error.ts';
import { type Deferred, deferred } from './deferred.ts';
import { type Identity, identityOf } from './identity.ts';
import {
  type Fields,
  type Message,
  messageName,
  messages,
  PROTOCOL_VERSION,
  RefusalReason,
} from './messages.ts';
import { OutputAssembler } from './output-assembler.ts';
import { Reads } from './reads.ts';
import { type Trap, trapOf } from './trap.ts';

/** A message that the board did not obey: the host's mistake, or firmware that does not match. */
export interface Refusal {
  /** Name of the message, or its number if it is none of ours. */
  readonly message: string;
  readonly reason: RefusalReason | undefined;
  readonly address: number;
}

/** What a link tells; all optional. */
export interface BoardListener {
  /** A whole output record (compiler/abi/console.ts), of the running call or of a timer's callback. */
  output?(record: Uint8Array): void;
  /** Comes before the result of the call that it ended. */
  trap?(trap: Trap): void;
  /** A call has ended. Comes in order with the other events; the promise of `call` resolves a moment later. */
  result?(result: { readonly timers: number }): void;
  /** The last timer has ended with no call running, or Stop found no call running. */
  quiet?(): void;
  /** A write or roots were refused. */
  refused?(refusal: Refusal): void;
  /** The link is interrupted; `reconnect` within the grace period continues it. */
  interrupted?(error: LinkError): void;
  /** The link is gone for good, all that waited has been rejected. Not called for `close`. */
  closed?(error: Error): void;
}

export interface BoardLinkOptions {
  /** How long to wait for an answer at `connect` and `reconnect`, in milliseconds. Default 2000. */
  readonly connectTimeout?: number;
  /** How long an interrupted link waits for `reconnect`, in milliseconds. Default 0: it is closed at once. */
  readonly grace?: number;
}

/** Bytes of one write; whole words, so that the board never stores half of one. */
const WRITE_SIZE = 240;
/** Milliseconds between repetitions of Stop, and how often it is repeated. */
const STOP_INTERVAL = 100;
const MOST_STOPS = 50;

const namesOfReasons = new Map(
  Object.entries(RefusalReason).map(([name, code]) => [code as number, name as RefusalReason]),
);

export class BoardLink {
  private readonly connectTimeout: number;
  private readonly grace: number;
  private channel: Channel | undefined;
  private listener: BoardListener = {};
  private state: 'new' | 'connecting' | 'connected' | 'interrupted' | 'closed' = 'new';
  private identity: Identity | undefined;
  private identWanted: Deferred<Identity> | undefined;
  private resetWanted: Deferred<Identity> | undefined;
  private reserveWanted: (Deferred<Identity> & { begin: number }) | undefined;
  private stopWanted: (Deferred<void> & { timer: ReturnType<typeof setInterval> }) | undefined;
  private drained: Deferred<void> | undefined;
  private graceTimer: ReturnType<typeof setTimeout> | undefined;
  private lastCall = 0;
  private readonly output = new OutputAssembler();
  private readonly calls = new Calls();
  private readonly reads = new Reads((request) => this.channel?.send('read', request));

  constructor(
    private stream: ByteStream,
    options: BoardLinkOptions = {},
  ) {
    this.connectTimeout = options.connectTimeout ?? 2000;
    this.grace = options.grace ?? 0;
  }

  /** Sets the one listener; what it does not handle is dropped. */
  listen(listener: BoardListener): void {
    this.listener = listener;
  }

  /** Counts of the present channel. */
  get statistics(): Readonly<ChannelStatistics> | undefined {
    return this.channel?.statistics;
  }

  /**
   * Attaches to the board at the other end: nothing on it is changed, a running program goes on. Rejects with a
   * ConnectError that says what to do if nothing answers in time, or if it is other firmware; the stream stays open.
   */
  async connect(): Promise<Identity> {
    if (this.state !== 'new') throw new Error('a link is connected once; reconnect continues it');
    this.state = 'connecting';
    try {
      const identity = await this.attach();
      this.lastCall = identity.lastCall;
      this.state = 'connected';
      return identity;
    } catch (error) {
      this.finish(error as Error);
      throw error;
    }
  }

  /**
   * Continues an interrupted link over a new stream (or the same). What had been sent but not confirmed is sent
   * again. Rejects, and the link is closed, if the board has restarted or been reset meanwhile.
   */
  async reconnect(stream: ByteStream = this.stream): Promise<Identity> {
    if (this.state !== 'interrupted') throw new Error('only an interrupted link can be reconnected');
    clearTimeout(this.graceTimer);
    this.stream = stream;
    this.state = 'connecting';
    const unsent = this.channel!.unacknowledged;
    const { epoch } = this.identity!;
    try {
      const identity = await this.attach();
      if (identity.epoch !== epoch && this.resetWanted === undefined) {
        throw new LinkError('the board has restarted: its program is gone', 'lost');
      }
      this.state = 'connected';
      this.resume(identity, unsent, identity.epoch !== epoch);
      return identity;
    } catch (error) {
      this.fail(error as Error);
      throw error;
    }
  }

  /** Lets go of the board and closes the stream. What waits is rejected. The board goes on. */
  async close(): Promise<void> {
    this.finish(new LinkError('the connection was closed', 'closed'));
    await this.stream.close();
  }

  /** Writes into the board's code or data arena. Takes effect before any later call; refusals are reported. */
  write(address: number, bytes: Uint8Array): void {
    for (let from = 0; from < bytes.length; from += WRITE_SIZE) {
      this.send('write', { address: address + from, bytes: bytes.subarray(from, from + WRITE_SIZE) });
    }
  }

  /** Says which words of the data arena, [begin, end), hold references. */
  roots(begin: number, end: number): void {
    this.send('roots', { begin, end });
  }

  /**
   * Runs an entry function on the board. `id` is above 0 and differs from the ids of earlier calls. Resolves with how it
   * ended; rejects only if the link does.
   */
  call(id: number, entry: number): Promise<CallResult> {
    const result = this.calls.begin(id);
    this.lastCall = id;
    this.send('call', { id, entry });
    return result;
  }

  /** Reads memory of the board. Rejects with a RangeError if the board refuses. */
  read(address: number, length: number): Promise<Uint8Array> {
    this.requireUsable();
    return this.reads.begin(address, length);
  }

  /**
   * Stops the running call and all timers, whatever they do. Resolves when the board confirms it; the call then has
   * resolved as `stopped`, if it had not ended by itself.
   */
  stop(): Promise<void> {
    this.requireUsable();
    if (this.stopWanted === undefined) {
      let left = MOST_STOPS;
      const timer = setInterval(() => {
        if (--left > 0) this.sendStop();
        else this.settleStop(new Error('the board does not obey Stop; reset it or unplug it'));
      }, STOP_INTERVAL);
      this.stopWanted = { ...deferred<void>(), timer };
      this.sendStop();
    }
    return this.stopWanted.promise;
  }

  /** Stops everything and forgets heap, roots and timers. Resolves with the board's new identity (its epoch). */
  reset(): Promise<Identity> {
    if (this.resetWanted === undefined) {
      this.send('reset', {});
      this.resetWanted = deferred<Identity>();
    }
    return this.resetWanted.promise;
  }

  /**
   * Asks the heap to give way to the code arena down to an address, until the next reset; waits for the program that
   * runs. Resolves with the board's identity: its memory map says whether the heap did. One wish at a time.
   */
  reserve(begin: number): Promise<Identity> {
    this.send('reserve', { begin });
    this.reserveWanted = { ...deferred<Identity>(), begin };
    return this.reserveWanted.promise;
  }

  /** Restarts the chip; the link is closed by that. Resolves when the board has taken the message. */
  reboot(): Promise<void> {
    return this.sendLast('reboot');
  }

  /** Restarts the chip into its boot loader; as `reboot`. */
  bootloader(): Promise<void> {
    return this.sendLast('bootloader');
  }

  private sendLast(name: 'reboot' | 'bootloader'): Promise<void> {
    this.send(name, {});
    this.drained = deferred<void>();
    return this.drained.promise;
  }

  private send<K extends 'write' | 'roots' | 'call' | 'reset' | 'reserve' | 'reboot' | 'bootloader'>(
    name: K,
    fields: Fields<K>,
  ): void {
    this.requireUsable();
    this.channel!.send(name, fields);
  }

  private requireUsable(): void {
    if (this.state === 'connected' || this.state === 'interrupted') return;
    throw new LinkError('the link to the board is not connected', 'closed');
  }

  private sendStop(): void {
    if (this.state === 'connected') this.channel!.sendUnsequenced('stop', { call: this.lastCall });
  }

  private settleStop(error?: Error): void {
    const wanted = this.stopWanted;
    if (wanted === undefined) return;
    this.stopWanted = undefined;
    clearInterval(wanted.timer);
    if (error) wanted.reject(error);
    else wanted.resolve();
  }

  /** Opens a channel and waits for the board's identity. */
  private async attach(): Promise<Identity> {
    this.identWanted = deferred<Identity>();
    let answered = false;
    const channel = new Channel(this.stream, {
      opened: () => {
        answered = true;
      },
      message: (message, type, payload) => this.receive(message, type, payload),
      drained: () => this.drained?.resolve(),
      failed: (error) => this.interrupt(channel, error),
    });
    this.channel = channel;
    channel.open();
    const timer = setTimeout(() => this.identWanted?.reject(noAnswer(answered)), this.connectTimeout);
    try {
      return await this.identWanted.promise;
    } catch (error) {
      channel.close();
      throw error;
    } finally {
      clearTimeout(timer);
      this.identWanted = undefined;
    }
  }

  /** Sends again what the board may not have got before the interruption. */
  private resume(identity: Identity, unsent: readonly PendingMessage[], wasReset: boolean): void {
    this.output.forget();
    const ended = this.calls.isWaitingFor(identity.lastCall);
    // Messages arrive in order: with the reset or the last call, everything before it has arrived.
    const arrived = wasReset ? 'reset' : ended ? 'call' : undefined;
    const from = unsent.findIndex(({ name }) => name === arrived) + 1;
    // Reads know by themselves what was not answered, and a wish for code memory may be repeated.
    for (const message of unsent.slice(from)) {
      if (message.name !== 'read' && message.name !== 'reserve') this.channel!.enqueue(message);
    }
    this.reads.sendAgain();
    if (wasReset) this.resolveReset(identity);
    else if (this.reserveWanted) this.send('reserve', { begin: this.reserveWanted.begin });
    if (ended && !identity.running) this.calls.expectSoon(identity.lastCall);
    if (this.stopWanted) this.sendStop();
  }

  private receive(message: Message | undefined, type: number, payload: Uint8Array): void {
    switch (message?.name) {
      case undefined:
        this.receiveStrange(type, payload);
        break;
      case 'ident':
        this.receiveIdent(identityOf(message));
        break;
      case 'result':
        this.calls.resolve(message);
        this.listener.result?.(message);
        this.settleStop();
        break;
      case 'trap':
        this.listener.trap?.(trapOf(message));
        break;
      case 'output': {
        const record = this.output.add(message.flags, message.bytes);
        if (record) this.listener.output?.(record);
        break;
      }
      case 'data':
        this.reads.receive(message.request, message.bytes);
        break;
      case 'refused':
        this.receiveRefused(message);
        break;
      case 'quiet':
        if (!this.calls.anyWaiting) this.settleStop();
        this.listener.quiet?.();
        break;
      default:
        // A message that only hosts send: not our firmware, or damage beyond what check sums find.
        break;
    }
  }

  private receiveIdent(identity: Identity): void {
    if (identity.version !== PROTOCOL_VERSION) {
      this.identWanted?.reject(otherVersion(identity.version));
      return;
    }
    const wasReset = identity.epoch !== this.identity?.epoch;
    this.identity = identity;
    this.identWanted?.resolve(identity);
    if (this.state !== 'connected') return;
    if (wasReset) this.resolveReset(identity);
    else this.resolveReserve(identity);
  }

  private resolveReset(identity: Identity): void {
    this.resetWanted?.resolve(identity);
    this.resetWanted = undefined;
    this.resolveReserve(identity);
  }

  private resolveReserve(identity: Identity): void {
    this.reserveWanted?.resolve(identity);
    this.reserveWanted = undefined;
  }

  /** A message that does not fit our table: only the first byte of ident means the same in all versions. */
  private receiveStrange(type: number, payload: Uint8Array): void {
    if (type === messages.ident.type) this.identWanted?.reject(otherVersion(payload[0] ?? 0));
  }

  private receiveRefused({ type, reason, address, request }: Fields<'refused'>): void {
    const refusal: Refusal = {
      message: messageName(type) ?? String(type),
      reason: namesOfReasons.get(reason),
      address,
    };
    if (refusal.message === 'read') this.reads.refuse(request);
    else if (refusal.message === 'call') this.calls.refuse(request);
    else this.listener.refused?.(refusal);
  }

  /** The channel has failed. */
  private interrupt(channel: Channel, error: LinkError): void {
    if (this.channel !== channel || this.state === 'closed') return;
    if (this.drained !== undefined) {
      // The board has restarted as it was told to; whether it could still say so does not matter.
      this.drained.resolve();
    }
    if (this.identWanted !== undefined) {
      this.identWanted.reject(error);
      return;
    }
    if (this.grace === 0) {
      this.fail(error);
      return;
    }
    this.state = 'interrupted';
    this.graceTimer = setTimeout(() => this.fail(error), this.grace);
    this.listener.interrupted?.(error);
  }

  private fail(error: Error): void {
    if (this.state === 'closed') return;
    this.finish(error);
    this.listener.closed?.(error);
  }

  private finish(error: Error): void {
    this.state = 'closed';
    clearTimeout(this.graceTimer);
    this.channel?.close();
    this.settleStop(error);
    this.identWanted?.reject(error);
    this.resetWanted?.reject(error);
    this.resetWanted = undefined;
    this.reserveWanted?.reject(error);
    this.reserveWanted = undefined;
    this.drained?.reject(error);
    this.calls.fail(error);
    this.reads.fail(error);
  }
}
