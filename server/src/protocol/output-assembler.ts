// Output records arrive in pieces: this puts them together.
import { OutputFlag } from './messages.ts';

export class OutputAssembler {
  private pieces: Uint8Array[] | undefined;

  /** Takes a piece; returns the record if that was its last. Pieces of a record whose beginning was lost are dropped. */
  add(flags: number, bytes: Uint8Array): Uint8Array | undefined {
    if (flags & OutputFlag.first) this.pieces = [];
    if (this.pieces === undefined) return undefined;
    this.pieces.push(bytes);
    if (!(flags & OutputFlag.last)) return undefined;
    const record = concatenate(this.pieces);
    this.pieces = undefined;
    return record;
  }

  /** The rest of the present record will not come. */
  forget(): void {
    this.pieces = undefined;
  }
}

/** One array with the bytes of all. */
export function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0]!;
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
