// A way to boards of one kind: what the connection needs of serial ports, of the virtual Pico, of Web Serial. Nothing
// here or above knows which of them there are, or Node.
import type { ServerOptions } from '@gnomon/server/editor-protocol';
import type { ByteStream } from '@gnomon/server/protocol';

export type BoardKind = 'virtual' | 'serial';

/** A board that can be connected to. Plain data: the last one is kept between sessions of the editor. */
export interface Board {
  readonly kind: BoardKind;
  /** Where it is: what the transport opens. Unique within the kind. */
  readonly address: string;
  /** For people, e.g. `Raspberry Pi Pico`. */
  readonly name: string;
  /** What else people may want to know, e.g. `/dev/ttyACM0`. */
  readonly detail: string;
  /** The board's own number, by which it is known again at another address. */
  readonly serialNumber?: string;
}

export function isSameBoard(a: Board, b: Board): boolean {
  return a.kind === b.kind && a.address === b.address;
}

/** A firmware image as it ships, and what the host knows of it. */
export interface Firmware {
  /** As it is copied to a boot drive (UF2). */
  readonly image: Uint8Array;
  readonly manifest: ServerOptions['firmware'];
}

export interface Transport {
  readonly kind: BoardKind;
  /** The boards that are there now, the likeliest first. */
  list(): Promise<Board[]>;
  /** Where a board is now that was seen before: it may have come back elsewhere. Undefined while it is not there. */
  find(board: Board): Promise<Board | undefined>;
  /** Opens the link to a board. Rejects with an Error that says why not and what to do. */
  open(board: Board): Promise<ByteStream>;
  /** Resets a board that does not answer, where that can be done without it. Open streams close. */
  resetHard?(board: Board): Promise<void>;
}
