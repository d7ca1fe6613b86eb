// Places that can be assigned to: variables, elements, `length`; assignment, compound assignment, ++ and --.

import { fail } from '../diagnostics.ts';
import { mayGrow } from '../growing-arrays.ts';
import { getterOf, setterOf } from '../object-layout.ts';
import { isOfProperty } from '../parameters.ts';
import type { FunctionRep, Rep } from '../reps.ts';
import { anyRep, isNothing, isNumeric, isRef, numberRep, stringRep, valueType } from '../reps.ts';
import { skipParentheses, ts } from '../typescript.ts';
import { isAsked } from '../unset-fields.ts';
import { readAnyMember, writeAnyMember } from './any-class-methods.ts';
import {
  arrayLength,
  elementRep,
  loadElement,
  lowerIndex,
  setLength,
  storeAnywhere,
  storeElement,
  storeOrAdd,
} from './arrays.ts';
import { askedConstant } from './asked-constants.ts';
import { assignParts, assignPattern, isPattern } from './assignment-patterns.ts';
import { borrowedFunction, boundToObject } from './borrowed-functions.ts';
import { convert, isPresent, toBoolean, toInt, unwrapped } from './conversions.ts';
import { dictionaryPlace, hasKeys, lowerKey } from './dictionaries.ts';
import { lowerExpression, requirePresent } from './expressions.ts';
import { checkWritable } from './frozen-objects.ts';
import type { FunctionLowering } from './function.ts';
import { placeOfHeld } from './held-classes.ts';
import { elementOfAny } from './json.ts';
import { chosenPlace } from './keyed-properties.ts';
import { callLibrary } from './library-calls.ts';
import { methodValue } from './method-values.ts';
import { callSlot, callSuperAccessor } from './methods.ts';
import { morePlace, takesMore } from './more-properties.ts';
import { nameIn } from './names.ts';
import { narrowed } from './narrowing.ts';
import { bindThis, callHeld, layoutAt, readMember, readProperty, writeProperty } from './objects.ts';
import { replaceMethod } from './open-objects.ts';
import { binaryOperation, step, unaryOperation } from './operators.ts';
import { elementOrNone, hasGaps } from './properties.ts';
import { staticMember, staticPlace } from './static-members.ts';
import { steadyKey } from './steady-keys.ts';
import { heldBefore } from './unset-values.ts';
import { instOf, type Value } from './value.ts';

const K = ts.SyntaxKind;

/** A place whose parts (base, index) are computed already, once. */
export interface Place {
  readonly rep: Rep;
  /** Whose property it is. */
  readonly object?: Value;
  read(): Value;
  /** Reads what may not be there although its type does not say so. */
  readIfThere?(): Value;
  write(value: Value): void;
}

/** A place that is named by an expression, whose parts are computed now. */
export function lowerPlace(fn: FunctionLowering, node: ts.Expression): Place {
  const target = skipParentheses(node);
  if (ts.isNonNullExpression(target)) return lowerPlace(fn, target.expression);
  const name = nameIn(fn.checker, target);
  if (name) {
    const symbol = fn.symbolAt(name);
    const binding = fn.binding(symbol, target);
    const readIfThere = () => fn.read(binding);
    const read = () => {
      const value = readIfThere();
      return askedConstant(fn, value, symbol, target, undefined) ?? value;
    };
    return { rep: binding.rep, read, readIfThere, write: (value) => fn.write(binding, value) };
  }
  if (ts.isElementAccessExpression(target)) return elementPlace(fn, target);
  if (ts.isPropertyAccessExpression(target)) return propertyPlace(fn, target);
  return fail(node, 'GN1001', 'assigning to this');
}

function elementPlace(fn: FunctionLowering, node: ts.ElementAccessExpression): Place {
  const held = placeOfHeld(fn, node, () => elementPlace(fn, node));
  if (held) return held;
  const member = staticMember(fn, node);
  if (member) return staticPlace(fn, node, member);
  const base = lowerExpression(fn, node.expression);
  const { rep } = base;
  if (hasKeys(rep, node)) return dictionaryPlace(fn, base, lowerKey(fn, node.argumentExpression), node);
  if (rep.kind === 'object') {
    const key = steadyKey(fn, node.argumentExpression);
    if (key === undefined) return chosenPlace(fn, base, node);
    lowerExpression(fn, node.argumentExpression);
    return objectPlace(fn, node, base, key);
  }
  if (rep.kind === 'any') {
    const name = steadyKey(fn, node.argumentExpression);
    return anyPlace(fn, base, lowerExpression(fn, node.argumentExpression), name, node);
  }
  if (rep.kind !== 'array' && rep.kind !== 'typedArray') {
    return fail(node, 'GN1001', 'assigning to an element of this');
  }
  const array = instOf(base);
  const index = lowerIndex(fn, node.argumentExpression);
  const isGapped = hasGaps(fn, node, rep);
  const readIfThere = () => fn.within(node, () => elementOrNone(fn, rep, array, index, node));
  return {
    rep: elementRep(rep),
    read: () =>
      isGapped
        ? requirePresent(fn, readIfThere(), node)
        : fn.within(node, () => loadElement(fn, rep, array, index)),
    ...(isGapped ? { readIfThere } : {}),
    write: (value) =>
      fn.within(node, () => {
        if (rep.kind === 'array' && isGapped) storeAnywhere(fn, rep, array, index, value, node);
        else if (rep.kind === 'array' && mayGrow(fn.checker, node))
          storeOrAdd(fn, rep, array, index, value, node);
        else storeElement(fn, rep, array, index, value, node);
      }),
  };
}

function propertyPlace(fn: FunctionLowering, node: ts.PropertyAccessExpression): Place {
  const held = placeOfHeld(fn, node, () => propertyPlace(fn, node));
  if (held) return held;
  const member = staticMember(fn, node);
  if (member) return staticPlace(fn, node, member);
  if (node.expression.kind === ts.SyntaxKind.SuperKeyword) return superPlace(fn, node);
  const base = lowerExpression(fn, node.expression);
  const { rep } = base;
  if (hasKeys(rep, node))
    return { ...dictionaryPlace(fn, base, fn.text(node.name.text), node), object: base };
  if (rep.kind === 'object') return { ...objectPlace(fn, node, base, node.name.text), object: base };
  if (rep.kind === 'array' && node.name.text === 'length') {
    const array = instOf(base);
    return {
      rep: { kind: 'number' },
      read: () => ({ rep: { kind: 'number' }, inst: fn.b.op('i2d', arrayLength(fn, array)) }),
      write: (value) => fn.within(node, () => setLength(fn, rep, array, toInt(fn, value, node), node)),
    };
  }
  if (rep.kind === 'any') {
    const name = node.name.text;
    return { ...anyPlace(fn, base, fn.text(name), name, node), object: base };
  }
  if (takesMore(rep, node.name.text)) return morePlace(fn, base, node.name.text, node);
  return fail(node, 'GN1001', `assigning to '${node.name.text}'`);
}

/** A property or element of a value of type `any`; `name` is the key, if it is known. */
function anyPlace(
  fn: FunctionLowering,
  base: Value,
  key: Value,
  name: string | undefined,
  node: ts.Expression,
): Place {
  const isNumber = isNumeric(key.rep);
  const at = key.rep.kind === 'any' ? key : convert(fn, key, isNumber ? numberRep : stringRep, node);
  const setter = key.rep.kind === 'any' ? 'any_setAt' : isNumber ? 'any_setElement' : 'any_setProperty';
  const read = () => elementOfAny(fn, base, at, node);
  const set = (value: Value) => {
    callLibrary(fn, setter, [base, at, value], node);
  };
  if (name === undefined) return { rep: anyRep, read, write: set };
  return {
    rep: anyRep,
    read: () => readAnyMember(fn, base, name, node, read),
    write: (value) => writeAnyMember(fn, base, name, value, node, () => set(value)),
  };
}

/** `super.name`, which is an accessor. */
function superPlace(fn: FunctionLowering, node: ts.PropertyAccessExpression): Place {
  const name = node.name.text;
  return {
    rep: fn.repAt(node),
    read: () => callSuperAccessor(fn, node, name),
    write: (value) => {
      callSuperAccessor(fn, node, name, value);
    },
  };
}

/** A property of an object, or what stands for it. */
export function objectPlace(
  fn: FunctionLowering,
  node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
  base: Value,
  name: string,
): Place {
  const layout = layoutAt(fn, base, node.expression);
  const object = instOf(base);
  const field = layout.field(name);
  if (field) {
    const symbol = fn.checker.getSymbolAtLocation(ts.isPropertyAccessExpression(node) ? node.name : node);
    return {
      rep: field.rep,
      read: () => heldBefore(fn, readProperty(fn, object, layout, field, node, isAsked(node)), symbol, node),
      write: (value) => fn.within(node, () => writeProperty(fn, object, layout, field, value, node)),
    };
  }
  const held = layout.field(setterOf(name));
  if (held) {
    return {
      rep: (held.rep as FunctionRep).params[0]!,
      read: () => readMember(fn, object, layout, name, node)!,
      write: (value) => {
        fn.within(node, () => callHeld(fn, object, held, [value]));
      },
    };
  }
  const setIndex = layout.slotIndex(setterOf(name));
  const getIndex = layout.slotIndex(getterOf(name));
  const setter = layout.slots[setIndex];
  const getter = layout.slots[getIndex];
  const rep = setter?.rep.params[0];
  if (!setter && !getter && takesMore(base.rep, name)) return morePlace(fn, base, name, node);
  const index = layout.slotIndex(name);
  const method = layout.isOpen ? layout.slots[index] : undefined;
  if (method && !method.isGeneric) {
    return {
      rep: method.rep,
      read: () => methodValue(fn, object, layout, index, node),
      write: (value) => {
        checkWritable(fn, object, name, 'Object', node);
        fn.within(node, () => replaceMethod(fn, object, method, value));
      },
    };
  }
  if (!setter || !rep) return fail(node, 'GN1001', `assigning to '${name}'`);
  return {
    rep,
    read: () =>
      getter ? callSlot(fn, object, layout, getIndex, []) : fail(node, 'GN1003', `reading '${name}'`),
    write: (value) => {
      fn.within(node, () => callSlot(fn, object, layout, setIndex, [value]));
    },
  };
}

/** `=` and all its compounds; the value is that of the right side (converted to what was assigned). */
export function lowerAssignment(fn: FunctionLowering, node: ts.BinaryExpression): Value {
  const operator = node.operatorToken.kind;
  const target = skipParentheses(node.left);
  if (isPattern(target)) return assignPattern(fn, target, node.right);
  const place = lowerPlace(fn, node.left);
  switch (operator) {
    case K.EqualsToken: {
      if (place.object && isOfProperty(node.right)) bindThis(fn, node.right, place.object);
      const borrowed = place.object && borrowedFunction(fn, node.right);
      const value = borrowed
        ? boundToObject(fn, borrowed, place.object!)
        : lowerExpression(fn, node.right, place.rep);
      const held = convert(fn, value, place.rep, node.right);
      place.write(held);
      return value.rep.kind === 'any' ? held : assignedValue(fn, value, place, node.right);
    }
    case K.AmpersandAmpersandEqualsToken:
    case K.BarBarEqualsToken:
    case K.QuestionQuestionEqualsToken:
      return logicalAssignment(fn, node, place);
    default: {
      const base = compoundOperator(operator);
      if (base === undefined)
        return fail(node.operatorToken, 'GN1001', `the operator '${node.operatorToken.getText()}'`);
      const before = narrowed(fn, place.read(), node.left);
      const right = lowerExpression(fn, node.right);
      const result = fn.within(node, () => binaryOperation(fn, base, before, right, node));
      const value = convert(fn, result, place.rep, node);
      place.write(value);
      return value;
    }
  }
}

/** The value of `x = y` is y as x holds it; a literal stays one. */
function assignedValue(fn: FunctionLowering, value: Value, place: Place, node: ts.Node): Value {
  if (value.literal && place.rep.kind === 'number') return value;
  if (place.rep.kind === 'any') return value;
  // What was assigned is there.
  if (place.rep.kind === 'optional' && value.rep.kind !== 'optional' && !isNothing(value.rep))
    return convert(fn, value, place.rep.of, node);
  return convert(fn, value, place.rep, node);
}

/** The binary operator of a compound assignment. */
function compoundOperator(operator: ts.SyntaxKind): ts.SyntaxKind | undefined {
  switch (operator) {
    case K.PlusEqualsToken:
      return K.PlusToken;
    case K.MinusEqualsToken:
      return K.MinusToken;
    case K.AsteriskEqualsToken:
      return K.AsteriskToken;
    case K.AsteriskAsteriskEqualsToken:
      return K.AsteriskAsteriskToken;
    case K.SlashEqualsToken:
      return K.SlashToken;
    case K.PercentEqualsToken:
      return K.PercentToken;
    case K.LessThanLessThanEqualsToken:
      return K.LessThanLessThanToken;
    case K.GreaterThanGreaterThanEqualsToken:
      return K.GreaterThanGreaterThanToken;
    case K.GreaterThanGreaterThanGreaterThanEqualsToken:
      return K.GreaterThanGreaterThanGreaterThanToken;
    case K.AmpersandEqualsToken:
      return K.AmpersandToken;
    case K.BarEqualsToken:
      return K.BarToken;
    case K.CaretEqualsToken:
      return K.CaretToken;
    default:
      return undefined;
  }
}

/** `&&=`, `||=`, `??=`: the right side is computed and assigned only if needed. */
function logicalAssignment(fn: FunctionLowering, node: ts.BinaryExpression, place: Place): Value {
  const { b } = fn;
  const before = place.readIfThere?.() ?? place.read();
  const operator = node.operatorToken.kind;
  const condition =
    operator === K.QuestionQuestionEqualsToken ? isPresent(fn, before) : toBoolean(fn, before, node);
  const assign = b.createBlock();
  const join = b.createBlock();
  const result = new Merge(fn, place.rep);
  result.set(place.readIfThere && place.rep.kind !== 'optional' ? unwrapped(before) : before);
  if (operator === K.AmpersandAmpersandEqualsToken) b.branch(condition, assign, join);
  else b.branch(condition, join, assign);
  b.enterSealed(assign);
  const given = lowerExpression(fn, node.right, place.rep);
  const value = convert(fn, given, place.rep, node.right);
  place.write(value);
  result.set(value);
  b.jump(join);
  b.enterSealed(join);
  // Either what was there, or what was given.
  const isThere = given.rep.kind !== 'optional' && given.rep.kind !== 'any' && !isNothing(given.rep);
  const isKept = operator !== K.AmpersandAmpersandEqualsToken && isThere;
  return narrowed(fn, isKept ? unwrapped(result.get()) : result.get(), node);
}

/** A value that comes from one of several ways. */
export class Merge {
  private readonly fn: FunctionLowering;
  private readonly rep: Rep;
  private readonly variable;
  private readonly present;

  constructor(fn: FunctionLowering, rep: Rep) {
    this.fn = fn;
    this.rep = rep;
    const type = rep.kind === 'void' ? undefined : valueType(rep);
    this.variable = type && fn.b.declareVariable(type);
    this.present = rep.kind === 'optional' && !isRef(rep) ? fn.b.declareVariable('i32') : undefined;
  }

  /** The value on the present way. */
  set(value: Value): void {
    if (this.variable) this.fn.b.write(this.variable, instOf(value));
    if (this.present) this.fn.b.write(this.present, value.present ?? this.fn.b.iconst(1));
  }

  /** The value after the ways have joined. */
  get(): Value {
    if (!this.variable) return { rep: this.rep };
    const inst = this.fn.b.read(this.variable);
    return this.present
      ? { rep: this.rep, inst, present: this.fn.b.read(this.present) }
      : { rep: this.rep, inst };
  }
}

/** `++` and `--`; `prefix` says whether the value is that after or before the step. */
export function lowerStep(
  fn: FunctionLowering,
  node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression,
  prefix: boolean,
): Value {
  const place = lowerPlace(fn, node.operand);
  const read = narrowed(fn, place.read(), node.operand);
  const before = read.rep.kind === 'any' ? unaryOperation(fn, K.PlusToken, read, node.operand) : read;
  const after = convert(fn, step(fn, node.operator, before, node), place.rep, node);
  place.write(after);
  return prefix ? after : before;
}

/** Assigns a value that is computed already, as `for (x of ...)` does. */
export function assignTo(fn: FunctionLowering, target: ts.Expression, value: Value): void {
  const inner = skipParentheses(target);
  if (isPattern(inner)) {
    assignParts(fn, inner, value);
    return;
  }
  const place = lowerPlace(fn, target);
  place.write(convert(fn, value, place.rep, target));
}
