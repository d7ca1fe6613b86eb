// Finds memory of the board that nothing uses any more: library functions that no function calls, and constants
// (strings, type descriptors) that neither code nor data refer to. Data is looked through by reading it, so this is
// done only when memory runs out.
import type { Segment, ShadowMachine } from '../shadow/index.ts';
import type { ReadMemory } from './unwind.ts';

/** Library code is emitted again whenever a cell needs it; all other functions belong to the live program. */
const LIBRARY_PREFIX = 'f.lib.';

/**
 * Removes what is not used. No program may run meanwhile, and no timer be alive. Returns the bytes that became free.
 */
export async function reclaim(shadow: ShadowMachine, read: ReadMemory): Promise<number> {
  const before = freeBytes(shadow);
  for (const segment of unusedLibraryCode(shadow)) shadow.remove(segment.symbol);
  const candidates = unreferencedConstants(shadow);
  if (candidates.length > 0) {
    const { data, heap } = shadow.memory;
    const held = new Set<number>();
    await collectWords(data.begin, shadow.rootsEnd, read, candidates, held);
    await collectWords(heap.begin, heap.end, read, candidates, held);
    for (const constant of candidates) if (!held.has(constant.address)) shadow.remove(constant.symbol);
  }
  shadow.releaseQuarantine();
  return freeBytes(shadow) - before;
}

function freeBytes({ use }: ShadowMachine): number {
  return use.code.free + use.data.free;
}

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
  for (const segment of segments) if (!segment.symbol.startsWith(LIBRARY_PREFIX)) visit(segment);
  return segments.filter(({ symbol }) => !used.has(symbol));
}

/** Constants without referring code. Function values stay: a timer may hold one. */
function unreferencedConstants(shadow: ShadowMachine): Segment[] {
  return [...shadow.allSegments()].filter(
    (segment) =>
      segment.kind === 'constant' && !segment.data.writable && shadow.referrersOf(segment.symbol).size === 0,
  );
}

/** Notes which of the candidates' addresses occur as words of the board's memory in [begin, end). */
async function collectWords(
  begin: number,
  end: number,
  read: ReadMemory,
  candidates: readonly Segment[],
  held: Set<number>,
): Promise<void> {
  const addresses = new Set(candidates.map(({ address }) => address));
  if (end <= begin) return;
  const bytes = await read(begin, end - begin);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const word = view.getUint32(at, true);
    if (addresses.has(word)) held.add(word);
  }
}
