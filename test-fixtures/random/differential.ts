// Runs a random program on the board and in Node, and says how they differ.
import { type OracleResult, runInNode } from '../oracle/run-in-node.ts';
import { VirtualSession } from '../virtual-session.ts';
import { asScript, cellsOf } from './program.ts';

/** What came of a program: both sides agree, it says nothing, or they differ (`kind` tells differences apart). */
export type Verdict =
  | { readonly status: 'same' }
  | { readonly status: 'skipped'; readonly why: string }
  | { readonly status: 'different'; readonly kind: string; readonly report: string };

/** How long a program may take on the board, milliseconds: it prints in much less, or never ends. */
const timeLimit = 120_000;

export class Differential {
  private board: VirtualSession | undefined;

  constructor(private readonly verify: boolean) {}

  async run(program: string): Promise<Verdict> {
    const expected = await inNode(program);
    if (expected.error !== undefined) return { status: 'skipped', why: `Node: ${expected.error}` };
    this.board ??= await VirtualSession.start({ verify: this.verify });
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), timeLimit);
    });
    try {
      const ran = await Promise.race([this.board.runProgram(cellsOf(program)), late]);
      if (!ran) return this.broken('no end', `Node prints:\n${expected.output}`);
      // `TS`: the generator wrote what TypeScript rejects, such as comparisons that can't be true.
      const rejected = ran.errors.find((error) => /^(TS|GN2001)/.test(error));
      if (rejected) return { status: 'skipped', why: rejected };
      if (ran.errors.length > 0) {
        const kind = ran.errors[0]!.replace(/'[^']*'|\d+/g, '').slice(0, 40);
        return { status: 'different', kind, report: ran.errors.join('\n') };
      }
      if (ran.output === expected.output) return { status: 'same' };
      return { status: 'different', kind: 'output', report: firstDifference(ran.output, expected.output) };
    } catch (error) {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      return this.broken(`exception ${text.split('\n')[0]!.replace(/\d+/g, '')}`.slice(0, 60), text);
    } finally {
      clearTimeout(timer);
    }
  }

  async stop(): Promise<void> {
    await this.board?.stop();
    this.board = undefined;
  }

  /** The board can't be used any more. */
  private broken(kind: string, report: string): Verdict {
    this.board?.board.dispose();
    this.board = undefined;
    return { status: 'different', kind, report };
  }
}

/** What the program does in Node; a rejection that nothing handles is an error. */
async function inNode(program: string): Promise<OracleResult> {
  let rejection: unknown;
  const unhandled = (reason: unknown) => {
    rejection = reason;
  };
  process.on('unhandledRejection', unhandled);
  try {
    const result = runInNode(asScript(program), { checked: /\bint\b/.test(program) });
    // Node tells of rejections when its own jobs are done.
    await new Promise(setImmediate);
    return rejection === undefined ? result : { ...result, error: `rejected with ${String(rejection)}` };
  } finally {
    process.off('unhandledRejection', unhandled);
  }
}

function firstDifference(actual: string, expected: string): string {
  const [a, b] = [actual.split('\n'), expected.split('\n')];
  const line = a.findIndex((text, index) => text !== b[index]);
  const at = line < 0 ? a.length : line;
  return `line ${at + 1}: board ${JSON.stringify(a[at])}, Node ${JSON.stringify(b[at])}`;
}
