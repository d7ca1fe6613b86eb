// gnomon virtual --pty: a virtual Pico behind a pseudo terminal, for programs that want a serial port.
import { parseArgs } from 'node:util';
import { offerPty } from '@gnomon/boards/virtual/pty';
import { openBoard } from '../connect.ts';
import { UsageError } from '../usage-error.ts';

export async function run(args: string[]): Promise<number> {
  let pty: boolean | undefined;
  try {
    pty = parseArgs({ args, options: { pty: { type: 'boolean' } } }).values.pty;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
  if (!pty) throw new UsageError('say how to offer the board: gnomon virtual --pty');
  const board = await openBoard('virtual');
  const port = await offerPty(board.stream);
  process.stdout.write(`${port.path}\n`);
  process.stderr.write(`A virtual Raspberry Pi Pico is at ${port.path}; Ctrl-C unplugs it.\n`);
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await port.close();
  await board.close();
  return 0;
}
