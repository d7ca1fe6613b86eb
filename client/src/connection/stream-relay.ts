// Relays byte streams between boards and the language server, which speaks the boards' protocol over them.
import { decodeBytes, encodeBytes, streamClosed, streamData } from '@gnomon/server/editor-protocol';
import type { ByteStream } from '@gnomon/server/protocol';
import type { Disposable } from 'vscode-languageserver-protocol';
import type { BoardServer } from './board-server.ts';

interface Relayed {
  readonly stream: ByteStream;
  readonly onEnd: (reason: string | undefined) => void;
}

export class StreamRelay implements Disposable {
  private readonly streams = new Map<number, Relayed>();
  private readonly subscriptions: Disposable[];

  /** `note` takes lines for the log. */
  constructor(
    private readonly server: BoardServer,
    private readonly note: (text: string) => void,
  ) {
    this.subscriptions = [
      server.onNotification(streamData, ({ stream, data }) => {
        this.streams.get(stream)?.stream.write(decodeBytes(data));
      }),
      server.onNotification(streamClosed, ({ stream, error }) => this.end(stream, error)),
    ];
  }

  /**
   * Relays a stream under a number that was never used before. `onEnd` hears once, unless `close` is called, that the
   * stream is gone: closed by the server, or broken.
   */
  add(number: number, stream: ByteStream, onEnd: (reason: string | undefined) => void): void {
    this.streams.set(number, { stream, onEnd });
    stream.onClose((error) => {
      if (!this.streams.has(number)) return;
      this.tell(number, error?.message);
      this.end(number, error?.message);
    });
    stream.onData((bytes) => {
      if (this.streams.has(number)) {
        this.send(this.server.sendNotification(streamData, { stream: number, data: encodeBytes(bytes) }));
      }
    });
  }

  /** Closes a stream on both sides. Does nothing if it is closed already. */
  async close(number: number): Promise<void> {
    const relayed = this.streams.get(number);
    if (!relayed) return;
    this.streams.delete(number);
    this.tell(number, undefined);
    await relayed.stream.close();
  }

  /** Closes all streams; nobody hears of it. */
  async closeAll(): Promise<void> {
    await Promise.all([...this.streams.keys()].map((number) => this.close(number)));
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    void this.closeAll();
  }

  private end(number: number, reason: string | undefined): void {
    const relayed = this.streams.get(number);
    if (!relayed) return;
    this.streams.delete(number);
    relayed.onEnd(reason);
    void relayed.stream.close();
  }

  private tell(number: number, error: string | undefined): void {
    const message = error === undefined ? { stream: number } : { stream: number, error };
    this.send(this.server.sendNotification(streamClosed, message));
  }

  /** A server that has just ended takes no messages; that it ended is noticed elsewhere. */
  private send(sending: Promise<void>): void {
    sending.catch((error: Error) => this.note(`not relayed: ${error.message}`));
  }
}
