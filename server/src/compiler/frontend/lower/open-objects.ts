// Objects of interfaces with methods and of unions: what a name means is looked up in the descriptor of the object's
// class, which lists its members by name.
import { CLASS_METHODS, MEMBER_IS_METHOD, MEMBER_NAME_SHIFT, OBJECT_CLASS } from '../../abi/objects.ts';
import type { Inst } from '../../ir/ir.ts';
import type { Scope } from '../../ir/member-query.ts';
import { genericIdentity } from '../class-names.ts';
import { digestBits } from '../digest.ts';
import {
  type Field,
  fieldMemory,
  getterOf,
  methodName,
  type ObjectLayout,
  type Slot,
  setterOf,
} from '../object-layout.ts';
import { type Form, repOfForm } from '../property-forms.ts';
import { type FunctionRep, type Rep, repName, stringRep, undefinedRep, voidRep } from '../reps.ts';
import type { ts } from '../typescript.ts';
import { Merge } from './assignments.ts';
import { choose, convert, isPresent, unwrapped } from './conversions.ts';
import { requirePresent } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import { callLibrary } from './library-calls.ts';
import { boundByName } from './method-values.ts';
import { requireObject } from './methods.ts';
import { passed, passedType, received } from './passing.ts';
import { instOf, type Value } from './value.ts';

/** What stands for a property in the list: its name and representation, so that none of another one is found. */
const fieldId = ({ name, rep }: Pick<Field, 'name' | 'rep'>) => nameDigest(`${name}:${repName(rep)}`);

/** What stands for a method. */
export const methodId = (name: string) => nameDigest(name);

/** What stands for a generic class in the lists of members of all that it is, whatever its type parameters stand for. */
const genericClassId = (declaration: ts.ClassLikeDeclaration) => nameDigest(genericIdentity(declaration));

/** 1 if an object is of a generic class. */
export function isOfGenericClass(
  fn: FunctionLowering,
  object: Inst,
  declaration: ts.ClassLikeDeclaration,
): Inst {
  const word = findMember(fn, classOf(fn, object), genericClassId(declaration), { of: 'any' });
  return fn.b.icmp('ne', word, fn.b.iconst(0));
}

/** What fits beside the place in a word; 0 ends the list. */
const nameDigest = (text: string) => digestBits(text, 32 - MEMBER_NAME_SHIFT) || 1;

/** The list of the members of a layout: words of a name and the place of its value, last a zero. */
export function memberList(layout: ObjectLayout): Uint8Array {
  const words: number[] = [];
  for (const field of layout.fields) words.push((fieldId(field) << MEMBER_NAME_SHIFT) | (field.offset / 4));
  // A function that a property holds can be called as a method.
  for (const { name, rep, offset } of layout.fields)
    if (rep.kind === 'function' && layout.slotIndex(name) < 0)
      words.push((methodId(name) << MEMBER_NAME_SHIFT) | (offset / 4));
  for (const [i, { name }] of layout.slots.entries())
    if (layout.openSlot(methodName(name)) === layout.slots[i])
      words.push((methodId(methodName(name)) << MEMBER_NAME_SHIFT) | MEMBER_IS_METHOD | i);
  for (let each: ObjectLayout | undefined = layout; each; each = each.parent)
    if (each.declaration?.typeParameters) words.push(genericClassId(each.declaration) << MEMBER_NAME_SHIFT);
  if (new Set(words.map((word) => word >>> MEMBER_NAME_SHIFT)).size < words.length) {
    throw new Error(`two members of ${layout.title} have names of the same digest; rename one`);
  }
  return new Uint8Array(Uint32Array.of(...words, 0).buffer);
}

/** 1 if an object has all that every object of an open type has. */
export function hasMembers(fn: FunctionLowering, object: Inst, layout: ObjectLayout): Inst {
  const { b } = fn;
  const classWord = classOf(fn, object);
  return requiredMembers(layout)
    .map((id) => b.icmp('ne', findMember(fn, classWord, id, { of: 'any' }), b.iconst(0)))
    .reduce((all, each) => b.op('iand', all, each), b.iconst(1));
}

/** What the object's `toString` gives; that of JavaScript's objects if it has none. */
export function objectText(fn: FunctionLowering, value: Value, otherwise: string): Inst {
  const object = instOf(value);
  const word = findMember(fn, classOf(fn, object), methodId('toString'), { of: 'any' });
  const rep: FunctionRep = { kind: 'function', params: [], result: stringRep };
  const slot = { name: 'toString', rep };
  return choose(
    fn,
    fn.b.icmp('ne', word, fn.b.iconst(0)),
    () => instOf(callOpenMethod(fn, object, slot, [], { of: 'any' })),
    () => instOf(fn.text(otherwise)),
  );
}

/** What all objects of an open type have. */
function requiredMembers(layout: ObjectLayout): number[] {
  const { fields, slots, mayLack } = layout;
  const properties = fields
    .filter(({ name }) => !mayLack.has(name) && layout.formsOf(name).length === 0)
    .map(fieldId);
  return [...properties, ...slots.filter(({ isGeneric }) => !isGeneric).map(({ name }) => methodId(name))];
}

/** The objects of an open type. */
export const objectsOf = (layout: ObjectLayout): Scope => ({
  of: 'having',
  members: requiredMembers(layout),
});

/** The word of a member in the list of an object's class; 0 if it has none of that name. */
function findMember(fn: FunctionLowering, classWord: Inst, number: number, scope: Scope): Inst {
  return fn.b.findMember(classWord, { kind: 'member', number, scope });
}

const classOf = (fn: FunctionLowering, object: Inst) =>
  fn.b.load('i32', 'field.#class', object, OBJECT_CLASS);

/** The address of a property. */
function fieldAddress(fn: FunctionLowering, object: Inst, word: Inst): Inst {
  const { b } = fn;
  const offset = b.op('ishl', b.op('iand', word, b.iconst(MEMBER_IS_METHOD - 1)), b.iconst(2));
  return b.op('iadd', b.op('refToAddress', object), offset);
}

/** A property; of one that the object may be without, what optional properties are then. */
export function loadOpenField(
  fn: FunctionLowering,
  object: Inst,
  layout: ObjectLayout,
  field: Field,
  node: ts.Node,
): Value {
  const { rep } = field;
  const word = findMember(fn, classOf(fn, object), fieldId(field), objectsOf(layout));
  const load = (as: Rep, at: Inst) => loadFound(fn, object, field.name, as, at);
  const others = layout
    .formsOf(field.name)
    .map((form) => () => loadForm(fn, object, layout, field, form, load, node));
  const isSure = !layout.mayLack.has(field.name);
  if (!isSure && rep.kind === 'optional' && rep.of.kind === 'function')
    others.push(() => methodInPlace(fn, object, field.name, rep.of as FunctionRep, rep, node));
  if (isSure && others.length === 0) return load(rep, word);
  const absent = isSure ? undefined : () => received(fn, rep, fn.b.nullRef());
  return firstFound(fn, rep, [() => ({ word, value: () => load(rep, word) }), ...others], absent);
}

/** What is in the place that a word of the list of members says. */
function loadFound(fn: FunctionLowering, object: Inst, name: string, as: Rep, word: Inst): Value {
  return received(fn, as, fn.b.load(fieldMemory(as), `field.${name}`, fieldAddress(fn, object, word)));
}

/** A property that the alternatives of a union keep in different ways, as what holds the values of all. */
export function loadMixedField(
  fn: FunctionLowering,
  object: Inst,
  layout: ObjectLayout,
  name: string,
  rep: Rep,
  node: ts.Node,
): Value {
  const ways = new Map<string, () => Way>();
  const load = (as: Rep, at: Inst) => loadFound(fn, object, name, as, at);
  const found = ({ word, value }: Way): Way => ({ word, value: () => convert(fn, value(), rep, node) });
  for (const alternative of layout.alternatives) {
    const field = alternative.field(name);
    const given = alternative.getter(name);
    if (!field && !given) continue;
    if (!field) {
      const getter = { name: getterOf(name), rep: given! };
      const word = () => findMember(fn, classOf(fn, object), methodId(getter.name), { of: 'any' });
      const value = () => callOpenMethod(fn, object, getter, [], { of: 'any' });
      ways.set(getter.name, () => found({ word: word(), value }));
      continue;
    }
    const id = fieldId(field);
    ways.set(`${id}`, () => {
      const word = findMember(fn, classOf(fn, object), id, objectsOf(layout));
      return found({ word, value: () => load(field.rep, word) });
    });
    for (const form of alternative.formsOf(name))
      ways.set(`${id} ${form}`, () => found(loadForm(fn, object, layout, field, form, load, node)));
  }
  const absent = () => convert(fn, { rep: undefinedRep }, rep, node);
  const mayLack = layout.alternatives.some(
    (each) => each.mayLack.has(name) || (!each.field(name) && !each.getter(name)),
  );
  return firstFound(fn, rep, [...ways.values()], mayLack ? absent : undefined);
}

/** A method that the object's class has in the place of an optional one of the type. */
function methodInPlace(
  fn: FunctionLowering,
  object: Inst,
  name: string,
  method: FunctionRep,
  rep: Rep,
  node: ts.Node,
): Way {
  const word = findMember(fn, classOf(fn, object), methodId(name), { of: 'any' });
  return { word, value: () => convert(fn, boundByName(fn, object, { name, rep: method }, node), rep, node) };
}

/** A way to have a property: the word for it in the list of members, if the object has it so, and what it holds then. */
interface Way {
  readonly word: Inst;
  value(): Value;
}

/** A property in a form that the object may have it in. */
function loadForm(
  fn: FunctionLowering,
  object: Inst,
  layout: ObjectLayout,
  { name, rep }: Field,
  form: Form,
  load: (as: Rep, at: Inst) => Value,
  node: ts.Node,
): Way {
  const kept = repOfForm(form, rep)!;
  if (form === 'accessor') {
    const getter = { name: getterOf(name), rep: { kind: 'function', params: [], result: rep } as const };
    const word = findMember(fn, classOf(fn, object), methodId(getter.name), objectsOf(layout));
    return { word, value: () => callOpenMethod(fn, object, getter, [], { of: 'any' }) };
  }
  const word = findMember(fn, classOf(fn, object), fieldId({ name, rep: kept }), objectsOf(layout));
  const value = () => (form === 'unset' ? requirePresent(fn, load(kept, word), node) : load(kept, word));
  return { word, value: () => convert(fn, value(), rep, node) };
}

/** What the first way gives that the object has; the last one, if nothing says what it is when it has none. */
function firstFound(
  fn: FunctionLowering,
  rep: Rep,
  ways: readonly (() => Way)[],
  absent: (() => Value) | undefined,
): Value {
  const { b } = fn;
  const result = new Merge(fn, rep);
  const join = b.createBlock();
  for (const [i, way] of ways.entries()) {
    const { word, value } = way();
    const isLast = i === ways.length - 1 && !absent;
    if (isLast) {
      result.set(value());
      b.jump(join);
      break;
    }
    const there = b.createBlock();
    const other = b.createBlock();
    b.branch(b.icmp('ne', word, b.iconst(0)), there, other);
    b.enterSealed(there);
    result.set(value());
    b.jump(join);
    b.enterSealed(other);
  }
  if (absent) {
    result.set(absent());
    b.jump(join);
  }
  b.enterSealed(join);
  return result.get();
}

/** Writes a property; traps where the object is without it, since there is no room for it. */
export function storeOpenField(
  fn: FunctionLowering,
  object: Inst,
  layout: ObjectLayout,
  field: Field,
  value: Value,
  node: ts.Node,
): void {
  const { b } = fn;
  const { name, rep } = field;
  const find = (id: number) => findMember(fn, classOf(fn, object), id, objectsOf(layout));
  const store = (kept: Value, at: Inst) =>
    b.store(fieldMemory(kept.rep), `field.${name}`, passed(fn, kept), fieldAddress(fn, object, at));
  const ways = layout.formsOf(name).map((form) => {
    if (form !== 'accessor') {
      const kept = repOfForm(form, rep)!;
      const id = fieldId({ name, rep: kept });
      return { id, write: (at: Inst) => store(convert(fn, present(fn, value, kept), kept, node), at) };
    }
    const slot = { name: setterOf(name), rep: { kind: 'function', params: [rep], result: voidRep } as const };
    const write = () => void callOpenMethod(fn, object, slot, [value], { of: 'any' });
    return { id: methodId(slot.name), write };
  });
  const join = ways.length > 0 ? b.createBlock() : undefined;
  let word = find(fieldId(field));
  let write = (at: Inst) => store(value, at);
  for (const way of ways) {
    const there = b.createBlock();
    const other = b.createBlock();
    b.branch(b.icmp('ne', word, b.iconst(0)), there, other);
    b.enterSealed(there);
    write(word);
    b.jump(join!);
    b.enterSealed(other);
    word = find(way.id);
    write = way.write;
  }
  if (layout.mayLack.has(name) || ways.length > 0) b.check(b.icmp('ne', word, b.iconst(0)), 'noProperty');
  write(word);
  if (!join) return;
  b.jump(join);
  b.enterSealed(join);
}

/** What may be absent as what is there, where the object's own type wants that. */
function present(fn: FunctionLowering, value: Value, kept: Rep): Value {
  if (value.rep.kind !== 'optional' || kept.kind === 'optional') return value;
  fn.b.check(isPresent(fn, value), 'cast');
  return unwrapped(value);
}

/**
 * The function that a property holds where an open type has a method; a TypeError if the object's class has a method there,
 * which would have no `this` as a value.
 */
export function heldMethod(
  fn: FunctionLowering,
  object: Inst,
  { name, rep }: Slot,
  scope: Scope,
  node: ts.Expression,
): Value {
  const { b } = fn;
  return fn.within(node, () => {
    requireObject(fn, object);
    const word = findMember(fn, classOf(fn, object), methodId(name), scope);
    const method = b.createBlock();
    const property = b.createBlock();
    b.branch(b.op('iand', word, b.iconst(MEMBER_IS_METHOD)), method, property);
    b.enterSealed(method);
    const text = `'${name}' has no 'this' as a value; write (...args) => ${node.getText()}(...args)`;
    callLibrary(fn, 'object_refuse', [fn.text(text)], node);
    b.jump(property);
    b.enterSealed(property);
    return { rep, inst: b.load('ref', `field.${name}`, fieldAddress(fn, object, word)) };
  });
}

/** How many members of an open type an object has itself, not by its class. */
export function ownCount(fn: FunctionLowering, object: Inst, layout: ObjectLayout): Inst {
  const { b } = fn;
  const classWord = classOf(fn, object);
  return layout.slots
    .map(({ name }) => findMember(fn, classWord, methodId(name), objectsOf(layout)))
    .map((word) => b.icmp('eq', b.op('iand', word, b.iconst(MEMBER_IS_METHOD)), b.iconst(0)))
    .reduce((sum, each) => b.op('iadd', sum, each), b.iconst(layout.fields.length));
}

/** Puts another function in the place of the one that an object of a literal holds; that of a class has no room for it. */
export function replaceMethod(fn: FunctionLowering, object: Inst, { name, rep }: Slot, value: Value): void {
  const { b } = fn;
  requireObject(fn, object);
  const word = findMember(fn, classOf(fn, object), fieldId({ name, rep }), { of: 'any' });
  b.check(b.icmp('ne', word, b.iconst(0)), 'noProperty');
  b.store('ref', `field.${name}`, instOf(value), fieldAddress(fn, object, word));
}

/** Calls a method of an object in a scope, or the function that a property of that name holds. */
export function callOpenMethod(
  fn: FunctionLowering,
  object: Inst,
  slot: Pick<Slot, 'name' | 'rep'>,
  args: readonly Value[],
  scope: Scope,
): Value {
  const { b } = fn;
  const { name, rep } = slot;
  const values = args.map((arg) => passed(fn, arg));
  const type = passedType(rep.result);
  requireObject(fn, object);
  const classWord = classOf(fn, object);
  const word = findMember(fn, classWord, methodId(name), scope);
  const result = type === 'void' ? undefined : b.declareVariable(type);
  const method = b.createBlock();
  const property = b.createBlock();
  const join = b.createBlock();
  b.branch(b.op('iand', word, b.iconst(MEMBER_IS_METHOD)), method, property);
  b.enterSealed(method);
  const index = b.op('iand', word, b.iconst(MEMBER_IS_METHOD - 1));
  const closure = b.load('ref', 'constant', classWord, CLASS_METHODS, index);
  const first = b.callRef(closure, type, [object, ...values], {
    kind: 'method',
    number: methodId(name),
    scope,
  });
  if (result) b.write(result, first);
  b.jump(join);
  b.enterSealed(property);
  const held = b.load('ref', `field.${name}`, fieldAddress(fn, object, word));
  const second = b.callRef(held, type, values);
  if (result) b.write(result, second);
  b.jump(join);
  b.enterSealed(join);
  return result ? received(fn, rep.result, b.read(result)) : { rep: voidRep };
}
