// Random well-formed IR functions for property tests: structured control flow, arithmetic on all types, arrays
// with bounds checks, globals, calls. What is generated follows from a list of numbers, so that fast-check can
// shrink it: fewer and smaller numbers give smaller functions.
import { allocationHeader, ObjectKind } from '../../abi/objects.ts';
import { Builder, type Variable } from '../builder.ts';
import type { AliasClass, Block, Inst, IrFunction } from '../ir.ts';
import { newFunction } from '../ir.ts';
import type { FloatCondition, IntCondition, Op } from '../ops.ts';
import type { IrType, MemoryType } from '../types.ts';
import { memorySize } from '../types.ts';

/** Reads choices from a list of numbers; when the list is exhausted, every choice is the first. */
export class Choices {
  private readonly numbers: readonly number[];
  private next = 0;

  constructor(numbers: readonly number[]) {
    this.numbers = numbers;
  }

  get exhausted(): boolean {
    return this.next >= this.numbers.length;
  }

  /** A number from 0 up to but not including `count`. */
  below(count: number): number {
    return Math.abs(this.numbers[this.next++] ?? 0) % count;
  }

  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }
}

/** Element types of the arrays that are passed to generated functions, one array each. */
export const arrayMemory: readonly MemoryType[] = ['i32', 'u8', 'f64', 'i16'];

/** Parameters of generated functions: the arrays, then numbers. */
export const mainParams: readonly IrType[] = ['ref', 'ref', 'ref', 'ref', 'i32', 'i32', 'f64', 'f32'];

/** Globals that generated functions use: symbol and how it is stored. */
export const globals: readonly { readonly symbol: string; readonly memory: MemoryType }[] = [
  { symbol: 'g.i', memory: 'i32' },
  { symbol: 'g.d', memory: 'f64' },
  { symbol: 'g.b', memory: 'u8' },
];

/**
 * A leaf function `f.leaf(i32, f64): i32` and a function `f.main` with mainParams that may call it.
 * @param withObjects whether they make objects, by gn_new
 */
export function randomFunctions(
  numbers: readonly number[],
  withObjects = false,
): { main: IrFunction; leaf: IrFunction } {
  const choices = new Choices(numbers);
  const types: readonly IrType[] = ['i32', 'f64', 'f32'];
  const mainResult = choices.of(types);
  const leaf = new Generator(choices, 'f.leaf', ['i32', 'f64'], 'i32', 2, undefined).generate();
  const main = new Generator(choices, 'f.main', mainParams, mainResult, 12, 'f.leaf', withObjects).generate();
  return { main, leaf };
}

const interestingInts = [
  0,
  1,
  -1,
  2,
  3,
  4,
  7,
  8,
  10,
  16,
  31,
  255,
  -2,
  -8,
  2 ** 31 - 1,
  -(2 ** 31),
  65536,
  1000,
];
const interestingDoubles = [
  0,
  1,
  -1,
  0.5,
  2,
  3,
  10,
  -0,
  1.5,
  -2.5,
  NaN,
  Infinity,
  -Infinity,
  2147483647,
  -2147483648,
  4294967295,
  2 ** 53,
  1e300,
  5e-324,
];
const intOps: readonly Op[] = [
  'iadd',
  'isub',
  'imul',
  'iand',
  'ior',
  'ixor',
  'ishl',
  'ishr',
  'iushr',
  'idiv',
  'irem',
  'udiv',
  'urem',
  'iaddFits',
  'isubFits',
];
const intConditions: readonly IntCondition[] = [
  'lt',
  'le',
  'gt',
  'ge',
  'eq',
  'ne',
  'ult',
  'ule',
  'ugt',
  'uge',
];
const floatConditions: readonly FloatCondition[] = [
  'lt',
  'le',
  'gt',
  'ge',
  'eq',
  'ne',
  'nlt',
  'nle',
  'ngt',
  'nge',
];

interface LoopTargets {
  readonly next: Block;
  readonly exit: Block;
}

class Generator {
  private readonly choices: Choices;
  private readonly b: Builder;
  private readonly callee: string | undefined;
  private readonly variables: Variable[] = [];
  private readonly arrays: { readonly ref: Inst; readonly memory: MemoryType }[] = [];
  /** Variables for objects of two properties, an int32 and a double. */
  private readonly objects: Variable[] = [];
  private readonly result: IrType;
  private readonly loops: LoopTargets[] = [];
  private statements: number;
  private offset = 0;

  constructor(
    choices: Choices,
    symbol: string,
    params: readonly IrType[],
    result: IrType,
    statements: number,
    callee: string | undefined,
    withObjects = false,
  ) {
    this.choices = choices;
    this.b = new Builder(newFunction(symbol, symbol, result));
    this.callee = callee;
    this.result = result;
    this.statements = statements;
    for (const type of params) {
      const param = this.b.addParam(this.b.block, type);
      if (type === 'ref') this.arrays.push({ ref: param, memory: arrayMemory[this.arrays.length]! });
      else this.declare(type, param);
    }
    for (const type of ['i32', 'f64', 'i32'] as const) this.declare(type, this.b.constant(type, 0));
    for (let i = 0; withObjects && i < 3; i++) {
      const variable = this.b.declareVariable('ref');
      this.b.write(variable, this.newObject());
      this.objects.push(variable);
    }
  }

  private newObject(): Inst {
    const header = this.b.iconst(allocationHeader(ObjectKind.object, OBJECT_BYTES));
    return this.b.helper('gn_new', header, this.b.iconst(0));
  }

  generate(): IrFunction {
    while (this.statements > 0) this.statement(0);
    if (!this.b.terminated) this.b.return(this.expression(this.result, 2));
    return this.b.finish();
  }

  private declare(type: IrType, value: Inst): void {
    const variable = this.b.declareVariable(type);
    this.b.write(variable, value);
    this.variables.push(variable);
  }

  private variable(type: IrType): Variable {
    return this.choices.of(this.variables.filter((variable) => variable.type === type));
  }

  // Statements

  private block(depth: number): void {
    const count = 1 + this.choices.below(3);
    for (let i = 0; i < count && !this.b.terminated; i++) this.statement(depth + 1);
  }

  private statement(depth: number): void {
    this.statements--;
    this.b.position = { source: 0, offset: this.offset++ };
    const simple = [this.assign, this.assign, this.storeElement, this.storeGlobal, this.check, this.leave];
    const nested = [
      this.conditional,
      this.conditional,
      this.whileLoop,
      this.countingLoop,
      this.arrayLoop,
      this.doubleLoop,
    ];
    if (this.objects.length > 0) simple.push(...new Array(5).fill(this.changeObject));
    const kinds = depth > 3 || this.choices.exhausted ? simple : [...simple, ...nested];
    this.choices.of(kinds).call(this, depth);
  }

  private assign(): void {
    const variable = this.choices.of(this.variables);
    this.b.write(variable, this.expression(variable.type, 3));
  }

  private storeElement(): void {
    const { b } = this;
    if (this.arrays.length === 0) return;
    const { ref, memory } = this.choices.of(this.arrays);
    const index = this.expression('i32', 1);
    const value = this.expression(memory === 'f64' ? 'f64' : 'i32', 2);
    const data = this.checkedData(ref, index);
    b.store(memory, `element.${memory}`, value, data, 0, index);
  }

  /** Makes an object, gives one another name, or stores a property. */
  private changeObject(): void {
    const { b, choices } = this;
    const variable = choices.of(this.objects);
    switch (choices.below(4)) {
      case 0:
        b.write(variable, this.newObject());
        return;
      case 1:
        b.write(variable, b.read(choices.of(this.objects)));
        return;
      case 2:
        b.store('f64', 'field.d', this.expression('f64', 2), b.read(variable), 16);
        return;
      default:
        b.store('i32', 'field.i', this.expression('i32', 2), b.read(variable), 8);
    }
  }

  private storeGlobal(): void {
    const { symbol, memory } = this.choices.of(globals);
    const value = this.expression(memory === 'f64' ? 'f64' : 'i32', 2);
    this.b.store(memory, `global.${symbol}` as AliasClass, value, this.b.address(symbol));
  }

  private check(): void {
    // Mostly true, so that programs go on.
    const value = this.expression('i32', 1);
    const limit = this.choices.of([-(2 ** 31), -1000, 0]);
    this.b.check(this.b.icmp('ge', value, this.b.iconst(limit)), 'badLength', value);
  }

  /** break, continue or return. */
  private leave(depth: number): void {
    if (depth === 0) return;
    const loop = this.loops.at(-1);
    const kind = this.choices.below(3);
    if (loop && kind === 0) this.b.jump(loop.next);
    else if (loop && kind === 1) this.b.jump(loop.exit);
    else this.b.return(this.expression(this.result, 1));
  }

  private conditional(depth: number): void {
    const { b } = this;
    const [yes, no, after] = [b.createBlock(), b.createBlock(), b.createBlock()];
    b.branch(this.condition(2), yes, no);
    b.enterSealed(yes);
    this.block(depth);
    if (!b.terminated) b.jump(after);
    b.enterSealed(no);
    if (this.choices.below(2) === 1) this.block(depth);
    if (!b.terminated) b.jump(after);
    b.enterSealed(after);
    if (!b.isReachable(after)) b.return(this.expression(this.result, 0));
  }

  private loop(depth: number, condition: () => Inst, step: () => void): void {
    const { b } = this;
    const [header, body, next, exit] = [b.createBlock(), b.createBlock(), b.createBlock(), b.createBlock()];
    b.jump(header);
    b.enter(header);
    b.branch(condition(), body, exit);
    b.enterSealed(body);
    this.loops.push({ next, exit });
    this.block(depth);
    this.loops.pop();
    if (!b.terminated) b.jump(next);
    b.enterSealed(next);
    if (b.isReachable(next)) {
      step();
      b.jump(header);
    } else {
      b.trap('unreachable');
    }
    b.seal(header);
    b.enterSealed(exit);
    if (!b.isReachable(exit)) b.return(this.expression(this.result, 0));
  }

  private whileLoop(depth: number): void {
    // The guard makes most of them end.
    const { b } = this;
    const guard = b.declareVariable('i32');
    b.write(guard, b.iconst(this.choices.below(6)));
    this.loop(
      depth,
      () => b.op('iand', this.condition(1), b.icmp('gt', b.read(guard), b.iconst(0))),
      () => b.write(guard, b.op('isub', b.read(guard), b.iconst(1))),
    );
  }

  /** for (i = start; i < limit; i += step), up or down; the body may change a visible i. */
  private countingLoop(depth: number): void {
    const { b, choices } = this;
    const counter = choices.below(2) === 0 ? this.variable('i32') : b.declareVariable('i32');
    const visible = this.variables.includes(counter);
    const down = choices.below(3) === 2;
    const step = choices.of([1, 1, 2, 3]);
    const low = choices.of([0, 0, 1, -3, 5]);
    const high = this.small();
    b.write(counter, down ? high : b.iconst(low));
    if (!visible) this.variables.push(counter);
    const cond = choices.of(
      down ? (['gt', 'ge', 'gt'] as const) : (['lt', 'le', 'lt', 'ult', 'ne'] as const),
    );
    this.loop(
      depth,
      () => b.icmp(cond, b.read(counter), down ? b.iconst(low) : high),
      () => b.write(counter, b.op(down ? 'isub' : 'iadd', b.read(counter), b.iconst(step))),
    );
    if (!visible) this.variables.splice(this.variables.indexOf(counter), 1);
  }

  /** for (i = 0; i < a.length; i++) with an access to the array inside. */
  private arrayLoop(depth: number): void {
    const { b, choices } = this;
    if (this.arrays.length === 0) return;
    const { ref, memory } = choices.of(this.arrays);
    const counter = b.declareVariable('i32');
    b.write(counter, b.iconst(choices.of([0, 0, 1, 2])));
    const before = choices.below(2) === 1 ? this.length(ref) : undefined;
    const slack = b.iconst(choices.of([0, 0, -1, 1]));
    this.variables.push(counter);
    this.loop(
      depth,
      () => b.icmp('lt', b.read(counter), b.op('iadd', before ?? this.length(ref), slack)),
      () => {
        const index = b.op('iadd', b.read(counter), b.iconst(choices.of([0, 0, 1, -1])));
        const data = this.checkedData(ref, index);
        const value = b.load(memory, `element.${memory}`, data, 0, index);
        const target = this.variable(memory === 'f64' ? 'f64' : 'i32');
        b.write(target, b.op(memory === 'f64' ? 'dadd' : 'iadd', b.read(target), value));
        b.write(counter, b.op('iadd', b.read(counter), b.iconst(1)));
      },
    );
    this.variables.splice(this.variables.indexOf(counter), 1);
  }

  /** A loop whose counter is a double, as `number` counters are. */
  private doubleLoop(depth: number): void {
    const { b, choices } = this;
    const counter = b.declareVariable('f64');
    b.write(counter, b.dconst(choices.of([0, 0, 1, -2, 0.5])));
    const high = b.op('i2d', this.small());
    const step = b.dconst(choices.of([1, 1, 2, 0.5]));
    this.variables.push(counter);
    this.loop(
      depth,
      () => b.dcmp(choices.of(['lt', 'le'] as const), b.read(counter), high),
      () => b.write(counter, b.op('dadd', b.read(counter), step)),
    );
    this.variables.splice(this.variables.indexOf(counter), 1);
  }

  // Expressions

  /** A value from 0 to 15. */
  private small(): Inst {
    return this.b.op('iand', this.expression('i32', 1), this.b.iconst(15));
  }

  private length(ref: Inst): Inst {
    return this.b.load('i32', 'length', ref, 4);
  }

  private checkedData(ref: Inst, index: Inst): Inst {
    this.b.bounds(index, this.length(ref));
    return this.b.load('i32', 'data', ref, 8);
  }

  private condition(depth: number): Inst {
    const { b, choices } = this;
    switch (choices.below(5)) {
      case 0:
      case 1:
        return b.icmp(
          choices.of(intConditions),
          this.expression('i32', depth),
          this.expression('i32', depth),
        );
      case 2:
        return b.dcmp(
          choices.of(floatConditions),
          this.expression('f64', depth),
          this.expression('f64', depth),
        );
      case 3:
        return b.fcmp(
          choices.of(floatConditions),
          this.expression('f32', depth),
          this.expression('f32', depth),
        );
      default:
        return this.expression('i32', depth);
    }
  }

  private expression(type: IrType, depth: number): Inst {
    switch (type) {
      case 'i32':
        return this.intExpression(depth);
      case 'f64':
        return this.doubleExpression(depth);
      case 'f32':
        return this.singleExpression(depth);
      case 'ref':
        return this.choices.of(this.arrays).ref;
    }
  }

  private intExpression(depth: number): Inst {
    const { b, choices } = this;
    switch (choices.below(depth <= 0 ? 3 : this.objects.length > 0 ? 17 : 13)) {
      case 0:
      case 1:
        return b.read(this.variable('i32'));
      case 2:
        return b.iconst(choices.of(interestingInts));
      case 3:
      case 4:
      case 5:
        return b.op(choices.of(intOps), this.expression('i32', depth - 1), this.expression('i32', depth - 1));
      case 6:
        return this.condition(depth - 1);
      case 7:
        return b.select(
          this.condition(depth - 1),
          this.expression('i32', depth - 1),
          this.expression('i32', 0),
        );
      case 8:
        return b.op('d2i', this.expression('f64', depth - 1));
      case 9:
        return this.arrays.length > 0
          ? this.length(choices.of(this.arrays).ref)
          : b.op('iclz', this.expression('i32', depth - 1));
      case 10:
        return this.element('i32', depth);
      case 11:
        return this.global('i32');
      case 13:
      case 14:
      case 15:
        return b.load('i32', 'field.i', b.read(choices.of(this.objects)), 8);
      case 16:
        return choices.below(2) === 0
          ? b.rcmp('eq', b.read(choices.of(this.objects)), b.read(choices.of(this.objects)))
          : b.op('d2i', b.load('f64', 'field.d', b.read(choices.of(this.objects)), 16));
      default:
        if (!this.callee) return b.op('f2i', this.expression('f32', depth - 1));
        return b.call(this.callee, 'i32', [
          this.expression('i32', depth - 1),
          this.expression('f64', depth - 1),
        ]);
    }
  }

  private doubleExpression(depth: number): Inst {
    const { b, choices } = this;
    switch (choices.below(depth <= 0 ? 3 : 14)) {
      case 0:
        return b.read(this.variable('f64'));
      case 1:
        return b.dconst(choices.of(interestingDoubles));
      case 2:
        return b.op('i2d', this.expression('i32', depth - 1));
      case 3:
      case 4:
      case 5: {
        const op = choices.of(['dadd', 'dsub', 'dmul', 'ddiv', 'drem'] as const);
        return b.op(op, this.expression('f64', depth - 1), this.expression('f64', depth - 1));
      }
      case 6:
        return b.op(choices.of(['dneg', 'dabs', 'dsqrt'] as const), this.expression('f64', depth - 1));
      case 7:
        return b.op(
          choices.of(['dfloor', 'dceil', 'dtrunc', 'dround'] as const),
          this.expression('f64', depth - 1),
        );
      case 8:
        return b.op('u2d', this.expression('i32', depth - 1));
      case 9:
        return b.op('f2d', this.expression('f32', depth - 1));
      case 10:
        return b.select(
          this.condition(depth - 1),
          this.expression('f64', depth - 1),
          this.expression('f64', 0),
        );
      case 11:
        return this.element('f64', depth);
      case 12:
        return this.global('f64');
      default:
        return choices.below(4) === 3
          ? b.op('i2d', b.d2iExact(this.expression('f64', depth - 1)))
          : b.op('i2d', b.d2iExact(b.op('i2d', this.expression('i32', depth - 1))));
    }
  }

  private singleExpression(depth: number): Inst {
    const { b, choices } = this;
    const known = this.variables.filter((variable) => variable.type === 'f32');
    switch (choices.below(depth <= 0 ? 2 : 7)) {
      case 0:
        return known.length > 0 ? b.read(choices.of(known)) : b.fconst(0);
      case 1:
        return b.fconst(choices.of(interestingDoubles));
      case 2:
      case 3: {
        const op = choices.of(['fadd', 'fsub', 'fmul', 'fdiv'] as const);
        return b.op(op, this.expression('f32', depth - 1), this.expression('f32', depth - 1));
      }
      case 4:
        return b.op(choices.of(['fneg', 'fabs', 'fsqrt'] as const), this.expression('f32', depth - 1));
      case 5:
        return b.op('d2f', this.expression('f64', depth - 1));
      default:
        return b.op(choices.of(['i2f', 'u2f'] as const), this.expression('i32', depth - 1));
    }
  }

  /** An element of an array of this type, at an index that is often within bounds. */
  private element(type: 'i32' | 'f64', depth: number): Inst {
    const arrays = this.arrays.filter(({ memory }) => (memory === 'f64') === (type === 'f64'));
    if (arrays.length === 0) return this.b.constant(type, 1);
    const { ref, memory } = this.choices.of(arrays);
    const index = this.choices.below(3) === 0 ? this.expression('i32', depth - 1) : this.small();
    const data = this.checkedData(ref, index);
    return this.b.load(memory, `element.${memory}`, data, 0, index);
  }

  private global(type: 'i32' | 'f64'): Inst {
    const { symbol, memory } = this.choices.of(
      globals.filter((g) => (g.memory === 'f64') === (type === 'f64')),
    );
    return this.b.load(memory, `global.${symbol}` as AliasClass, this.b.address(symbol));
  }
}

/** Where TestMemory begins: inside the heap of a board. */
export const memoryBase = 0x20020000;

/** Size of the objects that generated functions make. */
export const OBJECT_BYTES = 24;

/** Symbols and arrays that generated functions work on, as a memory image. */
export interface TestMemory {
  readonly bytes: Uint8Array;
  /** Addresses of the arrays, in the order of arrayMemory. */
  readonly arrays: readonly number[];
  /** Addresses of the globals by symbol. */
  readonly symbols: ReadonlyMap<string, number>;
}

/** Fresh memory: arrays of the given lengths (at most 32) with small elements, zeroed globals. */
export function testMemory(lengths: readonly number[]): TestMemory {
  const bytes = new Uint8Array(2048);
  const view = new DataView(bytes.buffer);
  const symbols = new Map<string, number>();
  globals.forEach(({ symbol }, i) => {
    symbols.set(symbol, memoryBase + i * 8);
  });
  let at = 64;
  const arrays = arrayMemory.map((memory, i) => {
    const length = lengths[i]!;
    view.setInt32(at + 4, length, true);
    view.setInt32(at + 8, memoryBase + at + 16, true);
    for (let e = 0; e < length; e++) {
      const element = at + 16 + e * memorySize[memory];
      if (memory === 'f64') view.setFloat64(element, e * 1.5 - 2, true);
      else bytes[element] = e + i;
    }
    const address = memoryBase + at;
    at += 16 + 32 * 8;
    return address;
  });
  return { bytes, arrays, symbols };
}
