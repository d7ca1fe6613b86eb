// gnomon repl: a cell a line, or more lines while it is not finished.
import { parseArgs } from 'node:util';
import { connect } from '../connect.ts';
import { Prompt } from '../prompt.ts';
import { Repl } from '../repl.ts';
import { parseUsage } from '../usage-error.ts';

export async function run(args: string[]): Promise<number> {
  const { values } = parseUsage(() => parseArgs({ args, options: { board: { type: 'string' } } }));
  const { session, board } = await connect(values.board ?? 'virtual', { warm: true });
  const prompt = new Prompt();
  const repl = new Repl(session, prompt);
  prompt.printAbove(
    `Gnomon on the ${board.name}. Ctrl-C stops the board's code, .help says more, Ctrl-D leaves.`,
    'hint',
  );
  const exitCode = await repl.run();
  await session.detach();
  await board.close();
  return exitCode;
}
