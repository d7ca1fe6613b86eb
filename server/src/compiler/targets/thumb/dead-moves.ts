// Removes what brings a value into a low register where nothing reads it before the register is written again: a value that is
// in a register where a loop begins, and leaves it before it is used, would be brought back in every round.
import type { AsmItem, ColdBlock } from './asm.ts';
import { type AsmOp, formOf } from './encode.ts';
import { overwrites } from './register-writes.ts';

/** The low registers, as a mask. */
const ALL = 0xff;
/** Those that a trap hands to its handler, and that hold a result. */
const HANDED_ON = 0b11;
/** Those that a caller finds as they were. */
const PRESERVED = 0xf0;

/** Instructions that do nothing but to bring a value into register a. */
const brings: ReadonlySet<AsmItem['op']> = new Set<AsmItem['op']>(['mov', 'ldrSp', 'literal']);

/** Instructions that may read any register, as far as can be seen here. */
const readsAny: ReadonlySet<AsmItem['op']> = new Set<AsmItem['op']>([
  'bl',
  'blx',
  'bx',
  'push',
  'ldrLit',
  'nop',
]);

/** @param cold blocks that items branch to, and that may branch back */
export function removeDeadMoves(items: readonly AsmItem[], cold: readonly ColdBlock[]): AsmItem[] {
  if (!items.some(({ op }) => brings.has(op))) return [...items];
  /** By label: the registers that are read behind it. */
  const atLabel = new Map<number, number>();
  for (let settled = false; !settled; ) {
    settled = true;
    const note = (label: number, live: number): void => {
      if (atLabel.get(label) === live) return;
      atLabel.set(label, live);
      settled = false;
    };
    for (const block of cold) note(block.label, goBack(block.items, atLabel, note));
    goBack(items, atLabel, note);
  }
  const kept: AsmItem[] = [];
  goBack(items, atLabel, undefined, (item, live) => {
    const isDead = brings.has(item.op) && item.a < 8 && !(live & (1 << item.a));
    if (!isDead) kept.push(item);
    return !isDead;
  });
  return kept.reverse();
}

/**
 * Goes through items from the last to the first, and gives the registers that are read behind their start.
 * @param note gets those of each label
 * @param keep gets each item with those that are read behind it; what it refuses is passed over
 */
function goBack(
  items: readonly AsmItem[],
  atLabel: ReadonlyMap<number, number>,
  note?: (label: number, live: number) => void,
  keep?: (item: AsmItem, live: number) => boolean,
): number {
  let live = ALL;
  for (let i = items.length - 1; i >= 0; i--) {
    const item = items[i]!;
    if (keep && !keep(item, live)) continue;
    live = before(item, live, atLabel);
    if (item.op === 'label') note?.(item.a, live);
  }
  return live;
}

/** The registers that are read from an item on, if those are that are read behind it. */
function before(item: AsmItem, live: number, atLabel: ReadonlyMap<number, number>): number {
  const { op, a, b } = item;
  if (op === 'label' || op === 'pool') return live;
  if (item.target >= 0) return (op === 'b' ? 0 : live) | (atLabel.get(item.target) ?? 0);
  if (readsAny.has(op)) return ALL;
  if (op === 'udf') return HANDED_ON;
  if (op === 'pop') return a & (1 << 15) ? (PRESERVED & ~a) | HANDED_ON : live & ~a;
  if (op === 'ldmia') return (live & ~b) | (1 << a);
  if (op === 'stmia') return live | b | (1 << a);
  if (op === 'literal') return live & ~(1 << a);
  const isOverwritten = overwrites.has(op);
  return (
    (isOverwritten && a < 8 ? live & ~(1 << a) : live) | readsOf(item, op as AsmOp, isOverwritten ? 1 : 0)
  );
}

/** The low registers among the operands of an instruction, from one on. */
function readsOf(item: AsmItem, op: AsmOp, from: number): number {
  const { fields } = formOf(op);
  const operands = [item.a, item.b, item.c];
  let mask = 0;
  for (let k = from; k < fields.length; k++) {
    const { kind } = fields[k]!;
    if ((kind === 'low' || kind === 'any' || kind === 'split') && operands[k]! < 8) mask |= 1 << operands[k]!;
  }
  return mask;
}
