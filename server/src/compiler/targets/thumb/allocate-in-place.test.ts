// Objects that are made in place: what the code becomes, and what it leaves in memory, with room and without.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CoreTrap } from '@gnomon/boards/virtual';
import { HEAP_SYMBOL } from '../../abi/heap.ts';
import { parseFunction } from '../../ir/parse.ts';
import { printFunction } from '../../ir/print.ts';
import { verify } from '../../ir/verify.ts';
import { allocateInPlace } from './allocate-in-place.ts';
import { DATA_BASE, TestBoard } from './testing/test-board.ts';

/** An object of five words, of which the program fills two. */
const node = `fn f: ref {
b0(v0: i32, v1: ref):
  v2 = iconst 1286
  v3 = address k.class
  v4 = helper gn_new(v2, v3)
  store.i32 v0, v4+8 @field.size
  v5 = load.i32 v1+4 @length
  store.ref v1, v4+16 @field.next
  store.i32 v5, v1+8 @field.size
  return v4
}`;

function expanded(text: string): string {
  const fn = parseFunction(text);
  const before = printFunction(fn);
  const result = allocateInPlace(fn);
  verify(result);
  assert.equal(printFunction(fn), before, 'the function itself stays');
  return printFunction(result);
}

test('the object is filled, and cleared where it is not, before the pointer goes past it', () => {
  assert.equal(
    expanded(node),
    `fn f: ref {
b0(v0: i32, v1: ref):
  v2 = iconst 1286
  v3 = address k.class
  v4 = iconst 24
  v5 = address gn_heap
  v6 = load.i32 v5 @global.gn_heap
  v7 = load.i32 v5+4 @global.gn_heap
  v8 = iadd v6, v4
  v9 = icmp.ugt v8, v7
  branch v9, b1, b2(v6)
rare b1:
  v10 = helper gn_new(v2, v3)
  v11 = refToAddress v10
  jump b2(v11)
b2(v12: i32):
  v13 = addressToRef v12
  store.i32 v2, v13 @global.gn_heap
  store.i32 v3, v13+4 @global.gn_heap
  store.i32 v0, v13+8 @field.size
  v14 = load.i32 v1+4 @length
  store.ref v1, v13+16 @field.next
  v15 = iconst 0
  store.i32 v15, v13+12 @global.gn_heap
  v16 = iadd v12, v4
  store.i32 v16, v5 @global.gn_heap
  store.i32 v14, v1+8 @field.size
  return v13
}
`,
  );
});

test('what looks at the object finds it cleared', () => {
  const text = `fn f: i32 {
b0(v0: i32):
  v1 = iconst 774
  v2 = address k.class
  v3 = helper gn_new(v1, v2)
  v4 = load.i32 v3+8 @field.size
  store.i32 v0, v3+8 @field.size
  return v4
}`;
  assert.match(
    expanded(text),
    /store\.i32 (v\d+), v(\d+)\+8 @global\.gn_heap[\s\S]*load\.i32 v\2\+8 @field\.size/,
  );
});

test('large objects, and what cells make once, stay calls', () => {
  const large = (name: string) => `fn ${name}: ref {
b0:
  v0 = iconst 3334
  v1 = address k.class
  v2 = helper gn_new(v0, v1)
  return v2
}`;
  assert.equal(expanded(large('f')), `${large('f')}\n`);
  const cell = `fn f entry: ref {
b0:
  v0 = iconst 774
  v1 = address k.class
  v2 = helper gn_new(v0, v1)
  return v2
}`;
  assert.equal(expanded(cell), `${cell}\n`);
});

const HEAP = DATA_BASE;
const OBJECTS = DATA_BASE + 64;

function boardWith(room: number): { board: TestBoard; calls: number[][] } {
  const board = new TestBoard([parseFunction(node)], { [HEAP_SYMBOL]: HEAP, 'k.class': DATA_BASE + 32 });
  const calls: number[][] = [];
  board.served.set('gn_new', (args) => {
    calls.push([...args]);
    board.core.writeInt32(HEAP, OBJECTS + 24);
    return OBJECTS;
  });
  for (let at = 0; at < 64; at += 4) board.core.writeInt32(OBJECTS + at, -1);
  board.core.writeInt32(HEAP, OBJECTS);
  board.core.writeInt32(HEAP + 4, OBJECTS + room);
  return { board, calls };
}

for (const [what, room, called] of [
  ['an exact fit is taken', 24, 0],
  ['without room there is a call', 16, 1],
] as const) {
  test(what, () => {
    const { board, calls } = boardWith(room);
    const other = OBJECTS + 48;
    board.core.writeInt32(other + 4, 99);
    const outcome = board.call('f', [7, other]);
    assert.equal(outcome.kind === 'return' && outcome.value, OBJECTS);
    assert.equal(calls.length, called);
    const words = Array.from({ length: 5 }, (_, i) => board.core.readInt32(OBJECTS + 4 * i));
    assert.deepEqual(words, [1286, DATA_BASE + 32, 7, 0, other]);
    assert.equal(board.core.readInt32(HEAP), OBJECTS + 24);
    assert.equal(board.core.readInt32(other + 8), 99);
  });
}

test('stopped at any instruction, the pointer is before the object or the object is whole', () => {
  let stopped = 0;
  for (let cycles = 1; ; cycles++) {
    const { board } = boardWith(24);
    const other = OBJECTS + 48;
    try {
      board.call('f', [7, other], cycles);
      break;
    } catch (error) {
      if (!(error instanceof CoreTrap) || error.kind !== 'timeout') throw error;
    }
    stopped++;
    const pointer = board.core.readInt32(HEAP);
    if (pointer === OBJECTS) continue;
    assert.equal(pointer, OBJECTS + 24);
    const words = Array.from({ length: 5 }, (_, i) => board.core.readInt32(OBJECTS + 4 * i));
    assert.deepEqual(words, [1286, DATA_BASE + 32, 7, 0, other]);
  }
  assert.ok(stopped > 20);
});
