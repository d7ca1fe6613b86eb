// From placed assembly items to bytes: branches start short and grow until all reach, then everything is encoded,
// with relocations and the line table.
import type { LineEntry, Relocation } from '../../code-object.ts';
import type { SourcePosition } from '../../ir/ir.ts';
import { type AsmItem, isBranch } from './asm.ts';
import { type Condition, encode, encodeBl, inverse, reaches } from './encode.ts';
import type { PlacedCode } from './place.ts';

export interface EmittedCode {
  readonly bytes: Uint8Array;
  readonly relocations: Relocation[];
  readonly lines: LineEntry[];
  /** Byte offset of each item, and of the end. */
  readonly offsets: Int32Array;
  /** Whether a jump was too far for `b` and became `bl`, which destroys lr. */
  readonly usesLr: boolean;
}

/** How a branch is written: itself; inverted over a `b`, or as `bl`; inverted over a `bl`. */
const SHORT = 0;
const LONG = 1;
const FAR = 2;

/** Emits the code of a function. `sources` are the names that positions refer to. */
export function emit(code: PlacedCode, sources: readonly string[]): EmittedCode {
  const { items } = code;
  const form = new Uint8Array(items.length);
  const labels = new Map<number, number>();
  for (const [i, item] of items.entries()) if (item.op === 'label') labels.set(item.a, i);
  const targets = items.map((item) => {
    if (!isBranch(item)) return -1;
    const target = labels.get(item.target);
    if (target === undefined) throw new Error(`thumb: no label L${item.target}`);
    return target;
  });
  const offsets = relax(code, form, targets);

  const bytes = new Uint8Array(offsets[items.length]!);
  const view = new DataView(bytes.buffer);
  const relocations: Relocation[] = [];
  const poolOffsets = findPools(code, offsets);
  let pool = 0;
  for (const [i, item] of items.entries()) {
    const at = offsets[i]!;
    if (item.op === 'label') continue;
    if (item.op === 'pool') {
      let offset = poolOffsets[pool++]!;
      for (const { symbol, value } of code.pools[item.a]!) {
        if (symbol === '') view.setInt32(offset, value, true);
        else relocations.push({ offset, kind: 'abs32', symbol, addend: value });
        offset += 4;
      }
    } else if (item.op === 'bl') {
      // The linker writes the distance.
      writeHalves(view, at, encodeBl(0));
      relocations.push({ offset: at, kind: 'call', symbol: item.symbol, addend: 0 });
    } else if (item.op === 'literal') {
      const words = code.pools[pool] ?? [];
      const index = words.findIndex((word) => word.symbol === item.symbol && word.value === item.b);
      if (index < 0) throw new Error('thumb: literal without a pool');
      const distance = poolOffsets[pool]! + 4 * index - ((at + 4) & ~3);
      view.setUint16(at, encode('ldrLit', item.a, distance), true);
    } else if (isBranch(item)) {
      writeHalves(view, at, branchHalves(item, form[i]!, offsets[targets[i]!]! - at - 4));
    } else {
      view.setUint16(at, encode(item.op, item.a, item.b, item.c), true);
    }
  }
  const usesLr = items.some((item, i) => isBranch(item) && form[i] === (item.op === 'b' ? LONG : FAR));
  return { bytes, relocations, lines: lineTable(items, offsets, sources), offsets, usesLr };
}

function writeHalves(view: DataView, at: number, halves: readonly number[]): void {
  for (const [index, half] of halves.entries()) view.setUint16(at + 2 * index, half, true);
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
function relax(code: PlacedCode, form: Uint8Array, targets: readonly number[]): Int32Array {
  const { items } = code;
  const offsets = new Int32Array(items.length + 1);
  for (let grown = true; grown; ) {
    for (const [i, item] of items.entries())
      offsets[i + 1] = offsets[i]! + sizeOf(item, form[i]!, offsets[i]!, code);
    grown = false;
    for (const [i, item] of items.entries()) {
      if (targets[i]! < 0 || isReached(item, form[i]!, offsets[targets[i]!]! - offsets[i]! - 4)) continue;
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
  for (const [i, item] of code.items.entries()) if (item.op === 'pool') result.push((offsets[i]! + 3) & ~3);
  return result;
}

/** Entries where the position changes. */
function lineTable(items: readonly AsmItem[], offsets: Int32Array, sources: readonly string[]): LineEntry[] {
  const lines: LineEntry[] = [];
  let last: SourcePosition | undefined;
  for (const [i, { op, position }] of items.entries()) {
    if (op === 'label' || op === 'pool') continue;
    const isSame = position?.source === last?.source && position?.offset === last?.offset;
    if (lines.length > 0 && isSame) continue;
    last = position;
    const source = position ? (sources[position.source] ?? '') : '';
    lines.push({ offset: offsets[i]!, source, position: position ? position.offset : -1 });
  }
  return lines;
}
