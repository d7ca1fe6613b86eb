// From placed assembly items to bytes: branches start short and grow until all reach, then everything is encoded,
// with relocations and the line table.
import type { LineEntry, Relocation } from '../../code-object.ts';
import type { SourcePosition } from '../../ir/ir.ts';
import { type AsmItem, isBranch } from './asm.ts';
import { type Condition, encode, encodeBl, inverse, reaches } from './encode.ts';
import type { Literal, PlacedCode } from './place.ts';

export interface EmittedCode {
  readonly bytes: Uint8Array;
  readonly relocations: Relocation[];
  readonly lines: LineEntry[];
  /** Byte offset of each item, and of the end. */
  readonly offsets: Int32Array;
  /** Whether a jump was too far for `b` and became `bl`, which destroys lr. */
  readonly usesLr: boolean;
  /** How many conditional branches are inverted ones over a jump. */
  readonly longBranches: number;
}

/** How a branch is written: itself; inverted over a `b`, or as `bl`; inverted over a `bl`. */
const SHORT = 0;
const LONG = 1;
const FAR = 2;

/** Emits the code of a function. `sources` are the names that positions refer to. */
export function emit(code: PlacedCode, sources: readonly string[]): EmittedCode {
  const { items } = code;
  const form = new Uint8Array(items.length);
  const targets = findTargets(items);
  const offsets = relax(code, form, targets);

  const bytes = new Uint8Array(offsets[items.length]!);
  const view = new DataView(bytes.buffer);
  const relocations: Relocation[] = [];
  const poolOffsets = findPools(code, offsets);
  let pool = 0;
  let usesLr = false;
  let longBranches = 0;
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    const at = offsets[i]!;
    if (item.op === 'label') continue;
    if (item.op === 'pool') {
      writePool(view, poolOffsets[pool++]!, code.pools[item.a]!, relocations);
    } else if (item.op === 'bl') {
      // The linker writes the distance.
      writeHalves(view, at, encodeBl(0));
      relocations.push({ offset: at, kind: 'call', symbol: item.symbol, addend: 0 });
    } else if (item.op === 'literal') {
      const index = findLiteral(code.pools[pool] ?? [], item);
      const distance = poolOffsets[pool]! + 4 * index - ((at + 4) & ~3);
      view.setUint16(at, encode('ldrLit', item.a, distance), true);
    } else if (isBranch(item)) {
      writeHalves(view, at, branchHalves(item, form[i]!, offsets[targets[i]!]! - at - 4));
      usesLr ||= form[i] === (item.op === 'b' ? LONG : FAR);
      if (item.op !== 'b' && form[i] !== SHORT) longBranches++;
    } else {
      view.setUint16(at, encode(item.op, item.a, item.b, item.c), true);
    }
  }
  return { bytes, relocations, lines: lineTable(items, offsets, sources), offsets, usesLr, longBranches };
}

/** By item: the index of the label that a branch leads to, or -1. */
function findTargets(items: readonly AsmItem[]): Int32Array {
  const labels = new Map<number, number>();
  for (let i = 0; i < items.length; i++) if (items[i]!.op === 'label') labels.set(items[i]!.a, i);
  const targets = new Int32Array(items.length).fill(-1);
  for (let i = 0; i < items.length; i++) {
    if (!isBranch(items[i]!)) continue;
    const target = labels.get(items[i]!.target);
    if (target === undefined) throw new Error(`thumb: no label L${items[i]!.target}`);
    targets[i] = target;
  }
  return targets;
}

function findLiteral(pool: readonly Literal[], item: AsmItem): number {
  for (let k = 0; k < pool.length; k++)
    if (pool[k]!.symbol === item.symbol && pool[k]!.value === item.b) return k;
  throw new Error('thumb: literal without a pool');
}

function writePool(view: DataView, start: number, pool: readonly Literal[], relocations: Relocation[]): void {
  let offset = start;
  for (const { symbol, value } of pool) {
    if (symbol === '') view.setInt32(offset, value, true);
    else relocations.push({ offset, kind: 'abs32', symbol, addend: value });
    offset += 4;
  }
}

function writeHalves(view: DataView, at: number, halves: readonly number[]): void {
  for (let k = 0; k < halves.length; k++) view.setUint16(at + 2 * k, halves[k]!, true);
}

function sizeOf(item: AsmItem, form: number, at: number, code: PlacedCode): number {
  switch (item.op) {
    case 'label':
      return 0;
    case 'bl':
      return 4;
    case 'pool':
      return (at & 2) + 4 * code.pools[item.a]!.length;
    default:
      if (form === SHORT) return 2;
      return form === FAR ? 6 : 4;
  }
}

/** Lets branches grow until each reaches its target; gives the offsets of all items and of the end. */
function relax(code: PlacedCode, form: Uint8Array, targets: Int32Array): Int32Array {
  const { items } = code;
  const offsets = new Int32Array(items.length + 1);
  for (let grown = true; grown; ) {
    for (let i = 0; i < items.length; i++)
      offsets[i + 1] = offsets[i]! + sizeOf(items[i]!, form[i]!, offsets[i]!, code);
    grown = false;
    for (let i = 0; i < items.length; i++) {
      const target = targets[i]!;
      if (target < 0 || isReached(items[i]!, form[i]!, offsets[target]! - offsets[i]! - 4)) continue;
      form[i]!++;
      grown = true;
    }
  }
  return offsets;
}

/** Whether a branch of this form reaches a distance from its first halfword + 4. */
function isReached(item: AsmItem, form: number, distance: number): boolean {
  if (item.op === 'b') return form === LONG || reaches('b', distance);
  if (form === SHORT) return reaches('beq', distance);
  return form === FAR || reaches('b', distance - 2);
}

function branchHalves(item: AsmItem, form: number, distance: number): number[] {
  if (item.op === 'b') return form === SHORT ? [encode('b', distance)] : encodeBl(distance);
  const cond = item.op.slice(1) as Condition;
  if (form === SHORT) return [encode(`b${cond}`, distance)];
  // Skips the jump: its target is 0 bytes behind pc + 4 for `b`, 2 for `bl`.
  if (form === LONG) return [encode(`b${inverse[cond]}`, 0), encode('b', distance - 2)];
  return [encode(`b${inverse[cond]}`, 2), ...encodeBl(distance - 2)];
}

/** Offsets of the first words of the pools, in their order. */
function findPools(code: PlacedCode, offsets: Int32Array): number[] {
  const result: number[] = [];
  for (let i = 0; i < code.items.length; i++)
    if (code.items[i]!.op === 'pool') result.push((offsets[i]! + 3) & ~3);
  return result;
}

/** Entries where the position changes. */
function lineTable(items: readonly AsmItem[], offsets: Int32Array, sources: readonly string[]): LineEntry[] {
  const lines: LineEntry[] = [];
  let last: SourcePosition | undefined;
  for (let i = 0; i < items.length; i++) {
    const { op, position } = items[i]!;
    if (op === 'label' || op === 'pool') continue;
    const isSame =
      position?.source === last?.source &&
      position?.offset === last?.offset &&
      position?.inlined === last?.inlined;
    if (lines.length > 0 && isSame) continue;
    last = position;
    const calls: NonNullable<LineEntry['calls']>[number][] = [];
    for (let inlined = position?.inlined; inlined; inlined = inlined.at?.inlined) {
      calls.push({ name: inlined.name, ...placeOf(inlined.at, sources) });
    }
    lines.push({ offset: offsets[i]!, ...placeOf(position, sources), ...(calls.length > 0 && { calls }) });
  }
  return lines;
}

function placeOf(position: SourcePosition | undefined, sources: readonly string[]) {
  return {
    source: position ? (sources[position.source] ?? '') : '',
    position: position ? position.offset : -1,
  };
}
