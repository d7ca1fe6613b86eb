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

/** What to flash: a board; a boot drive, by its folder; or whichever board is next to wait for firmware. */
export type FlashTarget =
  | { readonly kind: BoardKind; readonly board: Board }
  | { readonly kind: BoardKind; readonly drive: string }
  | { readonly kind: BoardKind; readonly isNew: true };

export interface FlashProgress {
  /** What happens, or what the person has to do, e.g. `Waiting for the boot drive`. */
  readonly message: string;
  /** 0 to 100 while the image is being written, which can't be cancelled. */
  readonly percent?: number;
}

export interface FlashControl {
  readonly onProgress: (progress: FlashProgress) => void;
  /** Cancels, until the image is being written. */
  readonly signal: AbortSignal;
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
  /** Folders of the boot drives of boards that wait for firmware. */
  listDrives?(): Promise<string[]>;
  /**
   * Writes firmware to a board that nobody is connected to; the board as it is afterwards. Rejects with an Error that
   * says what to do, or the signal's reason.
   */
  flash(target: FlashTarget, firmware: Firmware, control: FlashControl): Promise<Board>;
}
