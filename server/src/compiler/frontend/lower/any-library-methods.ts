// Methods of maps, sets and promises on values of type `any`: which of the program's kinds of them it is, is known when the
// program runs.
import { ValueKind } from '../../abi/objects.ts';
import type { Inst } from '../../ir/ir.ts';
import { methodNamed } from '../library-classes.ts';
import type { ObjectLayout } from '../object-layout.ts';
import { knownLayouts, libraryObject } from '../object-types.ts';
import { anyRep, type ObjectRep, undefinedRep } from '../reps.ts';
import { isEquality, isOnlyLookedAt } from '../tested-values.ts';
import { skipParentheses, ts } from '../typescript.ts';
import { isKind, isObjectOf, toAny } from './any.ts';
import { methodsNamed } from './any-class-methods.ts';
import { choose } from './conversions.ts';
import { lowerExpression } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import { callLibrary } from './library-calls.ts';
import { isMemberInLibrary, libraryMethod } from './library-methods.ts';
import { isOfGenericClass, methodId } from './open-objects.ts';
import { callMethodOfCollection } from './overridden-methods.ts';
import { instOf, type Value } from './value.ts';

/** A kind of object that may have a method: a test for it, and the call. */
export interface LibraryWay {
  test(): Inst;
  call(): Value;
}

const collections = ['Map', 'Set', 'WeakMap', 'WeakSet'];
/** Methods of iterators, in the order of the modes of `__go` (lib/iterator.ts). */
const modes = ['next', 'throw', 'return'];
const ofPromises = new Map([
  ['then', 'promise_anyThen'],
  ['catch', 'promise_anyCatch'],
  ['finally', 'promise_anyFinally'],
]);

/** The ways to call a method of a value that may be such an object. */
export function libraryWays(
  fn: FunctionLowering,
  receiver: Value,
  method: string,
  nodes: readonly ts.Expression[],
  node: ts.Node,
): LibraryWay[] {
  const args = (count: number) =>
    Array.from({ length: count }, (_, i) => {
      const each = nodes[i];
      const none: Value = { rep: undefinedRep, inst: fn.b.nullRef() };
      return toAny(fn, each ? lowerExpression(fn, each, anyRep) : none, each ?? node);
    });
  const ways = collections.flatMap((name) =>
    layoutsNamed(fn, name).flatMap((layout): LibraryWay[] => {
      if (!methodNamed(layout, method) || methodNamed(layout, method)?.typeParameters) return [];
      const rep: ObjectRep = { kind: 'object', layout };
      const object: Value = { rep, inst: instOf(receiver) };
      const call = () => {
        const { params } = libraryMethod(fn, layout, method);
        return toAny(fn, callMethodOfCollection(fn, object, method, args(params.length), node), node);
      };
      return [{ test: () => isObjectOf(fn, receiver, rep, node), call }];
    }),
  );
  const mode = modes.indexOf(method);
  const iterator = mode < 0 ? undefined : classNamed(fn, 'IteratorObject');
  if (iterator) {
    const numbers: Value = { rep: { kind: 'int' }, inst: fn.b.iconst(mode) };
    const call = () => toAny(fn, callLibrary(fn, 'any_advance', [receiver, numbers, ...args(1)], node), node);
    const test = () =>
      choose(
        fn,
        isKind(fn, receiver, ValueKind.object, node),
        () => isOfGenericClass(fn, instOf(receiver), iterator),
        () => fn.b.iconst(0),
      );
    ways.push({ test, call });
  }
  const ofPromise = ofPromises.get(method);
  const state = ofPromise && libraryObject(fn.checker, '__PromiseState', []);
  if (!ofPromise || !state) return ways;
  const count = method === 'then' ? 2 : 1;
  const call = () => toAny(fn, callLibrary(fn, ofPromise, [receiver, ...args(count)], node), node);
  return [...ways, { test: () => isObjectOf(fn, receiver, state, node), call }];
}

function classNamed({ checker }: FunctionLowering, name: string): ts.ClassDeclaration | undefined {
  return checker
    .resolveName(name, undefined, ts.SymbolFlags.Class, false)
    ?.declarations?.find(ts.isClassDeclaration);
}

function layoutsNamed(fn: FunctionLowering, name: string): ObjectLayout[] {
  const declaration = classNamed(fn, name);
  return declaration ? knownLayouts(fn.checker, declaration) : [];
}

/** Which values have a method of a name: bits of kinds, and names of classes. */
const kinds: readonly (readonly [ValueKind, string])[] = [
  [ValueKind.string, 'String'],
  [ValueKind.number, 'Number'],
  [ValueKind.array, 'Array'],
  [ValueKind.function, 'Function'],
];
const classes = [...collections, 'Promise', 'Generator', 'ArrayBuffer', 'DataView'];

/**
 * `typeof value.map === 'function'`: whether a value of type `any` has a method, of its class or of the library; undefined
 * for other uses.
 */
export function peekedMethod(
  fn: FunctionLowering,
  value: Value,
  name: string,
  node: ts.Expression,
): Value | undefined {
  if (!isPeeked(node)) return undefined;
  const isOfLibrary = isMemberInLibrary(fn.checker, name);
  if (!isOfLibrary && !ts.isTypeOfExpression(node.parent) && methodsNamed(fn, name).length === 0)
    return undefined;
  const has = (type: string) => {
    const meaning = ts.SymbolFlags.Interface | ts.SymbolFlags.Class;
    const member = fn.checker
      .resolveName(type, undefined, meaning, false)
      ?.members?.get(ts.escapeLeadingUnderscores(name));
    return ((member?.flags ?? 0) & ts.SymbolFlags.Method) !== 0;
  };
  const bits = kinds.reduce((all, [kind, type]) => (has(type) ? all | (1 << kind) : all), 0);
  const names = classes.filter(has).join(' ');
  // `length` and the like.
  if (bits === 0 && names === '' && isOfLibrary) return undefined;
  const numbers = [bits, methodId(name)].map(
    (each): Value => ({ rep: { kind: 'int' }, inst: fn.b.iconst(each) }),
  );
  return callLibrary(fn, 'any_peek', [value, fn.text(name), ...numbers, fn.text(` ${names} `)], node);
}

/** True where nothing follows from a value but whether it is there, or of what kind it is. */
function isPeeked(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent)) return isPeeked(parent);
  if (ts.isCallExpression(parent) || !isOnlyLookedAt(node)) return false;
  if (!ts.isBinaryExpression(parent) || !isEquality(parent)) return true;
  const other = parent.left === node ? parent.right : parent.left;
  return /^(undefined|null)$/.test(skipParentheses(other).getText());
}
