// What a session is given, and what its host hears of it.
import type { LibraryFile, ModuleHost } from '../compiler/frontend/index.ts';
import type { ConsoleChannel } from './program-console.ts';
import type { RuntimeError } from './runtime-error.ts';

/** What the host must know of a firmware image (device-runtime/images/*.json). */
export interface FirmwareManifest {
  /** Identifies the image, as hexadecimal digits; the board reports the same. */
  readonly buildHash: string;
  /** Addresses of the C helpers, bit 0 set. */
  readonly helpers: Readonly<Record<string, number>>;
  /** Address of the collector's state (compiler/abi/heap.ts). */
  readonly heapState: number;
  /** Size of the image in flash, in bytes. */
  readonly flashBytes: number;
}

export interface SessionOptions {
  /** Declarations and sources of the board library. */
  readonly library: readonly LibraryFile[];
  readonly firmware: FirmwareManifest;
  /** The files that cells may import; without it, none. */
  readonly modules?: ModuleHost;
  /** Runs the compiler's verifiers (tests). */
  readonly verify?: boolean;
}

/** A console call of the program. */
export interface ConsoleOutput {
  readonly channel: ConsoleChannel;
  /** The text as Node prints it, without the line end. */
  readonly text: string;
  /** Whose it is: the running cell's, or a timer callback's. */
  readonly from: 'cell' | 'timer';
}

export type SessionState = 'detached' | 'attaching' | 'ready' | 'running' | 'lost';

/** What a host of a session listens to; all optional. */
export interface SessionListener {
  /** Output of the running cell or of a timer's callback, as it arrives. */
  output?(output: ConsoleOutput): void;
  /** A timer's callback failed; an interval goes on. */
  timerError?(error: RuntimeError): void;
  /** The last timer has ended. */
  quiet?(): void;
  state?(state: SessionState): void;
  /** A cell has become part of the live program, or (then without one) all are gone: checks may have other results. */
  programChanged?(cell?: string): void;
}

/** The board runs other firmware than this host knows: flash it. */
export class FirmwareMismatch extends Error {
  constructor(
    readonly found: string,
    readonly expected: string,
  ) {
    super(
      `the board's firmware (build ${found}) is not the one that this version of Gnomon works with ` +
        `(build ${expected}); flash it with "gnomon flash" or the command Flash Firmware`,
    );
    this.name = 'FirmwareMismatch';
  }
}
