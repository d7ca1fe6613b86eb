// Methods of values of type `any`, and calls of functions in them: what there is to call is known when the program runs.
// Of strings, arrays and numbers it is one of the library's methods; what objects hold are functions, which take and give
// values of any type.
import { ValueKind } from '../../abi/objects.ts';
import type { Inst } from '../../ir/ir.ts';
import {
  type ArrayRep,
  anyRep,
  arrayOf,
  booleanRep,
  numberRep,
  type ObjectRep,
  type Rep,
  stringRep,
} from '../reps.ts';
import { ts } from '../typescript.ts';
import { fromAny, isBoxOf, isKind, isObjectOf, toAny } from './any.ts';
import { callAny } from './any-calls.ts';
import { callClassMethod, methodsNamed } from './any-class-methods.ts';
import { libraryWays } from './any-library-methods.ts';
import { emptyArray } from './array-callbacks.ts';
import { lowerArrayMethod } from './array-methods.ts';
import { Merge } from './assignments.ts';
import { choose } from './conversions.ts';
import { hasProperty, lowerKey } from './dictionaries.ts';
import type { FunctionLowering } from './function.ts';
import { propertyOfAny } from './json.ts';
import { callLibrary } from './library-calls.ts';
import { lowerNumberMethod } from './number-methods.ts';
import { lowerStringMethod } from './string-methods.ts';
import { toText } from './strings.ts';
import { instOf, type Value } from './value.ts';

/** Methods that change an array in its place. */
const changing = new Set([
  'push',
  'pop',
  'shift',
  'unshift',
  'splice',
  'sort',
  'reverse',
  'fill',
  'copyWithin',
]);

/** Methods that give a callback the array. */
const callbackMethods = new Set(
  'map filter forEach some every find findIndex findLast findLastIndex flatMap reduce reduceRight'.split(' '),
);

/** Arrays that were made with a type and are changed as what they are. */
const typedArrays = [arrayOf(numberRep), arrayOf(stringRep)];

/** True for a method that gives the array itself, to its caller or to a callback. */
function mayGiveArray(fn: FunctionLowering, method: string, node: ts.CallExpression): boolean {
  if (/^(sort|reverse|fill|copyWithin)$/.test(method) && !ts.isExpressionStatement(node.parent)) return true;
  // Of a function that is not written there, the type need not tell all that it takes.
  const isKnown = (each: ts.Expression) =>
    ts.isArrowFunction(each) || ts.isFunctionExpression(each) || ts.isLiteralExpression(each);
  if (callbackMethods.has(method) && !node.arguments.every(isKnown)) return true;
  return takingArray(fn, method, node).length > 0;
}

/** The callbacks of a call that take the array itself, as their last parameter, and may change it. */
function takingArray(fn: FunctionLowering, method: string, node: ts.CallExpression): ts.Signature[] {
  if (!callbackMethods.has(method)) return [];
  const takes = ({ parameters }: ts.Signature) =>
    parameters.length > elementIndex(method) + 2 || parameters.some(isRest);
  return node.arguments.flatMap((each) =>
    fn.checker.getTypeAtLocation(each).getCallSignatures().filter(takes),
  );
}

/** Which parameter of a callback the element is. */
const elementIndex = (method: string) => (method.startsWith('reduce') ? 1 : 0);

const isRest = ({ valueDeclaration: node }: ts.Symbol) =>
  node !== undefined && ts.isParameter(node) && node.dotDotDotToken !== undefined;

/** False if an argument says that an element is of another type. */
function mayTake(fn: FunctionLowering, rep: ArrayRep, method: string, node: ts.CallExpression): boolean {
  const first = { push: 0, unshift: 0, fill: 0, splice: 2 }[method];
  const likely = rep.element.kind === 'string' ? ts.TypeFlags.StringLike : ts.TypeFlags.NumberLike;
  const fits = ({ flags }: ts.Type) => (flags & (likely | ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0;
  if (first === undefined)
    return takingArray(fn, method, node).every(({ parameters }) => {
      const element = parameters[elementIndex(method)];
      return !element || isRest(element) || fits(fn.checker.getTypeOfSymbol(element));
    });
  const elements = method === 'fill' ? node.arguments.slice(0, 1) : node.arguments.slice(first);
  return elements.every((each) => {
    return fits(fn.checker.getTypeAtLocation(ts.isSpreadElement(each) ? each.expression : each));
  });
}

/** 1 if a value is an array of that kind which can be changed. */
const isBoxOfArray = (fn: FunctionLowering, value: Value, rep: Rep, node: ts.Node) =>
  choose(
    fn,
    isKind(fn, value, ValueKind.array, node),
    () => {
      const frozen = instOf(callLibrary(fn, 'any_isFrozen', [value], node));
      return fn.b.op('iand', isBoxOf(fn, value, rep, node), fn.b.op('ixor', frozen, fn.b.iconst(1)));
    },
    () => fn.b.iconst(0),
  );

/** `value.method(...)`. */
export function lowerAnyMethod(
  fn: FunctionLowering,
  receiver: Value,
  method: string,
  node: ts.CallExpression,
): Value {
  const result = new Merge(fn, anyRep);
  const join = fn.b.createBlock();
  const attempt = (test: Inst, call: () => Value) => {
    const { b } = fn;
    const [found, other] = [b.createBlock(), b.createBlock()];
    b.branch(test, found, other);
    b.enterSealed(found);
    result.set(call());
    b.jump(join);
    b.enterSealed(other);
  };
  const way = (kind: ValueKind, lower: () => Value) =>
    attempt(isKind(fn, receiver, kind, node), () => toAny(fn, ofAny(fn, lower(), node), node));
  const isArray = isOfArrayType(fn, node);
  if (!isArray && has(fn, 'String', method) && mayTakeText(fn, method, node))
    way(ValueKind.string, () => lowerStringMethod(fn, fromAny(fn, receiver, stringRep, node), method, node));
  if (has(fn, 'Array', method)) {
    const isChanged = changing.has(method) || takingArray(fn, method, node).length > 0;
    const changed = isChanged ? typedArrays : [];
    for (const rep of changed.filter((each) => mayTake(fn, each, method, node))) {
      attempt(isBoxOfArray(fn, receiver, rep, node), () => {
        const array = fromAny(fn, receiver, rep, node);
        return toAny(fn, lowerArrayMethod(fn, array, rep, method, node, undefined), node);
      });
    }
    way(ValueKind.array, () => {
      const name = isChanged ? 'any_ownElements' : 'any_elements';
      if (mayGiveArray(fn, method, node)) callLibrary(fn, 'any_keep', [receiver], node);
      const array = callLibrary(fn, name, [receiver], node);
      return lowerArrayMethod(fn, array, arrayOf(anyRep), method, node, undefined);
    });
  }
  if (has(fn, 'Number', method))
    way(ValueKind.number, () => lowerNumberMethod(fn, fromAny(fn, receiver, numberRep, node), method, node));
  for (const member of methodsNamed(fn, method)) {
    const rep: ObjectRep = { kind: 'object', layout: member.layout };
    const object: Value = { rep, inst: instOf(receiver) };
    attempt(isObjectOf(fn, receiver, rep, node), () =>
      callClassMethod(fn, object, member, node.arguments, node),
    );
  }
  for (const { test, call } of libraryWays(fn, receiver, method, node.arguments, node)) attempt(test(), call);
  if (method === 'toString') {
    way(ValueKind.boolean, () => ({
      rep: stringRep,
      inst: toText(fn, fromAny(fn, receiver, booleanRep, node), node),
    }));
    attempt(instOf(callLibrary(fn, 'any_hasPlainText', [receiver], node)), () => ({
      rep: anyRep,
      inst: toText(fn, receiver, node),
    }));
  }
  const [key] = node.arguments;
  if (method === 'hasOwnProperty' && key) {
    const isOwn = instOf(callLibrary(fn, 'any_hasOwn', [receiver, fn.text(method)], node));
    attempt(fn.b.op('ixor', isOwn, fn.b.iconst(1)), () =>
      toAny(fn, hasProperty(fn, receiver, lowerKey(fn, key), node), node),
    );
  }
  const held = propertyOfAny(fn, receiver, method, node);
  result.set(callAny(fn, held, method, node.arguments, node));
  fn.b.jump(join);
  fn.b.enterSealed(join);
  return result.get();
}

/** True for a method of what TypeScript knows to be an array. */
function isOfArrayType({ checker }: FunctionLowering, { expression }: ts.CallExpression): boolean {
  const isProperty = ts.isPropertyAccessExpression(expression);
  return isProperty && checker.isArrayType(checker.getTypeAtLocation(expression.expression));
}

/** A new array that a method gives, as one that can get any element. */
function ofAny(fn: FunctionLowering, value: Value, node: ts.CallExpression): Value {
  const isTyped = (fn.checker.getTypeAtLocation(node).flags & ts.TypeFlags.Any) === 0;
  if (value.rep.kind !== 'array' || value.rep.element.kind === 'any' || isTyped) return value;
  const array = emptyArray(fn, arrayOf(anyRep), node);
  callLibrary(fn, 'array_append', [array, value], node);
  return array;
}

/** False if an argument says that a method which strings and arrays have is not that of a string. */
function mayTakeText(fn: FunctionLowering, method: string, node: ts.CallExpression): boolean {
  const [first] = node.arguments;
  if (!first || !has(fn, 'Array', method) || method === 'slice' || method === 'at') return true;
  const type = fn.checker.getTypeAtLocation(first);
  return (type.flags & ts.TypeFlags.StringLike) !== 0 || fn.tryRepOf(type)?.kind === 'any';
}

/** True if values of a class of the library have a method. */
function has(fn: FunctionLowering, type: string, method: string): boolean {
  const symbol = fn.checker.resolveName(type, undefined, ts.SymbolFlags.Interface, false);
  return ((symbol?.members?.get(method as ts.__String)?.flags ?? 0) & ts.SymbolFlags.Method) !== 0;
}
