// Classes that only the running program knows: `this.constructor as typeof Model`, a parameter of type `typeof Model`. What
// is asked of such a class is asked of those that it may be, one after another.
import type { Inst } from '../../ir/ir.ts';
import { Unsupported } from '../diagnostics.ts';
import { anyRep, type FunctionRep, type Rep, voidRep } from '../reps.ts';
import { ts } from '../typescript.ts';
import { toAny } from './any.ts';
import type { Place } from './assignments.ts';
import { classFactory, descriptorOfClass } from './class-factories.ts';
import {
  anyClassWord,
  classHeldBy,
  classWord,
  classWordOf,
  isOfSameClass,
  withoutCasts,
} from './class-values.ts';
import { convert } from './conversions.ts';
import { chooseValue } from './defaults.ts';
import { lowerExpression } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import { isInLibrary } from './globals.ts';
import { callLibrary } from './library-calls.ts';
import { classNamed, type MemberAccess } from './static-members.ts';
import type { Value } from './value.ts';

/** What a static member gives, of the class that an expression holds; undefined if its type says no more than one. */
export function memberOfHeld(
  fn: FunctionLowering,
  access: MemberAccess,
  node: ts.Expression,
  lower: () => Value,
): Value | undefined {
  const { expression } = access;
  const held = heldAt(fn, access);
  if (!held) return undefined;
  const rep = fn.repAt(node);
  return chosen(fn, held, rep, (each) => convert(fn, fn.withClass(expression, each, lower), rep, node));
}

/** The same as something that can be assigned to. */
export function placeOfHeld(fn: FunctionLowering, node: MemberAccess, place: () => Place): Place | undefined {
  const held = heldAt(fn, node);
  if (!held) return undefined;
  const rep = fn.repAt(node);
  const read = () => convert(fn, place().read(), rep, node);
  const write = (value: Value): Value => {
    const target = place();
    target.write(convert(fn, value, target.rep, node));
    return { rep: voidRep };
  };
  const { expression } = node;
  return {
    rep,
    read: () => chosen(fn, held, rep, (each) => fn.withClass(expression, each, read)),
    write: (value) => {
      chosen(fn, held, voidRep, (each) => fn.withClass(expression, each, () => write(value)));
    },
  };
}

/** `object.constructor` as a class that its context wants to make objects of; undefined for others. */
export function constructorValue(
  fn: FunctionLowering,
  node: ts.PropertyAccessExpression,
  wanted: FunctionRep,
): Value | undefined {
  const type = fn.checker.getTypeAtLocation(node.expression);
  const constraint = fn.checker.getBaseConstraintOfType(type) ?? type;
  const declaration = constraint.getSymbol()?.declarations?.find(ts.isClassLike);
  const object = lowerExpression(fn, node.expression);
  if (!declaration || object.rep.kind !== 'object') return undefined;
  const classes = classesFrom(fn, declaration);
  const word = classWordOf(fn, object);
  const values = classes.flatMap((each) => {
    const made = factoryIfAny(fn, each, node, wanted);
    return made ? [{ declaration: each, made }] : [];
  });
  const choose = ([first, ...others]: typeof values): Value => {
    if (!first) return { rep: wanted, inst: fn.b.nullRef() };
    const isIt = isOfSameClass(fn, word, first.declaration);
    if (others.length === 0) fn.b.check(isIt, 'cast');
    if (others.length === 0) return first.made();
    return chooseValue(fn, wanted, isIt, first.made, () => choose(others));
  };
  return values.length > 0 ? choose(values) : undefined;
}

/** `object.constructor` as a value of any type, such as the key of a map; undefined if no class of the program may have made the object. */
export function anyConstructor(
  fn: FunctionLowering,
  object: Value,
  node: ts.PropertyAccessExpression,
): Value | undefined {
  const { declaration } = object.rep.kind === 'object' ? object.rep.layout : {};
  if (declaration && isInLibrary(declaration)) return undefined;
  const classes = declaration ? classesFrom(fn, declaration) : fn.module.world.families.classes;
  const known = classes.flatMap((each) => {
    const made = factoryIfAny(fn, each, node, undefined);
    return made && descriptorOfClass(fn, each) ? [{ declaration: each, made }] : [];
  });
  if (known.length === 0) return undefined;
  const word = anyClassWord(fn, object, node);
  const choose = ([first, ...others]: typeof known): Value => {
    if (!first) return callLibrary(fn, 'any_constructor', [toAny(fn, object, node)], node);
    const isIt = isOfSameClass(fn, word, first.declaration);
    return chooseValue(
      fn,
      anyRep,
      isIt,
      () => toAny(fn, first.made(), node),
      () => choose(others),
    );
  };
  return choose(known);
}

/** What makes objects of a class, if it can be called as the context wants. */
export function factoryIfAny(
  fn: FunctionLowering,
  declaration: ts.ClassLikeDeclaration,
  node: ts.Expression,
  wanted: FunctionRep | undefined,
): (() => Value) | undefined {
  if (isAbstract(declaration)) return undefined;
  return valueIfAny(fn, declaration, node, wanted);
}

const isAbstract = (declaration: ts.ClassLikeDeclaration) =>
  (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Abstract) !== 0;

/** A class as a value, also one that makes no objects; undefined if it can't be one. */
export function valueIfAny(
  fn: FunctionLowering,
  declaration: ts.ClassLikeDeclaration,
  node: ts.Expression,
  wanted: FunctionRep | undefined,
): (() => Value) | undefined {
  const make = () => {
    const made = classFactory(fn, declaration, node, wanted ?? anyRep);
    return wanted ? convert(fn, made, wanted, node) : made;
  };
  try {
    const { block } = fn.b;
    make();
    return fn.b.block === block ? make : undefined;
  } catch (error) {
    if (error instanceof Unsupported) return undefined;
    throw error;
  }
}

/** True for what classes have as functions. */
export const isOfAllFunctions = ({ name }: ts.PropertyAccessExpression) =>
  ['name', 'length', 'prototype'].includes(name.text);

interface Held {
  readonly classes: readonly ts.ClassLikeDeclaration[];
  /** The descriptor of the class that it is; not asked for if there is but one. */
  readonly word: Inst | undefined;
}

function heldAt(fn: FunctionLowering, { expression, questionDotToken }: MemberAccess): Held | undefined {
  if (classNamed(expression, fn)) return undefined;
  const whole = fn.checker.getTypeAtLocation(expression);
  const type = questionDotToken ? fn.checker.getNonNullableType(whole) : whole;
  const declaration = type.getSymbol()?.declarations?.find(ts.isClassLike);
  const isClass = type.getConstructSignatures().length > 0 || type.getProperty('prototype');
  if (!declaration || !isClass || isInLibrary(declaration)) return undefined;
  const classes = classesFrom(fn, declaration);
  const word = questionDotToken ? classHeldBy(fn, expression, questionDotToken) : undefined;
  if (classes.length > 1) return { classes, word: word ?? wordOf(fn, expression) };
  if (!questionDotToken && !isPath(expression)) lowerExpression(fn, expression);
  return { classes, word };
}

/** True for names and properties, which do nothing when they are asked for their class. */
function isPath(node: ts.Expression): boolean {
  const value = withoutCasts(node);
  if (ts.isPropertyAccessExpression(value)) return isPath(value.expression);
  return ts.isIdentifier(value) || value.kind === ts.SyntaxKind.ThisKeyword;
}

/** The descriptor of what an expression holds. */
function wordOf(fn: FunctionLowering, node: ts.Expression): Inst | undefined {
  return classWord(fn, withoutCasts(node));
}

/** A class and those that extend it, the parents last. */
function classesFrom(fn: FunctionLowering, declaration: ts.ClassLikeDeclaration): ts.ClassLikeDeclaration[] {
  fn.module.dependOnSubclasses(fn.symbol, declaration);
  const all = [declaration, ...fn.module.world.families.below(declaration)].reverse();
  return all.filter((each) => each === declaration || descriptorOfClass(fn, each) !== undefined);
}

function chosen(
  fn: FunctionLowering,
  { classes, word }: Held,
  rep: Rep,
  of: (declaration: ts.ClassLikeDeclaration) => Value,
): Value {
  const [first, ...others] = classes;
  if (!first || others.length === 0 || !word) return of(classes.at(-1)!);
  const isIt = isOfSameClass(fn, word, first);
  return chooseValue(
    fn,
    rep,
    isIt,
    () => of(first),
    () => chosen(fn, { classes: others, word }, rep, of),
  );
}
