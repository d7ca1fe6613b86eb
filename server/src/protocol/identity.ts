// What a board says of itself when a host attaches.
import { type Fields, IdentFlag } from './messages.ts';

/** Addresses [begin, end). */
export interface AddressRange {
  readonly begin: number;
  readonly end: number;
}

export interface Identity {
  /** Version of the protocol. */
  readonly version: number;
  /** Name of the chip, e.g. `rp2040`. */
  readonly chip: string;
  /** Identifies the firmware image: 16 hexadecimal digits. */
  readonly buildHash: string;
  readonly clockHz: number;
  readonly memory: {
    readonly code: AddressRange;
    readonly data: AddressRange;
    readonly heap: AddressRange;
    readonly stack: AddressRange;
  };
  /** Another number whenever the memory has lost what a host put there. */
  readonly epoch: number;
  /** Id of the last call that the board took, 0 if none since it started. */
  readonly lastCall: number;
  /** A call or a timer's callback was running, or a call was waiting. */
  readonly running: boolean;
  /** The stack of a program that trapped can still be read. */
  readonly trapPending: boolean;
  /** Messages that the board dropped while no host was attached. */
  readonly dropped: number;
}

export function identityOf(ident: Fields<'ident'>): Identity {
  const { version, chip, buildHash, clockHz, epoch, lastCall, flags, dropped } = ident;
  return {
    version,
    chip,
    buildHash,
    clockHz,
    memory: {
      code: { begin: ident.codeBegin, end: ident.codeEnd },
      data: { begin: ident.dataBegin, end: ident.dataEnd },
      heap: { begin: ident.heapBegin, end: ident.heapEnd },
      stack: { begin: ident.stackBegin, end: ident.stackEnd },
    },
    epoch,
    lastCall,
    running: (flags & IdentFlag.running) !== 0,
    trapPending: (flags & IdentFlag.trapPending) !== 0,
    dropped,
  };
}
