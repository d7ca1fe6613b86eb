// `Object.freeze`: a bit in the object's header. Stores look for it where the program may freeze what they store to
// (frozen-properties.ts); arrays are frozen as what nothing else can change.
import { HEADER_IS_FROZEN } from '../../abi/objects.ts';
import type { Inst } from '../../ir/ir.ts';
import { fail } from '../diagnostics.ts';
import { ANY_KEY, mayBeFrozen } from '../frozen-properties.ts';
import { booleanRep, type Rep } from '../reps.ts';
import { skipParentheses, ts } from '../typescript.ts';
import { isArrayRep } from './arrays.ts';
import { choose, isPresent } from './conversions.ts';
import { frozenDependency } from './dependencies.ts';
import { lowerExpression } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import { isInLibrary } from './globals.ts';
import { callLibrary } from './library-calls.ts';
import { requireObject } from './methods.ts';
import { instOf, type Value } from './value.ts';

/** `Object.freeze(object)`. */
export function lowerFreeze(fn: FunctionLowering, node: ts.Expression, expected: Rep | undefined): Value {
  const value = lowerExpression(fn, node, expected);
  if (isArrayRep(value.rep) && !isUnchangeable(fn, node)) fail(node, 'GN1018', node.getText());
  if (value.rep.kind === 'any') callLibrary(fn, 'any_freeze', [value], node);
  if (value.rep.kind !== 'object' && value.rep.kind !== 'array') return value;
  fn.within(node, () => {
    const object = instOf(value);
    requireObject(fn, object);
    const frozen = fn.b.op('ior', header(fn, object), fn.b.iconst(HEADER_IS_FROZEN));
    fn.b.store('i32', HEADER, frozen, object);
  });
  return value;
}

/** True for an array that only what `Object.freeze` gives refers to, and for one that can't be changed by its type. */
function isUnchangeable(fn: FunctionLowering, node: ts.Expression): boolean {
  const inner = skipParentheses(node);
  if (ts.isArrayLiteralExpression(inner) || ts.isCallExpression(inner) || ts.isNewExpression(inner))
    return true;
  if (ts.isAsExpression(inner)) return isUnchangeable(fn, inner.expression);
  const type = fn.checker.getTypeAtLocation(inner);
  return type.symbol?.name === 'ReadonlyArray' || fn.checker.typeToString(type).startsWith('readonly ');
}

/** `Object.isFrozen(value)`: what is no object always is. */
export function lowerIsFrozen(fn: FunctionLowering, node: ts.Expression): Value {
  const value = lowerExpression(fn, node);
  if (value.rep.kind === 'any') return callLibrary(fn, 'any_isFrozen', [value], node);
  const { kind } = value.rep.kind === 'optional' ? value.rep.of : value.rep;
  const no = () => fn.b.iconst(0);
  const yes = () => fn.b.iconst(1);
  const isObject = kind === 'object' || kind === 'array';
  const inst = fn.within(node, () =>
    choose(
      fn,
      isPresent(fn, value),
      () =>
        isObject ? isFrozen(fn, instOf(value)) : kind === 'function' || kind === 'typedArray' ? no() : yes(),
      yes,
    ),
  );
  return { rep: booleanRep, inst };
}

/** Before a store to a property: a TypeError if the object is frozen. */
export function checkWritable(
  fn: FunctionLowering,
  object: Inst,
  name: string,
  title: string,
  node: ts.Node,
): void {
  if (isInLibrary(node) || name.startsWith('#')) return;
  const { b } = fn;
  const isPossible = mayBeFrozen(fn.checker, name);
  fn.module.depend(fn.symbol, frozenDependency + name, String(isPossible));
  if (!isPossible) return;
  const frozen = b.createBlock();
  const writable = b.createBlock();
  b.branch(isFrozen(fn, object), frozen, writable);
  b.enterSealed(frozen);
  const text = `Cannot assign to read only property '${name}' of object '#<${title}>'`;
  callLibrary(fn, 'object_refuse', [fn.text(text)], node);
  b.jump(writable);
  b.enterSealed(writable);
}

/** The same for a dictionary, of which the board alone knows the key. */
export function checkChangeable(fn: FunctionLowering, dictionary: Value, node: ts.Node): void {
  checkWritable(fn, instOf(dictionary), ANY_KEY, 'Object', node);
}

const HEADER = 'field.#header';

const header = (fn: FunctionLowering, object: Inst) => fn.b.load('i32', HEADER, object);

function isFrozen(fn: FunctionLowering, object: Inst): Inst {
  const { b } = fn;
  return b.icmp('ne', b.op('iand', header(fn, object), b.iconst(HEADER_IS_FROZEN)), b.iconst(0));
}
