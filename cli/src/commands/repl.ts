// gnomon repl: a cell a line (or more lines, while one is not finished), on Node's own read-eval-print loop.
import { homedir } from 'node:os';
import { join } from 'node:path';
import { type REPLServer, Recoverable, start } from 'node:repl';
import { parseArgs } from 'node:util';
import { isIncomplete, type Session } from '@gnomon/server/session';
import { connect } from '../connect.ts';
import { type FindPlace, formatDiagnostic, formatError } from '../report.ts';
import { UsageError } from '../usage-error.ts';

export async function run(args: string[]): Promise<number> {
  const boardName = parseBoard(args);
  const { session, board } = await connect(boardName);
  process.stdout.write(
    `Gnomon on the ${board.name}. Ctrl-C stops the board's code, Ctrl-D leaves, .reset starts over.\n`,
  );
  const server = startLoop(session);
  session.listen({
    state: (state) => {
      if (state !== 'lost') return;
      process.stderr.write('\nThe board is gone.\n');
      server.close();
    },
  });
  await new Promise<void>((resolve) => server.once('exit', resolve));
  await session.detach();
  await board.close();
  return 0;
}

function parseBoard(args: string[]): string {
  try {
    return parseArgs({ args, options: { board: { type: 'string' } } }).values.board ?? 'virtual';
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function startLoop(session: Session): REPLServer {
  const texts = new Map<string, string>();
  const place: FindPlace = (unit) => {
    const text = texts.get(unit);
    return text === undefined ? undefined : { file: unit.replace('cell', 'input '), line: 0, text };
  };
  let running = false;

  async function evaluate(input: string): Promise<string> {
    const id = `cell${texts.size + 1}`;
    texts.set(id, input);
    const result = await session.runCell(id, input);
    const messages = result.diagnostics.map((diagnostic) => formatDiagnostic(diagnostic, place));
    if (result.status === 'done') messages.push(result.value?.text ?? '');
    if (result.status === 'failed') messages.push(formatError(result.error, place));
    if (result.status === 'rejected' && result.message) messages.push(result.message);
    if (result.status === 'stopped') messages.push('stopped');
    return messages.filter((message) => message !== '').join('\n');
  }

  const server = start({
    prompt: '> ',
    ignoreUndefined: true,
    // The result is text already: it is shown as it is.
    writer: (text: unknown) => String(text),
    eval: (input, _context, _file, done) => {
      const text = input.replace(/\n$/, '');
      if (text.trim() === '') return done(null, undefined);
      if (isIncomplete(text)) return done(new Recoverable(new SyntaxError('incomplete')), undefined);
      running = true;
      evaluate(text)
        .then(
          (shown) => done(null, shown === '' ? undefined : shown),
          (error: Error) => done(null, `error: ${error.message}`),
        )
        .finally(() => {
          running = false;
        });
    },
  });
  server.setupHistory(process.env.GNOMON_HISTORY ?? join(homedir(), '.gnomon_history'), () => {});
  server.prependListener('SIGINT', () => {
    if (running || session.timers > 0) void session.stop();
  });
  server.defineCommand('reset', {
    help: 'Clear the board: variables, functions, timers',
    action() {
      void session.reset().then(() => this.displayPrompt());
    },
  });
  const print = (text: string) => {
    if (running) return void process.stdout.write(`${text}\n`);
    process.stdout.write(`\r\u001b[K${text}\n`);
    server.displayPrompt(true);
  };
  session.listen({
    output: ({ text }) => print(text),
    timerError: (error) => print(formatError(error, place)),
  });
  return server;
}
