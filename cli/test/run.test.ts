// gnomon run, as scripts and people use it: streams, exit codes, positions, costs, timers, interrupts.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { gnomon, scratchFolder, shell, start, startInTerminal } from './gnomon.ts';

const file = scratchFolder();

describe('gnomon run', { concurrency: 2 }, () => {
  test('writes what console.log prints to stdout, and nothing else', async () => {
    const path = file(
      'output.mcu.ts',
      'console.log("one", 1);\n// %%\nconst xs: int[] = [1, 2];\nconsole.error("to stderr");\nxs;\n// %%\nconsole.log(xs);\n',
    );
    assert.deepEqual(await gnomon(['run', path]), {
      code: 0,
      stdout: 'one 1\n[ 1, 2 ]\n',
      stderr: 'to stderr\n',
    });
  });

  test('imports files beside the program, and names them where they fail', async () => {
    file('first.ts', 'export function first(a: int[]): int {\n  return a[a.length]!;\n}\n');
    const path = file(
      'imports.mcu.ts',
      "import { first } from './first.ts';\nconsole.log('begun');\nfirst([1]);\n",
    );
    const { code, stdout, stderr } = await gnomon(['run', path]);
    assert.deepEqual([code, stdout], [1, 'begun\n']);
    assert.match(stderr, /RangeError: .*\n.*first\.ts:2:\d+/);
  });

  test('reads the program from standard input for -', async () => {
    const { code, stdout } = await gnomon(['run', '-'], 'console.log(6 * 7);\n');
    assert.deepEqual([code, stdout], [0, '42\n']);
  });

  test('names file, line and column of a run-time error, wherever its cell begins', async () => {
    const path = file(
      'error.mcu.ts',
      [
        '',
        'const xs: int[] = [1, 2, 3];',
        '// %% A function that is too long to be copied into its caller',
        '',
        'function pick(i: int): int {',
        '  console.log("picking");',
        '  for (let k: int = 0; k < 3; k++) console.log(k);',
        '  return xs[i]!;',
        '}',
        '// %% [markdown]',
        '// Words.',
        '// %%',
        'console.log("before");',
        '  pick(7);',
        '// %%',
        'console.log("never");',
      ].join('\r\n'),
    );
    const { code, stdout, stderr } = await gnomon(['run', path]);
    assert.equal(code, 1);
    assert.equal(stdout, 'before\npicking\n0\n1\n2\n');
    const [first, source, mark] = stderr.split('\n');
    assert.match(first!, /error\.mcu\.ts:8:1\d: RangeError: index 7 is out of bounds: the length is 3/);
    assert.match(source!, /^ {3}8 \| {3}return xs\[i\]!;$/);
    assert.match(mark!, /^ {5}\| +\^$/);
    assert.match(stderr, /at pick \(.*error\.mcu\.ts:8:1\d\)\n {4}at .*error\.mcu\.ts:14:\d+\n/);
  });

  test('names file, line and column of a diagnostic, and runs nothing of its cell', async () => {
    const path = file(
      'type.mcu.ts',
      'console.log("ran");\n\n// %%\nconsole.log("not run");\nlet a = 1;\n\tlet b: string = a;\n',
    );
    const { code, stdout, stderr } = await gnomon(['run', path]);
    assert.deepEqual([code, stdout], [1, 'ran\n']);
    assert.match(
      stderr,
      /^.*type\.mcu\.ts:6:6: error TS2322: Type 'number' is not assignable to type 'string'\.\n {3}6 \| \tlet b: string = a;\n {5}\| \t {4}\^\n$/,
    );
  });

  test('writes one line of costs for --stats, in measured units', async () => {
    const path = file(
      'stats.mcu.ts',
      'let n: int = 0;\nfor (let i: int = 0; i < 1000; i++) n += i;\n// %%\nn;\n',
    );
    const { code, stdout, stderr } = await gnomon(['run', '--stats', path]);
    assert.deepEqual([code, stdout], [0, '']);
    assert.match(stderr, /^\{.*\}\n$/);
    const cost = JSON.parse(stderr) as Record<string, number>;
    assert.deepEqual(Object.keys(cost), [
      'checkMs',
      'compileMs',
      'linkMs',
      'aheadMs',
      'pushMs',
      'runMs',
      'bytesPushed',
      'codeBytes',
      'cycles',
    ]);
    for (const [name, value] of Object.entries(cost)) {
      // Nothing is compiled before it is run.
      if (name === 'aheadMs') assert.equal(value, 0);
      else assert.ok(value > 0, `${name} is ${value}`);
    }
    assert.ok(cost.cycles! > 1000 && cost.cycles! < 1_000_000, `${cost.cycles} cycles`);
    assert.ok(cost.codeBytes! < 1000 && cost.bytesPushed! < 2000);
  });

  test('goes on until the last timer has ended', async () => {
    const path = file(
      'timers.mcu.ts',
      'let n: int = 0;\nconst id = setInterval(() => { console.log(++n); if (n === 3) clearInterval(id); }, 5);\n' +
        'setTimeout(() => console.log("late"), 60);\nconsole.log("first");\n',
    );
    assert.deepEqual(await gnomon(['run', path]), { code: 0, stdout: 'first\n1\n2\n3\nlate\n', stderr: '' });
    const short = file('short.mcu.ts', 'setTimeout(() => console.log("soon"), 0);\n');
    assert.deepEqual(await gnomon(['run', short]), { code: 0, stdout: 'soon\n', stderr: '' });
  });

  test('ends with the first error of a timer, as Node does', async () => {
    const path = file(
      'timer-error.mcu.ts',
      '// %%\nconst none: int[] = [];\nfunction bad() {\n  console.log(none[3] + 1);\n}\nsetInterval(bad, 5);\n',
    );
    const { code, stdout, stderr } = await gnomon(['run', path]);
    assert.deepEqual([code, stdout], [1, '']);
    assert.match(stderr, /^.*timer-error\.mcu\.ts:4:\d+: RangeError: /);
    assert.equal(stderr.match(/RangeError/g)?.length, 1);
  });

  test('stops at Ctrl-C in an endless loop and while timers run, with exit code 130', async () => {
    for (const [name, text] of [
      ['loop', 'console.log("begin");\n// %%\nwhile (true) {}\n'],
      ['wait', 'console.log("begin");\nsetInterval(() => {}, 1000);\n'],
    ] as const) {
      const running = start(['run', file(`${name}.mcu.ts`, text)]);
      await running.until(/begin\n/);
      running.child.kill('SIGINT');
      assert.deepEqual(await running.ended, { code: 130, stdout: 'begin\n', stderr: '' }, name);
    }
  });

  test('ends when nobody reads its output any more', { skip: process.platform === 'win32' }, async () => {
    const path = file('endless.mcu.ts', 'let n: int = 0;\nwhile (true) console.log(n++);\n');
    const { stdout, stderr } = await shell(
      '{ "$gnomon" run "$1"; echo "exit code $?" >&2; } | head -1',
      path,
    );
    assert.deepEqual([stdout, stderr], ['0\n', 'exit code 0\n']);
  });

  test('shows cells with their values and costs', async () => {
    const path = file(
      'cells.mcu.ts',
      '// %% [markdown]\n// # Title\n// Words that\n// belong together.\n// %% Sum\nlet a: int = 1;\na + 1;\n// %%\n"x";\n',
    );
    const { code, stdout, stderr } = await gnomon(['run', '--cells', path]);
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(
      stdout,
      /^\nTitle\nWords that belong together\.\n\n\[1\] Sum\n│ let a: int = 1;\n│ a \+ 1;\n=> 2\n/,
    );
    assert.match(stdout, /checked in .* compiled in .* pushed \d+ bytes · ran \d+ cycles, .*s\n/);
    assert.match(stdout, /\[2\]\n│ "x";\n=> 'x'\n/);
    assert.match(stdout, /\n2 cells ran on the virtual Raspberry Pi Pico: \d+ bytes pushed/);
    assert.ok(!stdout.includes('\u001b'), 'no colours where there is no terminal');
  });

  test('shows colours in a terminal', { skip: process.platform === 'win32' }, async () => {
    const path = file('colors.mcu.ts', '// %%\nlet z: int = 1; z\n// %%\nlet y: string = z;\n');
    const { stdout } = await startInTerminal(['run', '--cells', path], { NO_COLOR: '' }).ended;
    assert.ok(stdout.includes('\u001b[35mlet\u001b[39m z'), stdout);
    assert.ok(stdout.includes('\u001b[31merror\u001b[39m TS2322'), stdout);
  });

  test('takes wrong usage as such', async () => {
    for (const args of [
      ['run'],
      ['run', file('absent.mcu.ts')],
      ['run', '--bad', 'x.mcu.ts'],
      ['bogus'],
      ['virtual'],
      [],
    ]) {
      const { code, stdout, stderr } = await gnomon(args);
      assert.deepEqual([code, stdout], [2, ''], args.join(' '));
      assert.match(stderr, /gnomon/);
    }
    const help = await gnomon(['run', '--help']);
    assert.equal(help.code, 0);
    assert.match(help.stdout, /gnomon run FILE/);
  });
});
