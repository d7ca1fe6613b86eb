// Runs the built `gnomon` as a user does: in a process of its own, with pipes or in a terminal.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../bin/gnomon.mjs', import.meta.url));

/** How long anything may take before a test fails: machines are busy at times. In milliseconds. */
const PATIENCE = 60_000;

/** A folder for the files of a test file; removed at its end. */
export function scratchFolder(): (name: string, text?: string) => string {
  const folder = mkdtempSync(join(tmpdir(), 'gnomon-cli-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  return (name, text) => {
    const path = join(folder, name);
    if (text !== undefined) writeFileSync(path, text);
    return path;
  };
}

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A running `gnomon`. */
export class Gnomon {
  stdout = '';
  stderr = '';
  readonly ended: Promise<Ended>;

  constructor(readonly child: ChildProcess) {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.stdout += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.stderr += text;
    });
    child.stdin?.on('error', () => {});
    const late = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
    this.ended = new Promise((resolve) => {
      child.once('close', (code) => {
        clearTimeout(late);
        resolve({ code, stdout: this.stdout, stderr: this.stderr });
      });
    });
  }

  /** Waits until stdout as plain text matches, from offset `from` on; the offset behind the match. */
  async until(pattern: RegExp, from = 0): Promise<number> {
    const end = Date.now() + PATIENCE / 3;
    for (;;) {
      const text = plainText(this.stdout);
      const match = pattern.exec(text.slice(from));
      if (match) return from + match.index + match[0].length;
      if (this.child.exitCode !== null || Date.now() > end) {
        throw new Error(`no ${pattern} in ${JSON.stringify(text.slice(from))}\n${this.stderr}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

/** Variables of the environment that would change what is tested. */
const plain = { NO_COLOR: '', FORCE_COLOR: undefined, GNOMON_DEBUG: undefined, GNOMON_HOME: undefined };

function environment(extra: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const all = { ...process.env, ...plain, ...extra };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** Starts `gnomon` with pipes. */
export function start(args: readonly string[], env: NodeJS.ProcessEnv = {}): Gnomon {
  return new Gnomon(spawn(process.execPath, [bin, ...args], { env: environment(env) }));
}

/** Runs `gnomon` with pipes until it ends. */
export async function gnomon(
  args: readonly string[],
  input = '',
  env: NodeJS.ProcessEnv = {},
): Promise<Ended> {
  const running = start(args, env);
  running.child.stdin?.end(input);
  return running.ended;
}

/** Runs a shell command, in which $gnomon is the command's path and $1... are the arguments, until it ends. */
export async function shell(command: string, ...args: string[]): Promise<Ended> {
  const running = new Gnomon(
    spawn('sh', ['-c', command, 'sh', ...args], { env: environment({ gnomon: bin }) }),
  );
  return running.ended;
}

/** Makes a terminal of 80 columns, runs a command in it, and copies bytes. */
const IN_TERMINAL = `
import fcntl, os, pty, select, struct, sys, termios
pid, master = pty.fork()
if pid == 0:
    os.execvp(sys.argv[1], sys.argv[1:])
fcntl.ioctl(master, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
reading = [0, master]
while True:
    readable, _, _ = select.select(reading, [], [])
    if 0 in readable:
        data = os.read(0, 4096)
        if data:
            os.write(master, data)
        else:
            reading.remove(0)
    if master in readable:
        try:
            data = os.read(master, 4096)
        except OSError:
            break
        if not data:
            break
        os.write(1, data)
_, status = os.waitpid(pid, 0)
sys.exit(os.waitstatus_to_exitcode(status) & 0xff)
`;

/** Starts `gnomon` in a terminal; what it shows, escape codes and all, is `stdout`. */
export function startInTerminal(args: readonly string[], env: NodeJS.ProcessEnv = {}): Gnomon {
  return new Gnomon(
    spawn('python3', ['-c', IN_TERMINAL, process.execPath, bin, ...args], {
      env: environment({ TERM: 'xterm', NO_COLOR: '1', ...env }),
    }),
  );
}

const ESCAPE = '\u001b';
const escapeOrReturn = new RegExp(`${ESCAPE}(\\[[\\d;?]*[A-Za-z])?|\r`, 'g');
const escapeOrText = new RegExp(`${ESCAPE}\\[(?<args>[\\d;]*)(?<code>[A-Za-z])|(?<text>[\\s\\S])`, 'g');

/** What was written without carriage returns and escape codes, the last one of which may not be complete. */
function plainText(written: string): string {
  return written.replace(escapeOrReturn, '');
}

/** What a terminal shows in the end of what was written to it: lines with cursor movements applied. */
export function screen(written: string, columns = 80): string[] {
  const rows: string[][] = [[]];
  let row = 0;
  let column = 0;
  const cell = (text: string) => {
    if (column === columns) {
      row++;
      column = 0;
    }
    while (rows.length <= row) rows.push([]);
    rows[row]![column++] = text;
  };
  const tokens = written.matchAll(escapeOrText);
  for (const { groups } of tokens) {
    const { args = '', code, text } = groups as Record<string, string | undefined>;
    const first = Number(args?.split(';')[0] || 0);
    if (text === '\n') row++;
    else if (text === '\r') column = 0;
    else if (text === '\b') column = Math.max(0, column - 1);
    else if (text !== undefined && text !== '\u0007') cell(text);
    else if (code === 'A') row = Math.max(0, row - (first || 1));
    else if (code === 'B') row += first || 1;
    else if (code === 'C') column += first || 1;
    else if (code === 'D') column = Math.max(0, column - (first || 1));
    else if (code === 'G') column = Math.max(0, first - 1);
    else if (code === 'K') rows[row]?.splice(column);
    else if (code === 'J') {
      rows[row]?.splice(column);
      rows.splice(row + 1);
    }
    while (rows.length <= row) rows.push([]);
  }
  return rows.map((cells) =>
    Array.from(cells, (text) => text ?? ' ')
      .join('')
      .trimEnd(),
  );
}
