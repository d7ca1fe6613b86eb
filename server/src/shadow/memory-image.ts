// What the host knows of the bytes in an arena of the board, so that it never sends what is already there.
import type { Range } from './arena.ts';

/** A run of bytes to be written to the board. */
export interface MemoryWrite {
  readonly address: number;
  readonly bytes: Uint8Array;
}

/** Gaps up to this many known bytes are written along rather than starting another message. */
const JOIN_GAP = 12;

/** The mirror of one address range: its bytes, and which of them are known. */
export class MemoryImage {
  private bytes: Uint8Array;
  private known: Uint8Array;

  constructor(private range: Range) {
    this.bytes = new Uint8Array(range.end - range.begin);
    this.known = new Uint8Array(range.end - range.begin);
  }

  /** Takes in what lies below, from `begin` on, of which nothing is known. */
  growDown(begin: number): void {
    const { bytes, known, range } = this;
    this.range = { begin, end: range.end };
    this.bytes = new Uint8Array(range.end - begin);
    this.known = new Uint8Array(range.end - begin);
    this.bytes.set(bytes, range.begin - begin);
    this.known.set(known, range.begin - begin);
  }

  /** The parts of `bytes` at `address` that the board does not hold yet. */
  difference(address: number, bytes: Uint8Array): MemoryWrite[] {
    const base = address - this.range.begin;
    const differs = (i: number) => !this.known[base + i] || this.bytes[base + i] !== bytes[i];
    const writes: MemoryWrite[] = [];
    let i = 0;
    while (i < bytes.length) {
      if (!differs(i)) {
        i++;
        continue;
      }
      const begin = i;
      let end = i + 1;
      for (let j = end; j < bytes.length && j - end < JOIN_GAP; j++) if (differs(j)) end = j + 1;
      writes.push({ address: address + begin, bytes: bytes.slice(begin, end) });
      i = end;
    }
    return writes;
  }

  /** A copy of what the board holds there, as far as it is known. */
  read(address: number, length: number): Uint8Array {
    const base = address - this.range.begin;
    return this.bytes.slice(base, base + length);
  }

  /** Records that the board holds these bytes now. */
  set(address: number, bytes: Uint8Array): void {
    this.bytes.set(bytes, address - this.range.begin);
    this.known.fill(1, address - this.range.begin, address - this.range.begin + bytes.length);
  }

  /** Records that bytes may have changed (variables of the program). */
  forget(address: number, size: number): void {
    this.known.fill(0, address - this.range.begin, address - this.range.begin + size);
  }
}
