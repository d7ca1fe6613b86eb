// The host's side of the reliable channel: over a byte stream that loses, damages and repeats bytes, every message
// arrives once and in order, or the channel says that it has failed. One object is one session with a board
// (docs/protocol.md); it begins with hello and is not used again after it ended.
import type { ByteStream } from './byte-stream.ts';
import { encodeFrame, type Frame, FrameDecoder } from './frames.ts';
import {
  decodePayload,
  encodePayload,
  FIRST_SEQUENCED_TYPE,
  type Fields,
  type Message,
  type MessageName,
  messages,
} from './messages.ts';
import { concatenate } from './output-assembler.ts';
import { RetransmissionTimer } from './retransmission-timer.ts';

/** Why a channel ended. */
export class LinkError extends Error {
  constructor(
    message: string,
    /**
     * - `closed`: the stream has ended (unplugged).
     * - `silent`: nothing was acknowledged in spite of repetition.
     * - `lost`: the board does not know the session: it has restarted, or another host attached.
     */
    readonly reason: 'closed' | 'silent' | 'lost',
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'LinkError';
  }
}

export interface ChannelEvents {
  /** The board has answered: the session is established. Comes before the first message. */
  opened(): void;
  /** A message of the board, once and in order; undefined with its type if it can't be decoded. */
  message(message: Message | undefined, type: number, payload: Uint8Array): void;
  /** All messages that were sent have been acknowledged. */
  drained(): void;
  /** The channel has ended; nothing more will come. Not called for `close`. */
  failed(error: LinkError): void;
}

/** Counts since the channel began. */
export interface ChannelStatistics {
  bytesSent: number;
  bytesReceived: number;
  /** Frames of messages, each counted as often as it was sent. */
  framesSent: number;
  framesReceived: number;
  /** Frames that were sent once more. */
  retransmissions: number;
  /** Frames that arrived with a wrong check sum or form. */
  damaged: number;
  /** Intact frames that were repetitions or came out of order. */
  discarded: number;
  /** Smoothed round trip time in milliseconds, 0 before the first measurement. */
  roundTripMs: number;
}

/** A message that waits to be sent or acknowledged. */
export interface PendingMessage {
  readonly name: MessageName;
  readonly payload: Uint8Array;
}

interface InFlight extends PendingMessage {
  sentAt: number;
  retransmitted: boolean;
}

/** Messages and bytes that may be under way unacknowledged: what covers a round trip on USB, and no more, so that
 * Stop is not far behind on a slow UART. */
const WINDOW_FRAMES = 32;
const WINDOW_BYTES = 4096;

/** Time-outs in a row without any acknowledgement after which the board counts as gone: 3 to 5 seconds. */
const MOST_TIMEOUTS = 10;

/** Milliseconds between repetitions of hello. */
const HELLO_INTERVAL = 100;

const empty = new Uint8Array(0);
/** Goes before a frame that must not be taken for the end of damaged or half sent ones. */
const delimiter = new Uint8Array(1);

export class Channel {
  readonly statistics: ChannelStatistics = {
    bytesSent: 0,
    bytesReceived: 0,
    framesSent: 0,
    framesReceived: 0,
    retransmissions: 0,
    damaged: 0,
    discarded: 0,
    roundTripMs: 0,
  };
  private readonly session: number;
  private readonly decoder = new FrameDecoder();
  private readonly timer: RetransmissionTimer;
  private helloTimer: ReturnType<typeof setInterval> | undefined;
  private state: 'new' | 'greeting' | 'open' | 'ended' = 'new';

  // Sending: messages [0, sent) of `queue` are under way, the first has sequence number `base`.
  private readonly queue: InFlight[] = [];
  private sent = 0;
  /** Messages [next, sent) are to be sent once more. */
  private next = 0;
  private base = 0;
  private bytesInFlight = 0;
  private timeouts = 0;
  private outgoing: Uint8Array[] = [];
  private flushPlanned = false;

  // Receiving.
  private readonly arrived: Uint8Array[] = [];
  private expected = 0;
  private ackDue = false;
  private nakDue = false;
  private nakGiven = false;

  constructor(
    private readonly stream: ByteStream,
    private readonly events: ChannelEvents,
    /** Random; tells this session from others, its low byte must not be 0. */
    private readonly nonce: number = randomNonce(),
  ) {
    this.session = nonce & 0xff;
    this.timer = new RetransmissionTimer(() => this.timedOut());
  }

  /** Says hello, again and again until the board answers or the channel is closed. */
  open(): void {
    if (this.state !== 'new') throw new Error('a channel is opened once');
    this.state = 'greeting';
    this.stream.onData((bytes) => this.receive(bytes));
    this.stream.onClose((error) => {
      this.fail(new LinkError('the connection to the board has ended', 'closed', { cause: error }));
    });
    this.helloTimer = setInterval(() => this.sayHello(), HELLO_INTERVAL);
    this.sayHello();
  }

  /** Ends the session from this side: nothing is sent or received any more. The stream stays open. */
  close(): void {
    this.state = 'ended';
    clearInterval(this.helloTimer);
    this.timer.clear();
    this.outgoing = [];
  }

  /**
   * Sends a message, reliably and in order; several in one turn of the event loop go out in one piece. Throws a
   * RangeError if a field does not fit. After the channel has ended, the message only joins `unacknowledged`.
   */
  send<K extends MessageName>(name: K, fields: Fields<K>): void {
    this.enqueue({ name, payload: encodePayload(name, fields) });
  }

  /** Sends what another channel could not. */
  enqueue({ name, payload }: PendingMessage): void {
    this.queue.push({ name, payload, sentAt: 0, retransmitted: false });
    if (this.state !== 'ended') this.planFlush();
  }

  /**
   * Sends a frame outside the sequence, at once: after what can still be sent now, ahead of what waits for
   * acknowledgements. It may be lost.
   */
  sendUnsequenced<K extends 'stop' | 'hello'>(name: K, fields: Fields<K>): void {
    if (this.state === 'open') this.putMessages();
    this.put(messages[name].type, 0, encodePayload(name, fields));
    this.flush();
  }

  /** Messages that were not acknowledged: the board may or may not have got the first of them. */
  get unacknowledged(): readonly PendingMessage[] {
    return this.queue.map(({ name, payload }) => ({ name, payload }));
  }

  private sayHello(): void {
    this.outgoing.push(delimiter);
    this.sendUnsequenced('hello', { nonce: this.nonce });
  }

  // Sending.

  private put(type: number, sequence: number, payload: Uint8Array): void {
    const { session, expected } = this;
    this.outgoing.push(encodeFrame({ type, session, sequence, acknowledged: expected }, payload));
    // Every frame tells what has arrived.
    if (type !== messages.hello.type) this.ackDue = false;
  }

  private planFlush(): void {
    if (this.flushPlanned) return;
    this.flushPlanned = true;
    queueMicrotask(() => this.flush());
  }

  /** Sends everything that may be sent now, in one piece. */
  private flush(): void {
    this.flushPlanned = false;
    if (this.state === 'ended') return;
    if (this.state === 'open') {
      this.putMessages();
      if (this.nakDue) this.put(messages.nak.type, 0, empty);
      else if (this.ackDue) this.put(messages.ack.type, 0, empty);
      this.nakDue = false;
    }
    if (this.outgoing.length === 0) return;
    const bytes = concatenate(this.outgoing);
    this.outgoing = [];
    this.statistics.bytesSent += bytes.length;
    this.stream.write(bytes);
  }

  private putMessages(): void {
    const now = performance.now();
    while (this.next < this.queue.length) {
      const message = this.queue[this.next]!;
      const again = this.next < this.sent;
      if (!again) {
        const full = this.sent >= WINDOW_FRAMES || this.bytesInFlight + message.payload.length > WINDOW_BYTES;
        if (full && this.sent > 0) break;
        this.sent++;
        this.bytesInFlight += message.payload.length;
      }
      message.sentAt = now;
      message.retransmitted ||= again;
      if (again) this.statistics.retransmissions++;
      this.statistics.framesSent++;
      this.put(messages[message.name].type, (this.base + this.next) & 0xff, message.payload);
      this.next++;
    }
    if (this.sent > 0) this.timer.start();
  }

  /** The board has everything before number `acknowledged`; numbers that were not sent are ignored. */
  private acknowledge(acknowledged: number): void {
    const covered = (acknowledged - this.base) & 0xff;
    if (covered === 0 || covered > this.sent) return;
    const removed = this.queue.splice(0, covered);
    const last = removed[covered - 1]!;
    // Of a repeated frame it can't be told which copy was answered (Karn's algorithm).
    if (!last.retransmitted) this.timer.measured(performance.now() - last.sentAt);
    this.statistics.roundTripMs = this.timer.roundTripMs;
    this.base = (this.base + covered) & 0xff;
    this.sent -= covered;
    this.next = Math.max(0, this.next - covered);
    for (const { payload } of removed) this.bytesInFlight -= payload.length;
    this.timeouts = 0;
    this.timer.clear();
    if (this.sent > 0) this.timer.start();
    if (this.queue.length === 0) this.events.drained();
  }

  /** Sends all that is under way once more, with the next flush. */
  private goBack(): void {
    this.next = 0;
    if (this.sent > 0) this.outgoing.push(delimiter);
  }

  private timedOut(): void {
    if (this.state !== 'open' || this.sent === 0) return;
    if (++this.timeouts > MOST_TIMEOUTS) {
      this.fail(
        new LinkError('the board does not answer any more; unplug it and plug it in again', 'silent'),
      );
      return;
    }
    this.timer.backOff();
    this.goBack();
    this.flush();
  }

  // Receiving.

  private receive(bytes: Uint8Array): void {
    // In one process, what a listener sends may be answered before it returns: that comes after what is here.
    this.arrived.push(bytes);
    if (this.arrived.length > 1) return;
    // A listener that throws must not make the channel lose the frames that come after.
    const errors: unknown[] = [];
    for (let chunk = this.arrived[0]; chunk !== undefined; chunk = this.arrived[0]) {
      this.statistics.bytesReceived += chunk.length;
      for (const frame of this.decoder.push(chunk)) {
        try {
          if (frame === undefined) this.takeDamaged();
          else this.takeFrame(frame);
        } catch (error) {
          errors.push(error);
        }
      }
      this.arrived.shift();
    }
    this.flush();
    if (errors.length > 0) throw errors[0];
  }

  private takeDamaged(): void {
    this.statistics.damaged++;
    this.askAgain();
  }

  /** What follows the messages that have arrived was lost: asks for it, once. */
  private askAgain(): void {
    if (this.state !== 'open' || this.nakGiven) return;
    this.nakGiven = true;
    this.nakDue = true;
  }

  private takeFrame(frame: Frame): void {
    if (this.state === 'ended' || frame.session !== this.session) return;
    if (frame.type === messages.lost.type) {
      if (this.state !== 'open') return;
      const cause = 'it has restarted, or another program has connected to it';
      this.fail(new LinkError(`the board does not know this session any more: ${cause}`, 'lost'));
      return;
    }
    if (this.state === 'greeting') {
      this.state = 'open';
      clearInterval(this.helloTimer);
      this.events.opened();
    }
    this.acknowledge(frame.acknowledged);
    if (frame.type === messages.nak.type) this.goBack();
    if (frame.type >= FIRST_SEQUENCED_TYPE) this.takeSequenced(frame);
  }

  private takeSequenced({ type, sequence, payload }: Frame): void {
    const ahead = (sequence - this.expected) & 0xff;
    if (ahead !== 0) {
      this.statistics.discarded++;
      if (ahead < 0x80) this.askAgain();
      else this.ackDue = true;
      return;
    }
    this.expected = (this.expected + 1) & 0xff;
    this.nakGiven = false;
    this.ackDue = true;
    this.statistics.framesReceived++;
    this.events.message(decodePayload(type, payload), type, payload);
  }

  private fail(error: LinkError): void {
    if (this.state === 'ended') return;
    this.close();
    this.events.failed(error);
  }
}

function randomNonce(): number {
  const word = Math.floor(Math.random() * 2 ** 32);
  return word & 0xff ? word : word + 1;
}
