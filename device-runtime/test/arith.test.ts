// The arithmetic routines on the emulated core against JavaScript's own arithmetic, bit by bit; what they preserve;
// what they cost beside libgcc's.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BareCore, CoreTrap } from '../../boards/src/virtual/bare-core.ts';
import { heldNumber, holdNumber } from '../../server/src/compiler/abi/numbers.ts';
import { type ArithBinary, buildArith, hasToolchain, linkWithoutLibgcc } from './arith/binary.ts';
import { type Routine, routines, type Value, type ValueType } from './arith/functions.ts';
import {
  doubleFromWords,
  Random,
  singleFromWord,
  specialDoubles,
  specialInts,
  specialSingles,
  wordFromSingle,
  wordsFromDouble,
} from './arith/values.ts';

const skip = hasToolchain() ? false : 'arm-none-eabi-gcc is not installed';
/** Random operand pairs a routine; more by hand: GNOMON_ARITH_CASES=1000000. */
const randomCases = Number(process.env.GNOMON_ARITH_CASES ?? 20_000);
/** Which routines, by a regular expression, for work on one of them. */
const chosen = new RegExp(process.env.GNOMON_ARITH_ROUTINES ?? '');

const specialLongs: readonly bigint[] = [
  ...[0n, 1n, 2n, 10n, 1000n, 0xffffn, 0x7fffffffn, 0x80000000n, 0xffffffffn, 0x100000000n, 0x100000001n],
  ...[(1n << 53n) - 1n, (1n << 53n) + 1n, (1n << 54n) + 2n, (1n << 54n) + 6n, (1n << 62n) + 256n],
  ...[(1n << 62n) + 257n, (1n << 63n) - 1n, -(1n << 63n), -(1n << 63n) + 1n, -(1n << 63n) + 1024n],
].flatMap((value) => [value, BigInt.asIntN(64, -value), ~value]);

const specials: Readonly<Record<ValueType, readonly Value[]>> = {
  i32: specialInts,
  i64: specialLongs,
  f32: specialSingles,
  f64: specialDoubles,
  num: [...specialDoubles, ...specialInts],
};

function toWords(type: ValueType, value: Value): number[] {
  switch (type) {
    case 'i32':
      return [Number(value)];
    case 'i64':
      return [Number(BigInt.asIntN(32, BigInt(value))), Number(BigInt.asIntN(32, BigInt(value) >> 32n))];
    case 'f32':
      return [wordFromSingle(Number(value))];
    case 'f64':
      return wordsFromDouble(Number(value));
    case 'num':
      return heldWords(Number(value));
  }
}

/** Integers are held as doubles every other time. */
let asDouble = false;

function heldWords(value: number): number[] {
  asDouble = !asDouble;
  const { low, high } = holdNumber(value);
  if (high !== 0 || !asDouble) return [low, high];
  const [least, most] = wordsFromDouble(value);
  return [least, ~most];
}

function randomArgs(random: Random, params: readonly ValueType[]): Value[] {
  if (params[0] === 'num' && random.below(2) === 0) return params.map(() => smallInt(random));
  if (params.length === 2 && (params[1] === 'f64' || params[1] === 'num')) return random.doubles();
  if (params.length === 2 && params[1] === 'f32') return random.singles();
  return params.map((type): Value => {
    if (type === 'i32') return random.int();
    if (type === 'i64') return random.long();
    const small = random.below(2) === 0;
    if (type === 'f32') return random.single(small ? 120 + random.below(45) : undefined);
    if (random.below(4) === 0) return random.int() + random.below(2) / 2;
    return random.double(small ? 1018 + random.below(90) : undefined);
  });
}

/** An integer of some number of bits. */
function smallInt(random: Random): number {
  return random.int() >> random.below(32);
}

/** Operands as programs have them: near 1, all mantissa bits random. */
function typicalArgs(random: Random, params: readonly ValueType[]): Value[] {
  return params.map((type): Value => {
    if (type === 'i32') return random.int();
    if (type === 'i64') return random.long();
    const exponent = random.below(12) - 6;
    if (type === 'f32') return singleFromWord((random.word() & 0x807fffff) | ((127 + exponent) << 23));
    return doubleFromWords(random.word(), (random.word() & 0x800fffff) | ((1023 + exponent) << 20));
  });
}

const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, '0');

class Machine {
  readonly core = new BareCore();
  readonly binary: ArithBinary;

  constructor(binary: ArithBinary) {
    this.binary = binary;
    this.core.load(binary.address, binary.bytes);
  }

  address(name: string): number {
    const address = this.binary.symbols.get(name);
    assert.ok(address !== undefined, `${name} is missing`);
    return address;
  }

  /** Calls and compares; returns the cycles. */
  check(name: string, entry: number, routine: Routine, args: readonly Value[]): number {
    const reference = routine.reference as (...args: readonly Value[]) => readonly Value[] | undefined;
    const expected = reference(...args);
    const words = args.flatMap((value, i) => toWords(routine.params[i]!, value));
    if (expected === undefined && !name.endsWith('2i_exact')) return 0;
    const where = (): string => `${name}(${args.join(', ')}) [${words.map(hex).join(' ')}]`;
    let cycles = 0;
    try {
      cycles = this.core.call(entry, words).cycles;
    } catch (error) {
      if (!(error instanceof CoreTrap)) throw error;
      if (error.kind === 'udf' && error.immediate === 2 && expected === undefined) {
        assert.deepEqual(
          [...error.registers.subarray(0, 3)],
          [2, ...wordsFromDouble(Number(args[0]))],
          where(),
        );
        return 0;
      }
      throw new Error(`${where()}: ${error.message}`);
    }
    if (expected === undefined) assert.fail(`${where()} did not trap`);
    let at = 0;
    for (const [i, type] of routine.results.entries()) {
      const value: Value = expected[i]!;
      if (type === 'num') {
        const [low, high] = this.core.registers.subarray(at, at + 2) as unknown as [number, number];
        assert.ok(
          Object.is(heldNumber({ low, high }), value),
          `${where()}: ${hex(low)} ${hex(high)}, expected ${value}`,
        );
        continue;
      }
      const want = toWords(type, value);
      const got = want.map((_, k) => this.core.registers[at + k]!);
      at += want.length;
      if (typeof value === 'number' && Number.isNaN(value)) {
        const quiet = type === 'f64' ? 0x7ff80000 : 0x7fc00000;
        if ((got.at(-1)! & quiet) === quiet) continue;
      } else if (want.every((word, k) => word === got[k])) continue;
      assert.fail(`${where()}: ${got.map(hex).join(' ')}, expected ${want.map(hex).join(' ')} (${value})`);
    }
    return cycles;
  }
}

function* pairs(params: readonly ValueType[]): Generator<Value[]> {
  for (const a of specials[params[0]!]) {
    if (params.length === 1) yield [a];
    else if (params[1] === 'i32' && params[0] === 'i64') {
      for (let count = 0; count < 64; count++) yield [a, count];
    } else for (const b of specials[params[1]!]) yield [a, b];
  }
}

test('arithmetic equals JavaScript bit by bit', { skip }, async (t) => {
  const machine = new Machine(buildArith('core'));
  const checked = machine.address('checked');
  for (const [name, routine] of Object.entries(routines)) {
    if (!chosen.test(name)) continue;
    await t.test(name, () => {
      const entry = machine.address(name);
      const random = new Random(name.length * 7919 + 1);
      const isShift = routine.params[1] === 'i32' && routine.params[0] === 'i64';
      let worst = 0;
      for (const args of pairs(routine.params)) {
        worst = Math.max(worst, machine.check(name, entry, routine, args));
      }
      for (let i = randomCases * (routine.share ?? 1); i > 0; i--) {
        const args = randomArgs(random, routine.params);
        if (isShift) args[1] = Number(args[1]) & 63;
        worst = Math.max(worst, machine.check(name, entry, routine, args));
      }
      assert.ok(worst > 0);
      // Registers: through `checked`, which gets the routine's address as its fifth word.
      for (let i = 0; i < 300; i++) {
        const args = i % 2 ? randomArgs(random, routine.params) : typicalArgs(random, routine.params);
        if (isShift) args[1] = Number(args[1]) & 63;
        const words = args.flatMap((value, k) => toWords(routine.params[k]!, value));
        while (words.length < 4) words.push(0);
        try {
          machine.core.call(checked, [...words, entry | 1]);
        } catch (error) {
          if (!(error instanceof CoreTrap) || error.immediate !== 2) throw new Error(`${name}: ${error}`);
        }
      }
    });
  }
});

test('memory functions', { skip }, () => {
  const machine = new Machine(buildArith('core'));
  const { core } = machine;
  const base = 0x20010000;
  const size = 160;
  const random = new Random(5);
  const before = new Uint8Array(size);
  const run = (name: string, args: number[], change: (bytes: Uint8Array) => void, result?: number): void => {
    for (let i = 0; i < size; i++) before[i] = random.word();
    core.load(base, before);
    const outcome = core.call(machine.address(name), args);
    const want = before.slice();
    change(want);
    assert.deepEqual(core.read(base, size), want, `${name}(${args.map(hex)})`);
    if (result !== undefined) assert.equal(outcome.r0, result);
    assert.deepEqual([...core.registers.subarray(4, 12)], [0, 0, 0, 0, 0, 0, 0, 0]);
  };
  for (let i = 0; i < 2000; i++) {
    const aligned = i % 3 === 0;
    const pick = (limit: number): number => (aligned ? random.below(limit) & ~3 : random.below(limit));
    const count = i % 3 === 1 ? random.below(70) : pick(70);
    const from = pick(70);
    const to = pick(size - 70);
    const byte = random.word();
    const move = (bytes: Uint8Array): void => {
      bytes.copyWithin(to, from, from + count);
    };
    run('memmove', [base + to, base + from, count], move, base + to);
    run('__aeabi_memmove', [base + to, base + from, count], move);
    if (to + count <= from || from + count <= to) {
      run('memcpy', [base + to, base + from, count], move, base + to);
      run('__aeabi_memcpy', [base + to, base + from, count], move);
    }
    const fill = (bytes: Uint8Array): void => {
      bytes.fill(byte, to, to + count);
    };
    run('memset', [base + to, byte, count], fill, base + to);
    run('__aeabi_memset', [base + to, count, byte], fill);
    run('__aeabi_memclr', [base + to, count], (bytes) => {
      bytes.fill(0, to, to + count);
    });
  }
});

test('gcc needs nothing from libgcc', { skip }, () => {
  const cases = (type: string, from: number): string =>
    Array.from({ length: 12 }, (_, i) => `case ${i + from}: return (${type})(x * ${i * i * 37 + 5});`).join(
      ' ',
    );
  linkWithoutLibgcc(`
    #include <stdint.h>
    void *memset(void *, int, unsigned); void *memmove(void *, const void *, unsigned);
    typedef int32_t i32; typedef uint32_t u32; typedef int64_t i64; typedef uint64_t u64;
    #define ALL(T, t) \\
      T t##_arith(T a, T b) { return a + b * a - b / a; } \\
      int t##_compare(T a, T b) { return (a < b) | (a <= b) << 1 | (a > b) << 2 | (a >= b) << 3 | (a == b) << 4 | (a != b) << 5; } \\
      int t##_branch(T a, T b) { if (!(a < b)) return 1; if (a >= 3) return 2; if (a != b) return 3; return 4; } \\
      i32 t##_to_i32(T a) { return (i32)a; } u32 t##_to_u32(T a) { return (u32)a; } \\
      i64 t##_to_i64(T a) { return (i64)a; } u64 t##_to_u64(T a) { return (u64)a; } \\
      T i32_from_##t(i32 a) { return (T)a; } T u32_from_##t(u32 a) { return (T)a; } \\
      T t##_negate(T a) { return -a; } T t##_copy(T *p, T *q) { T r = *q; *p = -r; return r; }
    #define INTEGER(T, t) ALL(T, t) \\
      T t##_mod(T a, T b) { return a % b; } T t##_shift(T a, int n) { return (a << n) ^ (a >> n); } \\
      T t##_const(T a) { return a / 10 + a % 1000 + a / -7; } \\
      int t##_switch(T x) { switch (x) { ${cases('int', 3)} } return 0; } \\
      int t##_bits(T x) { return __builtin_clz(x) + __builtin_clzll(x); }
    INTEGER(i32, i32) INTEGER(u32, u32) INTEGER(i64, i64) INTEGER(u64, u64) ALL(float, f) ALL(double, d)
    double wide(float a) { return a; } float narrow(double a) { return (float)a; }
    double long_d(i64 a) { return (double)a; } double ulong_d(u64 a) { return (double)a; }
    struct big { char bytes[100]; } first, second; void copy(void) { first = second; }
    void clear(void) { struct big zero = {{0}}; first = zero; memset(&second, 7, 70); memmove(&first, &second, 9); }
    int fabs_and_sign(double a) { return __builtin_signbit(a) + (__builtin_fabs(a) > 1) + __builtin_isnan(a); }
    void *_start;
  `);
});

interface Cost {
  readonly mean: number;
  readonly max: number;
}

function costs(machine: Machine, name: string): Cost | undefined {
  if (!machine.binary.symbols.has(name)) return undefined;
  const routine = routines[name]!;
  const random = new Random(99);
  const count = 500;
  let sum = 0;
  let max = 0;
  for (let i = 0; i < count; i++) {
    const args = typicalArgs(random, routine.params);
    if (name.endsWith('sqrt')) args[0] = Math.abs(Number(args[0]));
    const words = args.flatMap((value, k) => toWords(routine.params[k]!, value));
    if (name === 'gn_d2i_exact') words.splice(0, 2, ...wordsFromDouble(random.int()));
    if (name === 'gn_n2i_exact') words.splice(0, 2, random.int(), 0);
    const { cycles } = machine.core.call(machine.address(name), words);
    sum += cycles;
    max = Math.max(max, cycles);
  }
  return { mean: sum / count, max };
}

/** Mean cycles that typical operands may cost, so that a change that makes a routine slower is noticed. */
const budgets: Readonly<Record<string, number>> = {
  gn_idiv: 68,
  gn_udiv: 56,
  __aeabi_fadd: 47,
  __aeabi_fsub: 50,
  __aeabi_fmul: 54,
  __aeabi_fdiv: 82,
  __aeabi_fcmplt: 15,
  __aeabi_i2f: 34,
  gn_f2i: 16,
  gn_fsqrt: 75,
  __aeabi_dadd: 70,
  __aeabi_dsub: 75,
  __aeabi_dmul: 128,
  __aeabi_ddiv: 190,
  __aeabi_dcmplt: 18,
  __aeabi_i2d: 33,
  __aeabi_f2d: 15,
  __aeabi_d2f: 23,
  gn_d2i: 18,
  gn_d2i_exact: 30,
  gn_dsqrt: 187,
  gn_dfloor: 32,
  gn_drem: 75,
};
/** What all routines may take together; a program links those that it calls. */
const byteBudget = 6740;

test('cycles and bytes', { skip }, (t) => {
  const names = Object.keys(routines);
  const ours = new Machine(buildArith('core'));
  const theirs = new Machine(buildArith('libgcc', names));
  t.diagnostic('cycles with return, without the call: mean and max here | in libgcc');
  for (const name of names) {
    const own = costs(ours, name)!;
    const other = costs(theirs, name);
    const text = (cost: Cost | undefined): string =>
      cost === undefined ? '' : `${cost.mean.toFixed(0).padStart(6)} ${String(cost.max).padStart(6)}`;
    t.diagnostic(`${name.padEnd(18)}${text(own)} |${text(other)}`);
    assert.ok(own.mean <= (budgets[name] ?? Number.POSITIVE_INFINITY), `${name} takes ${own.mean} cycles`);
  }
  const sizes = [...ours.binary.sizes].filter(([, bytes]) => bytes > 0);
  t.diagnostic(`bytes: ${sizes.map(([name, bytes]) => `${name} ${bytes}`).join(', ')}`);
  const total = sizes.reduce((sum, [, bytes]) => sum + bytes, 0);
  t.diagnostic(`${total} bytes in all`);
  assert.ok(total <= byteBudget, `${total} bytes`);
});
