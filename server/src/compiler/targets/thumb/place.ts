// Puts trap blocks, islands and literal pools between the code: at its end, or earlier, behind an instruction that control
// never passes, where the end is out of reach. Literal loads reach 1020 bytes forward, conditional branches 254.
import { type AsmItem, asm, type ColdBlock, isBarrier } from './asm.ts';

/** A word of a literal pool: the address of `symbol` + value, or the number itself if symbol is ''. */
export interface Literal {
  readonly symbol: string;
  readonly value: number;
}

export interface PlacedCode {
  readonly items: AsmItem[];
  readonly pools: Literal[][];
}

/**
 * How far trap blocks may be from their branches, as far as the code's size is known: it grows by long branches, islands
 * and pools. If that makes it too far, a nearer place is better.
 */
export const COLD_REACHES = [240, 180, 120] as const;
/** Islands come in between. */
const ISLAND_REACH = 210;
const LITERAL_REACH = 1000;

/** Bytes of an item, with branches taken as short or as long ones. */
function sizeOf(item: AsmItem, longBranches: boolean): number {
  if (item.op === 'label' || item.op === 'pool') return 0;
  if (item.op === 'bl') return 4;
  return item.target >= 0 && longBranches ? (item.op === 'b' ? 4 : 6) : 2;
}

/** Places all three. `nextLabel` is a label number that is not in use. */
export function place(
  items: readonly AsmItem[],
  cold: readonly ColdBlock[],
  nextLabel: number,
  coldReach: number = COLD_REACHES[0],
): PlacedCode {
  const islands = placeIslands(placeCold(items, cold, coldReach), nextLabel);
  return placePools(islands.items, islands.nextLabel);
}

/** Positions in `items` behind which control does not go on. */
function barriersOf(items: readonly AsmItem[]): number[] {
  const barriers: number[] = [];
  for (const [i, item] of items.entries()) if (isBarrier(item)) barriers.push(i);
  return barriers;
}

function placeCold(items: readonly AsmItem[], cold: readonly ColdBlock[], reach: number): AsmItem[] {
  if (cold.length === 0) return [...items];
  const byLabel = new Map(cold.map((block) => [block.label, block]));
  const offsets = new Int32Array(items.length + 1);
  for (const [i, item] of items.entries()) offsets[i + 1] = offsets[i]! + sizeOf(item, false);
  const barriers = barriersOf(items);
  const result: AsmItem[] = [];
  let waiting: { block: ColdBlock; branch: number }[] = [];
  let inserted = 0;
  let nextBarrier = 0;
  const flush = (): void => {
    for (const { block } of waiting) {
      result.push(asm('label', undefined, block.label), ...block.items);
      inserted += block.items.length * 2;
    }
    waiting = [];
  };
  for (const [i, item] of items.entries()) {
    result.push(item);
    const block = item.target >= 0 ? byLabel.get(item.target) : undefined;
    if (block) waiting.push({ block, branch: offsets[i]! + inserted });
    if (barriers[nextBarrier] !== i) continue;
    nextBarrier++;
    if (waiting.length === 0) continue;
    const following = barriers[nextBarrier];
    const last = following ?? items.length - 1;
    const size = waiting.reduce((sum, { block: { items: code } }) => sum + 2 * code.length, 0);
    const reachLater = offsets[last + 1]! + inserted + size - waiting[0]!.branch <= reach;
    if (following === undefined || !reachLater) flush();
  }
  flush();
  return result;
}

/**
 * Conditional branches forward that do not reach their target, most often a rare block, go to a jump on the way: a branch
 * that is inverted over a jump would be taken, and cost a cycle more, each time that control stays here.
 */
function placeIslands(
  items: readonly AsmItem[],
  firstLabel: number,
): { items: readonly AsmItem[]; nextLabel: number } {
  const offsets = new Int32Array(items.length + 1);
  const labels = new Map<number, number>();
  for (const [i, item] of items.entries()) {
    offsets[i + 1] = offsets[i]! + sizeOf(item, false);
    if (item.op === 'label') labels.set(item.a, offsets[i]!);
  }
  const barriers = barriersOf(items);
  const islands = new Map<number, AsmItem[]>();
  const result = [...items];
  let nextLabel = firstLabel;
  const known = new Map<number, { readonly label: number; readonly at: number }>();
  for (const [i, item] of items.entries()) {
    const end = offsets[i]! + ISLAND_REACH;
    if (item.target < 0 || item.op === 'b' || labels.get(item.target)! <= end) continue;
    let island = known.get(item.target);
    if (!island || island.at > end) {
      const barrier = barriers.findLast((b) => b > i && offsets[b]! <= end);
      if (barrier === undefined) continue;
      island = { label: nextLabel++, at: offsets[barrier]! };
      known.set(item.target, island);
      const own = islands.get(barrier) ?? [];
      islands.set(barrier, own);
      own.push(asm('label', undefined, island.label), asm('b', item.position, 0, 0, 0, item.target));
    }
    result[i] = { ...item, target: island.label };
  }
  return { items: result.flatMap((item, i) => [item, ...(islands.get(i) ?? [])]), nextLabel };
}

function placePools(items: readonly AsmItem[], firstLabel: number): PlacedCode {
  const result: AsmItem[] = [];
  const pools: Literal[][] = [];
  let pool: Literal[] = [];
  let firstUse = -1;
  let nextLabel = firstLabel;
  const offsets = new Int32Array(items.length + 1);
  for (const [i, item] of items.entries()) offsets[i + 1] = offsets[i]! + sizeOf(item, true);
  const barriers = barriersOf(items);
  let nextBarrier = 0;
  let inserted = 0;
  const flush = (): void => {
    result.push(asm('pool', undefined, pools.length));
    pools.push(pool);
    inserted += pool.length * 4 + 2;
    pool = [];
    firstUse = -1;
  };
  for (const [i, item] of items.entries()) {
    const here = offsets[i]! + inserted;
    if (firstUse >= 0 && here + 4 * pool.length - firstUse > LITERAL_REACH - 16) {
      // No natural gap came in time: jump over the pool.
      const over = nextLabel++;
      result.push(asm('b', undefined, 0, 0, 0, over));
      inserted += 4;
      flush();
      result.push(asm('label', undefined, over));
    }
    result.push(item);
    if (item.op === 'literal') {
      if (firstUse < 0) firstUse = here;
      if (!pool.some((known) => known.symbol === item.symbol && known.value === item.b))
        pool.push({ symbol: item.symbol, value: item.b });
    }
    if (barriers[nextBarrier] !== i) continue;
    nextBarrier++;
    if (firstUse < 0) continue;
    const following = barriers[nextBarrier];
    // Literals that the code up to the next gap adds are unknown yet: allow for one in three items.
    const last = following ?? items.length - 1;
    const end = offsets[last + 1]! + inserted + 4 * pool.length + Math.ceil((last - i) / 3) * 4;
    if (following === undefined || end - firstUse > LITERAL_REACH) flush();
  }
  if (pool.length > 0) flush();
  return { items: result, pools };
}
