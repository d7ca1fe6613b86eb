// Variables read from a running board's memory: they show what the board itself would send, whatever it does meanwhile.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, type TestContext, test } from 'node:test';
import { firmwareManifest } from '../../../../cli/src/assets.ts';
import { VirtualSession } from '../../../../test-fixtures/virtual-session.ts';
import { BoardLink } from '../../protocol/index.ts';
import { formatInline } from '../output.ts';

describe('variables of the live program', () => {
  let board: VirtualSession;
  before(async () => {
    board = await VirtualSession.start({ realTime: true });
  });
  after(() => board.stop());
  beforeEach(() => board.session.reset());

  const run = async (id: string, text: string) => {
    const result = await board.session.runCell(id, text);
    assert.equal(result.status, 'done', JSON.stringify(result));
    return result.status === 'done' ? result.value : undefined;
  };
  const shown = async () => {
    const variables = await board.session.variables();
    return Object.fromEntries(variables.map(({ name, value }) => [name, value]));
  };
  /** Runs a cell that goes on, until it has printed something. */
  const begin = (id: string, text: string) =>
    new Promise<{ running: Promise<unknown> }>((resolve) => {
      const remove = board.session.listen({
        output: () => {
          remove();
          resolve({ running });
        },
      });
      const running = board.session.runCell(id, text);
    });

  /** Declarations by name, of every kind of value that the board can print. */
  const printable: Record<string, string> = {
    whole: 'let whole: int = -7;',
    large: 'let large: int = -2147483648;',
    single: 'let single: float = Math.fround(0.1);',
    real: 'let real = 0.1 + 0.2;',
    negativeZero: 'let negativeZero = -0;',
    notANumber: 'let notANumber = NaN;',
    flag: 'let flag = 1 < 2;',
    constant: 'const constant = 42;',
    constantText: 'const constantText = "it is";',
    constantFlag: 'const constantFlag = false;',
    text: 'let text = "it\'s Latin-1: é";',
    wide: 'let wide = "δ = 1 €";',
    nothing: 'let nothing = "";',
    made: 'let made = "a".repeat(300) + whole;',
    madeWide: 'let madeWide = "ж".repeat(20);',
    emptySlice: 'let emptySlice = "abc".slice(1, 1);',
    ints: 'let ints: int[] = [1, -2, 3];',
    numbers: 'const numbers = [1, 2.5, NaN];',
    floats: 'let floats: float[] = [1, Math.fround(2.1)];',
    flags: 'let flags = [true, false];',
    none: 'let none: int[] = [];',
    many: 'let many: int[] = []; for (let i: int = 0; i < 150; i++) many.push(i);',
    words: 'let words = ["sun", "dial", "γνώμων"];',
    grid: 'let grid = [[1, 2], [], [3.5]];',
    deep: 'let deep = [[["a"], []], [["b", "c"]]];',
    deeper: 'let deeper: int[][][][] = [[[[1, 2]], [[], [3]]]];',
    bytes: 'let bytes = new Uint8Array(3); bytes[1] = 200;',
    signed: 'let signed = new Int16Array(2); signed[0] = -5;',
    doubles: 'let doubles = new Float64Array(2); doubles[1] = 1e300;',
    clamped: 'let clamped = new Uint8ClampedArray(1); clamped[0] = 255;',
    typedEmpty: 'let typedEmpty = new Int32Array(0);',
    maybe: 'let maybe: int | undefined = 5;',
    maybeNot: 'let maybeNot: int | undefined;',
    maybeText: 'let maybeText: string | undefined = "there";',
    notText: 'let notText: string | null = null;',
    color: 'enum Color { Red, Green = 5 } let color: Color = Color.Green;',
    unit: 'enum Unit { Meter = "m" } let unit: Unit = Unit.Meter;',
    f: 'let f = (n: int): int => n + 1;',
    named: 'function named(): void {} let g = named;',
    taken: 'const [taken, also] = [[1, 2], [3]];',
  };

  const collections: Record<string, string> = {
    map: 'let map = new Map([["a", 1], ["b", 2]]); map.delete("a");',
    set: 'let set = new Set([1, 1, 2.5]);',
    mapOfSets: 'let mapOfSets = new Map<int, Set<string>>([[1, new Set(["x"])]]);',
    deepMap: 'let deepMap = { a: [new Map([[1, new Set([[1]])]])] };',
    emptySet: 'let emptySet = new Set<string>();',
    longSet: 'let longSet = new Set<int>(); for (let i: int = 0; i < 120; i++) longSet.add(i);',
  };

  /** Runs declarations; returns what is shown of them after comparing it with what the board sends. */
  const shownAsSent = async (declarations: Record<string, string>) => {
    await run('all', Object.values(declarations).join('\n'));
    const values = await shown();
    for (const name of Object.keys(declarations)) {
      if (name === 'named') continue;
      const expected = formatInline((await run('ask', `${name}`))?.value);
      assert.equal(values[name], expected, name);
    }
    return values;
  };

  test('every kind of value shows as the value of a cell does', async () => {
    const values = await shownAsSent(printable);
    assert.equal(values.named, undefined, 'a declared function is not a variable');
    assert.equal(values.g, '[Function: named]');
    assert.equal(values.also, '[ 3 ]');
  });

  test('maps and sets show as the value of a cell does', async () => {
    const values = await shownAsSent(collections);
    assert.equal(values.map, "Map(1) { 'b' => 2 }");
    assert.equal(values.deepMap, '{ a: [ Map(1) { 1 => [Set] } ] }');
  });

  test('what the board can not print shows as Node would', async () => {
    await run(
      'a',
      `const led = new Pin(25);
       let pin = new Pin(3); let pins = [pin, led];
       function adder(n: int) { return (m: int): int => n + m; }
       let closure = adder(2);
       let closures = [adder(1), adder(2)];
       let holes: (int | undefined)[] = [1, undefined, 3];
       let texts: (string | undefined)[] = ["a", undefined];`,
    );
    assert.deepEqual(await shown(), {
      led: 'Pin { number: 25 }',
      pin: 'Pin { number: 3 }',
      pins: '[ Pin { number: 3 }, Pin { number: 25 } ]',
      closure: '[Function (anonymous)]',
      closures: '[ [Function (anonymous)], [Function (anonymous)] ]',
      holes: '[ 1, undefined, 3 ]',
      texts: "[ 'a', undefined ]",
    });
  });

  test('names, types and places; a name that is declared again is one variable', async () => {
    await run('a', 'let x = 1;\n  let words = ["sun"];');
    await run('b', '\nlet x = "text";');
    const variables = await board.session.variables();
    assert.deepEqual(variables, [
      { name: 'x', type: 'string', value: "'text'", location: { unit: 'b', line: 2, column: 5 } },
      { name: 'words', type: 'string[]', value: "[ 'sun' ]", location: { unit: 'a', line: 2, column: 7 } },
    ]);
    await board.session.reset();
    assert.deepEqual(await board.session.variables(), []);
  });

  test('a declaration that did not run, and one that failed', async () => {
    const { status } = await board.session.runCell(
      'a',
      'let before = [1]; const xs: int[] = []; let failed = xs[before.length]; let after = ["a"];',
    );
    assert.equal(status, 'failed');
    const { before, after } = await shown();
    assert.deepEqual({ before, after }, { before: '[ 1 ]', after: '(not assigned yet)' });
  });

  test('long values are cut', async () => {
    await run('a', 'let long = "x".repeat(3000); let lines: string[] = new Array(100).fill("y".repeat(50));');
    const { long, lines } = await shown();
    assert.ok(long!.startsWith("'xxx") && long!.includes('... 2600 more characters'), long);
    assert.ok(lines!.length <= 1001 && lines!.endsWith('…'), lines);
  });

  test('while a cell runs for ever', async () => {
    const { running } = await begin(
      'a',
      `let count: int = 0; let list: int[] = []; let text = 'start';
       console.log('running');
       while (true) {
         count++;
         if (count % 1000 === 0) { list = [count, count]; text = 'now ' + count; }
       }`,
    );
    let last = 0;
    for (let i = 0; i < 20; i++) {
      const { count, list, text } = await shown();
      assert.ok(Number(count) > last, `${count} comes after ${last}`);
      last = Number(count);
      assert.match(list!, /^\(changing\)$|^\[\]$|^\[ (\d+), \1 \]$/);
      assert.match(text!, /^\(changing\)$|^'start'$|^'now \d+'$/);
    }
    const memory = await board.session.memory();
    assert.ok(memory.heap.used > 0 && memory.heap.used <= memory.heap.size, JSON.stringify(memory));
    await board.session.stop();
    await running;
  });

  for (const { title, period, reads, wanted } of [
    { title: 'while timers change everything, and the collector runs', period: 20, reads: 100, wanted: 0 },
    // Much longer than it takes to read all, also on a busy host.
    { title: 'between two turns of a timer', period: 300, reads: 20, wanted: 10 },
  ]) {
    test(title, async () => {
      await run(
        'a',
        `let rows: string[][] = [];
         setInterval(() => {
           const next: string[][] = [];
           for (let i: int = 0; i < 5; i++) next.push(['row', '' + i]);
           rows = next;
         }, ${period});`,
      );
      const whole = "[ [ 'row', '0' ], [ 'row', '1' ], [ 'row', '2' ], [ 'row', '3' ], [ 'row', '4' ] ]";
      while ((await shown()).rows === '[]');
      let seen = 0;
      for (let i = 0; i < reads; i++) {
        const { rows } = await shown();
        if (rows === whole) seen++;
        else assert.equal(rows, '(changing)');
      }
      assert.ok(seen >= wanted, `whole ${seen} times of ${reads}`);
    });
  }

  test('few reads, however many variables there are', async (t) => {
    const names = Array.from({ length: 200 }, (_, i) => `v${i}`);
    await run('a', names.map((name, i) => `let ${name} = ${i % 2 ? i : `'text ' + ${i}`};`).join('\n'));
    const { reads } = disturbReads(t, () => {});
    const variables = await board.session.variables();
    assert.equal(variables.length, names.length);
    assert.equal(variables[2]?.value, "'text 2'");
    assert.ok(reads.length <= 10, JSON.stringify(reads));
  });

  test('what is read is bounded, however large the values are', async (t) => {
    await run(
      'a',
      `let words: string[] = new Array(2000).fill('a long string that is shared by all elements');
       let rows: int[][] = []; for (let i: int = 0; i < 100; i++) rows.push(new Array(100).fill(i));`,
    );
    const { reads } = disturbReads(t, () => {});
    await board.session.variables();
    const bytes = reads.reduce((sum, { length }) => sum + length, 0);
    assert.ok(bytes < 16_384 && reads.length <= 150, `${bytes} bytes in ${reads.length} reads`);
  });

  test('references that lead nowhere are not followed', async (t) => {
    await run('a', Object.values(printable).join('\n'));
    const random = randomWords(3);
    const { data } = board.session.identity!.memory;
    const { reads } = disturbReads(t, (address, bytes) => {
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
      if (address >= data.begin && address < data.end)
        for (let at = 0; at + 4 <= bytes.length; at += 4) view.setUint32(at, random(), true);
    });
    const values = await shown();
    for (const name of ['text', 'ints', 'words', 'bytes', 'f', 'maybeText', 'grid'])
      assert.equal(values[name], '(changing)', name);
    assert.ok(reads.every(({ address }) => address >= data.begin && address < data.end));
  });

  test('garbage anywhere leads to no error, and to no read outside of memory', async (t) => {
    await run('a', Object.values(printable).join('\n'));
    const random = randomWords(7);
    const { memory } = board.session.identity!;
    const { reads } = disturbReads(t, (_, bytes) => {
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
      for (let at = 0; at + 4 <= bytes.length; at += 4) {
        // Small numbers look like lengths, large ones like anything.
        if (random() % 8 === 0) view.setUint32(at, random() % 2 ? random() : random() % 1000, true);
      }
    });
    for (let round = 0; round < 50; round++) {
      for (const value of Object.values(await shown())) assert.ok(value.length > 0 && value.length <= 1001);
    }
    const inside = ({ address, length }: Read) =>
      [memory.data, memory.heap].some(({ begin, end }) => address >= begin && address + length <= end) ||
      (address >= 0x10000000 && address + length <= 0x10000000 + firmwareManifest().flashBytes);
    assert.deepEqual(
      reads.filter((read) => !inside(read)),
      [],
    );
  });
});

interface Read {
  readonly address: number;
  readonly length: number;
}

/** Counts reads of the board's memory, and lets `change` replace what they give, until the test ends. */
function disturbReads(
  t: TestContext,
  change: (address: number, bytes: Uint8Array) => void,
): { readonly reads: readonly Read[] } {
  const reads: Read[] = [];
  const { read } = BoardLink.prototype;
  t.mock.method(
    BoardLink.prototype,
    'read',
    async function (this: BoardLink, address: number, length: number) {
      reads.push({ address, length });
      const bytes = await read.call(this, address, length);
      change(address, bytes);
      return bytes;
    },
  );
  return { reads };
}

/** The same 32-bit words at every run of the tests. */
function randomWords(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state ^ (state >>> 15)) >>> 0;
  };
}
