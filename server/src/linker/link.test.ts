// The linker against a model of the board's memory: whatever is linked in whatever order, the board's bytes are
// what the segments say, nothing overlaps, and memory comes back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { CodeObject, Relocation } from '../compiler/code-object.ts';
import type { ConstantData } from '../compiler/ir/ir.ts';
import { ShadowMachine } from '../shadow/index.ts';
import { LinkError, type LinkInput, link } from './index.ts';

const memory = {
  code: { begin: 0x2000_1000, end: 0x2000_1400 },
  data: { begin: 0x2000_2000, end: 0x2000_2200 },
  heap: { begin: 0x2000_3000, end: 0x2000_4000 },
  stack: { begin: 0x2000_0000, end: 0x2000_0800 },
};

const newShadow = () => new ShadowMachine(memory, new Map([['gn_alloc', 0x1000_0101]]));

function code(symbol: string, words: number, relocations: Relocation[] = [], fill = 0xbf): CodeObject {
  return {
    symbol,
    name: symbol,
    bytes: new Uint8Array(words * 4).fill(fill),
    relocations,
    lines: [],
    frame: { size: 0, saved: [], prologueEnd: 0 },
    inlined: [],
  };
}

const call = (offset: number, symbol: string): Relocation => ({ offset, kind: 'call', symbol, addend: 0 });
const word = (offset: number, symbol: string): Relocation => ({ offset, kind: 'abs32', symbol, addend: 0 });
const only = (input: Partial<LinkInput>): LinkInput => ({ code: [], constants: [], globals: [], ...input });

/** Applies patches to a model of the board's memory. */
class BoardMemory {
  private readonly bytes = new Map<number, number>();

  apply(writes: readonly { address: number; bytes: Uint8Array }[]): void {
    for (const { address, bytes } of writes) {
      for (const [i, byte] of bytes.entries()) this.bytes.set(address + i, byte);
    }
  }

  word(address: number): number {
    let value = 0;
    for (let i = 3; i >= 0; i--) value = (value << 8) | (this.bytes.get(address + i) ?? 0);
    return value >>> 0;
  }

  /** Target of the `bl` at an address, decoded independently of the linker. */
  callTarget(address: number): number {
    const instruction = this.word(address);
    const high = instruction & 0xffff;
    const low = instruction >>> 16;
    const s = (high >> 10) & 1;
    const i1 = ~(((low >> 13) & 1) ^ s) & 1;
    const i2 = ~(((low >> 11) & 1) ^ s) & 1;
    const distance = (s << 24) | (i1 << 23) | (i2 << 22) | ((high & 0x3ff) << 12) | ((low & 0x7ff) << 1);
    return address + 4 + ((distance << 7) >> 7);
  }
}

test('calls, helpers and constants resolve to where they were placed', () => {
  const shadow = newShadow();
  const board = new BoardMemory();
  const constant: ConstantData = { symbol: 'c.1', bytes: new Uint8Array([1, 2, 3, 4]), relocations: [] };
  const patch = link(
    only({
      code: [
        code('cell.1', 4, [call(0, 'f.a'), word(8, 'gn_alloc'), word(12, 'c.1')]),
        code('f.a', 2, [word(4, 'g.x')]),
      ],
      constants: [constant],
      globals: [{ symbol: 'g.x', name: 'x', memory: 'ref' }],
    }),
    shadow,
  );
  board.apply(patch.writes);
  const entry = shadow.segment('cell.1')!.address;
  assert.equal(board.callTarget(entry), shadow.segment('f.a')!.address);
  assert.equal(board.word(entry + 8), 0x1000_0101);
  assert.equal(board.word(entry + 12), shadow.segment('c.1')!.address);
  assert.equal(board.word(shadow.segment('c.1')!.address), 0x04030201);
  assert.equal(
    board.word(shadow.segment('f.a')!.address + 4),
    memory.data.begin,
    'references lie at the low end',
  );
  assert.deepEqual(patch.roots, { begin: memory.data.begin, end: memory.data.begin + 4 });
  assert.equal(patch.codeBytes, 24);
});

test('what the board holds already is not sent again', () => {
  const shadow = newShadow();
  const input = only({ code: [code('f.a', 8)], globals: [{ symbol: 'g.n', name: 'n', memory: 'f64' }] });
  assert.ok(link(input, shadow).writes.length > 0);
  assert.deepEqual(link(input, shadow).writes, []);
});

test('a redefinition patches its callers and gives its memory back', () => {
  const shadow = newShadow();
  const board = new BoardMemory();
  board.apply(link(only({ code: [code('f.a', 2), code('f.b', 3, [call(4, 'f.a')])] }), shadow).writes);
  const free = shadow.use.code.free;
  for (let i = 0; i < 1000; i++) {
    const patch = link(only({ code: [code('f.a', 2, [], i & 0xff)] }), shadow);
    board.apply(patch.writes);
    assert.equal(board.callTarget(shadow.segment('f.b')!.address + 4), shadow.segment('f.a')!.address);
    shadow.releaseQuarantine();
    assert.equal(shadow.use.code.free, free);
  }
});

test('running out of memory names the arena and changes nothing', () => {
  const shadow = newShadow();
  link(only({ code: [code('f.a', 100)] }), shadow);
  const before = shadow.use;
  assert.throws(
    () => link(only({ code: [code('f.b', 100), code('f.c', 100)] }), shadow),
    (error: unknown) =>
      error instanceof LinkError && error.reason === 'code memory' && /f\.c/.test(error.message),
  );
  assert.deepEqual(shadow.use, before);
  assert.equal(shadow.segment('f.b'), undefined);
});

test('an unresolved symbol is an error that changes nothing', () => {
  const shadow = newShadow();
  const before = shadow.use;
  assert.throws(() => link(only({ code: [code('f.a', 2, [call(0, 'f.missing')])] }), shadow), /f\.missing/);
  assert.deepEqual(shadow.use, before);
});

test('property: any order of definitions leaves a consistent board', () => {
  const names = ['f.a', 'f.b', 'f.c', 'f.d', 'f.e'];
  const definition = fc.record({
    symbol: fc.constantFrom(...names),
    words: fc.integer({ min: 1, max: 40 }),
    calls: fc.array(fc.constantFrom(...names), { maxLength: 3 }),
    fill: fc.integer({ min: 0, max: 255 }),
    release: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(definition, { maxLength: 60 }), (definitions) => {
      const shadow = newShadow();
      const board = new BoardMemory();
      board.apply(link(only({ code: names.map((name) => code(name, 1)) }), shadow).writes);
      for (const { symbol, words, calls, fill, release } of definitions) {
        const relocations = calls.slice(0, words).map((target, i) => call(i * 4, target));
        try {
          board.apply(link(only({ code: [code(symbol, words, relocations, fill)] }), shadow).writes);
        } catch (error) {
          assert.ok(error instanceof LinkError);
        }
        if (release) shadow.releaseQuarantine();
        const segments = [...shadow.allSegments()].sort((a, b) => a.address - b.address);
        segments.reduce((end, segment) => {
          assert.ok(segment.address >= end, `${segment.symbol} overlaps`);
          return segment.address + segment.size;
        }, memory.code.begin);
        for (const segment of segments) {
          for (const { offset, symbol: target } of ShadowMachine.relocationsOf(segment)) {
            assert.equal(board.callTarget(segment.address + offset), shadow.segment(target)!.address);
          }
        }
      }
    }),
    { numRuns: 100 },
  );
});
