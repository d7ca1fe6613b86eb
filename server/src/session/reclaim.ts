// Finds memory of the board that nothing uses any more: library functions that no function calls, replaced code that
// no closure points to, and constants (strings, type descriptors) that neither code nor data refer to. Data is looked
// through by reading it, so this is done only when memory runs out.
import { isHeldByClosures, LIBRARY_PREFIX } from '../compiler/ir/symbols.ts';
import { isReplaced, type Segment, type ShadowMachine } from '../shadow/index.ts';
import type { ReadMemory } from './unwind.ts';

/**
 * Removes what is not used. No program may run meanwhile, and no timer be alive. Returns the bytes that became free.
 * Objects of the heap that are garbage but not overwritten yet count as using what they point to.
 */
export async function reclaim(shadow: ShadowMachine, read: ReadMemory): Promise<number> {
  const before = freeBytes(shadow);
  for (const segment of unusedLibraryCode(shadow)) shadow.remove(segment.symbol);
  const candidates = [...replacedCode(shadow), ...unreferencedConstants(shadow)];
  if (candidates.length > 0) {
    const { data, heap } = shadow.memory;
    const held = new Set<number>();
    await collectWords(data.begin, shadow.rootsEnd, read, candidates, held);
    await collectWords(heap.begin, heap.end, read, candidates, held);
    for (const segment of candidates) if (!isHeld(segment, held)) shadow.remove(segment.symbol);
  }
  shadow.releaseQuarantine();
  return freeBytes(shadow) - before;
}

function freeBytes({ use }: ShadowMachine): number {
  return use.code.free + use.data.free;
}

/** Library code is emitted again whenever a cell needs it; all other functions belong to the live program. */
function unusedLibraryCode(shadow: ShadowMachine): Segment[] {
  const used = new Set<string>();
  const visit = (segment: Segment): void => {
    if (used.has(segment.symbol)) return;
    used.add(segment.symbol);
    for (const symbol of shadow.referencesOf(segment)) {
      const target = shadow.segment(symbol);
      if (target) visit(target);
    }
  };
  const segments = [...shadow.allSegments()];
  for (const segment of segments) {
    const { symbol } = segment;
    if (!symbol.startsWith(LIBRARY_PREFIX) || isHeldByClosures(symbol) || isReplaced(symbol)) visit(segment);
  }
  return segments.filter(({ symbol }) => !used.has(symbol));
}

function replacedCode(shadow: ShadowMachine): Segment[] {
  return [...shadow.allSegments()].filter(({ symbol }) => isReplaced(symbol));
}

/** What a word may hold that refers to the segment: its address, or in frames that wait, where its code goes on. */
function wordsOf({ kind, address, size }: Segment): { begin: number; end: number } {
  return kind === 'code' ? { begin: address | 1, end: address + size } : { begin: address, end: address + 1 };
}

function isHeld(segment: Segment, held: ReadonlySet<number>): boolean {
  const { begin, end } = wordsOf(segment);
  for (let word = begin; word < end; word += 2) if (held.has(word)) return true;
  return false;
}

/** Constants without referring code. Function values stay: a timer may hold one. */
function unreferencedConstants(shadow: ShadowMachine): Segment[] {
  return [...shadow.allSegments()].filter(
    (segment) =>
      segment.kind === 'constant' && !segment.data.writable && shadow.referrersOf(segment.symbol).size === 0,
  );
}

/** Notes which words that may refer to the candidates occur in the board's memory in [begin, end). */
async function collectWords(
  begin: number,
  end: number,
  read: ReadMemory,
  candidates: readonly Segment[],
  held: Set<number>,
): Promise<void> {
  const ranges = candidates.map(wordsOf);
  const first = Math.min(...ranges.map((range) => range.begin));
  const last = Math.max(...ranges.map((range) => range.end));
  if (end <= begin) return;
  const bytes = await read(begin, end - begin);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const word = view.getUint32(at, true);
    if (word >= first && word < last) held.add(word);
  }
}
