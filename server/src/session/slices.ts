// Long work in slices, between which the event loop runs: an editor's requests are answered while a cell compiles.
import type { Sliced } from '../compiler/slices.ts';

/**
 * How long a slice may take before others have their turn, in milliseconds. Single steps may take longer. Most cells
 * need no second slice: a turn of the event loop, in which a virtual board runs too, would cost them as much again.
 */
const SLICE_MS = 25;

/** Does work; between two slices, `proceed` says whether it is still wanted. Undefined if it was not. */
export async function inSlices<T>(work: Sliced<T>, proceed: () => boolean): Promise<T | undefined> {
  for (let begin = performance.now(); ; ) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() - begin < SLICE_MS) continue;
    await nextTurn();
    if (!proceed()) return undefined;
    begin = performance.now();
  }
}

/** What both Node's and browsers' ports have. */
interface Port {
  onmessage: (() => void) | null;
  postMessage(message: undefined): void;
  close(): void;
}

/** Resolves after what waits in the event loop has had its turn. (A browser's timers would wait for 4 ms.) */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === 'function') {
      setImmediate(resolve);
      return;
    }
    const { port1, port2 } = new MessageChannel() as unknown as { port1: Port; port2: Port };
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
