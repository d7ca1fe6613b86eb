// Links, and makes room where the board's memory is too small: what nothing uses any more goes first, and then the heap
// gives way to code, as far as it is empty at that end.
import { LinkError, type LinkInput, link, type Patch } from '../linker/index.ts';
import type { BoardLink } from '../protocol/index.ts';
import type { ShadowMachine } from '../shadow/index.ts';
import { reclaim } from './reclaim.ts';
import type { ReadMemory } from './unwind.ts';

/** In such steps the heap gives way, bytes. */
const STEP = 4 * 1024;
/** What is left to the heap in any case, bytes. */
const LEAST_HEAP = 32 * 1024;

/**
 * Links. If memory runs out, what nothing uses is looked for, unless `read` is undefined, and then code memory is made
 * larger. Throws a LinkError.
 */
export async function linkInRoom(
  input: LinkInput,
  shadow: ShadowMachine,
  board: BoardLink,
  read: ReadMemory | undefined,
): Promise<Patch> {
  let reclaims = read;
  for (;;) {
    try {
      return link(input, shadow);
    } catch (error) {
      if (!(error instanceof LinkError) || error.reason === 'unresolved symbol') throw error;
      const freed = reclaims ? await reclaim(shadow, reclaims) : 0;
      reclaims = undefined;
      if (freed > 0) continue;
      if (error.reason !== 'code memory' || !(await growCode(shadow, board, error.missing))) throw error;
    }
  }
}

/** Takes what is missing from the end of the heap, or a step if that is unknown; false if the heap does not give it. */
async function growCode(shadow: ShadowMachine, board: BoardLink, missing: number): Promise<boolean> {
  const { code, heap } = shadow.memory;
  const begin = code.begin - Math.ceil(Math.max(missing, 1) / STEP) * STEP;
  if (begin < heap.begin + LEAST_HEAP) return false;
  const { memory } = await board.reserve(begin);
  if (memory.code.begin !== begin) return false;
  shadow.growCode(memory);
  return true;
}
