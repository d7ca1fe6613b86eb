// gnomon virtual --pty: a virtual Pico behind a pseudo terminal, for programs that want a serial port.
import { parseArgs } from 'node:util';
import { offerPty } from '@gnomon/boards/virtual/pty';
import { openBoard } from '../connect.ts';
import { parseUsage, UsageError } from '../usage-error.ts';

export async function run(args: string[]): Promise<number> {
  const { values } = parseUsage(() => parseArgs({ args, options: { pty: { type: 'boolean' } } }));
  if (!values.pty) throw new UsageError('say how to offer the board: gnomon virtual --pty');
  const unplugged = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, resolve);
  });
  const board = await openBoard('virtual');
  try {
    const port = await offerPty(board.stream);
    // The path alone is on stdout, for scripts.
    process.stdout.write(`${port.path}\n`);
    process.stderr.write(
      `A virtual Raspberry Pi Pico is at ${port.path}; in another terminal: gnomon run --board ${port.path} FILE\n` +
        'Ctrl-C unplugs it.\n',
    );
    await Promise.race([unplugged, port.closed]);
    await port.close();
  } finally {
    await board.close();
  }
  return 0;
}
