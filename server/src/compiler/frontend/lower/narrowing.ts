// What TypeScript knows of a value at one place beyond its declared type: that it is there, and of which class or
// alternative an object is. TypeScript can be wrong: a guard may lie, a property may have changed since it was tested.
// So what decides where properties are is checked on the board, except where a local variable was tested itself.
import { CLASS_PARENT, OBJECT_CLASS, ValueKind } from '../../abi/objects.ts';
import type { Inst } from '../../ir/ir.ts';
import { isObjectLike, openingFor } from '../assignability.ts';
import { fail } from '../diagnostics.ts';
import { isLooseAnswer } from '../loose-answers.ts';
import { type ObjectLayout, repTitle } from '../object-layout.ts';
import { classRep } from '../object-types.ts';
import type { ObjectRep, Rep } from '../reps.ts';
import { booleanRep, isNothing, isNumeric } from '../reps.ts';
import { isOrdered } from '../tested-values.ts';
import { skipParentheses, ts } from '../typescript.ts';
import { isAsked } from '../unset-fields.ts';
import { fromAny, isKind, isObjectOf } from './any.ts';
import { descriptorOfAny } from './any-classes.ts';
import { isArray } from './array-functions.ts';
import { classHeldBy, identityOfClass } from './class-values.ts';
import { choose, convert, isPresent, unwrapped } from './conversions.ts';
import { isDictionary, valueRep } from './dictionaries.ts';
import { lowerExpression, requirePresent } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import { isInLibrary } from './globals.ts';
import { callLibrary } from './library-calls.ts';
import { nameIn } from './names.ts';
import { hasMembers, isOfGenericClass } from './open-objects.ts';
import { classNamed } from './static-members.ts';
import { instOf, type Value } from './value.ts';

/** A value where TypeScript has found that it is there (or is not), or of which class or alternative it is. */
export function narrowed(fn: FunctionLowering, value: Value, node: ts.Expression): Value {
  if (value.rep.kind === 'any') return narrowedAny(fn, value, node);
  if (value.rep.kind !== 'optional') return narrowedObject(fn, value, node);
  const rep = fn.tryRepOf(fn.checker.getTypeAtLocation(node));
  if (!rep || rep.kind === 'optional') return value;
  // What a call has assigned meanwhile TypeScript does not see.
  if (isNothing(rep)) return value;
  if (isLocal(fn, node) || isInLibrary(node)) return narrowedObject(fn, unwrapped(value), node);
  // Nor what a call has taken away: `if (this.job) { this.stop(); this.job.run(); }`.
  const isAnswer = isAsked(node) && !(value.rep.absent === 'null' && isOrdered(node));
  return isAnswer ? value : narrowedObject(fn, requirePresent(fn, value, node), node);
}

/** What may be anything, where TypeScript has found what it is. */
function narrowedAny(fn: FunctionLowering, value: Value, node: ts.Expression): Value {
  const type = fn.checker.getTypeAtLocation(node);
  // `x != null` leaves of `unknown` what is nothing but there.
  const parts = type.isUnion() ? type.types : [type];
  if (type.flags & ts.TypeFlags.Never || parts.some(isEmptyObject)) return value;
  const rep = fn.tryRepOf(type);
  // Nothing, as TypeScript has it: `let called; run(() => { called = true; }); return called`.
  if (!rep || rep.kind === 'any' || isNothing(rep)) return value;
  if (mayBeOfAny(rep, node) && isUsedAsAny(fn, node)) return value;
  if (rep.kind === 'boolean' && isLooseAnswer(fn.checker, node)) return value;
  return fromAny(fn, value, rep, node);
}

/** What a function value with type parameters gives may be an array that it made, as well: of elements of any kind. */
export function mayBeOfAny(rep: Rep, node: ts.Expression): boolean {
  return isOfAny(rep) || (rep.kind === 'array' && ts.isCallExpression(skipParentheses(node)));
}

/**
 * `any[]`, which Array.isArray makes of `unknown`, `Record<string, unknown>`, `Record<'id', unknown>`, and `Map<any, any>`, which
 * `instanceof` makes of it: what is in there may be kept in any way.
 */
export function isOfAny(rep: Rep): boolean {
  if (isDictionary(rep)) return valueRep(rep).kind === 'any';
  if (rep.kind === 'object') {
    const { alternatives, declaration, fields, slots, substitution } = rep.layout;
    if (alternatives.length > 0) return alternatives.every((layout) => isOfAny({ kind: 'object', layout }));
    if (!declaration && fields.length > 0)
      return slots.length === 0 && fields.every((field) => field.rep.kind === 'any');
    const isGeneric = (declaration?.typeParameters?.length ?? 0) > 0;
    return isGeneric && [...substitution.values()].every(({ kind }) => kind === 'any');
  }
  return rep.kind === 'array' && rep.element.kind === 'any';
}

/** True where it does not matter how the elements of an array, or the properties of an object are kept. */
export function isUsedAsAny(fn: FunctionLowering, node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent)) return isUsedAsAny(fn, parent);
  if (
    ts.isPropertyAccessExpression(parent) ||
    ts.isElementAccessExpression(parent) ||
    ts.isForOfStatement(parent) ||
    ts.isForInStatement(parent)
  )
    return parent.expression === node;
  if (ts.isSpreadElement(parent)) return true;
  if (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.InKeyword) return true;
  if (isOfParameter(fn, node)) return true;
  const type = fn.checker.getContextualType(node);
  if (!type) return false;
  return (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0 || isEmptyObject(type);
}

/** True for an argument whose parameter is of the type that a type parameter stands for. */
function isOfParameter({ checker }: FunctionLowering, node: ts.Expression): boolean {
  const { parent } = node;
  if (!ts.isCallExpression(parent) || parent.expression === node) return false;
  const { declaration } = checker.getResolvedSignature(parent) ?? {};
  const parameter = declaration?.parameters[parent.arguments.indexOf(node)];
  if (!parameter || !ts.isParameter(parameter) || parameter.dotDotDotToken) return false;
  return (checker.getTypeAtLocation(parameter).flags & ts.TypeFlags.TypeParameter) !== 0;
}

/** True for `{}`. */
function isEmptyObject(type: ts.Type): boolean {
  const isAnonymous =
    type.flags & ts.TypeFlags.Object && (type as ts.ObjectType).objectFlags & ts.ObjectFlags.Anonymous;
  return Boolean(isAnonymous) && type.getProperties().length === 0 && type.getCallSignatures().length === 0;
}

/** An object of which TypeScript has found of what subclass or alternative it is. */
export function narrowedObject(fn: FunctionLowering, value: Value, node: ts.Expression): Value {
  if (value.rep.kind !== 'object') return value;
  const rep = fn.tryRepOf(fn.checker.getTypeAtLocation(node));
  if (rep?.kind !== 'object' || !isNarrower(rep, value.rep)) return value;
  // The class of what a local variable holds was tested, and does not change.
  return rep.layout.declaration && isLocal(fn, node) ? { ...value, rep } : asObject(fn, value, rep, node);
}

/** True if an object of the one layout may turn out to be of the other, of which more is known. */
function isNarrower(rep: ObjectRep, than: ObjectRep): boolean {
  if (rep.layout.isOpen && than.layout.alternatives.length === 0) return false;
  return !than.layout.extends(rep.layout) && isObjectLike(rep, than);
}

/** True for variables that nothing but the function around assigns to. */
export function isLocal(fn: FunctionLowering, node: ts.Expression): boolean {
  const inner = skipParentheses(node);
  if (!ts.isIdentifier(inner)) return false;
  const kind = fn.bindingOfLocal(fn.symbolAt(inner))?.kind;
  return kind === 'local' || kind === 'value';
}

/** The object as one of another layout; traps if it is none. */
function asObject(fn: FunctionLowering, value: Value, rep: ObjectRep, node: ts.Node): Value {
  fn.within(node, () => fn.b.check(isOf(fn, value, rep.layout), 'cast'));
  return { ...value, rep };
}

/** `x as T`, where T is what x is, or more special. */
export function assertType(fn: FunctionLowering, value: Value, rep: Rep, node: ts.Node): Value {
  if (rep.kind === 'object' && value.rep.kind === 'object') {
    if (isNarrower(rep, value.rep) || isSomeOf(fn, value.rep, rep)) return asObject(fn, value, rep, node);
  }
  const known =
    rep.kind === 'optional' && rep.of.kind === 'object' ? narrowedIfThere(fn, value, rep.of, node) : value;
  return convert(fn, known, rep, node);
}

/** `x as T | undefined`: where there is an object, it is one of the layout. */
function narrowedIfThere(fn: FunctionLowering, value: Value, rep: ObjectRep, node: ts.Node): Value {
  const inner = unwrapped(value).rep;
  if (inner.kind !== 'object' || !isNarrower(rep, inner)) return value;
  const { b } = fn;
  const isAbsent = b.op('ixor', isPresent(fn, value), b.iconst(1));
  const isFine = b.op('ior', isAbsent, isOf(fn, value, rep.layout));
  fn.within(node, () => b.check(isFine, 'cast'));
  return { ...value, rep: value.rep.kind === 'optional' ? { ...value.rep, of: rep } : rep };
}

/** True for a type of which some of the objects of a union are, such as `{ name: string }`, but not all. */
function isSomeOf(fn: FunctionLowering, from: ObjectRep, to: ObjectRep): boolean {
  const isOne = (layout: ObjectLayout) => {
    const each: ObjectRep = { kind: 'object', layout };
    return isObjectLike(each, to) || fn.module.withOpening(openingFor(each, to));
  };
  // All of them have to be looked at, since each may have more be open.
  const found = from.layout.alternatives.map(isOne);
  return found.includes(true) && found.includes(false);
}

/** After a call of `f(x): x is T`, or of one that asserts that: holds it to what it says of a local variable. */
export function checkGuard(fn: FunctionLowering, node: ts.CallExpression, result: Value): void {
  if (result.rep.kind !== 'boolean' && result.rep.kind !== 'void') return;
  const signature = fn.checker.getResolvedSignature(node);
  const predicate = signature && fn.checker.getTypePredicateOfSignature(signature);
  const argument = predicate?.type && node.arguments[predicate.parameterIndex ?? -1];
  if (!predicate?.type || !argument || !isLocal(fn, argument)) return;
  const { rep: declared, ...value } = fn.read(
    fn.bindingOfLocal(fn.symbolAt(skipParentheses(argument) as ts.Identifier))!,
  );
  const rep = fn.tryRepOf(predicate.type);
  const held = declared.kind === 'optional' ? declared.of : declared;
  if (rep?.kind !== 'object' || held.kind !== 'object' || !isNarrower(rep, held)) return;
  const isRight = isOf(fn, { ...value, rep: declared }, rep.layout);
  const { b } = fn;
  const isFine = result.inst ? b.op('ior', isRight, b.op('ixor', result.inst, b.iconst(1))) : isRight;
  fn.within(node, () => b.check(isFine, 'cast'));
}

/** `x instanceof Foo`. */
export function lowerInstanceOf(fn: FunctionLowering, node: ts.BinaryExpression): Value {
  const name = nameIn(fn.checker, node.right);
  const isOfLibrary = name && fn.symbolAt(name).valueDeclaration?.getSourceFile().isDeclarationFile;
  if (isOfLibrary && name.text === 'Array')
    return { rep: booleanRep, inst: isArray(fn, lowerExpression(fn, node.left), node) };
  if (isOfLibrary && name.text === 'Object')
    return { rep: booleanRep, inst: isAnyObject(fn, lowerExpression(fn, node.left), node) };
  const declaration = classNamed(node.right, fn);
  if (!declaration) return { rep: booleanRep, inst: isOfHeldClass(fn, node) };
  return { rep: booleanRep, inst: isOfClassNamed(fn, node.left, declaration, node) };
}

/** Of the kinds of values a bit for each that is an object. */
const objectKinds = (1 << ValueKind.object) | (1 << ValueKind.array) | (1 << ValueKind.function);

/** `x instanceof Object`. */
function isAnyObject(fn: FunctionLowering, value: Value, node: ts.Node): Inst {
  const { b } = fn;
  const { rep } = value;
  if (rep.kind === 'optional') {
    const inner = () => isAnyObject(fn, unwrapped(value), node);
    return choose(fn, isPresent(fn, value), inner, () => b.iconst(0));
  }
  if (rep.kind === 'any') {
    const kind = instOf(callLibrary(fn, 'any_kind', [value], node));
    return b.op('iand', b.op('ishr', b.iconst(objectKinds), kind), b.iconst(1));
  }
  const isPlain = isNothing(rep) || isNumeric(rep) || rep.kind === 'string' || rep.kind === 'boolean';
  return b.iconst(isPlain ? 0 : 1);
}

/** `x instanceof Class`, where that is a value. */
function isOfHeldClass(fn: FunctionLowering, node: ts.BinaryExpression): Inst {
  const value = lowerExpression(fn, node.left);
  const wanted = classHeldBy(fn, node.right) ?? descriptorOfAny(fn, heldAsAny(fn, node.right), node.right);
  const { rep } = value;
  const inner = rep.kind === 'optional' ? rep.of : rep;
  const never = () => fn.b.iconst(0);
  const test = () => isOfHeld(fn, instOf(value), wanted);
  if (inner.kind === 'any') return choose(fn, isKind(fn, value, ValueKind.object, node), test, never);
  if (inner.kind !== 'object') return never();
  return rep.kind === 'optional' ? choose(fn, isPresent(fn, value), test, never) : test();
}

/** A value of type `any` that may be a class. */
function heldAsAny(fn: FunctionLowering, node: ts.Expression): Value {
  const value = lowerExpression(fn, node);
  return value.rep.kind === 'any' ? value : fail(node, 'GN1001', 'this class');
}

/** 1 if what an expression gives is an object of a class. */
export function isOfClassNamed(
  fn: FunctionLowering,
  left: ts.Expression,
  declaration: ts.ClassLikeDeclaration,
  node: ts.Node,
): Inst {
  const value = lowerExpression(fn, left);
  const inner = value.rep.kind === 'optional' ? value.rep.of : value.rep;
  if (declaration.typeParameters) return isOfGeneric(fn, value, declaration, node);
  const rep = classRep(fn.checker, declaration, [], fn.substitution);
  if (rep && inner.kind === 'any') return isObjectOf(fn, value, rep, node);
  if (inner.kind !== 'object' || !rep) return fail(node, 'GN1001', `'instanceof' with '${repTitle(inner)}'`);
  return isOf(fn, value, rep.layout);
}

function isOfGeneric(
  fn: FunctionLowering,
  value: Value,
  declaration: ts.ClassLikeDeclaration,
  node: ts.Node,
): Inst {
  const { rep } = value;
  const inner = rep.kind === 'optional' ? rep.of : rep;
  const test = () => isOfGenericClass(fn, instOf(value), declaration);
  const never = () => fn.b.iconst(0);
  if (inner.kind === 'any') return choose(fn, isKind(fn, value, ValueKind.object, node), test, never);
  if (inner.kind !== 'object') return never();
  return rep.kind === 'optional' ? choose(fn, isPresent(fn, value), test, never) : test();
}

/**
 * 1 if there is an object and it is of a layout: of a class or one that extends it, of those very properties, or with all
 * that objects of an open type have.
 */
export function isOf(fn: FunctionLowering, value: Value, layout: ObjectLayout): Inst {
  const test = () =>
    layout.isOpen
      ? hasMembers(fn, instOf(value), layout)
      : layout.declaration
        ? isOfClass(fn, instOf(value), layout)
        : hasIdentity(fn, instOf(value), layout);
  if (value.rep.kind !== 'optional') return test();
  return choose(fn, isPresent(fn, value), test, () => fn.b.iconst(0));
}

function hasIdentity(fn: FunctionLowering, object: Inst, layout: ObjectLayout): Inst {
  const { b } = fn;
  const descriptor = b.load('i32', 'field.#class', object, OBJECT_CLASS);
  return b.icmp('eq', identityOfClass(fn, descriptor), b.iconst(layout.identityWord));
}

function isOfClass(fn: FunctionLowering, object: Inst, layout: ObjectLayout): Inst {
  fn.module.dependOnLayout(fn.symbol, layout);
  const wanted = fn.b.address(fn.module.classDescriptor(fn, layout));
  const found = ancestorOf(fn, object, (each) => fn.b.icmp('eq', each, wanted));
  return fn.b.icmp('eq', found, wanted);
}

/** 1 if an object is of the class that a value is: of a generic one, whatever its type parameters stand for. */
function isOfHeld(fn: FunctionLowering, object: Inst, descriptor: Inst): Inst {
  const wanted = identityOfClass(fn, descriptor);
  const found = ancestorOf(fn, object, (each) => fn.b.icmp('eq', identityOfClass(fn, each), wanted));
  return fn.b.icmp('ne', found, fn.b.iconst(0));
}

/** Goes up from the object's class until it finds the wanted one or the end, which is 0. */
function ancestorOf(fn: FunctionLowering, object: Inst, isWanted: (descriptor: Inst) => Inst): Inst {
  const { b } = fn;
  const current = b.declareVariable('i32');
  const loop = b.createBlock();
  const up = b.createBlock();
  const end = b.createBlock();
  b.write(current, b.load('i32', 'field.#class', object, OBJECT_CLASS));
  b.jump(loop);
  b.enter(loop);
  b.branch(isWanted(b.read(current)), end, up);
  b.enterSealed(up);
  b.write(current, b.load('i32', 'constant', b.read(current), CLASS_PARENT));
  b.branch(b.icmp('ne', b.read(current), b.iconst(0)), loop, end);
  b.seal(loop);
  b.enterSealed(end);
  return b.read(current);
}
