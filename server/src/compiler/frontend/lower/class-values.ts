// What programs ask of classes and functions as values: their names, and whether an object was made by a class.
import { CLASS_IDENTITY, CLASS_TEXT, OBJECT_CLASS, ValueKind } from '../../abi/objects.ts';
import type { Inst } from '../../ir/ir.ts';
import { classTitle } from '../class-names.ts';
import { fail } from '../diagnostics.ts';
import { repTitle } from '../object-layout.ts';
import { booleanRep, intRep, numberRep } from '../reps.ts';
import { skipParentheses, ts } from '../typescript.ts';
import { isKind, toAny } from './any.ts';
import { staticFunction } from './captures.ts';
import { descriptorOfClass, heldClass } from './class-factories.ts';
import { thisValue } from './classes.ts';
import { choose } from './conversions.ts';
import { lowerExpression } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import { parametersBeforeDefaults } from './function-names.ts';
import { propertyOfFunction } from './function-table.ts';
import { nameOf } from './functions.ts';
import { propertyOfAny } from './json.ts';
import { callLibrary } from './library-calls.ts';
import { requireObject } from './methods.ts';
import { nameIn } from './names.ts';
import { leaveIfAbsent } from './optional-chains.ts';
import { classNamed } from './static-members.ts';
import { instOf, type Value } from './value.ts';

/** `new.target` or `object.constructor`: the object whose class is meant. */
function objectOfClass(fn: FunctionLowering, node: ts.Expression): Value | undefined {
  const inner = skipParentheses(node);
  if (ts.isMetaProperty(inner) && inner.keywordToken === ts.SyntaxKind.NewKeyword)
    return thisValue(fn, inner);
  if (!ts.isPropertyAccessExpression(inner) || !isOfFunctionType(fn, inner, 'constructor')) return undefined;
  const value = lowerExpression(fn, inner.expression);
  return value.rep.kind === 'object' ? value : undefined;
}

/** The value of type `any` in `value.constructor`. */
function anyOfClass(fn: FunctionLowering, node: ts.Expression): Value | undefined {
  const inner = skipParentheses(node);
  if (!ts.isPropertyAccessExpression(inner) || inner.name.text !== 'constructor') return undefined;
  const type = fn.checker.getTypeAtLocation(inner.expression);
  const isAny = (type.flags & ts.TypeFlags.Any) !== 0 || isOfFunctionType(fn, inner, 'constructor');
  if (!isAny || fn.tryRepOf(type)?.kind !== 'any') return undefined;
  const given = lowerExpression(fn, inner.expression);
  return toAny(fn, inner.questionDotToken ? leaveIfAbsent(fn, given) : given, node);
}

/** True for a member that all objects or functions have. */
export function isOfFunctionType(
  fn: FunctionLowering,
  node: ts.PropertyAccessExpression,
  name: string,
): boolean {
  if (node.name.text !== name) return false;
  const owner = fn.checker.getSymbolAtLocation(node.name)?.declarations?.[0]?.parent;
  return (
    owner !== undefined &&
    ts.isInterfaceDeclaration(owner) &&
    owner.getSourceFile().isDeclarationFile &&
    ['Object', 'Function', 'CallableFunction'].includes(owner.name.text)
  );
}

/** `Foo.name`, `object.constructor.name`, `f.name`, `f.length`; undefined if it is none of these. */
export function lowerFunctionProperty(
  fn: FunctionLowering,
  node: ts.PropertyAccessExpression,
): Value | undefined {
  const { expression } = node;
  const named = node.name.text === 'name' ? anyOfClass(fn, expression) : undefined;
  if (named) return callLibrary(fn, 'any_className', [named], node);
  const isName = isOfFunctionType(fn, node, 'name');
  if (!isName && !isOfFunctionType(fn, node, 'length')) return undefined;
  const inner = skipParentheses(expression);
  if (ts.isClassExpression(inner) && isName) {
    lowerExpression(fn, inner);
    return fn.text(inner.name?.text ?? '');
  }
  const declaration = classNamed(expression, fn);
  if (declaration && isName) return fn.text(classTitle(declaration));
  const object = isName ? objectOfClass(fn, expression) : undefined;
  if (object) {
    requireObject(fn, instOf(object));
    return callLibrary(fn, 'object_className', [object], node);
  }
  const held = isName ? classHeldBy(fn, expression, node.questionDotToken) : undefined;
  if (held) {
    const text = fn.b.load('i32', 'constant', held, CLASS_TEXT);
    return callLibrary(fn, 'class_name', [{ rep: intRep, inst: text }], node);
  }
  const name = nameIn(fn.checker, expression);
  const target = name && staticFunction(fn.symbolAt(name));
  if (target && isName) return fn.text(nameOf(target) ?? '');
  if (target) return { rep: numberRep, inst: fn.b.dconst(parametersBeforeDefaults(target)) };
  if (declaration) return { rep: numberRep, inst: fn.b.dconst(parametersOfConstructor(declaration)) };
  const given = lowerExpression(fn, expression);
  const value = node.questionDotToken ? leaveIfAbsent(fn, given) : given;
  const property = isName ? 'name' : 'length';
  if (value.rep.kind === 'any') return propertyOfAny(fn, value, property, node);
  if (value.rep.kind !== 'function' || value.rep.isClass)
    return fail(node, 'GN1003', `'${property}' of a value of type '${repTitle(value.rep)}'`);
  return propertyOfFunction(fn, value, property, node);
}

/** The `length` of a class: that of its constructor, or of that of the class that it extends. */
function parametersOfConstructor(declaration: ts.ClassLikeDeclaration): number {
  const own = declaration.members.find(
    (each): each is ts.ConstructorDeclaration => ts.isConstructorDeclaration(each) && each.body !== undefined,
  );
  if (own) return parametersBeforeDefaults(own);
  // A class without a constructor of its own has one with a rest, if it extends another.
  return 0;
}

/** An expression without the types that it is taken for. */
export function withoutCasts(node: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(node) || ts.isAsExpression(node) ? withoutCasts(node.expression) : node;
}

/** `new.target === Foo`, `a.constructor === b.constructor`; undefined if it compares no classes. */
export function compareClasses(fn: FunctionLowering, node: ts.BinaryExpression): Value | undefined {
  const ofLibrary = compareWithLibrary(fn, node);
  if (ofLibrary) return ofLibrary;
  const [left, right] = [withoutCasts(node.left), withoutCasts(node.right)];
  if (holdsAny(fn, left) || holdsAny(fn, right)) return undefined;
  const first = classWord(fn, left);
  if (first === undefined) return undefined;
  const second = classWord(fn, right);
  if (second === undefined) return fail(node.right, 'GN1004', `'${right.getText()}'`);
  const named = classNamed(right, fn) ?? classNamed(left, fn);
  // Of a generic class, all that it is are one.
  const [one, other] =
    named && !named.typeParameters ? [first, second] : [first, second].map((each) => identityIfAny(fn, each));
  return { rep: booleanRep, inst: fn.b.icmp(isEquality(node) ? 'eq' : 'ne', one!, other!) };
}

/** True for what may be a class or anything else: it is compared as other values are. */
function holdsAny(fn: FunctionLowering, node: ts.Expression): boolean {
  const { flags } = fn.checker.getTypeAtLocation(node);
  const isAny = (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0;
  return isAny && !(ts.isPropertyAccessExpression(node) && node.name.text === 'constructor');
}

/** What tells classes apart, by the address of a descriptor. */
export const identityOfClass = (fn: FunctionLowering, descriptor: Inst): Inst =>
  fn.b.load('i32', 'constant', descriptor, CLASS_IDENTITY);

/** 1 if a descriptor, 0 where there may be none, is of a class. */
export function isOfSameClass(fn: FunctionLowering, word: Inst, declaration: ts.ClassLikeDeclaration): Inst {
  const own = fn.b.address(descriptorOfClass(fn, declaration)!);
  if (!declaration.typeParameters) return fn.b.icmp('eq', word, own);
  return fn.b.icmp('eq', identityIfAny(fn, word), identityOfClass(fn, own));
}

/** The same where there may be no class. */
const identityIfAny = (fn: FunctionLowering, descriptor: Inst): Inst =>
  descriptor.op === 'address'
    ? identityOfClass(fn, descriptor)
    : choose(
        fn,
        fn.b.icmp('ne', descriptor, fn.b.iconst(0)),
        () => identityOfClass(fn, descriptor),
        () => fn.b.iconst(0),
      );

const isEquality = ({ operatorToken: { kind } }: ts.BinaryExpression) =>
  kind === ts.SyntaxKind.EqualsEqualsEqualsToken || kind === ts.SyntaxKind.EqualsEqualsToken;

/** `value.constructor === Object`, `Array`, `String`...: no class of the program has such a name. */
function compareWithLibrary(fn: FunctionLowering, node: ts.BinaryExpression): Value | undefined {
  const name = nameIn(fn.checker, node.right);
  if (!name || !['Object', 'Array', 'String', 'Number', 'Boolean', 'Function'].includes(name.text))
    return undefined;
  if (!fn.symbolAt(name).valueDeclaration?.getSourceFile().isDeclarationFile) return undefined;
  const object = objectOfClass(fn, node.left) ?? anyOfClass(fn, node.left);
  if (!object) return undefined;
  const found = callLibrary(fn, 'any_className', [toAny(fn, object, node)], node);
  const isIt = instOf(callLibrary(fn, 'any_equals', [toAny(fn, found, node), fn.text(name.text)], node));
  return { rep: booleanRep, inst: isEquality(node) ? isIt : fn.b.op('ixor', isIt, fn.b.iconst(1)) };
}

/** That of the class which a variable, parameter or property holds. */
export function classHeldBy(
  fn: FunctionLowering,
  node: ts.Expression,
  questionDot?: ts.QuestionDotToken,
): Inst | undefined {
  const type = fn.checker.getTypeAtLocation(node);
  const held = questionDot ? fn.checker.getNonNullableType(type) : type;
  if (held.getConstructSignatures().length === 0) return undefined;
  const given = lowerExpression(fn, node);
  const value = questionDot ? leaveIfAbsent(fn, given) : given;
  return value.rep.kind === 'function' && value.rep.isClass ? heldClass(fn, value, node) : undefined;
}

/** The address of the descriptor of an object's class. */
export function classWordOf(fn: FunctionLowering, object: Value): Inst {
  requireObject(fn, instOf(object));
  return fn.b.load('i32', 'field.#class', instOf(object), OBJECT_CLASS);
}

/** The same for a value of any type; 0 if it is no object. */
export function anyClassWord(fn: FunctionLowering, value: Value, node: ts.Node): Inst {
  if (value.rep.kind === 'object') return classWordOf(fn, value);
  const classOf = () => fn.b.load('i32', 'field.#class', instOf(value), OBJECT_CLASS);
  return choose(fn, isKind(fn, value, ValueKind.object, node), classOf, () => fn.b.iconst(0));
}

/** The address of the descriptor of a class that an expression stands for. */
export function classWord(fn: FunctionLowering, node: ts.Expression): Inst | undefined {
  const object = objectOfClass(fn, node);
  if (object) return classWordOf(fn, object);
  const value = anyOfClass(fn, node);
  if (value) return anyClassWord(fn, value, node);
  const declaration = classNamed(node, fn);
  if (!declaration) return classHeldBy(fn, node);
  const symbol = descriptorOfClass(fn, declaration);
  return symbol ? fn.b.address(symbol) : fail(node, 'GN1004', `the class '${classTitle(declaration)}'`);
}
