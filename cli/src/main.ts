// The `gnomon` command line: one table of commands; each command is a file in commands/.
import { UsageError } from './usage-error.ts';

interface Command {
  readonly usage: string;
  readonly summary: string;
  /** Runs with the arguments after the command's name; resolves to the exit code. */
  readonly load: () => Promise<{ run(args: string[]): Promise<number> }>;
}

const commands: Record<string, Command> = {
  run: {
    usage: 'run FILE [--cells] [--stats] [--board B]',
    summary: 'run a *.mcu.ts file; - reads it from standard input',
    load: () => import('./commands/run.ts'),
  },
  repl: {
    usage: 'repl [--board B]',
    summary: 'type cells, see values',
    load: () => import('./commands/repl.ts'),
  },
  boards: {
    usage: 'boards',
    summary: 'list ports, boot drives and virtual boards',
    load: () => import('./commands/boards.ts'),
  },
  flash: {
    usage: 'flash [--board B | --drive FOLDER]',
    summary: 'write the firmware to a board',
    load: () => import('./commands/flash.ts'),
  },
  virtual: {
    usage: 'virtual --pty',
    summary: 'offer a virtual Pico as a serial port',
    load: () => import('./commands/virtual.ts'),
  },
  bench: {
    usage: 'bench [NAME...] [--json | --markdown]',
    summary: 'benchmark programs beside C',
    load: () => import('./commands/bench.ts'),
  },
};

const usage = `gnomon: TypeScript on microcontrollers, compiled to native code, cell by cell

${Object.values(commands)
  .map(({ usage, summary }) => `  gnomon ${usage.padEnd(42)}${summary}`)
  .join('\n')}

  --board B   "virtual" (the default), or a serial port such as /dev/ttyACM0 or COM3
  --cells     show each cell with its value and cost
  --stats     write one line of JSON to stderr: times, bytes, cycles
  --latency   bench: what the compiler takes in a session of 500 cells, beside gcc
  --profile P bench: where the cycles of a program go, beside C; P is a NAME, or untyped/NAME
  --target T  bench: what to measure on: rp2040 (the default)
`;

async function main(args: string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined) {
    process.stderr.write(usage);
    return 2;
  }
  if (name === 'help' || args.includes('--help') || args.includes('-h')) {
    process.stdout.write(usage);
    return 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new UsageError(`there is no command "${name}"`);
  return (await command.load()).run(rest);
}

/** Exit codes: 0 done, 1 the program or the board failed, 2 wrong usage, 130 stopped by Ctrl-C. */
async function start(): Promise<void> {
  // A reader that leaves early (`| head`) is no error; `run` ends then, the others end soon anyway.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  try {
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    const known = error instanceof UsageError;
    process.stderr.write(`gnomon: ${error instanceof Error ? error.message : String(error)}\n`);
    if (known) process.stderr.write('Run "gnomon help" for the commands.\n');
    else if (process.env.GNOMON_DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`);
    process.exitCode = known ? 2 : 1;
  }
}

void start();
