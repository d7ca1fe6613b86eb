// What an editor's client and the language server say to each other beyond the Language Server Protocol: the one
// definition for both sides. The client owns the byte stream to the board and the pixels; the server owns everything
// that is known of the program and of the board. Lines and characters are LSP's: from 0, in UTF-16 units.
import {
  type Location,
  NotificationType,
  type Range,
  RequestType,
  RequestType0,
} from 'vscode-languageserver-protocol';
import type { LibraryFile } from '../compiler/frontend/program.ts';
import type { FirmwareManifest, SessionState } from '../session/contract.ts';
import type { BoardMemory, MemoryUse, PinLevels, ProgramVariable } from '../session/inspection.ts';
import type { CellCost } from '../session/result.ts';

/** Language of `*.mcu.ts` files and of notebook cells. */
export const LANGUAGE_ID = 'mcu-typescript';
/** Type of the notebooks that show `*.mcu.ts` files. */
export const NOTEBOOK_TYPE = 'gnomon';
/** Scheme of the read-only documents that show the board library's files (LSP's `workspace/textDocumentContent`). */
export const LIBRARY_SCHEME = 'gnomon-lib';

/** `initializationOptions`: what the server needs of the files that ship with the extension. It reads no files. */
export interface ServerOptions {
  /** Declarations and sources of the board library (lib/). */
  readonly library: readonly LibraryFile[];
  readonly firmware: FirmwareManifest;
}

// The byte stream, relayed. The client numbers the streams that it opens; each number is used once.

export { decodeBytes, encodeBytes } from './bytes.ts';

/** Bytes for the other side, as base64 (`encodeBytes`). Bytes of streams that are closed are dropped. */
export const streamData = new NotificationType<{ stream: number; data: string }>('gnomon/stream/data');
/** The sender has closed the stream, or it broke: then `error` says why. */
export const streamClosed = new NotificationType<{ stream: number; error?: string }>('gnomon/stream/closed');

// The board.

export interface BoardIdentity {
  readonly chip: string;
  readonly buildHash: string;
  readonly clockHz: number;
}

export type AttachResult =
  | { readonly status: 'attached'; readonly identity: BoardIdentity }
  /** Something answers, but not the firmware that this version works with: flash it. */
  | { readonly status: 'foreignFirmware'; readonly message: string }
  | { readonly status: 'noAnswer'; readonly message: string };

/**
 * Attaches the session to the board at the other end of a stream, with an empty program. Another board is let go of
 * before. Unless `attached`, the server makes no more use of the stream.
 */
export const attachBoard = new RequestType<{ stream: number }, AttachResult, void>('gnomon/board/attach');
/** Lets go of the board, which goes on. Does nothing without one. */
export const detachBoard = new RequestType0<null, void>('gnomon/board/detach');
/** Stops the running cell and all timers; runs that wait for their turn end as `stopped`. Fails without a board. */
export const stopBoard = new RequestType0<null, void>('gnomon/board/stop');
/** Stops as `stopBoard` does, and clears board and live program. Fails without a board. */
export const resetBoard = new RequestType0<null, void>('gnomon/board/reset');
/** Restarts the board into its boot loader, which ends the stream. Fails without a board. */
export const enterBootLoader = new RequestType0<null, void>('gnomon/board/bootloader');

export interface BoardState {
  readonly state: SessionState;
  /** Live timers. */
  readonly timers: number;
}
export const boardState = new NotificationType<BoardState>('gnomon/board/state');

/** A console call of the program, of the cell that runs or, without `run`, of a timer's callback. */
export interface BoardOutput {
  readonly run?: number;
  readonly channel: 'log' | 'info' | 'warn' | 'error' | 'debug';
  /** As Node prints it, without the line end. */
  readonly text: string;
}
export const boardOutput = new NotificationType<BoardOutput>('gnomon/board/output');
/** A timer's callback failed. */
export const timerError = new NotificationType<RunError>('gnomon/board/timerError');

// Cells.

/** A cell of a text document. */
export interface CellInfo {
  /** Stays the same while the document is edited, also when cells before it come and go. */
  readonly id: string;
  readonly kind: 'code' | 'markdown';
  readonly title: string;
  /** From the marker's line (or the file's first) to the end of the cell's last line. */
  readonly range: Range;
}
/** The cells of a text document, in order. Empty for documents that are not open. */
export const listCells = new RequestType<{ uri: string }, CellInfo[], void>('gnomon/cells');

/** What to run: a cell of a notebook by the URI of its document; in a text document one of its cells, or a range. */
export interface RunParams {
  /** Chosen by the client, to know the run's output by; each number is used once. */
  readonly run: number;
  readonly uri: string;
  readonly cell?: string;
  readonly selection?: Range;
}

export interface RunProblem {
  readonly location: Location;
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly message: string;
}

export interface RunFrame {
  /** Name of the function; `<cell>` for the code of a cell itself. */
  readonly name: string;
  /** Undefined for code of the board's library. */
  readonly location?: Location;
}

/** An error that ended a run or a timer's callback, and the calls that led there, innermost first. */
export interface RunError {
  readonly name: string;
  readonly message: string;
  readonly location?: Location;
  readonly stack: readonly RunFrame[];
}

export type RunResult = {
  readonly cost: CellCost & {
    /** Time on the board, in microseconds. */
    readonly boardMicros: number;
  };
  /** Errors (if nothing ran) and warnings, also of other cells that the run affects. */
  readonly problems: readonly RunProblem[];
} & (
  | {
      readonly status: 'done';
      /** The cell's value as Node's REPL shows it; undefined if there is none, or `undefined` itself. */
      readonly value?: string;
    }
  /** Nothing ran: `problems` say why, or `message` does (no room on the board). */
  | { readonly status: 'rejected'; readonly message?: string }
  | { readonly status: 'failed'; readonly error: RunError }
  | { readonly status: 'stopped' }
);

/**
 * Runs a cell; runs queue up behind each other. Cancelling it takes it out of the queue, or stops the board if it has
 * begun. Fails without a board, or if the board is lost.
 */
export const runCell = new RequestType<RunParams, RunResult, void>('gnomon/run');

/** Commands of the client that the server's code lenses name; arguments: URI of the document, id of the cell. */
export const cellCommands = {
  run: 'gnomon.runCell',
  runAbove: 'gnomon.runAbove',
  runBelow: 'gnomon.runBelow',
} as const;

// What views show; asked for while they are visible. All fail without a board.

export type { BoardMemory, MemoryUse, PinLevels };
/** Levels of the GPIO pins. */
export const readPins = new RequestType0<PinLevels, void>('gnomon/board/pins');
export const readMemory = new RequestType0<BoardMemory, void>('gnomon/board/memory');

/** A variable of the live program. */
export interface BoardVariable extends Omit<ProgramVariable, 'location'> {
  /** Where it is declared, if that text is known. */
  readonly location?: Location;
}
export const readVariables = new RequestType0<BoardVariable[], void>('gnomon/board/variables');
