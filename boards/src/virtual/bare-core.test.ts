// The processor against known results: gcc's code for integer programs, traps, served calls, cycle counts.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BareCore, CoreTrap, runBare } from './bare-core.ts';
import { CycleProfile } from './cpu/cycle-profile.ts';
import { compileC } from './testing/gcc.ts';

const RAM = 0x20000000;

function code(...halfwords: number[]): Uint8Array {
  return new Uint8Array(new Uint16Array(halfwords).buffer);
}

test('adds its arguments and counts cycles', () => {
  // adds r0, r0, r1; bx lr
  const result = runBare({ code: code(0x1840, 0x4770), address: RAM, entry: RAM, args: [40, 2] });
  assert.deepEqual(result, { r0: 42, r1: 2, cycles: 3, instructions: 2 });
});

test('a profile has the cycles of each instruction, and changes none', () => {
  // movs r1, #0; loop: adds r1, r0; subs r0, #1; bne loop; bx lr
  const loop = code(0x2100, 0x1809, 0x3801, 0xd1fc, 0x4770);
  const plain = runBare({ code: loop, address: RAM, entry: RAM, args: [10] });
  const core = new BareCore();
  core.load(RAM, loop);
  core.cpu.profile = new CycleProfile();
  const { r1, cycles, instructions } = core.call(RAM, [10]);
  assert.deepEqual([r1, cycles, instructions], [55, plain.cycles, plain.instructions]);
  const each = [0, 2, 4, 6, 8].map((offset) => core.cpu.profile!.at(RAM + offset));
  assert.deepEqual(each, [1, 10, 10, 19, plain.cycles - 40]);
  assert.equal(core.cpu.profile.between(RAM, RAM + 10), cycles);
});

test('has pins that read what they drive', () => {
  // str r1, [r0, #0x24]; str r1, [r0, #0x1c]; ldr r2, [r0, #4]; str r1, [r0, #0x18]; ldr r0, [r0, #4]; movs r1, r2; bx lr
  const program = code(0x6241, 0x61c1, 0x6842, 0x6181, 0x6840, 0x0011, 0x4770);
  const result = runBare({ code: program, address: RAM, entry: RAM, args: [0xd0000000 | 0, 1 << 25] });
  assert.deepEqual([result.r0, result.r1], [0, 1 << 25]);
  const offEnd = code(0x6a80, 0x4770); // ldr r0, [r0, #0x28]; bx lr
  assert.throws(
    () => runBare({ code: offEnd, address: RAM, entry: RAM, args: [0xd0000010 | 0] }),
    (error) => error instanceof CoreTrap && error.reason === 'unmapped-read',
  );
});

test('passes arguments beyond the fourth on the stack', () => {
  // ldr r0, [sp]; ldr r1, [sp, #4]; bx lr
  const result = runBare({
    code: code(0x9800, 0x9901, 0x4770),
    address: RAM,
    entry: RAM | 1,
    args: [1, 2, 3, 4, 5, 6],
  });
  assert.equal(result.r0, 5);
  assert.equal(result.r1, 6);
});

test('reports udf with its immediate and the registers', () => {
  const core = new BareCore();
  core.load(RAM, code(0x2007, 0xde05)); // movs r0, #7; udf #5
  assert.throws(
    () => core.call(RAM),
    (error) => {
      assert.ok(error instanceof CoreTrap);
      assert.equal(error.kind, 'udf');
      assert.equal(error.immediate, 5);
      assert.equal(error.pc, RAM + 2);
      assert.equal(error.registers[0], 7);
      return true;
    },
  );
});

test('reports unaligned, unmapped and endless code', () => {
  const core = new BareCore();
  core.load(RAM, code(0x6800, 0x4770)); // ldr r0, [r0]; bx lr
  core.load(RAM + 0x100, code(0xe7fe)); // b .
  const trap = (run: () => unknown): CoreTrap => {
    try {
      run();
    } catch (error) {
      assert.ok(error instanceof CoreTrap);
      return error;
    }
    throw new assert.AssertionError({ message: 'did not trap' });
  };
  assert.equal(trap(() => core.call(RAM, [RAM + 2])).reason, 'unaligned');
  const unmapped = trap(() => core.call(RAM, [0x30000000]));
  assert.equal(unmapped.reason, 'unmapped-read');
  assert.equal(unmapped.address, 0x30000000);
  assert.equal(trap(() => core.call(RAM + 0x100, [], { maxCycles: 1000 })).kind, 'timeout');
  // The core is usable afterwards.
  core.load(RAM + 0x200, code(0x4770));
  assert.equal(core.call(RAM + 0x200, [9]).r0, 9);
});

test('serves calls of helper addresses', () => {
  const core = new BareCore();
  // push {r4, lr}; ldr r3, [pc, #4]; blx r3; adds r0, #1; pop {r4, pc}; nop; .word helper
  core.load(RAM, code(0xb510, 0x4b02, 0x4798, 0x3001, 0xbd10, 0xbf00, 0x1235, 0x1000));
  core.onCall(0x10001234, (r) => {
    r[0] = r[0]! * 10;
  });
  const result = core.call(RAM, [4]);
  assert.equal(result.r0, 41);
  assert.equal(result.cycles, 2 + 2 + 2 + 1 + 4);
});

test("runs gcc's code with the right results", async (t) => {
  const program = compileC(`
    typedef unsigned u32; typedef int i32; typedef unsigned char u8; typedef unsigned short u16;
    i32 fib(i32 n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
    static u8 flags[1001];
    i32 sieve(void) {
      i32 count = 0;
      for (i32 i = 2; i <= 1000; i++) flags[i] = 1;
      for (i32 i = 2; i <= 1000; i++) if (flags[i]) { count++; for (i32 k = i + i; k <= 1000; k += i) flags[k] = 0; }
      return count;
    }
    u32 crc(const u8 *p, u32 n) {
      u32 c = ~0u;
      while (n--) { c ^= *p++; for (int k = 0; k < 8; k++) c = c & 1 ? (c >> 1) ^ 0xedb88320u : c >> 1; }
      return ~c;
    }
    i32 mix(i32 a, i32 b) {
      signed char x = (signed char)(a + b); short y = (short)(a * b); u16 z = (u16)(a - b); u8 w = (u8)(a ^ b);
      return (x >> 1) + (y << 3) - z + (w | (a >> (b & 31))) + ((u32)a >> (b & 31)) + (a << (b & 31));
    }
    long long wide(i32 a, i32 b) { return (long long)a * 0x100000001ll + b - ((long long)b << 7); }
    i32 lt(i32 a, i32 b) { return (a < b) | (a <= b) << 1 | ((u32)a < (u32)b) << 2 | ((u32)a <= (u32)b) << 3; }
  `);
  const core = new BareCore();
  core.load(program.address, program.bytes);
  const at = (name: string): number => program.symbols.get(name)!;

  await t.test('fib', () => assert.equal(core.call(at('fib'), [15]).r0, 610));
  await t.test('sieve', () => assert.equal(core.call(at('sieve')).r0, 168));
  await t.test('crc', () => {
    core.load(RAM + 0x20000, new TextEncoder().encode('123456789'));
    assert.equal(core.call(at('crc'), [RAM + 0x20000, 9]).r0 >>> 0, 0xcbf43926);
  });
  await t.test('mixed widths, 64 bits and comparisons on random values', () => {
    let seed = 1;
    const random = (): number => {
      seed = Math.imul(seed, 1664525) + 1013904223;
      const edge = [0, 1, -1, 0x7fffffff, -0x80000000, 255, 32767];
      return seed & 0x10000 ? seed | 0 : edge[(seed >>> 20) % edge.length]!;
    };
    for (let i = 0; i < 500; i++) {
      const a = random();
      const b = random();
      const expected =
        ((((a + b) << 24) >> 24) >> 1) +
        (((Math.imul(a, b) << 16) >> 16) << 3) -
        ((a - b) & 0xffff) +
        (((a ^ b) & 0xff) | (a >> (b & 31))) +
        (a >>> (b & 31)) +
        (a << (b & 31));
      assert.equal(core.call(at('mix'), [a, b]).r0, expected | 0, `mix(${a}, ${b})`);
      const wide = BigInt.asIntN(64, BigInt(a) * 0x100000001n + BigInt(b) - (BigInt(b) << 7n));
      const { r0, r1 } = core.call(at('wide'), [a, b]);
      assert.equal((BigInt(r1) << 32n) | BigInt(r0 >>> 0), wide, `wide(${a}, ${b})`);
      const lt =
        (a < b ? 1 : 0) | (a <= b ? 2 : 0) | (a >>> 0 < b >>> 0 ? 4 : 0) | (a >>> 0 <= b >>> 0 ? 8 : 0);
      assert.equal(core.call(at('lt'), [a, b]).r0, lt, `lt(${a}, ${b})`);
    }
  });
});
