// Applies relocations: the only place of the linker that knows an instruction's encoding.
import type { Relocation } from '../compiler/code-object.ts';

/** Calls reach this far in bytes, both ways (ARMv6-M Architecture Reference Manual, A6.7.13 BL). */
const CALL_REACH = 1 << 24;

/**
 * Writes the resolved value of one relocation into `bytes`, which will live at `base`.
 * Throws a RangeError if a call can't reach its target.
 */
export function applyRelocation(
  bytes: Uint8Array,
  base: number,
  relocation: Relocation,
  target: number,
): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (relocation.kind === 'abs32') {
    view.setUint32(relocation.offset, (target + relocation.addend) >>> 0, true);
    return;
  }
  const distance = (target & ~1) + relocation.addend - (base + relocation.offset + 4);
  if (distance < -CALL_REACH || distance >= CALL_REACH) {
    throw new RangeError(
      `a call at 0x${(base + relocation.offset).toString(16)} can't reach ${relocation.symbol} at 0x${target.toString(16)}`,
    );
  }
  view.setUint32(relocation.offset, encodeCall(distance), true);
}

/** The two halfwords of `bl` with a byte distance from its address + 4 (encoding T1), first halfword low. */
function encodeCall(distance: number): number {
  const s = (distance >> 24) & 1;
  const j1 = ~((distance >> 23) ^ s) & 1;
  const j2 = ~((distance >> 22) ^ s) & 1;
  const high = 0xf000 | (s << 10) | ((distance >> 12) & 0x3ff);
  const low = 0xd000 | (j1 << 13) | (j2 << 11) | ((distance >> 1) & 0x7ff);
  return ((low << 16) | high) >>> 0;
}
