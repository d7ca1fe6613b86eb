// Layouts of the objects of a type: of classes by their declaration, of everything else by its properties.
import { addCaptures, capturedBy } from './captured-fields.ts';
import { addMembers, fieldDeclarations } from './class-members.ts';
import { baseParameterOf, classTitle, typeParametersAround } from './class-names.ts';
import { argumentsAround, genericProperty } from './generic-properties.ts';
import { isGivenPart } from './given-parts.ts';
import { isJoinedParameter, repOfJoined } from './joined-types.ts';
import { hasKnownKeys } from './known-keys.ts';
import type { FunctionNode } from './lower/captures.ts';
import { repOfAllMapped } from './mapped-templates.ts';
import { ASYNC_ITERATOR, ITERATOR, memberName, propertyName } from './member-names.ts';
import { getterOf, ObjectLayout, repKey, repTitle, setterOf } from './object-layout.ts';
import { shapesOf } from './open-shapes.ts';
import { isLibraryPath, isLibrarySymbol } from './program.ts';
import {
  insideOfObject,
  noSubstitution,
  type RepOf,
  type Substitution,
  tryRepOfType,
} from './rep-of-type.ts';
import {
  anyRep,
  booleanRep,
  heldRep,
  isNothing,
  type ObjectRep,
  optionalOf,
  type Rep,
  stringRep,
  undefinedRep,
  voidRep,
  withUndefined,
} from './reps.ts';
import { ts } from './typescript.ts';

type Reps = Map<string, ObjectRep | undefined>;

/** Layouts are made once for each declaration and each type of a program, so that types may contain themselves. */
const known = new WeakMap<ts.TypeChecker, WeakMap<object, Reps>>();

/** The representation of an object type that is neither array nor function; undefined if it has none yet. */
export function objectRep(
  checker: ts.TypeChecker,
  type: ts.ObjectType,
  map: RepOf,
  substitution: Substitution,
): ObjectRep | undefined {
  const declaration = classDeclarationOf(type);
  if (declaration) {
    const count = declaration.typeParameters?.length ?? 0;
    const { target } = type as ts.TypeReference;
    // Those of the functions around a class come first.
    const outer = target?.outerTypeParameters ?? [];
    if (count === 0 && outer.length === 0) return classRep(checker, declaration, []);
    const args = checker
      .getTypeArguments(type as ts.TypeReference)
      .map(map)
      .map(asArgument);
    const around = new Map(outer.flatMap(({ symbol }, i) => (args[i] ? [[symbol, args[i]]] : [])));
    return classRep(checker, declaration, args.slice(outer.length, outer.length + count), around);
  }
  // `String`, of which a program makes no objects.
  if (checker.getIndexInfosOfType(type).length > 0 && !hasKnownKeys(checker, type)) return undefined;
  const own = argumentsAround(checker, type, map);
  const inside = own.size > 0 ? new Map([...substitution, ...own]) : substitution;
  const mapInside: RepOf = own.size > 0 ? (each) => tryRepOfType(checker, each, inside) : map;
  return remember(
    repsOf(checker, type),
    [...inside.values()].map(repKey).join(),
    () => new ObjectLayout(titleOf(checker, type), undefined, inside),
    (layout) => {
      if (!addProperties(checker, layout, type, mapInside) || layout.isTooLarge) return false;
      shapesOf(checker)?.add(layout);
      return true;
    },
  );
}

/** Has the layouts of a program be made anew, since nothing is open any more. */
export function forgetLayouts(checker: ts.TypeChecker): void {
  known.delete(checker);
}

/** What the `next` of an iterator gives: a value if it is not done; alike for both of its types. */
export function iteratorResult(checker: ts.TypeChecker, type: ts.Type, value: Rep): ObjectRep | undefined {
  return remember(
    repsOf(checker, type),
    `result ${repKey(value)}`,
    () => new ObjectLayout('IteratorResult', undefined, new Map()),
    (layout) => {
      layout.isResult = true;
      layout.order = ['value', 'done'];
      layout.addField('done', booleanRep);
      return layout.addField('value', value);
    },
  );
}

/** A class as a value: of a generic one, that whose objects hold anything. */
export function generalClass(
  checker: ts.TypeChecker,
  declaration: ts.ClassLikeDeclaration,
  around: Substitution,
): ObjectRep | undefined {
  return classRep(checker, declaration, declaration.typeParameters?.map(() => anyRep) ?? [], around);
}

/** What `Promise.allSettled` gives of a fulfilled promise; alike for all of them, so that lists of several types are. */
export function fulfilledResult(checker: ts.TypeChecker, type: ts.Type): ObjectRep | undefined {
  return remember(
    repsOf(checker, type.symbol),
    'fulfilled',
    () => new ObjectLayout('PromiseFulfilledResult', undefined, new Map()),
    (layout) => {
      layout.order = ['status', 'value'];
      return layout.addField('status', stringRep) && layout.addField('value', anyRep);
    },
  );
}

/**
 * Objects of a class, for the representations of its type arguments. A class inside of a function is another one for each
 * of what the type parameters `around` it stand for.
 */
export function classRep(
  checker: ts.TypeChecker,
  declaration: ts.ClassLikeDeclaration,
  args: readonly (Rep | undefined)[],
  around: Substitution = noSubstitution,
): ObjectRep | undefined {
  if (isHandleClass(declaration)) return undefined;
  const substitution = new Map<ts.Symbol, Rep>();
  for (const symbol of typeParametersAround(checker, declaration)) {
    const rep = around.get(symbol);
    if (rep) substitution.set(symbol, rep);
  }
  const base = baseParameterOf(checker, declaration);
  if (base && substitution.get(base)?.kind !== 'function') return undefined;
  for (const [i, parameter] of (declaration.typeParameters ?? []).entries()) {
    const symbol = checker.getSymbolAtLocation(parameter.name);
    const rep = args[i];
    if (!symbol || !rep) return undefined;
    substitution.set(symbol, isJoinedParameter(checker, declaration, parameter) ? anyRep : rep);
  }
  const name = classTitle(declaration);
  // What a class extends is none of its type arguments.
  const shown = [...substitution].flatMap(([symbol, rep]) => (symbol === base ? [] : [rep]));
  const title = shown.length === 0 ? name : `${name}<${shown.map(repTitle).join()}>`;
  return remember(
    repsOf(checker, declaration),
    [...substitution].map(([{ name }, rep]) => `${name}=${repKey(rep)}`).join(),
    () => new ObjectLayout(title, declaration, substitution),
    (layout) => addMembers(checker, layout, declaration, substitution),
  );
}

/** The layouts that a class has had so far, one for each list of type arguments. */
export function knownLayouts(checker: ts.TypeChecker, declaration: ts.ClassLikeDeclaration): ObjectLayout[] {
  return [...repsOf(checker, declaration).values()].flatMap((rep) => (rep ? [rep.layout] : []));
}

/** All layouts that objects of a literal with functions with type parameters have. */
export function layoutsOfLiteral(
  checker: ts.TypeChecker,
  literal: ts.ObjectLiteralExpression,
): ObjectLayout[] {
  const layouts = [...repsOf(checker, literal).values()].flatMap((rep) => (rep ? [rep.layout] : []));
  return [...new Map(layouts.map((each) => [each.identity, each])).values()];
}

function repsOf(checker: ts.TypeChecker, key: object): Reps {
  let ofProgram = known.get(checker);
  if (!ofProgram) {
    ofProgram = new WeakMap();
    known.set(checker, ofProgram);
  }
  let reps = ofProgram.get(key);
  if (!reps) {
    reps = new Map();
    ofProgram.set(key, reps);
  }
  return reps;
}

/** The layout of a type, or of what a literal makes, made once for each of what it depends on. */
export function rememberLayout(
  checker: ts.TypeChecker,
  type: ts.Type | ts.ObjectLiteralExpression,
  key: string,
  make: () => ObjectLayout,
  fill: (layout: ObjectLayout) => boolean,
): ObjectRep | undefined {
  return remember(repsOf(checker, type), key, make, fill);
}

function remember(
  reps: Reps,
  key: string,
  make: () => ObjectLayout,
  fill: (layout: ObjectLayout) => boolean,
): ObjectRep | undefined {
  if (!reps.has(key)) {
    const rep: ObjectRep = { kind: 'object', layout: make() };
    reps.set(key, rep);
    if (!insideOfObject(() => fill(rep.layout)) || rep.layout.isTooLarge) reps.set(key, undefined);
  }
  return reps.get(key);
}

function classDeclarationOf(type: ts.Type): ts.ClassLikeDeclaration | undefined {
  const symbol = type.getSymbol();
  if (!symbol || !(symbol.flags & ts.SymbolFlags.Class)) return undefined;
  return symbol.declarations?.find(ts.isClassLike);
}

function titleOf(checker: ts.TypeChecker, type: ts.Type): string {
  const names = checker
    .getPropertiesOfType(type)
    .filter((each) => !isOfOtherLiterals(checker, each))
    .map(propertyName)
    .map((name) => (name === ITERATOR ? '[Symbol.iterator]' : name))
    .map((name) => (name === ASYNC_ITERATOR ? '[Symbol.asyncIterator]' : name));
  return names.length === 0 ? '{}' : `{ ${names.join(', ')} }`;
}

/** The properties of an interface, literal or intersection, by name. Those with a call signature hold functions. */
export function addProperties(
  checker: ts.TypeChecker,
  layout: ObjectLayout,
  type: ts.Type,
  map: RepOf,
): boolean {
  const properties = checker.getPropertiesOfType(type).filter((each) => !isOfOtherLiterals(checker, each));
  layout.order = inWrittenOrder(checker, type, properties.map(propertyName));
  properties.sort((a, b) => (a.name < b.name ? -1 : 1));
  const names = properties.filter((each) => !isPrivateName(each)).map(propertyName);
  // What a literal takes over of an interface are functions that it holds.
  const isLiteral = ((type.symbol?.flags ?? 0) & ts.SymbolFlags.ObjectLiteral) !== 0;
  const isJoinable = !type.symbol || !isLibrarySymbol(type.symbol);
  const ofAll = repOfAllMapped(checker, type, layout.substitution, (each, substitution) =>
    tryRepOfType(checker, each, substitution),
  );
  for (const property of properties) {
    const name = propertyName(property);
    if (isPrivateName(property)) continue;
    const generic = genericProperty(checker, property);
    if (generic) {
      layout.generics.set(name, generic);
      continue;
    }
    const isOptional = (property.flags & ts.SymbolFlags.Optional) !== 0;
    const found = ofAll ? (isOptional ? optionalOf(ofAll) : ofAll) : map(checker.getTypeOfSymbol(property));
    const own = found && isJoinable ? repOfJoined(checker, names, name, found) : found;
    if (isAccessorOf(type, property)) {
      if (!own || !addAccessorFields(checker, layout, property, own, map)) return false;
      continue;
    }
    // What is nothing is kept as a value that says so.
    const rep = own && isNothing(own) ? anyRep : own;
    if (own?.kind === 'void' && own.isNever && !isOptional) layout.isImpossible = true;
    if (!isLiteral && property.declarations?.some(isMethod) && !isOptional) {
      layout.isOpen = true;
      const isGeneric = isGenericFunction(checker.getTypeOfSymbol(property));
      if (rep?.kind === 'function') layout.addSlot(name, rep, undefined, { isGeneric });
      continue;
    }
    if (!rep || rep.kind === 'either') return false;
    const isPromised = isJoinable && isGivenPart(checker, names, name, rep);
    layout.addField(name, isPromised ? withUndefined(rep) : rep, isPromised);
    if (isOptional) layout.mayLack.add(name);
  }
  if (layout.generics.size === 0) return true;
  // TypeScript makes a type of a literal each time that it is asked for it.
  const literal = type.getSymbol()?.declarations?.find(ts.isObjectLiteralExpression);
  if (literal) repsOf(checker, literal).set(`${repsOf(checker, literal).size}`, { kind: 'object', layout });
  const captures = [...layout.generics.values()].flatMap((node) => capturedBy(checker, node as FunctionNode));
  return addCaptures(checker, layout, [...new Set(captures)], map);
}

function isGenericFunction(type: ts.Type): boolean {
  return type.getCallSignatures().some((each) => each.getTypeParameters());
}

/** The names of a type's properties as objects get them; of `{ ...a, b }`, TypeScript has those of `a` after `b`. */
function inWrittenOrder(checker: ts.TypeChecker, type: ts.Type, names: readonly string[]): readonly string[] {
  const symbol = type.getSymbol();
  // Of a namespace, TypeScript has functions first.
  if (symbol && symbol.flags & ts.SymbolFlags.ValueModule) {
    const place = (name: string) =>
      symbol.exports?.get(ts.escapeLeadingUnderscores(name))?.valueDeclaration?.pos ?? 0;
    return [...names].sort((a, b) => place(a) - place(b));
  }
  const literal = symbol?.declarations?.find(ts.isObjectLiteralExpression);
  if (!literal?.properties.some(ts.isSpreadAssignment)) return names;
  const written = literal.properties.flatMap((each) => {
    if (!ts.isSpreadAssignment(each)) return (each.name && memberName(each.name, checker)) ?? [];
    const spread = checker.getNonNullableType(checker.getTypeAtLocation(each.expression));
    return inWrittenOrder(checker, spread, checker.getPropertiesOfType(spread).map(propertyName));
  });
  const rank = new Map([...new Set(written)].map((name, i) => [name, i]));
  const place = (name: string) => rank.get(name) ?? rank.size;
  return [...names].sort((a, b) => place(a) - place(b));
}

/** True for what TypeScript adds to the type of a literal since others of its union have it: no object has it. */
export function isOfOtherLiterals(checker: ts.TypeChecker, symbol: ts.Symbol): boolean {
  const { flags, declarations = [] } = symbol;
  if (!(flags & ts.SymbolFlags.Optional) || !declarations.some(ts.isObjectLiteralElement)) return false;
  return (checker.getTypeOfSymbol(symbol).flags & ts.TypeFlags.Undefined) !== 0;
}

const isOfClass = (node: ts.Node) => ts.isClassLike(node.parent);

/**
 * True for an accessor that objects of a type have. With `...others` TypeScript takes those of others for accessors, though
 * only their values are taken over, and own ones for properties.
 */
function isAccessorOf(type: ts.Type, { declarations = [], flags }: ts.Symbol): boolean {
  if (!declarations.some(ts.isAccessor) || declarations.some(isOfClass)) return false;
  const literals = type.getSymbol()?.declarations?.filter(ts.isObjectLiteralExpression) ?? [];
  const isOwn = ({ parent }: ts.Declaration) => literals.some((each) => each === parent);
  if (literals.some(({ properties }) => properties.some(ts.isSpreadAssignment)))
    return declarations.some(isOwn);
  return (flags & ts.SymbolFlags.Accessor) !== 0;
}

/** Methods of literals are properties that hold functions. */
const isMethod = (node: ts.Node) =>
  ts.isMethodSignature(node) || (ts.isMethodDeclaration(node) && isOfClass(node));

/** `#name`, which only the class itself asks for. */
const isPrivateName = ({ valueDeclaration }: ts.Symbol) =>
  valueDeclaration !== undefined &&
  ts.isClassElement(valueDeclaration) &&
  valueDeclaration.name !== undefined &&
  ts.isPrivateIdentifier(valueDeclaration.name);

/** An accessor of a literal is a function, or two, in the object: it captures the object as methods do. */
function addAccessorFields(
  checker: ts.TypeChecker,
  layout: ObjectLayout,
  property: ts.Symbol,
  rep: Rep,
  map: RepOf,
): boolean {
  const { name, declarations = [] } = property;
  if (isNothing(rep)) return false;
  // A setter may take more than its getter gives.
  const taken = declarations.find(ts.isSetAccessor)?.parameters[0];
  const given = taken && map(checker.getTypeAtLocation(taken));
  if (declarations.some(ts.isGetAccessor))
    layout.addField(getterOf(name), { kind: 'function', params: [], result: rep });
  if (declarations.some(ts.isSetAccessor))
    layout.addField(setterOf(name), { kind: 'function', params: [given ?? rep], result: voidRep });
  return true;
}

/** Objects of a class of the library, by its name. */
export function libraryObject(
  checker: ts.TypeChecker,
  name: string,
  args: readonly (Rep | undefined)[],
): ObjectRep | undefined {
  const declaration = checker
    .resolveName(name, undefined, ts.SymbolFlags.Class, false)
    ?.declarations?.find(ts.isClassDeclaration);
  return declaration && classRep(checker, declaration, args.map(asArgument));
}

/** A type argument: `void` is what undefined is, and null is a value that says so. */
function asArgument(rep: Rep | undefined): Rep | undefined {
  return rep?.kind === 'void' && !rep.isNever ? undefinedRep : rep && heldRep(rep);
}

/** True for library classes whose objects are one integer, such as pins by their number. */
export function isHandleClass(declaration: ts.ClassLikeDeclaration): boolean {
  if (!isLibraryPath(declaration.getSourceFile().fileName)) return false;
  const [field, ...others] = fieldDeclarations(declaration);
  return field?.type?.getText() === 'int' && ts.isParameter(field) && others.length === 0;
}
