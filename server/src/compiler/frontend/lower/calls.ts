// Calls: of functions by name, of function values, and of the library's functions and methods.

import { classOfSymbol } from '../class-names.ts';
import { fail } from '../diagnostics.ts';
import { isErrorName } from '../error-calls.ts';
import { genericProperty } from '../generic-properties.ts';
import { iterationMethod } from '../member-names.ts';
import { getterOf, repTitle } from '../object-layout.ts';
import { classRep } from '../object-types.ts';
import { isThisParameter, parametersOf } from '../parameters.ts';
import type { Substitution } from '../rep-of-type.ts';
import type { Rep } from '../reps.ts';
import { booleanRep, isNumeric, numberRep, sameRep, stringRep, undefinedRep, voidRep } from '../reps.ts';
import { skipParentheses, ts } from '../typescript.ts';
import { fromAny } from './any.ts';
import { callAny } from './any-calls.ts';
import { lowerAnyMethod } from './any-methods.ts';
import { lowerAllArguments, lowerArguments } from './arguments.ts';
import { lowerArrayFunction } from './array-functions.ts';
import { lowerArrayMethod } from './array-methods.ts';
import { isArrayRep, lowerNewArray } from './arrays.ts';
import { lowerCallOn, partial } from './calls-on.ts';
import { type FunctionNode, staticFunction } from './captures.ts';
import { lowerSuperCall, makeObject } from './classes.ts';
import { captureValues } from './closures.ts';
import { lowerConsoleCall } from './console.ts';
import { convert, toBoolean } from './conversions.ts';
import { dictionaryValue, hasKeys, hasProperty, keptValue, lowerKey } from './dictionaries.ts';
import { lowerExpression, lowerTo } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import { instantiate, isGlobalFunction, nameOf, signatureOf } from './functions.ts';
import { onLiteral } from './generic-functions.ts';
import { isInLibrary } from './globals.ts';
import { lowerHandleMethod } from './handles.ts';
import { memberOfHeld } from './held-classes.ts';
import { isIntrinsic, lowerIntrinsic } from './intrinsics.ts';
import { ownIterator } from './iteration.ts';
import { lowerJsonCall } from './json.ts';
import { callLibrary } from './library-calls.ts';
import { lowerMathCall } from './math.ts';
import { lowerMethodCall, lowerSuperMethodCall } from './methods.ts';
import { moreProperty, takesMore } from './more-properties.ts';
import { nameIn } from './names.ts';
import { checkGuard, narrowed, narrowedObject } from './narrowing.ts';
import { lowerNumberFunction, lowerNumberMethod } from './number-methods.ts';
import { lowerObjectFunction } from './object-functions.ts';
import { layoutAt, readMember } from './objects.ts';
import { leaveIfAbsent } from './optional-chains.ts';
import { passed, passedType, received } from './passing.ts';
import { givenWhereAsked, isPerhapsCall } from './perhaps-calls.ts';
import { lowerObject } from './properties.ts';
import {
  lowerStaticCall,
  lowerStaticProperty,
  type MemberAccess,
  memberSymbol,
  staticMember,
} from './static-members.ts';
import { steadyKey } from './steady-keys.ts';
import { lowerStringFunction, lowerStringMethod } from './string-methods.ts';
import { toText } from './strings.ts';
import { substitutionOf } from './type-arguments.ts';
import { instOf, type Value } from './value.ts';

export function lowerCall(fn: FunctionLowering, node: ts.CallExpression, expected?: Rep): Value {
  const result = givenWhereAsked(fn, node, lowerCallOf(fn, node, expected), expected);
  checkGuard(fn, node, result);
  // What an inherited method gives whose result is `this` is of the class that it was called for.
  return narrowedObject(fn, result, node);
}

function lowerCallOf(fn: FunctionLowering, node: ts.CallExpression, expected?: Rep): Value {
  const callee = skipParentheses(node.expression);
  const name = nameIn(fn.checker, callee);
  if (!name && ts.isPropertyAccessExpression(callee))
    return lowerMemberCall(fn, node, callee, callee.name.text, expected);
  if (ts.isElementAccessExpression(callee)) {
    const iteration = iterationMethod(callee.argumentExpression);
    if (iteration) return ownIterator(fn, lowerObject(fn, callee), callee.expression, iteration);
    const key = steadyKey(fn, callee.argumentExpression);
    if (key !== undefined && Number.isNaN(Number(key)))
      return lowerMemberCall(fn, node, callee, key, expected);
  }
  if (name) {
    const symbol = fn.symbolAt(name);
    const target = staticFunction(symbol);
    if (target) {
      fn.module.dependOnFunction(fn, symbol, target);
      if (isInLibrary(target) && name.text.startsWith('set') && node.arguments.length > 2)
        return lowerTimer(fn, node, name.text);
      return lowerDirectCall(fn, node, target, expected, node.arguments, { leading: noThis(target) });
    }
    const declaration = symbol.declarations?.[0];
    const error = declaration && isErrorName(name) && isInLibrary(declaration) && classOfSymbol(symbol);
    const rep = error && classRep(fn.checker, error, []);
    if (rep) return makeObject(fn, rep, [], node.arguments, node);
    if (declaration?.getSourceFile().isDeclarationFile) return lowerBuiltin(fn, node, name.text, expected);
  }
  if (callee.kind === ts.SyntaxKind.SuperKeyword) return lowerSuperCall(fn, node);
  if (callee.kind === ts.SyntaxKind.ImportKeyword) {
    return fail(node, 'GN1001', `'${callee.getText()}'`);
  }
  return lowerValueCall(fn, node);
}

/** What a plain call passes to a function that declares its `this`: there is none. */
export const noThis = (target: FunctionNode): readonly Value[] =>
  isThisParameter(parametersOf(target)[0]) ? [{ rep: undefinedRep }] : [];

/** `setTimeout(f, 10, a, b)`. */
function lowerTimer(fn: FunctionLowering, node: ts.CallExpression, name: string): Value {
  const [callback, milliseconds, ...others] = node.arguments;
  if (!callback || !milliseconds) return fail(node, 'GN1001', 'this call');
  const called = lowerExpression(fn, callback);
  const time = lowerTo(fn, milliseconds, numberRep);
  const bound = partial(fn, node, called, others);
  const to: Rep = { kind: 'function', params: [], result: voidRep };
  return callLibrary(fn, name, [convert(fn, bound, to, node), time], node);
}

function lowerMemberCall(
  fn: FunctionLowering,
  node: ts.CallExpression,
  callee: MemberAccess,
  method: string,
  expected: Rep | undefined,
): Value {
  const { expression } = callee;
  const ofHeld = memberOfHeld(fn, callee, node, () => lowerMemberCall(fn, node, callee, method, expected));
  if (ofHeld) return ofHeld;
  const on = ts.isPropertyAccessExpression(callee) ? lowerCallOn(fn, node, callee) : undefined;
  if (on) return on;
  const member = staticMember(fn, callee);
  if (member && ts.isMethodDeclaration(member)) return lowerStaticCall(fn, node, callee, member, expected);
  if (member)
    return callValue(fn, node, ifPresent(fn, node, lowerStaticProperty(fn, callee, member)), node.arguments);
  if (expression.kind === ts.SyntaxKind.SuperKeyword)
    return lowerSuperMethodCall(fn, node, callee, method, expected);
  if (ts.isIdentifier(expression) && expression.text !== 'NaN' && expression.text !== 'Infinity') {
    const declaration = fn.symbolAt(expression).valueDeclaration;
    if (declaration?.getSourceFile().isDeclarationFile) {
      return lowerNamespaceCall(fn, node, expression.text, method, expected);
    }
  }
  const property = memberSymbol(fn, callee);
  const generic = property && genericProperty(fn.checker, property);
  if (generic) return lowerGenericProperty(fn, node, callee, generic, expected);
  const object = lowerObject(fn, callee, receiverRep(fn, expression, method, expected));
  // What stands for the iterator in loops is the array itself.
  const isAskedByHand = isArrayRep(object.rep) && /^(next|return|throw)$/.test(method);
  const receiver = isAskedByHand ? convert(fn, object, fn.repAt(expression), expression) : object;
  const { rep } = receiver;
  const [argument] = node.arguments;
  if (method === 'hasOwnProperty' && argument && isFromLibrary(fn, callee))
    return hasProperty(fn, receiver, lowerKey(fn, argument), node);
  if (method === 'toString' && rep.kind === 'object' && isFromLibrary(fn, callee))
    return { rep: stringRep, inst: fn.within(node, () => toText(fn, receiver, expression)) };
  if (isArrayRep(rep)) return lowerArrayMethod(fn, receiver, rep, method, node, expected);
  switch (rep.kind) {
    case 'string':
      return lowerStringMethod(fn, receiver, method, node);
    case 'int':
    case 'float':
    case 'number':
    case 'boolean':
      return lowerNumberMethod(fn, receiver, method, node);
    case 'handle':
      return lowerHandleMethod(fn, receiver, method, node);
    case 'object': {
      if (hasKeys(rep, node)) {
        const found = keptValue(fn, dictionaryValue(fn, receiver, fn.text(method), callee), callee);
        return callValue(fn, node, ifPresent(fn, node, found), node.arguments);
      }
      const layout = layoutAt(fn, receiver, expression);
      const holds =
        layout.field(method) ??
        layout.field(getterOf(method)) ??
        layout.slots[layout.slotIndex(getterOf(method))];
      if (holds && layout.slotIndex(method) < 0) {
        const held = narrowed(fn, readMember(fn, instOf(receiver), layout, method, callee)!, callee);
        return callValue(fn, node, ifPresent(fn, node, held), node.arguments);
      }
      return lowerMethodCall(fn, receiver, layout, method, node, expected);
    }
    case 'any':
      return lowerAnyMethod(fn, receiver, method, node);
    default:
      if (takesMore(rep, method))
        return callValue(
          fn,
          node,
          ifPresent(fn, node, moreProperty(fn, receiver, method, callee)),
          node.arguments,
        );
      return fail(
        ts.isPropertyAccessExpression(callee) ? callee.name : callee,
        'GN1003',
        `'${method}' of a value of type '${repTitle(rep)}'`,
      );
  }
}

/** A call of a function with type parameters that a literal has: `this` in it is the object that it is called for. */
function lowerGenericProperty(
  fn: FunctionLowering,
  node: ts.CallExpression,
  callee: MemberAccess,
  target: FunctionNode,
  expected: Rep | undefined,
): Value {
  const receiver = lowerObject(fn, callee);
  const around = (call: () => Value) => onLiteral(fn, target, receiver, call);
  const isLocal = receiver.rep.kind === 'object' && !isGlobalFunction(target);
  const outer = isLocal ? receiver.rep.layout.substitution : undefined;
  return lowerDirectCall(fn, node, target, expected, node.arguments, { around, outer });
}

/** True for a member that every object has. */
function isFromLibrary(fn: FunctionLowering, callee: MemberAccess): boolean {
  const name = ts.isPropertyAccessExpression(callee) ? callee.name : callee.argumentExpression;
  return fn.checker.getSymbolAtLocation(name)?.declarations?.[0]?.getSourceFile().isDeclarationFile ?? false;
}

/** Methods whose result is an array of the same elements. */
const givesSame = new Set(
  'fill concat slice sort reverse filter copyWithin toSorted toReversed toSpliced with'.split(' '),
);

/**
 * What is expected of the receiver: of `new Array(n).fill(0)` and the like, whose type says nothing of elements,
 * what is expected of the result.
 */
function receiverRep(
  fn: FunctionLowering,
  node: ts.Expression,
  method: string,
  expected: Rep | undefined,
): Rep | undefined {
  // What `map` and the like make of elements may be of another kind.
  const isOfNumbers = expected?.kind === 'array' && isNumeric(expected.element);
  if (method.toLowerCase().endsWith('map') && !(isOfNumbers && isFilledWithNumbers(fn, node)))
    return undefined;
  if (!givesSame.has(method) && !isOfNumbers) return undefined;
  // `[1, 2].slice()` where ints are wanted.
  if (givesSame.has(method) && isOfNumbers && ts.isArrayLiteralExpression(skipParentheses(node)))
    return expected;
  const type = fn.checker.getTypeAtLocation(node);
  if (!fn.checker.isArrayType(type)) return undefined;
  const [element] = fn.checker.getTypeArguments(type as ts.TypeReference);
  return element && element.flags & ts.TypeFlags.Any ? expected : undefined;
}

/** `new Array(n).fill(0)`. */
function isFilledWithNumbers(fn: FunctionLowering, node: ts.Expression): boolean {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  const [value] = node.arguments;
  if (node.expression.name.text !== 'fill' || !value) return false;
  return (fn.checker.getTypeAtLocation(value).flags & ts.TypeFlags.NumberLike) !== 0;
}

/** `console.log(...)`, `Math.sin(...)`, `Number.isInteger(...)` and the like. */
function lowerNamespaceCall(
  fn: FunctionLowering,
  node: ts.CallExpression,
  object: string,
  method: string,
  expected: Rep | undefined,
): Value {
  switch (object) {
    case 'console':
      return lowerConsoleCall(fn, node, method);
    case 'Math':
      return lowerMathCall(fn, node, method);
    case 'Number':
      return lowerNumberFunction(fn, node, method);
    case 'String':
      return lowerStringFunction(fn, node, method);
    case 'JSON':
      return lowerJsonCall(fn, node, method, expected);
    case 'Date':
    case 'performance':
      return callLibrary(fn, `value_${object}_${method}`, [], node);
    case 'Object':
      return lowerObjectFunction(fn, node, method, expected);
    default:
      return lowerArrayFunction(fn, node, object, method, expected);
  }
}

/** Functions that lib/types declares without a body. */
function lowerBuiltin(
  fn: FunctionLowering,
  node: ts.CallExpression,
  name: string,
  expected: Rep | undefined,
): Value {
  if (isIntrinsic(name)) return lowerIntrinsic(fn, name, node, expected);
  const [argument] = node.arguments;
  switch (name) {
    case 'String': {
      if (!argument) return fn.text('');
      const value = lowerExpression(fn, argument);
      return value.rep.kind === 'string' ? value : { rep: stringRep, inst: toText(fn, value, argument) };
    }
    case 'encodeURIComponent':
    case 'encodeURI':
    case 'decodeURIComponent':
    case 'decodeURI': {
      if (!argument) return fail(node, 'GN1001', 'this call');
      const value = lowerExpression(fn, argument);
      const text: Value = { rep: stringRep, inst: fn.within(argument, () => toText(fn, value, argument)) };
      const kept = fn.text(name.endsWith('URI') ? ';/?:@&=+$,#' : '');
      return callLibrary(fn, name.startsWith('encode') ? 'uri_encode' : 'uri_decode', [text, kept], node);
    }
    case 'Boolean':
      if (!argument) return { rep: booleanRep, inst: fn.b.iconst(0) };
      return { rep: booleanRep, inst: toBoolean(fn, lowerExpression(fn, argument), argument) };
    case 'Array':
      return lowerNewArray(fn, node, expected);
    default:
      return lowerNumberFunction(fn, node, name, { converts: true });
  }
}

interface DirectCallOptions {
  /** Arguments before those that are written. */
  readonly leading?: readonly Value[];
  /** What is done around the call itself, when the arguments are there. */
  readonly around?: (call: () => Value) => Value;
  /** What type parameters around the function stand for, if not what they do here. */
  readonly outer?: Substitution | undefined;
}

/**
 * A call of a function that is known: a direct call, with what the function captures as further arguments.
 */
export function lowerDirectCall(
  fn: FunctionLowering,
  node: ts.CallExpression | ts.TaggedTemplateExpression,
  target: FunctionNode,
  expected: Rep | undefined,
  nodes: readonly ts.Expression[],
  { leading = [], around = (call) => call(), outer }: DirectCallOptions = {},
): Value {
  if (isInLibrary(target) && target.typeParameters?.length) {
    // Inside the library, generic functions take arrays and callbacks as they come.
    const values = nodes.map((argument) => lowerExpression(fn, argument));
    return callLibrary(fn, nameOf(target) ?? '', values, node, writtenTypes(fn, node, target));
  }
  const substitution = substitutionOf(fn, node, target, expected, outer);
  const signature = signatureOf(fn, target, substitution);
  const args = lowerArguments(fn, target, signature, nodes, node, leading);
  const params = args.map(({ rep }) => rep);
  const givesPerhaps = isPerhapsCall(fn, node, target, expected);
  if (givesPerhaps || params.some((rep, i) => !sameRep(rep, signature.params[i]!)))
    fn.module.dependOnText(fn, target);
  return around(() => {
    const instance = instantiate(fn, target, {
      form: 'direct',
      substitution,
      arity: args.length,
      params,
      givesPerhaps,
    });
    return fn.within(node, () => {
      const passedArgs = args.map((arg) => passed(fn, arg));
      const captured = captureValues(fn, instance.captures, node);
      const inst = fn.b.call(instance.symbol, passedType(instance.result), [...passedArgs, ...captured]);
      if (instance.result.kind === 'void') return { rep: instance.result };
      const result = received(fn, instance.result, inst);
      // Of a generic function whose result depends on what its type parameters stand for, the call knows more.
      return target.typeParameters?.length && !givesPerhaps ? narrowed(fn, result, node) : result;
    });
  });
}

/** What a call says of type parameters. */
function writtenTypes(
  fn: FunctionLowering,
  node: ts.CallExpression | ts.TaggedTemplateExpression,
  target: FunctionNode,
): ReadonlyMap<string, Rep> {
  const reps = node.typeArguments?.map((each) => fn.repOf(fn.checker.getTypeFromTypeNode(each), each)) ?? [];
  return new Map(reps.map((rep, i) => [target.typeParameters?.[i]?.name.text ?? '', rep]));
}

/** What `f?.()` calls, if it is there. */
function ifPresent(fn: FunctionLowering, node: ts.CallExpression, callee: Value): Value {
  if (!node.questionDotToken) return callee;
  const there = leaveIfAbsent(fn, callee);
  if (there.rep.kind !== 'any') return there;
  const type = fn.checker.getNonNullableType(fn.checker.getTypeAtLocation(node.expression));
  return fromAny(fn, there, fn.repOf(type, node.expression), node);
}

/** A call of a function value. */
function lowerValueCall(fn: FunctionLowering, node: ts.CallExpression): Value {
  return callValue(fn, node, ifPresent(fn, node, lowerExpression(fn, node.expression)), node.arguments);
}

export function callValue(
  fn: FunctionLowering,
  node: ts.CallExpression | ts.NewExpression | ts.TaggedTemplateExpression,
  callee: Value,
  nodes: readonly ts.Expression[],
  leading: readonly Value[] = [],
): Value {
  const { rep } = callee;
  if (rep.kind === 'any' && ts.isCallExpression(node) && leading.length === 0)
    return callAny(fn, callee, node.expression.getText(), nodes, node);
  if (rep.kind !== 'function') return fail(node, 'GN1001', `calling a value of type '${repTitle(rep)}'`);
  const args = lowerAllArguments(fn, undefined, rep, nodes, node, leading);
  const inst = fn.within(node, () => {
    const values = args.map((value) => passed(fn, value));
    return fn.b.callRef(instOf(callee), passedType(rep.result), values);
  });
  return rep.result.kind === 'void' ? { rep: rep.result } : received(fn, rep.result, inst);
}
