// Every operation of the IR, compiled and run on the emulated core over values where mistakes hide: results are
// compared with ir/evaluate.ts, with operands in registers and as constants, as values and as conditions.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evaluate } from '../../ir/evaluate.ts';
import type { FloatCondition, IntCondition, Op } from '../../ir/ops.ts';
import { opInfo } from '../../ir/ops.ts';
import { parseFunctions } from '../../ir/parse.ts';
import type { IrType } from '../../ir/types.ts';
import { verify } from '../../ir/verify.ts';
import { TestBoard } from './testing/test-board.ts';

const ints = [
  0, 1, -1, 2, 5, 7, 8, 31, 32, 33, 255, 256, -255, -256, 1000, 65535, 65536, 0x7fffffff, -0x80000000,
];
const fewInts = [0, 1, -1, 8, 31, 255, 256, -256, 0x7fffffff, -0x80000000];
const doubles = [0, -0, 1, -1, 0.5, -2.5, 3, 1e10, -1e10, 2 ** 31, -(2 ** 31), NaN, Infinity, -Infinity];
const singles = doubles.map(Math.fround);
const intConditions: IntCondition[] = ['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'ult', 'ule', 'ugt', 'uge'];
const floatConditions: FloatCondition[] = ['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'nlt', 'nle', 'ngt', 'nge'];

const valuesOf = (type: IrType): number[] => (type === 'f64' ? doubles : type === 'f32' ? singles : ints);
const constantOp = { i32: 'iconst', f32: 'fconst', f64: 'dconst', ref: 'null' } as const;
const literal = (value: number): string => (Object.is(value, -0) ? '-0' : String(value));

/** Compiles IR text and gives a way to call its functions. */
function compile(text: string): TestBoard {
  const functions = parseFunctions(text);
  for (const fn of functions) verify(fn);
  return new TestBoard(functions);
}

function expectValue(board: TestBoard, symbol: string, args: number[], expected: number | undefined): void {
  const outcome = board.call(symbol, args);
  const what = `${symbol}(${args.map(literal).join(', ')})`;
  assert.ok(outcome.kind === 'return', `${what} traps`);
  assert.ok(Object.is(outcome.value, expected), `${what} gives ${outcome.value}, expected ${expected}`);
}

/** Operations on one or two operands that evaluate() knows, comparisons apart. */
const arithmetic = (
  'iadd isub iaddFits isubFits imul idiv irem udiv urem iand ior ixor ishl ishr iushr iclz ' +
  'fadd fsub fmul fdiv fneg fabs fsqrt dadd dsub dmul ddiv drem dneg dabs dsqrt dfloor dceil dtrunc dround ' +
  'i2f u2f i2d u2d f2d d2f f2i d2i'
).split(' ') as Op[];

for (const op of arithmetic) {
  test(`${op} with operands in registers`, () => {
    const { args, result } = opInfo(op) as unknown as { args: IrType[]; result: IrType };
    const names = args.map((_, k) => `v${k}`);
    const params = args.map((type, k) => `v${k}: ${type}`).join(', ');
    const board = compile(
      `fn f "f": ${result} {\nb0(${params}):\n  v9 = ${op} ${names.join(', ')}\n  return v9\n}`,
    );
    for (const a of valuesOf(args[0]!)) {
      if (args.length === 1) expectValue(board, 'f', [a], evaluate(op, undefined, a, 0, 0));
      else
        for (const b of valuesOf(args[1]!)) expectValue(board, 'f', [a, b], evaluate(op, undefined, a, b, 0));
    }
  });
}

for (const op of arithmetic.filter((name) => opInfo(name).args.length === 2)) {
  test(`${op} with a constant operand`, () => {
    const { args, result } = opInfo(op) as unknown as { args: IrType[]; result: IrType };
    const type = args[0]!;
    const constants = type === 'i32' ? ints : valuesOf(type).slice(0, 6);
    const functions: string[] = [];
    for (const [k, value] of constants.entries()) {
      const constant = `v1 = ${constantOp[type]} ${literal(value)}`;
      functions.push(
        `fn right.${k} "r": ${result} {\nb0(v0: ${type}):\n  ${constant}\n  v2 = ${op} v0, v1\n  return v2\n}`,
        `fn left.${k} "l": ${result} {\nb0(v0: ${type}):\n  ${constant}\n  v2 = ${op} v1, v0\n  return v2\n}`,
      );
    }
    const board = compile(functions.join('\n'));
    for (const [k, value] of constants.entries())
      for (const a of type === 'i32' ? fewInts : valuesOf(type)) {
        expectValue(board, `right.${k}`, [a], evaluate(op, undefined, a, value, 0));
        expectValue(board, `left.${k}`, [a], evaluate(op, undefined, value, a, 0));
      }
  });
}

/** A comparison used as a value, by a branch, by selects with values and constants, and by a check. */
function comparisonFunctions(suffix: string, type: IrType, setup: string, compare: string): string {
  const params = `v0: ${type}, v1: ${type}`;
  return `
fn value.${suffix} "value": i32 {
b0(${params}): ${setup}
  v8 = ${compare}
  return v8
}
fn branch.${suffix} "branch": i32 {
b0(${params}): ${setup}
  v8 = ${compare}
  v9 = iconst 1
  v10 = iconst 0
  branch v8, b1, b2
b1: return v9
b2: return v10
}
fn small.${suffix} "small": i32 {
b0(${params}): ${setup}
  v8 = ${compare}
  v9 = iconst 200
  v10 = iconst 100
  v11: i32 = select v8, v9, v10
  return v11
}
fn mixed.${suffix} "mixed": i32 {
b0(${params}, v2: i32): ${setup}
  v8 = ${compare}
  v9 = iconst 77
  v10: i32 = select v8, v2, v9
  v11: i32 = select v8, v9, v2
  v12 = isub v10, v11
  return v12
}
fn values.${suffix} "values": ${type} {
b0(${params}): ${setup}
  v8 = ${compare}
  v10: ${type} = select v8, v0, v1
  return v10
}
fn check.${suffix} "check": i32 {
b0(${params}): ${setup}
  v8 = ${compare}
  v9 = iconst 12345
  check.badLength v8, v9
  return v9
}
`;
}

function checkComparison(board: TestBoard, suffix: string, a: number, b: number, holds: boolean): void {
  const expected = holds ? 1 : 0;
  expectValue(board, `value.${suffix}`, [a, b], expected);
  expectValue(board, `branch.${suffix}`, [a, b], expected);
  expectValue(board, `small.${suffix}`, [a, b], holds ? 200 : 100);
  expectValue(board, `mixed.${suffix}`, [a, b, 1000], holds ? 923 : -923);
  const outcome = board.call(`check.${suffix}`, [a, b]);
  if (holds) assert.ok(outcome.kind === 'return' && outcome.value === 12345, `check.${suffix} ${a} ${b}`);
  else assert.ok(outcome.kind === 'trap' && outcome.trap === 'badLength' && outcome.r0 === 12345);
}

test('comparisons of integers, in registers and with constants', () => {
  const constants = [0, 1, -1, 255, 256, -256, 0x7fffffff];
  let text = '';
  for (const cond of intConditions) {
    text += comparisonFunctions(cond, 'i32', '', `icmp.${cond} v0, v1`);
    for (const [k, value] of constants.entries()) {
      text += comparisonFunctions(`${cond}.r${k}`, 'i32', `v7 = iconst ${value}`, `icmp.${cond} v0, v7`);
      text += comparisonFunctions(`${cond}.l${k}`, 'i32', `v7 = iconst ${value}`, `icmp.${cond} v7, v1`);
    }
  }
  const board = compile(text);
  for (const cond of intConditions) {
    for (const a of fewInts) {
      for (const b of fewInts) {
        checkComparison(board, cond, a, b, evaluate('icmp', cond, a, b, 0) === 1);
        const chosen = evaluate('icmp', cond, a, b, 0) === 1 ? a : b;
        expectValue(board, `values.${cond}`, [a, b], chosen);
      }
      for (const [k, value] of constants.entries()) {
        checkComparison(board, `${cond}.r${k}`, a, 5, evaluate('icmp', cond, a, value, 0) === 1);
        checkComparison(board, `${cond}.l${k}`, 5, a, evaluate('icmp', cond, value, a, 0) === 1);
      }
    }
  }
});

test('tests whether sums and differences wrap around, also by branches that compute them', () => {
  const tested = (suffix: string, op: 'iadd' | 'isub', args: string, setup: string): string =>
    `${comparisonFunctions(suffix, 'i32', setup, `${op}Fits ${args}`)}
fn sum.${suffix} "sum": i32 {
b0(v0: i32, v1: i32): ${setup}
  v2 = ${op} ${args}
  v3 = ${op}Fits ${args}
  branch v3, b1(v2), b2
b1(v4: i32): return v4
b2:
  v5 = iconst 1
  v6 = ixor v2, v5
  return v6
}
fn early.${suffix} "early": i32 {
b0(v0: i32, v1: i32): ${setup}
  v2 = ${op} ${args}
  v3 = imul v2, v0
  v4 = ${op}Fits ${args}
  branch v4, b1, b2
b1: return v3
b2: return v2
}
`;
  const check = (op: 'iadd' | 'isub', suffix: string, [a, b]: [number, number], [x, y]: [number, number]) => {
    const holds = evaluate(`${op}Fits`, undefined, x, y, 0) === 1;
    const sum = evaluate(op, undefined, x, y, 0)!;
    checkComparison(board, suffix, a, b, holds);
    expectValue(board, `values.${suffix}`, [a, b], holds ? a : b);
    expectValue(board, `sum.${suffix}`, [a, b], holds ? sum : sum ^ 1);
    expectValue(board, `early.${suffix}`, [a, b], holds ? Math.imul(sum, a) : sum);
  };
  const kinds = ['iadd', 'isub'] as const;
  const constants = [...fewInts, 7, -8, 257];
  const board = compile(
    kinds
      .flatMap((op) => [
        tested(op, op, 'v0, v1', ''),
        ...constants.flatMap((value, k) => [
          tested(`${op}.r${k}`, op, 'v0, v7', `v7 = iconst ${value}`),
          tested(`${op}.l${k}`, op, 'v7, v0', `v7 = iconst ${value}`),
        ]),
      ])
      .join(''),
  );
  for (const op of kinds)
    for (const a of ints) {
      for (const b of ints) check(op, op, [a, b], [a, b]);
      for (const [k, value] of constants.entries()) {
        check(op, `${op}.r${k}`, [a, 5], [a, value]);
        check(op, `${op}.l${k}`, [a, 5], [value, a]);
      }
    }
});

test('tests of bits', () => {
  const masks = [1, 2, 3, 128, 255, 256, 0x10000, 0x7fffffff, -0x80000000, -1, 12345, 0];
  let text = '';
  for (const [k, mask] of masks.entries())
    for (const cond of ['eq', 'ne']) {
      const setup = `v5 = iconst ${mask}; v6 = iand v0, v5; v7 = iconst 0`;
      text += comparisonFunctions(`${cond}.${k}`, 'i32', setup, `icmp.${cond} v6, v7`);
    }
  for (const cond of ['eq', 'ne'])
    text += comparisonFunctions(
      `${cond}.both`,
      'i32',
      'v6 = iand v0, v1; v7 = iconst 0',
      `icmp.${cond} v6, v7`,
    );
  const board = compile(text);
  for (const a of [...ints, 12345, 0x55555555])
    for (const cond of ['eq', 'ne'] as const) {
      for (const [k, mask] of masks.entries())
        checkComparison(board, `${cond}.${k}`, a, 5, ((a & mask) === 0) === (cond === 'eq'));
      for (const b of fewInts)
        checkComparison(board, `${cond}.both`, a, b, ((a & b) === 0) === (cond === 'eq'));
    }
});

for (const [type, op] of [
  ['f32', 'fcmp'],
  ['f64', 'dcmp'],
] as const)
  test(`comparisons of ${type}`, () => {
    const board = compile(
      floatConditions.map((cond) => comparisonFunctions(cond, type, '', `${op}.${cond} v0, v1`)).join(''),
    );
    const values = [0, -0, 1, -1.5, NaN, Infinity];
    for (const cond of floatConditions)
      for (const a of values)
        for (const b of values) {
          const holds = evaluate(op, cond, a, b, 0) === 1;
          checkComparison(board, cond, a, b, holds);
          expectValue(board, `values.${cond}`, [a, b], holds ? a : b);
        }
  });

test('rcmp and d2iExact', () => {
  const board = compile(`
fn same "same": i32 {
b0(v0: ref, v1: ref):
  v2 = rcmp.eq v0, v1
  return v2
}
fn isNull "isNull": i32 {
b0(v0: ref):
  v1 = null
  v2 = rcmp.ne v0, v1
  branch v2, b1, b2
b1: v3 = iconst 0
  return v3
b2: v4 = iconst 1
  return v4
}
fn exact "exact": i32 {
b0(v0: f64):
  v1 = d2iExact v0
  return v1
}`);
  expectValue(board, 'same', [8, 8], 1);
  expectValue(board, 'same', [8, 16], 0);
  expectValue(board, 'isNull', [0], 1);
  expectValue(board, 'isNull', [8], 0);
  expectValue(board, 'exact', [-7], -7);
  expectValue(board, 'exact', [-0], 0);
  assert.equal(board.call('exact', [1.5]).kind, 'trap');
});

test('constants of every shape', () => {
  const constants = [...ints, -2, 300, 510, 511, 0xff00, 0x3fc, 0x12345678, -0x7fffffff, 0x00ff0000, -1000];
  const doublesToo = [0, -0, 1.5, 1e300, NaN];
  const text = constants
    .map((value, k) => `fn i.${k} "i": i32 {\nb0: v0 = iconst ${value}\n  return v0\n}\n`)
    .concat(
      doublesToo.map(
        (value, k) => `fn d.${k} "d": f64 {\nb0: v0 = dconst ${literal(value)}\n  return v0\n}\n`,
      ),
    );
  const board = compile(text.join(''));
  for (const [k, value] of constants.entries()) expectValue(board, `i.${k}`, [], value | 0);
  for (const [k, value] of doublesToo.entries()) expectValue(board, `d.${k}`, [], value);
});
