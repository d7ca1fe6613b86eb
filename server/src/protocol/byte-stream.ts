// The one thing that the protocol needs of a link: an ordered stream of bytes in both directions.
// Serial ports, Web Serial, pseudo terminals and the in-process virtual board all implement it.

/** An unreliable, ordered byte stream to a board. Bytes may be lost or corrupted; the channel repairs that. */
export interface ByteStream {
  /** Queues bytes for sending. Never throws; bytes written after `close` are dropped. */
  write(bytes: Uint8Array): void;
  /** Sets the one receiver of incoming bytes (in chunks of any size). */
  onData(listener: (bytes: Uint8Array) => void): void;
  /** Called once when the link is gone (unplugged, closed by either side), with the reason if there is one. */
  onClose(listener: (error?: Error) => void): void;
  /** Closes the link. Closing twice is harmless. */
  close(): Promise<void>;
}
