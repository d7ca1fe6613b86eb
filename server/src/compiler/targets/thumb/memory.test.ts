// Loads and stores of every memory type, with offsets in and out of the reach of instructions, with indices in
// registers and as constants, from addresses of symbols and absolute ones.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readNumber, writeNumber } from '../../abi/numbers.ts';
import { parseFunctions } from '../../ir/parse.ts';
import { loadedType, type MemoryType, memorySize } from '../../ir/types.ts';
import { DATA_BASE, TestBoard } from './testing/test-board.ts';

const memories: MemoryType[] = ['i8', 'u8', 'i16', 'u16', 'i32', 'f32', 'f64', 'num', 'ref'];
const CENTER = DATA_BASE + 4096;

const patterns: Record<MemoryType, number> = {
  i8: -100,
  u8: 200,
  i16: -30000,
  u16: 60000,
  i32: -2000000000,
  f32: 1.5,
  f64: -123456.789,
  num: -123456.789,
  ref: 0x20001230,
};

function poke(board: TestBoard, memory: MemoryType, address: number, value: number): void {
  const view = new DataView(new ArrayBuffer(memorySize[memory]));
  if (memory === 'f64') view.setFloat64(0, value, true);
  else if (memory === 'num') writeNumber(view, 0, value);
  else if (memory === 'f32') view.setFloat32(0, value, true);
  else if (memorySize[memory] === 4) view.setInt32(0, value, true);
  else if (memorySize[memory] === 2) view.setInt16(0, value, true);
  else view.setInt8(0, value);
  board.core.load(address, new Uint8Array(view.buffer));
}

function peek(board: TestBoard, memory: MemoryType, address: number): number {
  const bytes = board.core.read(address, 8);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  if (memory === 'f64') return view.getFloat64(0, true);
  if (memory === 'num') return readNumber(view, 0);
  if (memory === 'f32') return view.getFloat32(0, true);
  if (memory === 'i8') return view.getInt8(0);
  if (memory === 'u8') return view.getUint8(0);
  if (memory === 'i16') return view.getInt16(0, true);
  return memory === 'u16' ? view.getUint16(0, true) : view.getInt32(0, true);
}

const offsets = [0, 4, 8, 24, 28, 60, 64, 120, 124, 128, 248, 252, 256, 300, 1000, -8, -256, -264, 2048];
const signed = (offset: number): string => (offset === 0 ? '' : offset > 0 ? `+${offset}` : `${offset}`);

for (const memory of memories) {
  const type = loadedType(memory);
  const size = memorySize[memory];
  test(`${memory}: offsets, indices, constant indices`, () => {
    const parts: string[] = [];
    for (const offset of offsets) {
      const at = offset < 0 ? `m${-offset}` : `${offset}`;
      parts.push(`
fn load.${at} "l": ${type} {
b0(v0: ref):
  v1 = load.${memory} v0${signed(offset)} @element.${memory}
  return v1
}
fn store.${at} "s": void {
b0(v0: ref, v1: ${type}):
  store.${memory} v1, v0${signed(offset)} @element.${memory}
  return
}
fn loadx.${at} "lx": ${type} {
b0(v0: ref, v1: i32):
  v2 = load.${memory} v0[v1]${signed(offset)} @element.${memory}
  return v2
}
fn storex.${at} "sx": void {
b0(v0: ref, v1: i32, v2: ${type}):
  store.${memory} v2, v0[v1]${signed(offset)} @element.${memory}
  return
}
fn loadc.${at} "lc": ${type} {
b0(v0: ref):
  v1 = iconst 3
  v2 = load.${memory} v0[v1]${signed(offset)} @element.${memory}
  return v2
}`);
    }
    const board = new TestBoard(parseFunctions(parts.join('\n')));
    const value = patterns[memory];
    for (const offset of offsets) {
      const at = offset < 0 ? `m${-offset}` : `${offset}`;
      const check = (symbol: string, args: number[], address: number): void => {
        poke(board, memory, address, value);
        const outcome = board.call(`${symbol}.${at}`, args);
        assert.ok(outcome.kind === 'return' && Object.is(outcome.value, value), `${symbol}.${at}`);
        poke(board, memory, address, 0);
      };
      const checkStore = (symbol: string, args: number[], address: number): void => {
        assert.equal(board.call(`${symbol}.${at}`, args).kind, 'return');
        assert.equal(peek(board, memory, address), value, `${symbol}.${at}`);
        assert.equal(peek(board, 'i32', (address + size + 3) & ~3), 0, 'nothing behind is written');
        poke(board, memory, address, 0);
      };
      check('load', [CENTER], CENTER + offset);
      checkStore('store', [CENTER, value], CENTER + offset);
      for (const index of [0, 1, 7, -3]) {
        check('loadx', [CENTER, index], CENTER + offset + index * size);
        checkStore('storex', [CENTER, index, value], CENTER + offset + index * size);
      }
      check('loadc', [CENTER], CENTER + offset + 3 * size);
    }
  });
}

test('globals, constants and device registers', () => {
  const board = new TestBoard(
    parseFunctions(`
fn f "f": i32 {
b0:
  v0 = address g.x
  v1 = load.i32 v0 @global.g.x
  v2 = address g.x+400
  v3 = load.i32 v2+200 @global.g.x
  v4 = object "c.1"
  v5 = load.i32 v4+4 @length
  v6 = iconst ${CENTER + 512}
  v7 = load.i32 v6+20 @mmio
  v8 = load.i32 v6+400 @mmio
  v9 = iadd v1, v3
  v10 = iadd v5, v7
  v11 = iadd v9, v10
  v12 = iadd v11, v8
  store.i32 v12, v6+24 @mmio
  return v12
}`),
    { 'g.x': CENTER, 'c.1': CENTER + 256 },
  );
  for (const [offset, value] of [
    [0, 1],
    [600, 20],
    [260, 300],
    [532, 4000],
    [912, 50000],
  ] as const)
    board.core.writeInt32(CENTER + offset, value);
  const outcome = board.call('f');
  assert.ok(outcome.kind === 'return' && outcome.value === 54321);
  assert.equal(board.core.readInt32(CENTER + 536), 54321);
});

test('an index is scaled once for two accesses, and their sum is shared', () => {
  const board = new TestBoard(
    parseFunctions(`
fn f "f": i32 {
b0(v0: ref, v1: i32):
  v2 = load.i32 v0[v1] @element.i32
  v3 = load.i32 v0[v1]+4 @element.i32
  v4 = load.i32 v0[v1]+8 @element.i32
  v5 = iadd v2, v3
  v6 = iadd v5, v4
  return v6
}`),
  );
  board.core.writeInt32(CENTER + 8, 1);
  board.core.writeInt32(CENTER + 12, 20);
  board.core.writeInt32(CENTER + 16, 300);
  const outcome = board.call('f', [CENTER, 2]);
  assert.ok(outcome.kind === 'return' && outcome.value === 321);
  // lsls, ldr, adds, ldr, ldr, adds, adds, bx
  assert.equal(board.objects.get('f')!.bytes.length, 16);
});
