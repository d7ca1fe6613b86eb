// The byte stream that the virtual board offers: the host program's end of an open port.

import type { ByteStream } from '../../../server/src/protocol/byte-stream.ts';

export class LinkStream implements ByteStream {
  readonly #send: (bytes: Uint8Array) => void;
  readonly #onEnd: () => void;
  #dataListener: ((bytes: Uint8Array) => void) | undefined;
  #closeListener: ((error?: Error) => void) | undefined;
  /** Data that came before there was a listener. */
  #early: Uint8Array[] = [];
  #closed = false;

  /** `send` takes bytes for the board; `onEnd` is called once when the host program closes the stream. */
  constructor(send: (bytes: Uint8Array) => void, onEnd: () => void) {
    this.#send = send;
    this.#onEnd = onEnd;
  }

  get closed(): boolean {
    return this.#closed;
  }

  write(bytes: Uint8Array): void {
    // Copied, because the caller may reuse its buffer while the bytes still wait for the board.
    if (!this.#closed) this.#send(bytes.slice());
  }

  onData(listener: (bytes: Uint8Array) => void): void {
    this.#dataListener = listener;
    const early = this.#early;
    this.#early = [];
    for (const bytes of early) listener(bytes);
  }

  onClose(listener: (error?: Error) => void): void {
    this.#closeListener = listener;
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#onEnd();
    this.end();
  }

  /** Bytes from the board. */
  deliver(bytes: Uint8Array): void {
    if (this.#closed) return;
    if (this.#dataListener === undefined) this.#early.push(bytes);
    else this.#dataListener(bytes);
  }

  /** The link is gone. */
  end(error?: Error): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#closeListener?.(error);
  }
}
