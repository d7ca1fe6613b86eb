// Objects: reading and writing their properties, and literals. Where each property is follows from the layout of the
// object's representation; what a class adds to that is in classes.ts.
import { ACCESSOR_END } from '../../abi/console.ts';
import {
  CLASS_IDENTITY,
  CLASS_MEMBERS,
  CLASS_METHODS,
  CLASS_PARENT,
  CLASS_REFERENCES,
  CLASS_TEXT,
  ObjectKind,
} from '../../abi/objects.ts';
import type { ConstantData, Inst } from '../../ir/ir.ts';
import { isObjectLike, openingFor } from '../assignability.ts';
import { fail } from '../diagnostics.ts';
import { allKeysOpenings, dictionaryOfAny, keysOpening } from '../dictionary-types.ts';
import { isDynamic } from '../dynamic-values.ts';
import { genericElement } from '../generic-properties.ts';
import { partOpening } from '../given-parts.ts';
import { isSealed } from '../library-classes.ts';
import { constantKey, memberName } from '../member-names.ts';
import {
  accessedName,
  type Field,
  getterOf,
  type ObjectLayout,
  repTitle,
  setterOf,
} from '../object-layout.ts';
import type { Opening } from '../open-shapes.ts';
import { type FunctionRep, type ObjectRep, type Rep, undefinedRep, voidRep } from '../reps.ts';
import { ts } from '../typescript.ts';
import { allocate } from './allocation.ts';
import { borrowedBy, boundToObject, functionOfOthers, isForOthers } from './borrowed-functions.ts';
import { type FunctionNode, isLiteralMethod, literalOfThis } from './captures.ts';
import { storeClassCaptures } from './class-captures.ts';
import { convert } from './conversions.ts';
import { isDictionary, lowerDictionaryLiteral, lowerKey } from './dictionaries.ts';
import { lowerExpression, lowerTo, requirePresent } from './expressions.ts';
import { checkWritable } from './frozen-objects.ts';
import type { FunctionLowering } from './function.ts';
import { functionValue } from './function-values.ts';
import { isIteration } from './iterators.ts';
import { lowerChosenProperty } from './keyed-properties.ts';
import { usesThis } from './method-values.ts';
import { callMember, callSlot } from './methods.ts';
import { isOf, narrowedObject } from './narrowing.ts';
import { loadMixedField, loadOpenField, storeOpenField } from './open-objects.ts';
import { passed, passedType, received } from './passing.ts';
import { checkKnown, methodNamedBy } from './spread-methods.ts';
import { SpreadProperties } from './spread-objects.ts';
import { spreadInto } from './spreads.ts';
import { steadyKey } from './steady-keys.ts';
import { lowerUnionLiteral } from './union-literals.ts';
import { instOf, type Value } from './value.ts';

/** The layout of an object as it is used at a node: that of a subclass where TypeScript has narrowed it to one. */
export function layoutAt(fn: FunctionLowering, value: Value, node: ts.Expression): ObjectLayout {
  const { layout } = narrowedObject(fn, value, node).rep as ObjectRep;
  fn.module.dependOnLayout(fn.symbol, layout);
  return layout;
}

/** Reads a property of an object that is used with a layout; `isAsked`: also one that has no value yet. */
export function readProperty(
  fn: FunctionLowering,
  object: Inst,
  layout: ObjectLayout,
  field: Field,
  node: ts.Node,
  isAsked = false,
): Value {
  if (layout.isOpen) return loadOpenField(fn, object, layout, field, node);
  const value = loadField(fn, object, field);
  return field.isPromised && !isAsked ? requirePresent(fn, value, node) : value;
}

/** What a property holds or its getter gives; undefined if there is neither. */
export function readMember(
  fn: FunctionLowering,
  object: Inst,
  layout: ObjectLayout,
  name: string,
  node: ts.Node,
  isAsked = false,
): Value | undefined {
  const field = layout.field(name);
  if (field) return readProperty(fn, object, layout, field, node, isAsked);
  const ofLibrary = libraryGetter(layout, name);
  if (ofLibrary) return callMember(fn, { ...ofLibrary, object }, [], ofLibrary.target);
  const getter = layout.field(getterOf(name));
  if (getter) return callHeld(fn, object, getter, []);
  if (layout.field(setterOf(name))) return { rep: undefinedRep };
  const mixed = layout.mixed(name);
  if (mixed) return loadMixedField(fn, object, layout, name, mixed, node);
  const index = layout.slotIndex(getterOf(name));
  return layout.slots[index] && callSlot(fn, object, layout, index, []);
}

/** The getter that a layout has of a class of the library whose members have no slots. */
function libraryGetter(layout: ObjectLayout, name: string) {
  const sealed = layout.lineage.find(isSealed);
  const target = sealed?.declaration?.members.find(
    (each): each is ts.GetAccessorDeclaration => ts.isGetAccessor(each) && each.name.getText() === name,
  );
  return sealed && target && { target, layout: sealed };
}

/** Calls the function that a property holds. */
export function callHeld(fn: FunctionLowering, object: Inst, field: Field, args: readonly Value[]): Value {
  const { result } = field.rep as FunctionRep;
  const held = instOf(loadField(fn, object, field));
  const inst = fn.b.callRef(
    held,
    passedType(result),
    args.map((arg) => passed(fn, arg)),
  );
  return result.kind === 'void' ? { rep: result } : received(fn, result, inst);
}

/** Writes a property of an object that is used with a layout. */
export function writeProperty(
  fn: FunctionLowering,
  object: Inst,
  layout: ObjectLayout,
  field: Field,
  value: Value,
  node: ts.Node,
): void {
  checkWritable(fn, object, field.name, layout.declaration ? layout.title : 'Object', node);
  if (layout.isOpen) storeOpenField(fn, object, layout, field, value, node);
  else storeField(fn, object, field, value);
}

export function loadField(fn: FunctionLowering, object: Inst, field: Field): Value {
  const { name, rep, memory, offset } = field;
  return received(fn, rep, fn.b.load(memory, `field.${name}`, object, offset));
}

/** Writes a value of the field's representation. */
export function storeField(fn: FunctionLowering, object: Inst, field: Field, value: Value): void {
  const { name, memory, offset } = field;
  fn.b.store(memory, `field.${name}`, passed(fn, value), object, offset);
}

/** A new object whose properties are zero and absent. */
export function newObject(fn: FunctionLowering, layout: ObjectLayout, order = layout.order): Inst {
  const { b } = fn;
  fn.module.dependOnLayout(fn.symbol, layout);
  const descriptor = b.address(fn.module.classDescriptor(fn, layout, order));
  return allocate(b, ObjectKind.object, layout.bytes, descriptor);
}

/** The descriptor of objects of a layout, whose methods have these closures (none for abstract ones). */
export function descriptorConstant(
  symbol: string,
  layout: ObjectLayout,
  text: string,
  members: string,
  parent: string | undefined,
  methods: readonly (string | undefined)[],
): ConstantData {
  const bytes = new Uint8Array(CLASS_METHODS + 4 * methods.length);
  const view = new DataView(bytes.buffer);
  view.setInt32(CLASS_REFERENCES, layout.references, true);
  view.setInt32(CLASS_IDENTITY, layout.identityWord, true);
  const relocations = methods.flatMap((symbol, i) =>
    symbol === undefined ? [] : [{ offset: CLASS_METHODS + 4 * i, symbol }],
  );
  relocations.unshift({ offset: CLASS_TEXT, symbol: text }, { offset: CLASS_MEMBERS, symbol: members });
  if (parent !== undefined) relocations.unshift({ offset: CLASS_PARENT, symbol: parent });
  return { symbol, bytes, relocations, isClass: true };
}

/**
 * Of a literal that is made without a type, or of a value of type `any`: it can get any property. Not if it has accessors, or says
 * what its text is, which is asked of its class.
 */
function dynamicRep(
  fn: FunctionLowering,
  node: ts.ObjectLiteralExpression,
  wanted: Rep | undefined,
): ObjectRep | undefined {
  const isMadeOfAny = (fn.checker.getTypeAtLocation(node).flags & ts.TypeFlags.Any) !== 0;
  // `{} as T`, where T is anything.
  const isToFill = node.properties.length === 0 && isAsserted(node);
  const isFree = isMadeOfAny || (wanted?.kind === 'any' && (isToFill || isDynamic(fn.checker, node)));
  const isOfClass = (each: ts.ObjectLiteralElementLike) =>
    ts.isAccessor(each) || each.name?.getText() === 'toString';
  if (!isFree || node.properties.some(isOfClass)) return undefined;
  return dictionaryOfAny(fn.checker);
}

/** `{ x: 1, y, ...rest }`: in the layout that its context wants, else in that of its own type. */
export function lowerObjectLiteral(
  fn: FunctionLowering,
  node: ts.ObjectLiteralExpression,
  expected: Rep | undefined,
): Value {
  const wanted = expected?.kind === 'optional' ? expected.of : expected;
  const dynamic = !wanted || wanted.kind === 'any' ? dynamicRep(fn, node, wanted) : undefined;
  if (dynamic) {
    fn.module.noteMade(
      fn.checker
        .getTypeAtLocation(node)
        .getProperties()
        .map(({ name }) => name),
    );
    return lowerDictionaryLiteral(fn, node, dynamic);
  }
  const own = exactRep(literalRep(fn, node, wanted));
  // What a type parameter may stand for, beside a computed name: any properties.
  const rep = (own.kind === 'any' && dictionaryOfAny(fn.checker)) || own;
  if (own.kind === 'any') fn.module.noteComputed();
  if (rep.kind !== 'object') return fail(node, 'GN2004', 'an object literal', repTitle(rep));
  if (isDictionary(rep)) return lowerDictionaryLiteral(fn, node, rep);
  const { layout } = rep;
  if (layout.declaration) fail(node, 'GN2005', 'an object literal', layout.title);
  const ofUnion = layout.alternatives.length > 0 && lowerUnionLiteral(fn, node, rep);
  if (ofUnion) return ofUnion;
  const values = new Map<string, Value>();
  const taken = new Map<string, FunctionNode>();
  for (const property of node.properties) {
    checkName(fn, property);
    lowerLiteralProperty(fn, property, layout, values, taken);
  }
  if (layout.alternatives.length > 0 && node.properties.some(ts.isSpreadAssignment))
    fail(node, 'GN1001', 'an object of one of several types, by what is spread (write a literal for each),');
  if (layout.isOpen) fail(node, 'GN2004', 'an object literal', layout.title);
  const methods = node.properties.flatMap((each) => methodOf(each) ?? []);
  const names = node.properties.flatMap(({ name }) => (name && memberName(name, fn.checker)) ?? []);
  const given = new Set([...values.keys(), ...names].filter((name) => layout.named(name)));
  // In the order in which they are written, but for what a spread object has given before.
  const order = methods.length > 0 && !node.properties.some(ts.isSpreadAssignment) ? new Set(names) : given;
  return madeLiteral(fn, rep, values, [...order], node, (object) => {
    bindThis(fn, node, object);
    for (const method of methods) lowerLiteralMethod(fn, method, layout, values);
    for (const property of node.properties) lowerBorrowed(fn, property, layout, values, object);
    makeTaken(fn, taken, object, values);
  });
}

/**
 * Gives up on names that the text of a class has not (classText in constants.ts): only dictionaries take them. A computed name
 * that TypeScript takes for one, though a function may have assigned another one to its variable, is looked at on the board.
 */
function checkName(fn: FunctionLowering, { name }: ts.ObjectLiteralElementLike): void {
  const key = name && memberName(name, fn.checker);
  if (name && (key === '' || (key ?? ' ').charCodeAt(0) < ACCESSOR_END))
    fail(name, 'GN1001', 'a name that is empty or begins with a control character, without the type Record,');
  if (!name || !ts.isComputedPropertyName(name)) return;
  const { expression } = name;
  const named = constantKey(expression, fn.checker);
  if (named === undefined || steadyKey(fn, expression) !== undefined) return;
  const isIt = fn.b.helper('gn_str_eq', instOf(lowerKey(fn, expression)), instOf(fn.text(named)));
  fn.within(name, () => fn.b.check(isIt, 'cast'));
}

/** `{} as T`: the other properties come later. */
function isAsserted({ parent }: ts.Node): boolean {
  if (ts.isParenthesizedExpression(parent)) return isAsserted(parent);
  return ts.isAsExpression(parent) || ts.isTypeAssertionExpression(parent);
}

/** What makes an object a dictionary that is filled later; in code for all types, `{} as T`, also those that are put into it. */
function openingsToFill(
  fn: FunctionLowering,
  node: ts.Node,
  layout: ObjectLayout,
): readonly Opening[] | undefined {
  const { parent } = node;
  const type = ts.isAsExpression(parent) && fn.checker.getTypeFromTypeNode(parent.type);
  const all = type && type.flags & ts.TypeFlags.TypeParameter ? allKeysOpenings(layout) : undefined;
  if (all && all.length > 1) return all;
  const own = keysOpening(layout, undefined);
  return own && [own];
}

/** A new object with these values, its properties in that order; before they are stored, more may be computed. */
export function madeLiteral(
  fn: FunctionLowering,
  rep: ObjectRep,
  values: ReadonlyMap<string, Value>,
  order: readonly string[],
  node: ts.Node,
  complete: (object: Value) => void = () => {},
): Value {
  const { layout } = rep;
  const known = order.filter((name) => layout.named(name));
  const absent = layout.order.filter((name) => !known.includes(name));
  const object: Value = { rep, inst: fn.within(node, () => newObject(fn, layout, [...known, ...absent])) };
  complete(object);
  storeClassCaptures(fn, layout, instOf(object), node);
  const isCaptured = (field: Field) => layout.captures.some((each) => each.field === field);
  for (const field of layout.fields) {
    if (isCaptured(field)) continue;
    const value = values.get(field.name);
    if (value) storeField(fn, instOf(object), field, value);
    else if (field.rep.kind !== 'optional' && field.rep.kind !== 'any' && !layout.isResult) {
      if (isAsserted(node) && fn.module.withAllRemade(openingsToFill(fn, node, layout))) return object;
      fail(node, 'GN1005', `'${accessedName(field.name)}'`);
    }
  }
  return object;
}

/** `Object.assign({ x: 1 }, a, b)`: what `{ x: 1, ...a, ...b }` is. */
export function lowerMergedLiteral(
  fn: FunctionLowering,
  literal: ts.ObjectLiteralExpression,
  sources: readonly ts.Expression[],
  wanted: Rep | undefined,
  node: ts.Expression,
): Value {
  const rep = exactRep(wanted?.kind === 'object' ? wanted : fn.repAt(node));
  if (rep.kind !== 'object' || rep.layout.declaration || literal.properties.some(methodOf))
    return fail(node, 'GN1001', "'Object.assign' that makes such an object");
  const values = new Map<string, Value>();
  for (const property of literal.properties) lowerLiteralProperty(fn, property, rep.layout, values);
  const taken = new Map<string, FunctionNode>();
  for (const source of sources)
    spreadInto(fn, source, new SpreadProperties(fn, rep.layout, values, () => false, taken));
  return madeLiteral(fn, rep, values, [...values.keys()], node, (object) =>
    makeTaken(fn, taken, object, values),
  );
}

/** Makes the methods that an object has taken over of others, for itself (spread-methods.ts). */
function makeTaken(
  fn: FunctionLowering,
  taken: ReadonlyMap<string, FunctionNode>,
  object: Value,
  values: Map<string, Value>,
): void {
  const { layout } = object.rep as ObjectRep;
  for (const [name, method] of taken) {
    // Unless another one has taken its place.
    if (values.get(name)?.rep.kind !== 'void') continue;
    fn.takenBy = layout.identity;
    asThis(fn, literalOfThis(method)!, object, () => lowerLiteralMethod(fn, method, layout, values, name));
    fn.takenBy = undefined;
  }
}

/** What a literal is made as: where an open type is wanted, as one of its alternatives, or by its own properties. */
function literalRep(fn: FunctionLowering, node: ts.ObjectLiteralExpression, wanted: Rep | undefined): Rep {
  const isConverted = wanted && isIteration(wanted);
  const whole = isAsserted(node) && node.properties.some(ts.isSpreadAssignment) ? fn.repAt(node) : undefined;
  if (whole && mayMiss(whole, wanted)) return whole;
  if (wanted?.kind === 'object' && !isConverted && isMadeAs(fn, node, wanted.layout)) return wanted;
  if (wanted && (isConverted || (wanted.kind !== 'object' && wanted.kind !== 'any'))) return fn.repAt(node);
  const own = fn.checker.getTypeAtLocation(node);
  const type = fn.contextualTypes(node).find((each) => fn.checker.isTypeAssignableTo(own, each));
  const alternative = type && fn.tryRepOf(type);
  if (alternative?.kind === 'object' && isMadeAs(fn, node, alternative.layout)) return alternative;
  const rep = fn.repAt(node);
  const found = [wanted, alternative].map((each) => each && literalOf(each, rep)).find((each) => each);
  return found ?? (isInterface(rep) ? { kind: 'object', layout: rep.layout.asLiteral } : rep);
}

/** True for an interface with methods. */
const isInterface = (rep: Rep): rep is ObjectRep =>
  rep.kind === 'object' &&
  rep.layout.isOpen &&
  !rep.layout.exact &&
  !rep.layout.declaration &&
  rep.layout.alternatives.length === 0;

/** For an interface whose methods can't be called as functions of a literal's own type are: what its literals are made as. */
function literalOf(wanted: Rep, own: Rep): ObjectRep | undefined {
  if (wanted.kind !== 'object' || own.kind !== 'object') return undefined;
  const { layout } = wanted;
  const isComplete = [...layout.mayLack].every((name) => own.layout.named(name));
  if (!isInterface(wanted) || (isComplete && (isObjectLike(own, wanted) || openingFor(own, wanted))))
    return undefined;
  if (own.layout.fields.some(({ name }) => !layout.field(name) && layout.slotIndex(name) < 0))
    return undefined;
  return { kind: 'object', layout: layout.asLiteral };
}

/** True for an object that may be without what the type has that it is asserted to be of: `{ ...parts } as T`. */
function mayMiss(own: Rep, wanted: Rep | undefined): boolean {
  if (own.kind !== 'object' || wanted?.kind !== 'object' || isDictionary(own)) return false;
  const isOptional = (field: Field | undefined) => field?.rep.kind === 'optional';
  return wanted.layout.fields.some((field) => !isOptional(field) && isOptional(own.layout.field(field.name)));
}

/** True if a literal is made in a layout: none of its properties has to be an accessor there, or is not in it at all. */
function isMadeAs(fn: FunctionLowering, node: ts.ObjectLiteralExpression, layout: ObjectLayout): boolean {
  if (layout.isOpen && !layout.exact) return false;
  if (isDictionary({ kind: 'object', layout })) return true;
  const isEmpty = layout.fields.length + layout.slots.length === 0;
  return !node.properties.some((each) => {
    if (ts.isSpreadAssignment(each)) return isEmpty;
    const name = each.name && memberName(each.name, fn.checker);
    if (name === undefined) return false;
    if (ts.isAccessor(each)) return layout.field(name) !== undefined;
    // `{}` is the type of anything that is there, and an alternative of a union lacks what others have.
    return !layout.named(name) && layout.slotIndex(name) < 0;
  });
}

/** Of a type that was opened, the layout that its literals have. */
export function exactRep(rep: Rep): Rep {
  return rep.kind === 'object' && rep.layout.exact ? { kind: 'object', layout: rep.layout.exact } : rep;
}

/** An object of a type that was opened, as one that has just the type's properties; traps if it has others. */
export function exactly(fn: FunctionLowering, value: Value, node: ts.Node): Value {
  const { rep } = value;
  if (rep.kind !== 'object' || !rep.layout.exact) return value;
  const { exact } = rep.layout;
  fn.within(node, () => fn.b.check(isOf(fn, value, exact), 'cast'));
  return { ...value, rep: { kind: 'object', layout: exact } };
}

/** True if a property behind a spread object takes the place of one of it. */
function isGivenLater(fn: FunctionLowering, spread: ts.SpreadAssignment, name: string): boolean {
  const { properties } = spread.parent;
  return properties
    .slice(properties.indexOf(spread) + 1)
    .some((each) => each.name && memberName(each.name, fn.checker) === name);
}

/** Does something while `this` in the methods of a literal is an object of it. */
export function asThis<T>(
  fn: FunctionLowering,
  literal: ts.ObjectLiteralExpression,
  object: Value,
  action: () => T,
): T {
  const symbol = fn.checker.getTypeAtLocation(literal).getSymbol();
  const before = symbol && fn.bindingOfLocal(symbol);
  bindThis(fn, literal, object);
  const result = action();
  if (before) fn.bind(symbol, before);
  return result;
}

/** What `this` is in the methods of a literal, or in a function that a property is given. */
export function bindThis(fn: FunctionLowering, node: ts.Expression, value: Value): void {
  const symbol = fn.checker.getTypeAtLocation(node).getSymbol();
  if (symbol) fn.bind(symbol, { kind: 'value', rep: value.rep, value });
}

/** The function of a literal's property if it needs the object: a method or accessor, or `f: function () { ... this ... }`. */
export function methodOf(property: ts.ObjectLiteralElementLike): FunctionNode | undefined {
  if (isLiteralMethod(property)) return property;
  const value = ts.isPropertyAssignment(property) ? property.initializer : undefined;
  return value && ts.isFunctionExpression(value) && literalOfThis(value) && usesThis(value)
    ? value
    : undefined;
}

function lowerLiteralMethod(
  fn: FunctionLowering,
  node: FunctionNode,
  layout: ObjectLayout,
  values: Map<string, Value>,
  taker?: string,
): void {
  const { name: nameNode } = (isLiteralMethod(node) ? node : node.parent) as ts.PropertyAssignment;
  const property = taker ?? memberName(nameNode, fn.checker);
  if (property === undefined) fail(nameNode, 'GN1001', 'a computed name');
  const name = ts.isGetAccessor(node)
    ? getterOf(property)
    : ts.isSetAccessor(node)
      ? setterOf(property)
      : property;
  const field = layout.field(name);
  if (!field) return;
  const value = isForOthers(fn, node)
    ? functionOfOthers(fn, field.rep, node)
    : functionValue(fn, node, node, field.rep);
  values.set(name, convert(fn, value, field.rep, node));
}

/** A property that is a function which declares its `this`. */
function lowerBorrowed(
  fn: FunctionLowering,
  property: ts.ObjectLiteralElementLike,
  layout: ObjectLayout,
  values: Map<string, Value>,
  object: Value,
): void {
  const borrowed = borrowedBy(fn, property);
  const name = property.name && memberName(property.name, fn.checker);
  const field = name === undefined ? undefined : layout.field(name);
  if (!borrowed || !field) return;
  values.set(field.name, convert(fn, boundToObject(fn, borrowed, object), field.rep, property));
}

/**
 * A property of a literal, or what it spreads; not those functions that need the object (see methodOf). `taken` gets such
 * functions of what it spreads.
 */
export function lowerLiteralProperty(
  fn: FunctionLowering,
  node: ts.ObjectLiteralElementLike,
  layout: ObjectLayout,
  values: Map<string, Value>,
  taken?: Map<string, FunctionNode>,
): void {
  if (ts.isSpreadAssignment(node)) {
    const isLater = (name: string) => isGivenLater(fn, node, name);
    spreadInto(fn, node.expression, new SpreadProperties(fn, layout, values, isLater, taken));
    return;
  }
  if (methodOf(node) || borrowedBy(fn, node)) return;
  const name = memberName(node.name, fn.checker);
  if (name === undefined) {
    lowerChosenProperty(fn, node, layout, values);
    return;
  }
  const field = layout.field(name);
  if (!field && genericElement(fn.checker, node)) return;
  // What the wanted type does not have is computed all the same.
  if (ts.isPropertyAssignment(node)) {
    const method = field && methodNamedBy(fn, node.initializer);
    if (method && taken) {
      checkKnown(fn, method, node, name);
      taken.set(name, method);
      values.set(name, { rep: voidRep });
    } else if (field) {
      fn.module.wish(partOpening(fn.checker, node.initializer, layout, name));
      values.set(name, lowerTo(fn, node.initializer, field.rep));
    } else lowerExpression(fn, node.initializer);
  } else if (ts.isShorthandPropertyAssignment(node)) {
    if (!field) return;
    fn.module.wish(partOpening(fn.checker, node.name, layout, name));
    values.set(name, lowerTo(fn, node.name, field.rep));
  }
}
