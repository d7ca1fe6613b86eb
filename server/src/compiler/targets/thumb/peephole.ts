// Local improvements on assembly items.
import { type AsmItem, asm, type ColdBlock } from './asm.ts';
import { removeDeadMoves } from './dead-moves.ts';
import type { AsmOp } from './encode.ts';
import { keepsFlags, setsFlags } from './register-writes.ts';

/** Instructions that write neither flags nor registers. */
const writesNothing = new Set<AsmItem['op']>([
  'strReg',
  'strhReg',
  'strbReg',
  'strImm',
  'strbImm',
  'strhImm',
  'strSp',
]);

/** Branches that follow a comparison with zero, and their form if the flags come from the value's computation. */
const afterResult: Partial<Record<AsmItem['op'], AsmOp>> = {
  beq: 'beq',
  bne: 'bne',
  bmi: 'bmi',
  bpl: 'bpl',
  blt: 'bmi',
  bge: 'bpl',
};

/** All improvements. */
export function improve(items: readonly AsmItem[], cold: readonly ColdBlock[]): AsmItem[] {
  return removeZeroTests(movePointersOn(removeDeadMoves(removeKnownMoves(items), cold)));
}

/**
 * Lets a load or store of a word move its pointer on, if an addition does so further down: `ldr d, [p, #0]` and
 * `adds p, #4` become `ldmia p!, {d}`.
 */
export function movePointersOn(items: readonly AsmItem[]): AsmItem[] {
  const result = [...items];
  for (let i = 0; i < result.length; i++) {
    const add = result[i]!;
    if (add.op !== 'addsImm8' || add.b !== 4 || flagsAreRead(result, i + 1)) continue;
    // Nothing between may read or write the pointer.
    let k = i - 1;
    while (k >= 0 && isPlain(result[k]!) && !mentions(result[k]!, add.a)) k--;
    const access = result[k];
    if (!access || (access.op !== 'ldrImm' && access.op !== 'strImm')) continue;
    if (access.b !== add.a || access.c !== 0 || access.a === add.a) continue;
    const op = access.op === 'ldrImm' ? 'ldmia' : 'stmia';
    result[k] = asm(op, access.position, add.a, 1 << access.a);
    result.splice(i, 1);
    i--;
  }
  return result;
}

/** Instructions that only read and write registers and memory as their operands say. */
function isPlain(item: AsmItem): boolean {
  return (
    setsFlags.has(item.op) || keepsFlags.has(item.op) || writesNothing.has(item.op) || item.op === 'cmpReg'
  );
}

/** Whether one of a plain instruction's operands may be the register. */
function mentions(item: AsmItem, register: number): boolean {
  return item.a === register || item.b === register || item.c === register;
}

/** Whether the flags as they are before item `from` are used. */
function flagsAreRead(items: readonly AsmItem[], from: number): boolean {
  for (let i = from; i < items.length; i++) {
    const { op, target } = items[i]!;
    if (setsFlags.has(op)) return op === 'adcs' || op === 'sbcs';
    if (op === 'cmpReg' || op === 'cmpImm' || op === 'tst' || op === 'bl' || op === 'blx') return false;
    if (target >= 0) return op !== 'b';
  }
  return false;
}

/** Removes moves between registers that hold the same value already. */
export function removeKnownMoves(items: readonly AsmItem[]): AsmItem[] {
  const result: AsmItem[] = [];
  // Registers with the same number hold the same value; numbers from 16 on are given to new values.
  const value = new Int32Array(16);
  let next = 16;
  for (let r = 0; r < 16; r++) value[r] = r;
  for (const item of items) {
    if (item.op === 'mov') {
      if (value[item.a] === value[item.b]) continue;
      value[item.a] = value[item.b]!;
    } else if (item.op === 'label' || item.op === 'bl' || item.op === 'blx') {
      for (let r = 0; r < 16; r++) if (item.op === 'label' || r < 4 || r >= 12) value[r] = next++;
    } else if (item.op === 'pop') {
      for (let r = 0; r < 16; r++) if (item.a & (1 << r)) value[r] = next++;
    } else if (setsFlags.has(item.op) || keepsFlags.has(item.op)) {
      value[item.a] = next++;
    }
    result.push(item);
  }
  return result;
}

/** Removes comparisons with zero of what the instruction before has just computed. */
export function removeZeroTests(items: readonly AsmItem[]): AsmItem[] {
  const result: AsmItem[] = [];
  /** The register whose value N and Z describe, or -1. */
  let described = -1;
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    if (item.op === 'cmpImm' && item.b === 0 && item.a === described) {
      const branch = findBranch(items, i + 1);
      const form = branch < 0 ? undefined : afterResult[items[branch]!.op];
      if (form) {
        result.push(...items.slice(i + 1, branch));
        const { position, target } = items[branch]!;
        result.push(asm(form, position, 0, 0, 0, target));
        i = branch;
        continue;
      }
    }
    result.push(item);
    if (setsFlags.has(item.op)) described = item.a;
    else if (keepsFlags.has(item.op)) described = item.a === described ? -1 : described;
    else if (!writesNothing.has(item.op) && !(item.op in afterResult)) described = -1;
  }
  return result;
}

/** The branch that reads the flags set before item `from`, or -1 if something else comes first. */
function findBranch(items: readonly AsmItem[], from: number): number {
  let i = from;
  while (i < items.length && (keepsFlags.has(items[i]!.op) || writesNothing.has(items[i]!.op))) i++;
  return i < items.length && items[i]!.target >= 0 && items[i]!.op !== 'b' ? i : -1;
}
