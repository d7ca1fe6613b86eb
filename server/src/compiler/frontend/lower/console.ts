// console.log and its like, and the value of a cell: the values go to the host as they are (abi/console.ts), where
// they are formatted.
import { ConsoleCall, OutputChannel } from '../../abi/console.ts';
import type { Inst } from '../../ir/ir.ts';
import { fail } from '../diagnostics.ts';
import { repTitle } from '../object-layout.ts';
import { intRep, numberRep } from '../reps.ts';
import { ts } from '../typescript.ts';
import { arrayLength, arrayOfIterated, isArrayRep, loadUnchecked } from './arrays.ts';
import { classWithStatics } from './console-statics.ts';
import { either, isPresent, toBoolean, unwrapped } from './conversions.ts';
import { lowerExpression } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import { callLibrary } from './library-calls.ts';
import { instOf, type Value } from './value.ts';

const channelBytes = { ...OutputChannel, ...ConsoleCall };
type Channel = keyof typeof channelBytes;

/** Methods that do the same as others here. */
const synonyms: Record<string, Channel> = { info: 'log', debug: 'log', groupCollapsed: 'group' };

function channelOf(method: string): Channel | undefined {
  if (Object.hasOwn(synonyms, method)) return synonyms[method];
  return Object.hasOwn(channelBytes, method) ? (method as Channel) : undefined;
}

/** A computed argument; of `...array`, the array. */
interface Argument {
  readonly value: Value;
  readonly node: ts.Expression;
}

export function lowerConsoleCall(fn: FunctionLowering, node: ts.CallExpression, method: string): Value {
  const channel = channelOf(method);
  if (!channel) return fail(node, 'GN1003', `'console.${method}'`);
  // All arguments are computed before the record begins: they may print, too.
  const values = node.arguments.map((argument, i) =>
    ts.isSpreadElement(argument)
      ? { value: spreadArgument(fn, argument, i < node.arguments.length - 1), node: argument }
      : { value: lowerExpression(fn, argument), node: argument },
  );
  fn.within(node, () => {
    if (method === 'assert') lowerAssert(fn, values);
    else if (method.startsWith('time')) output(fn, channel, [{ value: microseconds(fn), node }, ...values]);
    else output(fn, channel, values);
  });
  return { rep: { kind: 'void' } };
}

/** `console.assert(condition, ...)` prints if the condition does not hold. */
function lowerAssert(fn: FunctionLowering, [condition, ...values]: readonly Argument[]): void {
  const { b } = fn;
  if (condition && ts.isSpreadElement(condition.node)) fail(condition.node, 'GN1001', 'spreading here');
  const fails = b.createBlock();
  const join = b.createBlock();
  b.branch(condition ? toBoolean(fn, condition.value, condition.node) : b.iconst(0), join, fails);
  b.enterSealed(fails);
  output(fn, 'assert', values);
  b.jump(join);
  b.enterSealed(join);
}

const microseconds = (fn: FunctionLowering): Value => ({ rep: numberRep, inst: fn.b.helper('gn_micros') });

/** The array of `...array`; a copy where later arguments might change it. */
function spreadArgument(fn: FunctionLowering, node: ts.SpreadElement, isCopied: boolean): Value {
  const source = lowerExpression(fn, node.expression);
  if (source.rep.kind === 'string') return callLibrary(fn, 'string_characters', [source], node);
  if (source.rep.kind === 'object') return arrayOfIterated(fn, source, node);
  if (source.rep.kind === 'any') return callLibrary(fn, 'any_iterated', [source], node);
  if (!isArrayRep(source.rep)) return fail(node, 'GN1001', 'spreading this');
  if (!isCopied) return source;
  const index = (inst: Inst): Value => ({ rep: intRep, inst });
  const end = index(arrayLength(fn, instOf(source)));
  return callLibrary(fn, 'array_slice', [source, index(fn.b.iconst(0)), end], node);
}

/** Sends one record. */
export function output(fn: FunctionLowering, channel: Channel, values: readonly Argument[]): void {
  fn.b.helper('gn_out_begin', fn.b.iconst(channelBytes[channel]));
  for (const { value, node } of values) {
    if (ts.isSpreadElement(node)) outputElements(fn, value, node);
    else outputValue(fn, value, node);
  }
  fn.b.helper('gn_out_end');
}

/** Each element of an array as a value of its own. */
function outputElements(fn: FunctionLowering, value: Value, node: ts.SpreadElement): void {
  const { b } = fn;
  const { rep } = value;
  if (!isArrayRep(rep)) return;
  const array = instOf(value);
  const index = b.declareVariable('i32', 'index');
  b.write(index, b.iconst(0));
  const header = b.createBlock();
  const body = b.createBlock();
  const exit = b.createBlock();
  b.jump(header);
  b.enter(header);
  const i = b.read(index);
  b.branch(b.icmp('lt', i, arrayLength(fn, array)), body, exit);
  b.enterSealed(body);
  outputValue(fn, loadUnchecked(fn, rep, array, i), node);
  b.write(index, b.op('iadd', i, b.iconst(1)));
  b.jump(header);
  b.seal(header);
  b.enterSealed(exit);
}

function outputValue(fn: FunctionLowering, value: Value, node: ts.Expression): void {
  const { b } = fn;
  const { rep } = value;
  switch (rep.kind) {
    case 'int':
      b.helper('gn_out_i32', instOf(value));
      return;
    case 'float':
      b.helper('gn_out_f32', instOf(value));
      return;
    case 'number':
      outputNumber(fn, value);
      return;
    case 'boolean':
      b.helper('gn_out_bool', instOf(value));
      return;
    case 'null':
      b.helper('gn_out_null');
      return;
    case 'undefined':
    case 'void':
      b.helper('gn_out_undefined');
      return;
    case 'optional':
      outputOptional(fn, value, node);
      return;
    case 'either':
      either(
        fn,
        value,
        (first) => outputValue(fn, first, node),
        (second) => outputValue(fn, second, node),
      );
      return;
    case 'function': {
      const statics = rep.isClass ? classWithStatics(fn, node) : undefined;
      if (statics) outputValue(fn, statics, node);
      else b.helper('gn_out_function', instOf(value));
      return;
    }
    default: {
      const descriptor = fn.module.constants.typeDescriptor(rep);
      if (!descriptor) fail(node, 'GN1003', `printing a value of type '${repTitle(rep)}'`);
      b.helper('gn_out_value', instOf(value), b.address(descriptor));
    }
  }
}

/** Integers go as four bytes instead of eight; both print the same. */
function outputNumber(fn: FunctionLowering, value: Value): void {
  const inst = instOf(value);
  if (inst.op === 'i2d') fn.b.helper('gn_out_i32', inst.args[0]!);
  else if (inst.op === 'u2d') fn.b.helper('gn_out_u32', inst.args[0]!);
  else if (inst.op === 'dconst' && Object.is((inst.imm ?? 0) | 0, inst.imm)) {
    fn.b.helper('gn_out_i32', fn.b.iconst(inst.imm ?? 0));
  } else fn.b.helper('gn_out_number', inst);
}

function outputOptional(fn: FunctionLowering, value: Value, node: ts.Expression): void {
  const { b } = fn;
  const there = b.createBlock();
  const absent = b.createBlock();
  const join = b.createBlock();
  b.branch(isPresent(fn, value), there, absent);
  b.enterSealed(there);
  outputValue(fn, unwrapped(value), node);
  b.jump(join);
  b.enterSealed(absent);
  const nothing = value.rep.kind === 'optional' ? value.rep.absent : 'undefined';
  outputValue(fn, { rep: { kind: nothing } }, node);
  b.jump(join);
  b.enterSealed(join);
}
