// Values of type `any`, `unknown` and of unions of unlike types: each says itself what it is. Strings and objects do so
// anyway; numbers, arrays and functions are put into a box, an object whose class stands for their representation
// (docs/decisions/0008-values-of-any-type.md). What comes out is checked, since TypeScript can be wrong.
import {
  CLASS_IDENTITY,
  HEADER_KIND_MASK,
  OBJECT_CLASS,
  OBJECT_FIELDS,
  ObjectKind,
  VALUE_KIND_MASK,
  ValueKind,
} from '../../abi/objects.ts';
import type { Inst } from '../../ir/ir.ts';
import { memorySize } from '../../ir/types.ts';
import { fail } from '../diagnostics.ts';
import { isDynamic, isPassedAsParameter } from '../dynamic-values.ts';
import { repTitle } from '../object-layout.ts';
import type { FunctionRep, ObjectRep, OptionalRep, Rep } from '../reps.ts';
import {
  anyFunctionRep,
  anyRep,
  booleanRep,
  isNothing,
  isNumeric,
  memoryOf,
  nullRep,
  numberRep,
  sameRep,
} from '../reps.ts';
import { ts } from '../typescript.ts';
import { isMadeArray, isMadeWithoutType } from '../untyped-origins.ts';
import { adaptFunction } from './adapters.ts';
import { allocate } from './allocation.ts';
import { callerOf } from './any-calls.ts';
import { choose, convert, isPresent, toNumber, unwrapped } from './conversions.ts';
import type { FunctionLowering } from './function.ts';
import { wantedFunction } from './function-values.ts';
import { isInLibrary } from './globals.ts';
import { callLibrary } from './library-calls.ts';
import { arrayFromAny, isArrayOfAny, isOfObjects, loosen, useAsDictionary } from './loose-arrays.ts';
import { isOf } from './narrowing.ts';
import { constantOf, instOf, type Value } from './value.ts';

const nullBox = (fn: FunctionLowering) => fn.b.object(fn.module.constants.box(nullRep, ValueKind.null, 0));

/** The kind of what is kept in a box. */
function kindOf(rep: Rep): ValueKind | undefined {
  if (isNumeric(rep)) return ValueKind.number;
  switch (rep.kind) {
    case 'boolean':
      return ValueKind.boolean;
    case 'array':
    case 'typedArray':
      return ValueKind.array;
    case 'function':
      return ValueKind.function;
    default:
      return undefined;
  }
}

/** The value as one that says itself what it is. */
export function toAny(fn: FunctionLowering, value: Value, node: ts.Node): Value {
  const { rep } = value;
  if (rep.kind === 'any') return value;
  fn.module.noteGiven(rep);
  return { rep: anyRep, inst: selfDescribing(fn, value, node) };
}

function selfDescribing(fn: FunctionLowering, value: Value, node: ts.Node): Inst {
  const { rep } = value;
  const { b } = fn;
  if (rep.kind === 'null') return nullBox(fn);
  if (isNothing(rep)) return b.nullRef();
  if (rep.kind === 'optional') return optionalToAny(fn, value, rep, node);
  if (rep.kind === 'either') {
    const { isFirst, first, second } = value.either!;
    const part = (each: Value) => () => instOf(toAny(fn, each, node));
    return choose(fn, isFirst, part(first), part(second));
  }
  if (rep.kind === 'string' || rep.kind === 'object') return instOf(value);
  if (isNumeric(rep)) return numberBox(fn, value, node);
  if (rep.kind === 'boolean') {
    const box = (truth: number) => b.object(fn.module.constants.box(booleanRep, ValueKind.boolean, truth));
    return b.select(instOf(value), box(1), box(0));
  }
  if (rep.kind === 'function') {
    // Where it is called it is taken for a function of the context's type.
    const isFree = isDynamic(fn.checker, node) || isPassedAsParameter(fn.checker, node);
    const wanted = isFree ? anyFunctionRep : wantedFunction(fn, node, anyRep);
    const callable = wanted && !sameRep(rep, wanted) ? convert(fn, value, wanted, node) : value;
    return newBox(fn, callable.rep, instOf(callable), node);
  }
  const box = newBox(fn, rep, instOf(value), node);
  if (isArrayOfAny(rep) && isMadeArray(fn.checker, node)) loosen(fn, box, node);
  return box;
}

function optionalToAny(fn: FunctionLowering, value: Value, rep: OptionalRep, node: ts.Node): Inst {
  const inner = unwrapped(value);
  const isItself = rep.of.kind === 'string' || rep.of.kind === 'object';
  if (isItself && rep.absent === 'undefined') return instOf(inner);
  return choose(
    fn,
    isPresent(fn, value),
    () => instOf(toAny(fn, inner, node)),
    () => (rep.absent === 'null' ? nullBox(fn) : fn.b.nullRef()),
  );
}

/** Every number is kept as a double. */
function numberBox(fn: FunctionLowering, value: Value, node: ts.Node): Inst {
  const constant = constantOf(value);
  if (constant !== undefined && !Object.is(constant, -0) && !Number.isNaN(constant)) {
    return fn.b.object(fn.module.constants.box(numberRep, ValueKind.number, constant));
  }
  return newBox(fn, numberRep, toNumber(fn, value, node), node);
}

function newBox(fn: FunctionLowering, rep: Rep, inst: Inst, node: ts.Node): Inst {
  const kind = kindOf(rep);
  if (kind === undefined) return fail(node, 'GN2004', repTitle(rep), 'any');
  return fn.within(node, () => {
    const { b } = fn;
    const memory = memoryOf(rep);
    const descriptor = boxClassOf(fn, rep, kind, node);
    const box = allocate(b, ObjectKind.object, OBJECT_FIELDS + memorySize[memory], descriptor);
    b.store(memory, 'field.#value', inst, box, OBJECT_FIELDS);
    return box;
  });
}

/** What a self-describing value is, a ValueKind. */
function valueKind(fn: FunctionLowering, value: Value, node: ts.Node): Inst {
  return instOf(callLibrary(fn, 'any_kind', [value], node));
}

/** 1 if a value is of a kind. */
export const isKind = (fn: FunctionLowering, value: Value, kind: ValueKind, node: ts.Node) =>
  fn.b.icmp('eq', valueKind(fn, value, node), fn.b.iconst(kind));

/** The value in a representation; traps if it is of another. */
export function fromAny(fn: FunctionLowering, value: Value, rep: Rep, node: ts.Node): Value {
  if (rep.kind === 'any') return value;
  if (isOfObjects(rep) && ts.isExpression(node) && isMadeWithoutType(fn.checker, node))
    useAsDictionary(fn, rep);
  return fn.within(node, () => {
    if (rep.kind === 'optional') return anyToOptional(fn, value, rep, node);
    if (isNothing(rep)) {
      fn.b.check(isAbsent(fn, value, rep.kind === 'null' ? 'null' : 'undefined'), 'cast');
      return { rep, inst: fn.b.nullRef() };
    }
    if (isNumeric(rep)) return convert(fn, unboxed(fn, value, numberRep, node), rep, node);
    if (rep.kind === 'string') {
      fn.b.check(isKind(fn, value, ValueKind.string, node), 'cast');
      return { rep, inst: instOf(value) };
    }
    if (rep.kind === 'array' && (!isInLibrary(node) || fn.substitution.size > 0))
      return arrayFromAny(fn, value, rep, node);
    if (rep.kind === 'object') {
      if (!rep.layout.declaration) fn.module.noteTaken(rep.layout);
      fn.b.check(isObjectOf(fn, value, rep, node), 'cast');
      return { rep, inst: instOf(value) };
    }
    if (rep.kind === 'function' && !sameRep(rep, anyFunctionRep))
      return functionFromAny(fn, value, rep, node);
    return unboxed(fn, value, rep, node);
  });
}

/** A function of a type, or one that was made without a type as one of that type. */
function functionFromAny(fn: FunctionLowering, value: Value, rep: FunctionRep, node: ts.Node): Value {
  fn.b.check(isKind(fn, value, ValueKind.function, node), 'cast');
  const inst = choose(
    fn,
    isBoxOf(fn, value, anyFunctionRep, node),
    () => instOf(adaptFunction(fn, unboxed(fn, value, anyFunctionRep, node), rep, node)),
    () => instOf(unboxed(fn, value, rep, node)),
  );
  return { rep, inst };
}

function anyToOptional(fn: FunctionLowering, value: Value, rep: OptionalRep, node: ts.Node): Value {
  const { b } = fn;
  const present = b.op('ixor', isAbsent(fn, value, rep.absent), b.iconst(1));
  let inner: Value = { rep: rep.of };
  const inst = choose(
    fn,
    present,
    () => {
      inner = fromAny(fn, value, rep.of, node);
      return instOf(inner);
    },
    () => (memoryOf(rep.of) === 'ref' ? b.nullRef() : b.constant(instType(rep.of), 0)),
  );
  return memoryOf(rep.of) === 'ref' ? { rep, inst } : { rep, inst, present };
}

const instType = (rep: Rep) => (rep.kind === 'number' ? 'f64' : rep.kind === 'float' ? 'f32' : 'i32');

/** 1 if the value is undefined, or null; of others, too, whether they are that. */
export function isAbsent(fn: FunctionLowering, value: Value, kind: 'undefined' | 'null'): Inst {
  if (value.rep.kind === kind) return fn.b.iconst(1);
  if (value.rep.kind !== 'any') return fn.b.iconst(0);
  return fn.b.rcmp('eq', instOf(value), kind === 'null' ? nullBox(fn) : fn.b.nullRef());
}

/** What is in a box of a representation; traps if it is another one. */
export function unboxed(fn: FunctionLowering, value: Value, rep: Rep, node: ts.Node): Value {
  const kind = kindOf(rep);
  if (kind === undefined) return fail(node, 'GN2004', 'any', repTitle(rep));
  const { b } = fn;
  b.check(isKind(fn, value, kind, node), 'cast');
  const box = instOf(value);
  if (kind === ValueKind.array || kind === ValueKind.function) {
    b.check(isBoxOf(fn, value, rep, node), 'cast');
  }
  return { rep, inst: b.load(memoryOf(rep), 'field.#value', box, OBJECT_FIELDS) };
}

/** 1 if the value, which is an array or function, is of exactly that representation. */
export function isBoxOf(fn: FunctionLowering, value: Value, rep: Rep, node: ts.Node): Inst {
  const kind = kindOf(rep);
  if (kind === undefined) return fail(node, 'GN2004', 'any', repTitle(rep));
  const { b } = fn;
  const found = b.load('i32', 'field.#class', instOf(value), OBJECT_CLASS);
  return b.icmp('eq', found, boxClassOf(fn, rep, kind, node));
}

/** Address of the class of the boxes of a representation: that of functions says how they are called as any. */
function boxClassOf(fn: FunctionLowering, rep: Rep, kind: ValueKind, node: ts.Node): Inst {
  const caller = () => (rep.kind === 'function' ? callerOf(fn, rep, node) : undefined);
  return fn.b.address(fn.module.constants.boxDescriptor(rep, kind, caller));
}

/** 1 if the value is an object of a layout, or has all that an open type has. */
export function isObjectOf(fn: FunctionLowering, value: Value, rep: ObjectRep, node: ts.Node): Inst {
  const object: Value = { rep, inst: instOf(value) };
  return choose(
    fn,
    isKind(fn, value, ValueKind.object, node),
    () => isOf(fn, object, rep.layout),
    () => fn.b.iconst(0),
  );
}

/** The kind of a value as the intrinsic gives it: null is undefined, strings say so in their headers. */
export function emitKind(fn: FunctionLowering, value: Value): Inst {
  const { b } = fn;
  const ref = instOf(value);
  return choose(
    fn,
    b.rcmp('eq', ref, b.nullRef()),
    () => b.iconst(ValueKind.undefined),
    () => {
      const header = b.load('i32', 'constant', ref);
      return choose(
        fn,
        b.icmp('eq', b.op('iand', header, b.iconst(HEADER_KIND_MASK)), b.iconst(ObjectKind.object)),
        () => {
          const descriptor = b.load('i32', 'field.#class', ref, OBJECT_CLASS);
          const identity = b.load('i32', 'constant', descriptor, CLASS_IDENTITY);
          return b.op('iand', identity, b.iconst(VALUE_KIND_MASK));
        },
        () => b.iconst(ValueKind.string),
      );
    },
  );
}
