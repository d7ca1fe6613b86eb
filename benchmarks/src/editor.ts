// How fast the editor answers in a notebook of 100 cells and 1,000 lines: completion behind what is being typed, the
// check of the cell that is edited, and what a Run spends on its check afterwards. Host times: compare them within one
// run only.
import type { Session } from '@gnomon/server/session';
import { type Spread, spreadOf } from './latency/index.ts';

/** Milliseconds. */
export interface EditorLatency {
  /** Completion of a member right after it was typed: the text is new to the server. */
  readonly memberCompletion: Spread;
  /** Completion of a name. */
  readonly nameCompletion: Spread;
  /** Diagnostics of a cell after an edit in one of its functions. */
  readonly recheck: Spread;
  /** Diagnostics of all cells after such an edit, which the server spreads over turns of the event loop. */
  readonly recheckAll: Spread;
  /** The check of a Run whose cell the editor has checked; undefined without a board. */
  readonly runCheck: Spread | undefined;
}

const uri = 'file:///benchmark.mcu.ts';

/** A cell of 10 lines that uses the cells before it. */
function cellText(n: number): string {
  const older = n > 0 ? `step${n - 1}(values${n - 1}[0])` : '1';
  return `// Cell ${n}
const values${n}: int[] = [${n}, 2, 3];
let count${n}: int = 0;
function step${n}(limit: int): int {
  let sum: int = 0;
  for (let i: int = 0; i < limit; i++) sum += i * ${n};
  return sum;
}
count${n} = step${n}(4) + ${older};
console.log('count ' + count${n});`;
}

/** Measures in a session; if a board is attached, also Runs of all cells. */
export async function measureEditor(session: Session, cells = 100, edits = 60): Promise<EditorLatency> {
  const texts = Array.from({ length: cells }, (_, n) => cellText(n));
  const show = (changed = -1, text = '') =>
    session.setDocument(
      uri,
      texts.map((each, n) => ({ id: `editor${n}`, text: n === changed ? text : each })),
    );
  const { language } = session;
  const time = (work: () => unknown): number => {
    const begin = performance.now();
    work();
    return performance.now() - begin;
  };
  const checkAll = () => {
    for (let n = 0; n < cells; n++) language.diagnostics(`editor${n}`);
  };
  show();
  checkAll();

  const member: number[] = [];
  const name: number[] = [];
  const recheck: number[] = [];
  const recheckAll: number[] = [];
  for (let i = 0; i < edits; i++) {
    const n = (i * 37) % cells;
    const id = `editor${n}`;
    const typed = texts[n]!.replace('  return sum;', `  const x${i} = values${n}.\n  return sum;`);
    show(n, typed);
    member.push(time(() => language.completions(id, typed.indexOf('.\n') + 1)));
    const word = texts[n]!.replace('  return sum;', `  sum += ste${i}\n  return sum;`);
    show(n, word);
    name.push(time(() => language.completions(id, word.indexOf(`ste${i}`) + 3)));
    show(n, texts[n]!.replace('i < limit', `i < limit + ${i}`));
    recheck.push(time(() => language.diagnostics(id)));
    recheckAll.push(time(checkAll));
  }
  show();
  checkAll();

  const runCheck: number[] = [];
  if (session.identity) {
    await session.reset();
    for (const [n, text] of texts.entries()) {
      const result = await session.runCell(`editor${n}`, text);
      if (result.status !== 'done')
        throw new Error(`cell ${n} was ${result.status}: ${JSON.stringify(result)}`);
      runCheck.push(result.cost.checkMs);
    }
  }
  session.removeDocument(uri);
  return {
    memberCompletion: spreadOf(member),
    nameCompletion: spreadOf(name),
    recheck: spreadOf(recheck),
    recheckAll: spreadOf(recheckAll),
    runCheck: runCheck.length > 0 ? spreadOf(runCheck) : undefined,
  };
}
