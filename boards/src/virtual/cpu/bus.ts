// What the processor core needs of the memory system around it, and how the memory system says no.

/** Why the bus refused an access. */
export type FaultReason =
  | 'unmapped-read'
  | 'unmapped-write'
  | 'read-only'
  | 'unaligned'
  | 'execute-never'
  | 'undefined-instruction'
  | 'breakpoint'
  | 'not-thumb'
  | 'svc-priority';

/**
 * Thrown by a bus (never seen outside of the core) to make the running instruction raise a HardFault.
 * Not an `Error`: collecting a JavaScript stack trace would cost more than a thousand instructions.
 */
export class BusFault {
  readonly reason: FaultReason;
  readonly address: number;

  constructor(reason: FaultReason, address: number) {
    this.reason = reason;
    this.address = address >>> 0;
  }
}

/** A range of memory from which code can run, as views of the one underlying buffer. */
export interface CodeRegion {
  /** First address, a multiple of 4. */
  readonly base: number;
  /** Size in bytes, a multiple of 4. */
  readonly size: number;
  readonly halfwords: Uint16Array;
  readonly words: Int32Array;
}

/**
 * Everything except the RAM, which the core reads and writes by itself because that is where the time goes.
 * Addresses are unsigned; the core has already checked alignment. Every method may throw `BusFault`.
 */
export interface Bus {
  read8(address: number): number;
  read16(address: number): number;
  read32(address: number): number;
  write8(address: number, value: number): void;
  write16(address: number, value: number): void;
  write32(address: number, value: number): void;
  /** The region that an instruction fetch from `address` falls into. */
  fetch(address: number): CodeRegion;
}
