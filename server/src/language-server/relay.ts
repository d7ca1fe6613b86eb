// The client's byte streams on the server's side: bytes come and go as notifications, each stream under its number.
import type { Connection } from 'vscode-languageserver';
import { decodeBytes, encodeBytes, streamClosed, streamData } from '../editor-protocol/index.ts';
import type { ByteStream } from '../protocol/index.ts';
import type { Notify } from './notify.ts';

export class StreamRelay {
  private readonly streams = new Map<number, RelayedStream>();
  /** Streams that have ended on the client's side, with the reason if there was one. */
  private readonly ended = new Map<number, Error | undefined>();

  constructor(
    connection: Connection,
    private readonly notify: Notify,
  ) {
    connection.onNotification(streamData, ({ stream, data }) => {
      this.streams.get(stream)?.deliver(decodeBytes(data));
    });
    connection.onNotification(streamClosed, ({ stream, error }) => {
      const reason = error === undefined ? undefined : new Error(error);
      this.ended.set(stream, reason);
      this.streams.get(stream)?.end(reason);
    });
  }

  /** The server's end of the client's stream with this number. An earlier one for the same stream ends. */
  open(number: number): RelayedStream {
    this.streams.get(number)?.end();
    const stream: RelayedStream = new RelayedStream({
      write: (bytes) => this.notify(streamData, { stream: number, data: encodeBytes(bytes) }),
      close: () => this.notify(streamClosed, { stream: number }),
      ended: () => {
        if (this.streams.get(number) === stream) this.streams.delete(number);
      },
    });
    this.streams.set(number, stream);
    if (this.ended.has(number)) stream.end(this.ended.get(number));
    return stream;
  }
}

/** What a stream does to the other side. */
interface FarEnd {
  write(bytes: Uint8Array): void;
  /** Says that this side has closed the stream. */
  close(): void;
  /** The stream has ended, by whichever side. */
  ended(): void;
}

export class RelayedStream implements ByteStream {
  private dataListener: ((bytes: Uint8Array) => void) | undefined;
  private closeListener: ((error?: Error) => void) | undefined;
  private ending: { readonly reason: Error | undefined } | undefined;

  constructor(private readonly far: FarEnd) {}

  write(bytes: Uint8Array): void {
    if (!this.ending) this.far.write(bytes);
  }

  onData(listener: (bytes: Uint8Array) => void): void {
    this.dataListener = listener;
  }

  onClose(listener: (error?: Error) => void): void {
    this.closeListener = listener;
    // It may have broken between being opened and being used.
    if (this.ending) listener(this.ending.reason);
  }

  async close(): Promise<void> {
    if (this.ending) return;
    this.far.close();
    this.end();
  }

  /** Bytes from the board. */
  deliver(bytes: Uint8Array): void {
    if (!this.ending) this.dataListener?.(bytes);
  }

  /** The stream is of no more use to this side; the other is not told. */
  end(reason?: Error): void {
    if (this.ending) return;
    this.ending = { reason };
    this.far.ended();
    this.closeListener?.(reason);
  }
}
