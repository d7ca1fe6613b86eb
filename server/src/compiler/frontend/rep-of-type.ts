// From TypeScript's types to representations. Generic code is specialised: type parameters are looked up in the
// substitution of the function that is being compiled.
import { askedResult } from './asked-functions.ts';
import { chosenLiteralOf, chosenLiteralRep } from './chosen-literals.ts';
import { fail } from './diagnostics.ts';
import { dictionaryRep, isDictionaryType } from './dictionary-types.ts';
import { isAnyFunction } from './dynamic-values.ts';
import { erasing, isErased, isErasedElement, isOfErased } from './erased-types.ts';
import { intersectionOfObjects } from './intersections.ts';
import { namesOfKey, repOfNamed, withoutKeys } from './keyed-types.ts';
import { isLibraryObject } from './library-objects.ts';
import { isGenericMapped, isMappedAny, repOfMapped } from './mapped-types.ts';
import { isMixedElement } from './mixed-arrays.ts';
import type { ObjectLayout } from './object-layout.ts';
import { fulfilledResult, isHandleClass, libraryObject, objectRep } from './object-types.ts';
import { INDEXED_ARRAYS, shapesOf } from './open-shapes.ts';
import { isLibrarySymbol } from './program.ts';
import type { FunctionRep, ObjectRep, Rep } from './reps.ts';
import {
  anyRep,
  arrayOf,
  booleanRep,
  floatRep,
  heldRep,
  intRep,
  isNothing,
  isNumeric,
  neverRep,
  nullRep,
  numberRep,
  optionalOf,
  sameRep,
  stringRep,
  typedArrayElement,
  undefinedRep,
  voidRep,
  withUndefined,
} from './reps.ts';
import { ts } from './typescript.ts';
import { repOfUnion, resultOfElements } from './union-reps.ts';

/** What each type parameter of a specialised function stands for. */
export type Substitution = ReadonlyMap<ts.Symbol, Rep>;

export const noSubstitution: Substitution = new Map();

/** The representation of values of a type, or undefined if there is none yet. */
export function tryRepOfType(
  checker: ts.TypeChecker,
  type: ts.Type,
  substitution: Substitution,
): Rep | undefined {
  const map = (inner: ts.Type) => tryRepOfType(checker, inner, substitution);
  const { flags } = type;
  if (flags & ts.TypeFlags.NumberLike) return numberRep;
  if (flags & ts.TypeFlags.BooleanLike) return booleanRep;
  if (flags & ts.TypeFlags.StringLike) return stringRep;
  if (flags & ts.TypeFlags.Void) return voidRep;
  if (flags & ts.TypeFlags.Undefined) return undefinedRep;
  if (flags & ts.TypeFlags.Null) return nullRep;
  if (flags & ts.TypeFlags.Never) return neverRep;
  if (flags & ts.TypeFlags.TypeParameter) {
    const symbol = type.getSymbol();
    if (!symbol) return undefined;
    if ((type as ts.TypeParameter & { isThisType?: boolean }).isThisType) {
      const constraint = checker.getBaseConstraintOfType(type);
      return constraint && map(constraint);
    }
    return isErased(type, substitution) ? anyRep : withoutKeys(substitution.get(symbol));
  }
  if (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.NonPrimitive) || isAnyFunction(type))
    return anyRep;
  if (flags & ts.TypeFlags.Conditional) return repOfConditional(type, map);
  if (flags & ts.TypeFlags.IndexedAccess)
    return repOfIndexed(type as ts.IndexedAccessType, map, substitution);
  if (flags & ts.TypeFlags.Index) return stringRep;
  const perhaps = type.aliasSymbol?.name === '__Perhaps' ? type.aliasTypeArguments?.[0] : undefined;
  if (perhaps) return map(perhaps) && withUndefined(map(perhaps)!);
  if (type.isUnion()) return resolveOnce(type, () => repOfUnion(checker, type, map));
  if (type.isIntersection()) return repOfIntersection(checker, type, map);
  if (flags & ts.TypeFlags.Object) return repOfObject(checker, type as ts.ObjectType, map, substitution);
  return undefined;
}

/** Of what depends on a type parameter: a value that says itself what it is. Where it is used, its type is known. */
function repOfConditional(type: ts.Type, map: RepOf): Rep | undefined {
  const { aliasSymbol, aliasTypeArguments } = type;
  const [argument] = aliasTypeArguments ?? [];
  const isAwaited = aliasSymbol?.name === 'Awaited' && isLibrarySymbol(aliasSymbol);
  return argument && isAwaited ? repOfAwaited(argument, map) : anyRep;
}

/** `T[K]`: what all properties of T are, else what says itself what it is; of arrays, an element. */
function repOfIndexed(
  { objectType, indexType }: ts.IndexedAccessType,
  map: RepOf,
  substitution: Substitution,
): Rep | undefined {
  const rep = map(objectType);
  if (rep?.kind === 'array') return rep.element;
  const layout = rep?.kind === 'object' ? (rep.layout.exact ?? rep.layout) : undefined;
  if (rep && isLibraryObject(rep, '__Dictionary')) return [...rep.layout.substitution.values()][0];
  const names = layout ? namesOfKey(indexType, substitution) : [];
  if (layout && names.length > 0) return repOfNamed(layout, names);
  if (!layout || layout.declaration || layout.isOpen) return anyRep;
  const [first, ...others] = layout.fields;
  return first && others.every((each) => sameRep(each.rep, first.rep)) ? first.rep : anyRep;
}

/** `Awaited<T>` where T is a type parameter: what a promise is fulfilled with; else T itself. */
function repOfAwaited(argument: ts.Type, map: RepOf): Rep | undefined {
  const rep = map(argument);
  const declaration = rep?.kind === 'object' ? rep.layout.declaration : undefined;
  if (rep?.kind !== 'object' || declaration?.name?.text !== 'Promise') return rep;
  return [...rep.layout.substitution.values()][0];
}

/** The representation of a type under the substitution in force. */
export type RepOf = (type: ts.Type) => Rep | undefined;

/** Unions and dictionaries whose representation is being found. */
let resolving = new Set<ts.Type>();

/** Finds representations of what is in an object: its layout is known by then, so that a type may contain itself there. */
export function insideOfObject<T>(find: () => T): T {
  const outer = resolving;
  resolving = new Set();
  try {
    return find();
  } finally {
    resolving = outer;
  }
}

/** What contains itself in arrays or dictionaries is a value of any type there. */
function resolveOnce(type: ts.Type, find: () => Rep | undefined): Rep | undefined {
  if (resolving.has(type)) return anyRep;
  resolving.add(type);
  try {
    return find();
  } finally {
    resolving.delete(type);
  }
}

/** A primitive type with a mark, such as `int` and `float`, is what it is without; objects are of all parts. */
function repOfIntersection(checker: ts.TypeChecker, type: ts.IntersectionType, map: RepOf): Rep | undefined {
  if (type.types.some(({ flags }) => flags & ts.TypeFlags.NonPrimitive)) return anyRep;
  const isPrimitive = ({ flags }: ts.Type) =>
    flags & (ts.TypeFlags.NumberLike | ts.TypeFlags.StringLike | ts.TypeFlags.BooleanLike);
  const primitive = type.types.find(isPrimitive);
  if (primitive) {
    const brand = primitive.flags & ts.TypeFlags.NumberLike ? brandOf(checker, type) : undefined;
    return brand === 'int' ? intRep : brand === 'float' ? floatRep : map(primitive);
  }
  // TypeScript takes `T & ({} | null)` apart, which is what a T that is not undefined is.
  const isMark = (part: ts.Type) => part.flags & ts.TypeFlags.Null || isEmptyObject(checker, part);
  const parts = type.types.filter((part) => !isMark(part)).map(map);
  const isObject = (rep: Rep | undefined): rep is ObjectRep => rep?.kind === 'object';
  const error = parts.find((rep) => isObject(rep) && isErrorClass(rep.layout));
  // What else it is said to have, it may be given (lib/more-properties.ts).
  if (
    error &&
    parts.every((rep) => rep === error || rep?.kind === 'any' || (isObject(rep) && !rep.layout.declaration))
  )
    return error;
  if (parts.length > 1 && parts.every(isClass)) return intersectionOfClasses(checker, type, parts, map);
  if (parts.length > 1 && parts.every(isObject)) return intersectionOfObjects(checker, type, parts, map);
  // What a type parameter stands for, with marks beside it.
  return parts.length === 1 ? parts[0] : parts.find((rep) => rep && !isObject(rep));
}

/** True for the layouts of errors. */
function isErrorClass(layout: ObjectLayout): boolean {
  for (let each: ObjectLayout | undefined = layout; each; each = each.parent)
    if (isLibraryObject({ kind: 'object', layout: each }, 'Error')) return true;
  return false;
}

/** The library's class of errors that an interface extends: its objects have further properties. */
function errorOf(checker: ts.TypeChecker, type: ts.ObjectType, map: RepOf): Rep | undefined {
  if (!type.isClassOrInterface() || type.symbol.flags & ts.SymbolFlags.Class) return undefined;
  const bases = checker.getBaseTypes(type).map(map);
  const [base] = bases;
  return bases.length === 1 && base?.kind === 'object' && isErrorClass(base.layout) ? base : undefined;
}

const isClass = (rep: Rep | undefined): rep is FunctionRep =>
  rep?.kind === 'function' && rep.isClass === true;

/** The class that a mixin gives: it makes objects of all parts, and takes what that takes which is no mixin. */
function intersectionOfClasses(
  checker: ts.TypeChecker,
  type: ts.IntersectionType,
  parts: readonly FunctionRep[],
  map: RepOf,
): FunctionRep | undefined {
  const objects = parts.map(({ result }) => result);
  const isObject = (rep: Rep): rep is ObjectRep => rep.kind === 'object';
  const result = objects.every(isObject) && intersectionOfObjects(checker, type, objects, map);
  const whole = parts.find(({ rest }) => !rest) ?? parts[0]!;
  return result ? { ...whole, result } : undefined;
}

/** `{}`, which says only that there is a value. */
function isEmptyObject(checker: ts.TypeChecker, type: ts.Type): boolean {
  return (
    (type.flags & ts.TypeFlags.Object) !== 0 &&
    type.getProperties().length === 0 &&
    type.getCallSignatures().length === 0 &&
    checker.getIndexInfosOfType(type).length === 0 &&
    !isGenericMapped(checker, type as ts.ObjectType)
  );
}

/** `{}` as a type, also that of what is left of `unknown` without null and undefined: numbers and texts are of it, too. */
function isAnything(checker: ts.TypeChecker, type: ts.ObjectType): boolean {
  const symbol = type.getSymbol();
  return isEmptyObject(checker, type) && (!symbol || (symbol.flags & ts.SymbolFlags.TypeLiteral) !== 0);
}

function brandOf(checker: ts.TypeChecker, type: ts.Type): 'int' | 'float' | undefined {
  const property = type
    .getProperties()
    .find(({ escapedName }) => String(escapedName).startsWith('__@representation'));
  if (!property) return undefined;
  const values = checker.getNonNullableType(checker.getTypeOfSymbol(property));
  const has = (name: string) =>
    (values.isUnion() ? values.types : [values]).some(
      (part) => part.isStringLiteral() && part.value === name,
    );
  return has('float') ? 'float' : has('int') ? 'int' : undefined;
}

function repOfObject(
  checker: ts.TypeChecker,
  type: ts.ObjectType,
  map: RepOf,
  substitution: Substitution,
): Rep | undefined {
  const symbol = type.getSymbol();
  if (checker.isArrayType(type)) {
    const [elementType] = checker.getTypeArguments(type as ts.TypeReference);
    // The empty literal: nothing is ever stored there.
    if (elementType && elementType.flags & ts.TypeFlags.Never) return arrayOf(numberRep);
    const element = elementType && map(elementType);
    if (!element) return undefined;
    if (isErasedElement(checker, elementType, substitution)) return anyRep;
    if (element.kind === 'any' && isMixedElement(checker, elementType)) return anyRep;
    return arrayOf(isNothing(element) ? anyRep : element);
  }
  if (checker.isTupleType(type)) return repOfTuple(checker, type as ts.TupleTypeReference, map);
  if (symbol && isLibrarySymbol(symbol)) {
    const iteration = iterationClasses.get(symbol.name);
    if (iteration !== undefined) return iterationRep(checker, type, iteration, map);
    const writable = otherNames.get(symbol.name);
    if (writable !== undefined)
      return libraryObject(checker, writable, checker.getTypeArguments(type as ts.TypeReference).map(map));
    if (symbol.name === 'PromiseFulfilledResult') return fulfilledResult(checker, type);
    if (symbol.name === 'Object') return anyRep;
    if (symbol.name === 'Function') return undefined;
    if (symbol.name === 'TemplateStringsArray') return arrayOf(stringRep);
    const element = typedArrayElement(symbol.name);
    if (element) return { kind: 'typedArray', element };
    const declaration = symbol.declarations?.find(ts.isClassDeclaration);
    if (declaration && isHandleClass(declaration)) {
      const field = type.getProperties().find(({ flags }) => flags & ts.SymbolFlags.Property);
      return { kind: 'handle', name: symbol.name, field: field?.name ?? '' };
    }
  }
  // A class is a function that makes an object (lower/class-factories.ts).
  const calls = type.getCallSignatures();
  const [signature, ...others] = [...calls, ...type.getConstructSignatures()];
  if (others.length > 0) return undefined;
  if (signature) {
    if (calls.length === 0)
      return repOfClass(checker, signature, mapInside(checker, signature, map, substitution, ofAnything));
    return repOfSignature(checker, signature, mapInside(checker, signature, map, substitution, erasedFrom));
  }
  if (isOfErased(checker, type, substitution)) return undefined;
  const elements = elementsOfLike(checker, type);
  if (elements) return map(elements) && arrayOf(map(elements)!);
  if (isMappedAny(type)) return anyRep;
  const error = errorOf(checker, type, map);
  if (error) return error;
  if (isAnything(checker, type)) return anyRep;
  const result = resultOfElements(checker, type, map);
  if (result) return result;
  const chosen = chosenLiteralOf(checker, type);
  const ofChosen = chosen && chosenLiteralRep(checker, chosen, map, substitution);
  if (ofChosen) return ofChosen;
  if (isDictionaryType(checker, type)) return resolveOnce(type, () => dictionaryRep(checker, type, map));
  return isGenericMapped(checker, type)
    ? repOfMapped(checker, type, substitution, (each, inside) => tryRepOfType(checker, each, inside))
    : objectRep(checker, type, map, substitution);
}

type Parameters = readonly ts.TypeParameter[];

/** How the types of a signature are taken, which may have type parameters of its own. */
function mapInside(
  checker: ts.TypeChecker,
  signature: ts.Signature,
  map: RepOf,
  substitution: Substitution,
  inside: (own: Parameters, substitution: Substitution) => Substitution,
): RepOf {
  const own = signature.getTypeParameters();
  if (!own) return map;
  const all = inside(own, substitution);
  return (type) => tryRepOfType(checker, type, all);
}

/** What a generic class makes as a value holds anything. */
const ofAnything = (own: Parameters, substitution: Substitution): Substitution =>
  new Map([...substitution, ...own.map(({ symbol }) => [symbol, anyRep] as const)]);

/** What a function value with type parameters of its own takes for them says itself what it is. */
function erasedFrom(own: Parameters, substitution: Substitution): Substitution {
  // Its own hide those that a context has given a type, as where a method's code asks for the method's type.
  const hidden = new Set(own.map(({ symbol }) => symbol));
  return erasing(own, new Map([...substitution].filter(([symbol]) => !hidden.has(symbol))));
}

/** The elements of a type with indices and a length, such as `ArrayLike<T>`, whose values are arrays, or with indices alone. */
function elementsOfLike(checker: ts.TypeChecker, type: ts.ObjectType): ts.Type | undefined {
  const [info, ...others] = checker.getIndexInfosOfType(type);
  const isOfIndices = info && others.length === 0 && info.keyType.flags & ts.TypeFlags.Number;
  if (type.getSymbol()?.name === 'String') return undefined;
  const hasLength = type.getProperty('length') !== undefined;
  const isArray = checker.getPropertiesOfType(type).length === 0 && shapesOf(checker)?.isOpen(INDEXED_ARRAYS);
  return isOfIndices && (hasLength || isArray) ? info.type : undefined;
}

/** Types of the library whose objects are those of a class. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ['ReadonlyMap', 'Map'],
  ['ReadonlySet', 'Set'],
  ['PromiseLike', 'Promise'],
]);

/** What is asked of iterators and of what gives them is in a class of the library, whatever object it is. */
const iterationClasses: ReadonlyMap<string, string> = new Map([
  ['Iterable', '__Iterable'],
  ['AsyncIterable', '__AsyncIterable'],
  ['AsyncIterator', 'AsyncIteratorObject'],
  ['AsyncIteratorObject', 'AsyncIteratorObject'],
  ['AsyncIterableIterator', 'AsyncIteratorObject'],
  ['Iterator', 'IteratorObject'],
  ['IteratorObject', 'IteratorObject'],
  ['IterableIterator', 'IteratorObject'],
  ['ArrayIterator', 'IteratorObject'],
]);

/** What iterators return, and are told, may be anything. */
function iterationRep(
  checker: ts.TypeChecker,
  type: ts.ObjectType,
  name: string,
  map: RepOf,
): Rep | undefined {
  const [element] = checker.getTypeArguments(type as ts.TypeReference);
  const given = element && map(element);
  const rep = given && isNothing(given) ? anyRep : given;
  return libraryObject(checker, name, name.startsWith('__') ? [rep] : [rep, anyRep, anyRep]);
}

/** Tuples are arrays of what holds all their elements. */
function repOfTuple(checker: ts.TypeChecker, type: ts.TupleTypeReference, map: RepOf): Rep | undefined {
  const elements = checker.getTypeArguments(type).map((element, i) => {
    const flags = type.target.elementFlags[i] ?? 0;
    const whole = map(element);
    // `...T`, where T is an array.
    const rep = flags & ts.ElementFlags.Variadic && whole?.kind === 'array' ? whole.element : whole;
    const isOptional = flags & ts.ElementFlags.Optional;
    return rep && isOptional && rep.kind !== 'optional' && !isNothing(rep) ? optionalOf(rep) : rep;
  });
  const [first] = elements;
  if (!first) return elements.length === 0 ? arrayOf(numberRep) : undefined;
  if (!elements.every((each) => each !== undefined)) return undefined;
  if (elements.every(isNumeric))
    return arrayOf(elements.every((each) => sameRep(each, first)) ? first : numberRep);
  const isSame = !isNothing(first) && elements.every((each) => sameRep(each, first));
  return arrayOf(isSame ? first : anyRep);
}

/**
 * A function of that signature, or undefined if it can't be a value. `mayLack` says which parameters callers pass
 * undefined for: of a function value, they do not know the default values.
 */
export function repOfSignature(
  checker: ts.TypeChecker,
  signature: ts.Signature,
  map: RepOf,
  mayLack = ({ initializer }: ts.ParameterDeclaration) => initializer !== undefined,
): Rep | undefined {
  const params: Rep[] = [];
  let rest = false;
  for (const parameter of signature.getParameters()) {
    const declaration = parameter.valueDeclaration;
    const node = declaration && ts.isParameter(declaration) ? declaration : undefined;
    const own = map(checker.getTypeOfSymbol(parameter));
    if (!own) return undefined;
    rest = node?.dotDotDotToken !== undefined;
    const rep = rest ? repOfRest(checker, checker.getTypeOfSymbol(parameter), own) : own;
    if (rest && rep.kind !== 'array') return undefined;
    if (rep.kind === 'void') params.push(rep.isNever ? anyRep : undefinedRep);
    else params.push(node && mayLack(node) ? withUndefined(rep) : rep);
  }
  const result = map(signature.getReturnType());
  if (!result) return undefined;
  const given = askedResult(checker, signature.declaration, heldRep(result));
  return { kind: 'function', params, result: given, ...(rest ? { rest } : {}) };
}

/**
 * All further arguments: where their types follow from a type parameter, what says itself what it is. So it is where they
 * are a tuple: callers may pass more than that has, as `map` does.
 */
export function repOfRest(checker: ts.TypeChecker, type: ts.Type, rep: Rep): Rep {
  const [element] = checker.isArrayType(type) ? checker.getTypeArguments(type as ts.TypeReference) : [];
  const isNever = element !== undefined && (element.flags & ts.TypeFlags.Never) !== 0;
  return rep.kind === 'any' || isNever || checker.isTupleType(type) ? arrayOf(anyRep) : rep;
}

/** A class whose constructor has that signature. */
export function repOfClass(
  checker: ts.TypeChecker,
  signature: ts.Signature,
  map: RepOf,
): FunctionRep | undefined {
  const rep = repOfSignature(checker, signature, map);
  return rep?.kind === 'function' ? { ...rep, isClass: true } : undefined;
}

/** The representation of values of a type; gives up at `node` if there is none. */
export function repOfType(
  checker: ts.TypeChecker,
  type: ts.Type,
  substitution: Substitution,
  node: ts.Node,
): Rep {
  const rep = tryRepOfType(checker, type, substitution);
  if (rep) return rep;
  return fail(node, 'GN1002', checker.typeToString(type, node));
}

/** The representation of what `export default` gives that has no name. */
export function repOfDefault(checker: ts.TypeChecker, { expression }: ts.ExportAssignment): Rep {
  const rep = repOfType(checker, checker.getTypeAtLocation(expression), noSubstitution, expression);
  return isNothing(rep) ? anyRep : rep;
}
