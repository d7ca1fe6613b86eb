// Just enough of an assembler for the firmware's tests: half-words, and loads of literal words.

/** A Thumb half-word, a load of a 32-bit constant into r0..r7, or a call of a helper through r4. */
export type Line = number | { readonly load: number; readonly value: number };

/** Bytes of Thumb code for an address divisible by 4: the lines, then the literals that they load. */
export function assemble(lines: readonly Line[]): Uint8Array {
  const poolAt = (lines.length * 2 + 3) & ~3;
  const literals: number[] = [];
  const halves = lines.map((line, index) => {
    if (typeof line === 'number') return line;
    // LDR Rt, [PC, #imm8 * 4]: PC is the instruction's address + 4, rounded down to words (ARMv6-M ARM, A6.7.27).
    const distance = poolAt + 4 * literals.length - ((index * 2 + 4) & ~3);
    literals.push(line.value);
    return 0x4800 | (line.load << 8) | (distance >> 2);
  });
  const bytes = new Uint8Array(poolAt + 4 * literals.length);
  const view = new DataView(bytes.buffer);
  halves.forEach((half, index) => {
    view.setUint16(2 * index, half, true);
  });
  literals.forEach((literal, index) => {
    view.setUint32(poolAt + 4 * index, literal >>> 0, true);
  });
  return bytes;
}

/** Instructions without operands to think of. */
export const thumb = {
  /** bx lr */
  ret: 0x4770,
  /** push {r4, lr} */
  enter: 0xb510,
  /** pop {r4, pc} */
  leave: 0xbd10,
  /** b . */
  loop: 0xe7fe,
  /** blx r4 */
  call: 0x47a0,
  udf: (kind: number): number => 0xde00 | kind,
  movs: (register: number, value: number): number => 0x2000 | (register << 8) | value,
};
