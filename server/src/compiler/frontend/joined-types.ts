// Objects of one type as ones of another which differs in what it holds: `Box<number>` as `Box<unknown>`, `Result<number>` as
// `Result<Json>`. Each of these types has a layout of its own. Where the program takes the one for the other, the parameter of
// the class or the property of the type is kept as a value that says itself what it is, wherever it occurs
// (docs/decisions/0032).
import { isUsableAs } from './assignability.ts';
import { classSymbolName } from './class-names.ts';
import { accessedName, areOptional, type ObjectLayout, repKey } from './object-layout.ts';
import { memberShape, type Opening, parameterShape, propertyShape, shapesOf } from './open-shapes.ts';
import { isLibraryPath } from './program.ts';
import { anyRep, arrayOf, type FunctionRep, isNothing, optionalOf, type Rep, sameRep } from './reps.ts';
import type { ts } from './typescript.ts';

/** True for a type parameter of a class that stands for values of any type. */
export function isJoinedParameter(
  checker: ts.TypeChecker,
  declaration: ts.ClassLikeDeclaration,
  { name }: ts.TypeParameterDeclaration,
): boolean {
  return isOpen(checker, () => parameterShape(classSymbolName(declaration), name.text));
}

/** The representation of a property of a type with these properties: of any kind if the program has joined such types. */
export function repOfJoined(checker: ts.TypeChecker, names: readonly string[], name: string, rep: Rep): Rep {
  return isOpen(checker, () => propertyShape(names, name)) ? generalOf(rep) : rep;
}

/** The representation of a member of a class; that of a method is how it is called through its slot. */
export function repOfJoinedMember<T extends Rep>(
  checker: ts.TypeChecker,
  { lineage }: ObjectLayout,
  name: string,
  rep: T,
): Rep {
  const isJoined = lineage.some(({ declaration }) =>
    isOpen(checker, () => memberShape(declaration ? classSymbolName(declaration) : '', name)),
  );
  return isJoined ? generalOf(rep) : rep;
}

/**
 * True if a method can take the place of one that takes and gives values of any type, or takes objects of a parent's class,
 * with a function between them.
 */
export function isCallableInPlaceOf(own: FunctionRep, inherited: FunctionRep): boolean {
  const fits = (from: Rep, to: Rep): boolean =>
    from.kind === 'any' ||
    to.kind === 'any' ||
    isUsableAs(from, to) ||
    // A value, or nothing, where there may be one.
    (to.kind === 'optional' && from.kind !== 'optional' && (isNothing(from) || isUsableAs(from, to.of)));
  return (
    own.rest === inherited.rest &&
    own.params.length <= inherited.params.length &&
    own.params.every(
      (param, i) => fits(inherited.params[i]!, param) || isOfSubclass(param, inherited.params[i]!),
    ) &&
    (inherited.result.kind === 'void' || fits(own.result, inherited.result))
  );
}

const isOfSubclass = (rep: Rep, parent: Rep) =>
  rep.kind === 'object' &&
  parent.kind === 'object' &&
  !parent.layout.isOpen &&
  rep.layout.extends(parent.layout);

function isOpen(checker: ts.TypeChecker, shape: () => string): boolean {
  const shapes = shapesOf(checker);
  return shapes !== undefined && !shapes.isEmpty && shapes.isOpen(shape());
}

/** What holds values of all kinds; a function takes and gives these. */
function generalOf(rep: Rep): Rep {
  if (rep.kind === 'optional')
    return rep.of.kind === 'function' ? optionalOf(generalOf(rep.of), rep.absent) : anyRep;
  if (rep.kind !== 'function' || rep.isClass) return anyRep;
  const { params, rest, result } = rep;
  const general = params.map((_, i): Rep => (rest && i === params.length - 1 ? arrayOf(anyRep) : anyRep));
  const given: FunctionRep = { ...rep, params: general, result: result.kind === 'void' ? result : anyRep };
  return given;
}

/** What has to be joined so that values of two representations have one; undefined if nothing helps. */
export function joiningOf(from: Rep, to: Rep): Opening[] | undefined {
  return joining(from, to, new Set());
}

/** `seen` has the pairs of layouts that are being looked at: types may contain themselves. */
function joining(from: Rep, to: Rep, seen: Set<string>): Opening[] | undefined {
  if (sameRep(from, to)) return [];
  if (from.kind === 'array' && to.kind === 'array') return joining(from.element, to.element, seen);
  if (to.kind === 'optional') return joining(from.kind === 'optional' ? from.of : from, to.of, seen);
  if (from.kind === 'function' && to.kind === 'function') return ofFunctions(from, to, seen);
  return from.kind === 'object' && to.kind === 'object' ? ofObjects(from.layout, to.layout, seen) : undefined;
}

function ofFunctions(from: FunctionRep, to: FunctionRep, seen: Set<string>): Opening[] | undefined {
  if (from.params.length !== to.params.length || from.rest !== to.rest || from.isClass !== to.isClass)
    return undefined;
  const pairs = [
    ...from.params.map((param, i) => [param, to.params[i]!] as const),
    [from.result, to.result] as const,
  ];
  return all(pairs.map(([own, wanted]) => joining(own, wanted, seen)));
}

const pairOf = (from: Rep, to: Rep) => `${repKey(from)} ${repKey(to)}`;

const presentOf = (rep: Rep) => (rep.kind === 'optional' ? rep.of : rep);

function ofObjects(from: ObjectLayout, to: ObjectLayout, seen: Set<string>): Opening[] | undefined {
  const pair = pairOf({ kind: 'object', layout: from }, { kind: 'object', layout: to });
  if (seen.has(pair)) return [];
  seen.add(pair);
  if (from.alternatives.length > 0) return all(from.alternatives.map((each) => ofObjects(each, to, seen)));
  if (to.declaration) return ofClasses(from, to, to.declaration, seen);
  if (to.alternatives.length > 0) return firstOf(to.alternatives.map((each) => ofObjects(from, each, seen)));
  const parameters = parametersOf(from);
  return all(
    [...to.fields, ...to.slots].map(({ name, rep }) => {
      const own = from.field(name)?.rep ?? from.getter(name)?.result ?? from.openSlot(name)?.rep;
      if (!own) return to.mayLack.has(name) ? [] : undefined;
      if (isUsableAs(own, rep)) return [];
      if (parameters.length > 0) return parameters;
      const short = shapeOfShort(from, name, rep);
      if (short) return [{ shape: short, forms: [] }];
      const isLookedAt = seen.has(pairOf(presentOf(own), presentOf(rep)));
      const inside = joining(own, rep, seen);
      // Two types with the same members that are kept in different ways have nothing inside that could be joined.
      if (inside && (inside.length > 0 || isLookedAt)) return inside;
      const ofOwn = from.declaration ? shapeOfMember(from, name) : propertyShape(namesOf(from), name);
      return [propertyShape(namesOf(to), name), ofOwn].map((shape) => ({ shape, forms: [] }));
    }),
  );
}

/** That of a method which has further parameters, where calls by another type have none for them. */
function shapeOfShort(layout: ObjectLayout, name: string, wanted: Rep): string | undefined {
  const slot = layout.openSlot(name);
  if (wanted.kind !== 'function' || wanted.rest || !slot?.node || slot.rep.rest) return undefined;
  const count = wanted.params.length;
  if (slot.rep.params.length <= count || !areOptional(slot.node, count)) return undefined;
  return shapeOfMember(layout, name, shortName(name, count));
}

const shortName = (name: string, count: number) => `${name} with ${count}`;

/** How many parameters of a method those pass who find it by its name, if they do not know of all. */
export function shortCount(
  checker: ts.TypeChecker,
  { lineage }: ObjectLayout,
  name: string,
  count: number,
): number | undefined {
  const shapes = lineage.flatMap(({ declaration }) => (declaration ? [classSymbolName(declaration)] : []));
  const counts = Array.from({ length: count }, (_, i) => i);
  return counts.find((i) =>
    shapes.some((each) => isOpen(checker, () => memberShape(each, shortName(name, i)))),
  );
}

/** That of the first class which has a member. */
function shapeOfMember({ lineage }: ObjectLayout, name: string, shown = name): string {
  const has = (each: ObjectLayout) =>
    each.field(name) !== undefined || each.getter(name) !== undefined || each.slotIndex(name) >= 0;
  const { declaration } = lineage.findLast(has) ?? lineage[0]!;
  return memberShape(declaration ? classSymbolName(declaration) : '', shown);
}

/** Those of a class and of those that it extends which stand for values of one type. */
function parametersOf({ lineage }: ObjectLayout): Opening[] {
  return lineage.flatMap(({ declaration, substitution }) =>
    declaration && !isLibraryPath(declaration.getSourceFile().fileName)
      ? [...substitution]
          .filter(([symbol, rep]) => rep.kind !== 'any' && isParameterOf(declaration, symbol))
          .map(([symbol]) => ({
            shape: parameterShape(classSymbolName(declaration), symbol.name),
            forms: [],
          }))
      : [],
  );
}

const isParameterOf = ({ typeParameters }: ts.ClassLikeDeclaration, { name }: ts.Symbol) =>
  typeParameters?.some((each) => each.name.text === name) ?? false;

/** The names of all that a type's objects have, in the order of the alphabet. */
export function namesOf({ fields, slots, generics }: ObjectLayout): string[] {
  return [
    ...new Set([...[...fields, ...slots].map(({ name }) => accessedName(name)), ...generics.keys()]),
  ].sort();
}

/** Of a class: its parameters are joined; those of the library hold what they are given, whose types may be. */
function ofClasses(
  from: ObjectLayout,
  to: ObjectLayout,
  declaration: ts.ClassLikeDeclaration,
  seen: Set<string>,
): Opening[] | undefined {
  const own = from.lineage.find((each) => each.declaration === declaration);
  if (!own) return undefined;
  const isOfLibrary = isLibraryPath(declaration.getSourceFile().fileName);
  return all(
    [...to.substitution].map(([symbol, wanted]) => {
      const given = own.substitution.get(symbol);
      if (!given) return undefined;
      if (sameRep(given, wanted)) return [];
      if (isOfLibrary) return joining(given, wanted, seen);
      return isParameterOf(declaration, symbol)
        ? [{ shape: parameterShape(classSymbolName(declaration), symbol.name), forms: [] }]
        : undefined;
    }),
  );
}

/** What needs nothing, or else what helps. */
const firstOf = (found: readonly (Opening[] | undefined)[]) =>
  found.find((each) => each?.length === 0) ?? found.find((each) => each !== undefined);

function all(found: readonly (Opening[] | undefined)[]): Opening[] | undefined {
  return found.every((each) => each !== undefined) ? found.flat() : undefined;
}
