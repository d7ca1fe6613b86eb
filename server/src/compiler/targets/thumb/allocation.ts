// The result of register allocation: for each block the instructions with the registers of their operands, and
// moves between them.
import { registerName } from './encode.ts';
import { type MFunction, type MInst, printInst } from './machine.ts';
import type { Wrapping } from './wrap.ts';

/**
 * Where a value is: 0..15 a register; from FIRST_SLOT on a spill slot, which the frame puts on the stack or in a
 * high register; negative: made anew from MFunction.remat, see rematLocation.
 */
export type Location = number;

export const FIRST_SLOT = 16;

/** The location of a value that is made anew where it is needed. */
export function rematLocation(vreg: number): Location {
  return -1 - vreg;
}

/** The virtual register of a negative location. */
export function rematOf(location: Location): number {
  return -1 - location;
}

/** An instruction with the places of its operands, or (if `inst` is undefined) a move. */
export interface AItem {
  readonly inst: MInst | undefined;
  /** Registers of the definitions; of a move its destination. */
  readonly defs: readonly Location[];
  /** Places of the uses; of a move its source. */
  readonly uses: readonly Location[];
  /** The value that a move carries, where it is one value. */
  readonly vreg: number;
}

export interface Allocation {
  readonly fn: MFunction;
  /** By block index, the copies of edges included. */
  readonly blocks: AItem[][];
  readonly slots: number;
  /** Slots that must be in high registers. */
  readonly highSlots: ReadonlySet<number>;
  /** Whether a move destroys lr, so that it has to be saved. */
  readonly usesLr: boolean;
  /** Which blocks run before the prologue. */
  readonly wrapping: Wrapping;
}

export function moveItem(to: Location, from: Location, vreg = -1): AItem {
  return { inst: undefined, defs: [to], uses: [from], vreg };
}

/** A location as text. */
export function locationName(location: Location): string {
  if (location < 0) return `remat v${rematOf(location)}`;
  return location < FIRST_SLOT ? registerName(location) : `slot${location - FIRST_SLOT}`;
}

/** The allocation as text, for tests and people. */
export function printAllocation(allocation: Allocation): string {
  const lines: string[] = [];
  for (const [index, items] of allocation.blocks.entries()) {
    lines.push(`b${index}:`);
    for (const { inst, defs, uses, vreg } of items) {
      const from = uses.map(locationName).join(', ');
      const to = defs.map(locationName).join(', ');
      if (inst) lines.push(`  ${printInst(inst, allocation.fn.blocks[index])}    ; ${to} <- ${from}`);
      else lines.push(`  ${to} <- ${from}${vreg >= 0 ? ` (v${vreg})` : ''}`);
    }
  }
  return `${lines.join('\n')}\n`;
}
