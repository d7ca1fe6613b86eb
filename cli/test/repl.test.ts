// gnomon repl, with its input from a pipe and in a terminal.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { type Gnomon, gnomon, scratchFolder, screen, startInTerminal } from './gnomon.ts';

const file = scratchFolder();

test('repl runs the lines of a pipe, without prompts', async () => {
  const lines = [
    'let x: int = 20',
    'function f(n: int) {',
    '  return n * 2',
    '}',
    'f(x) + 2',
    'x = "text"',
    'console.log([1, 2]); "value"',
    'const none: int[] = []; none[3] + 1',
    '.reset',
    'x',
    '.nothing',
    'if (true) {',
    '  console.log("the end of the input ends the cell")',
    '}',
  ];
  const { code, stdout, stderr } = await gnomon(['repl'], lines.join('\n'));
  assert.deepEqual([code, stderr], [0, '']);
  assert.deepEqual(stdout.split('\n'), [
    '42',
    "input 4:1:1: error TS2322: Type 'string' is not assignable to type 'int'.",
    "  Type 'string' is not assignable to type 'number'.",
    '   1 | x = "text"',
    '     | ^',
    '[ 1, 2 ]',
    "'value'",
    'input 6:1:25: RangeError: index 3 is out of bounds: the length is 0',
    '   1 | const none: int[] = []; none[3] + 1',
    '     |                         ^',
    "input 1:1:1: error TS2304: Cannot find name 'x'.",
    '   1 | x',
    '     | ^',
    'There is no command .nothing; .help lists them.',
    'the end of the input ends the cell',
    '',
  ]);
});

describe('repl in a terminal', { skip: process.platform === 'win32' }, () => {
  const history = file('history', '40 + 2\n');
  let repl: Gnomon;
  let seen = 0;

  /** Types text, waits for what follows. */
  async function type(text: string, answer: RegExp): Promise<void> {
    repl.child.stdin!.write(text);
    seen = await repl.until(answer, seen);
  }

  before(async () => {
    repl = startInTerminal(['repl'], { GNOMON_HISTORY: history });
    seen = await repl.until(/Gnomon on the virtual Raspberry Pi Pico[\s\S]*> /);
  });
  after(() => void repl.child.kill());

  const shown = (): string[] => screen(repl.stdout);

  test('shows values, and goes on with a cell that is not complete', async () => {
    await type('let x: int = 5\r', /> $/);
    await type('function twice(n: int) {\r', /\.\.\. $/);
    await type('return n * 2\r', /\.\.\. $/);
    await type('}\r', /> $/);
    await type('twice(x)\r', /\n10\n> $/);
  });

  test('recalls what was typed, in earlier sessions too', async () => {
    await type('\u001b[A\r', /\n10\n> $/);
    await type('\u001b[A\u001b[A\u001b[A\u001b[A\u001b[A\u001b[A\r', /\n42\n> $/);
    assert.equal(readFileSync(history, 'utf8').split('\n')[0], '40 + 2');
  });

  test('Ctrl-C stops an endless loop; the session and its variables live on', async () => {
    // Once the cell runs on the board: until then, there is nothing to stop.
    await type('x = 7; console.log("runs"); while (true) {}\r', /\nruns\n/);
    await type('\u0003', /stopped\n> $/);
    await type('x\r', /\n7\n> $/);
  });

  test('Ctrl-C drops what is being typed', async () => {
    await type('function unfinished() {\r', /\.\.\. $/);
    await type('let dropped', /dropped/);
    await type('\u0003', /> $/);
    await type('x + 1\r', /\n8\n> $/);
  });

  test('output of timers does not garble what is being typed', async () => {
    await type('let n: int = 0; const id = setInterval(() => { console.log("tick", n++) }, 30)\r', /tick 1/);
    const long = `"${'abcdefghij'.repeat(9)}".length`;
    for (const part of long.match(/.{1,10}/g)!) await type(part, /tick \d+/);
    await type('', /tick \d+[\s\S]*tick \d+/);
    let lines = shown();
    let prompt = 0;
    const typed = () => {
      lines = shown();
      prompt = lines.findLastIndex((line) => line.startsWith('> '));
      return lines.slice(prompt).join('');
    };
    // A busy machine prints many ticks at once, before it takes what is typed.
    for (let ticks = 0; typed() !== `> ${long}` && ticks < 100; ticks++) await type('', /tick \d+/);
    assert.equal(typed(), `> ${long}`);
    const ticks = lines.slice(0, prompt).filter((line) => line.startsWith('tick'));
    assert.ok(ticks.length > 5);
    assert.deepEqual(
      ticks,
      ticks.map((_, i) => `tick ${i}`),
    );
    await type('\r', /\n90\n/);
    await type('\u0003', /timers stopped/);
  });

  test('.reset forgets everything, Ctrl-D leaves', async () => {
    await type('.reset\r', /empty again\.\n> $/);
    await type('x\r', /TS2304: Cannot find name 'x'[\s\S]*> $/);
    await type('"again"\r', /\n'again'\n> $/);
    repl.child.stdin!.write('\u0004');
    assert.equal((await repl.ended).code, 0);
  });
});
