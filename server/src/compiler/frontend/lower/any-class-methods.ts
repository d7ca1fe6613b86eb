// Members of the program's classes on values of type `any`: which class an object is of is known when the program runs.
// Classes of cells that come later are not looked for.

import type { Inst } from '../../ir/ir.ts';
import { isStatic } from '../class-members.ts';
import { typeParametersAround } from '../class-names.ts';
import { memberName } from '../member-names.ts';
import { getterOf, type ObjectLayout, type Slot, setterOf } from '../object-layout.ts';
import { classRep, knownLayouts } from '../object-types.ts';
import { parametersOf } from '../parameters.ts';
import type { ObjectRep, Rep } from '../reps.ts';
import { anyRep, undefinedRep } from '../reps.ts';
import { ts } from '../typescript.ts';
import { isObjectOf, toAny } from './any.ts';
import { arrayOfExpressions } from './arrays.ts';
import { choose, convert } from './conversions.ts';
import { lowerExpression } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import { callSlot } from './methods.ts';
import { writeProperty } from './objects.ts';
import type { Value } from './value.ts';
import { instOf } from './value.ts';

/** A method or getter of the objects of a layout and all that extend it. */
export interface ClassMember {
  readonly layout: ObjectLayout;
  readonly index: number;
}

/** The methods of a name that classes of the program have, each of the first class in its family that has one. */
export function methodsNamed(fn: FunctionLowering, name: string): ClassMember[] {
  return members(fn, name, name, ts.isMethodDeclaration);
}

function gettersNamed(fn: FunctionLowering, name: string): ClassMember[] {
  return members(fn, name, getterOf(name), ts.isGetAccessor);
}

function members(
  fn: FunctionLowering,
  name: string,
  slot: string,
  isOfKind: (member: ts.ClassElement) => boolean,
): ClassMember[] {
  const found = new Map<ObjectLayout, ClassMember>();
  for (const each of fn.module.world.families.classes) {
    const own = each.members.some(
      (member) =>
        isOfKind(member) && !isStatic(member) && member.name && memberName(member.name, fn.checker) === name,
    );
    for (const layout of own ? layoutsOf(fn, each) : []) {
      const index = layout.slotIndex(slot);
      const isFirst = !layout.parent || layout.parent.slotIndex(slot) < 0;
      if (index >= 0 && isFirst) found.set(layout, { layout, index });
    }
  }
  return [...found.values()];
}

function layoutsOf(fn: FunctionLowering, declaration: ts.ClassLikeDeclaration): readonly ObjectLayout[] {
  const { checker } = fn;
  const isGeneric =
    declaration.typeParameters?.length || typeParametersAround(checker, declaration).length > 0;
  if (isGeneric) return knownLayouts(checker, declaration);
  const rep = classRep(checker, declaration, []);
  return rep ? [rep.layout] : [];
}

/** Calls a method of an object that is known to have it, with whatever arguments there are. */
export function callClassMethod(
  fn: FunctionLowering,
  object: Value,
  { layout, index }: ClassMember,
  nodes: readonly ts.Expression[],
  node: ts.Node,
): Value {
  const slot = layout.slots[index]!;
  return toAny(fn, callSlot(fn, instOf(object), layout, index, argumentsFor(fn, slot, nodes, node)), node);
}

/** `value.name`: what the getter of a class gives, if the object has one; else what `otherwise` does. */
export function readAnyMember(
  fn: FunctionLowering,
  value: Value,
  name: string,
  node: ts.Node,
  otherwise: () => Value,
): Value {
  const read = (getters: readonly ClassMember[]): Value => {
    const [getter, ...others] = getters;
    if (!getter) return otherwise();
    const { layout, index } = getter;
    const rep: ObjectRep = { kind: 'object', layout };
    const inst = choose(
      fn,
      isObjectOf(fn, value, rep, node),
      () => instOf(toAny(fn, callSlot(fn, instOf(value), layout, index, []), node)),
      () => instOf(read(others)),
    );
    return { rep: anyRep, inst };
  };
  return read(gettersNamed(fn, name));
}

/** `value.name = given`: sets the property or calls the setter of a class, if the object has one; else does what `otherwise` does. */
export function writeAnyMember(
  fn: FunctionLowering,
  value: Value,
  name: string,
  given: Value,
  node: ts.Node,
  otherwise: () => void,
): void {
  const { b } = fn;
  const object = instOf(value);
  const done = b.createBlock();
  for (const { layout, write } of writersOf(fn, name, node)) {
    const found = b.createBlock();
    const next = b.createBlock();
    b.branch(isObjectOf(fn, value, { kind: 'object', layout }, node), found, next);
    b.enterSealed(found);
    write(object, given);
    b.jump(done);
    b.enterSealed(next);
  }
  otherwise();
  b.jump(done);
  b.enterSealed(done);
}

/** How classes of the program write what they call by a name, each of the first class in its family that does. */
function writersOf(
  fn: FunctionLowering,
  name: string,
  node: ts.Node,
): { layout: ObjectLayout; write(object: Inst, given: Value): void }[] {
  const properties = fn.module.world.families.classes
    .flatMap((each) => layoutsOf(fn, each))
    .flatMap((layout) => {
      const field = layout.parent?.field(name) ? undefined : layout.field(name);
      if (!field) return [];
      const write = (object: Inst, given: Value) =>
        writeProperty(fn, object, layout, field, convert(fn, given, field.rep, node), node);
      return [{ layout, write }];
    });
  const setters = members(fn, name, setterOf(name), ts.isSetAccessor).map(({ layout, index }) => ({
    layout,
    write: (object: Inst, given: Value) => {
      const wanted = layout.slots[index]!.rep.params[0]!;
      callSlot(fn, object, layout, index, [convert(fn, given, wanted, node)]);
    },
  }));
  return [...properties, ...setters];
}

/** Values of any type as what the method takes; undefined for those that are left out. */
function argumentsFor(
  fn: FunctionLowering,
  { rep, node: target }: Slot,
  nodes: readonly ts.Expression[],
  node: ts.Node,
): Value[] {
  const count = rep.rest ? rep.params.length - 1 : rep.params.length;
  const given = nodes.slice(0, count).map((each) => toAny(fn, lowerExpression(fn, each), each));
  const values = rep.params.slice(0, count).map((param, i) => {
    const value = given[i] ?? defaultOf(fn, target && parametersOf(target)[i], param, node);
    return convert(fn, value, param, nodes[i] ?? node);
  });
  const rest = rep.rest ? rep.params.at(-1) : undefined;
  if (rest?.kind === 'array') {
    const others = nodes.slice(count).map((each) => {
      const value = toAny(fn, lowerExpression(fn, each, anyRep), each);
      return convert(fn, value, rest.element, each);
    });
    values.push(arrayOfExpressions(fn, rest, others, undefined, [], node));
  } else for (const each of nodes.slice(count)) lowerExpression(fn, each);
  return values;
}

/** What a call passes for an argument that is left out. */
function defaultOf(
  fn: FunctionLowering,
  parameter: ts.ParameterDeclaration | undefined,
  rep: Rep,
  node: ts.Node,
): Value {
  const initializer = parameter?.initializer;
  const takesUndefined = rep.kind === 'optional' || rep.kind === 'any' || rep.kind === 'undefined';
  if (initializer && !takesUndefined) return lowerExpression(fn, initializer, rep);
  return toAny(fn, { rep: undefinedRep, inst: fn.b.nullRef() }, node);
}
