// Layouts of the objects of a type: of classes by their declaration, of everything else by its properties.
import { isCallableAs } from './assignability.ts';
import { boundMethods } from './bound-methods.ts';
import { addCaptures, capturedBy } from './captured-fields.ts';
import {
  baseParameterOf,
  classTitle,
  isGlobalClass,
  parentTypeOf,
  typeParametersAround,
} from './class-names.ts';
import { takesUndefined } from './default-values.ts';
import { isGappedProperty, withGaps } from './gapped-properties.ts';
import { argumentsAround, genericProperty } from './generic-properties.ts';
import {
  isCallableInPlaceOf,
  isJoinedParameter,
  repOfJoined,
  repOfJoinedMember,
  shortCount,
} from './joined-types.ts';
import { hasKnownKeys } from './known-keys.ts';
import { isExtensible, isFinal, isSealed } from './library-classes.ts';
import { capturesOf, type FunctionNode } from './lower/captures.ts';
import { repOfAllMapped } from './mapped-templates.ts';
import {
  accessedName,
  getterOf,
  ObjectLayout,
  repKey,
  repTitle,
  type Slot,
  setterOf,
} from './object-layout.ts';
import { shapesOf } from './open-shapes.ts';
import { parametersOf } from './parameters.ts';
import { holdsElements } from './perhaps-values.ts';
import { isLibraryPath, isLibrarySymbol } from './program.ts';
import {
  insideOfObject,
  noSubstitution,
  type RepOf,
  repOfSignature,
  type Substitution,
  tryRepOfType,
} from './rep-of-type.ts';
import {
  anyRep,
  booleanRep,
  type FunctionRep,
  heldRep,
  isNothing,
  isRef,
  type ObjectRep,
  optionalOf,
  type Rep,
  stringRep,
  undefinedRep,
  voidRep,
  withUndefined,
} from './reps.ts';
import { skipParentheses, ts } from './typescript.ts';
import { saysIfUnset } from './unset-fields.ts';

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
    layout.addField(name, rep);
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
  const literal = type.getSymbol()?.declarations?.find(ts.isObjectLiteralExpression);
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

/** Properties and methods of a class, after those of its parent. */
function addMembers(
  checker: ts.TypeChecker,
  layout: ObjectLayout,
  declaration: ts.ClassLikeDeclaration,
  substitution: Substitution,
): boolean {
  const map = (type: ts.Type) => tryRepOfType(checker, type, substitution);
  const base = baseParameterOf(checker, declaration);
  const made = base && substitution.get(base);
  const parentType = parentTypeOf(checker, declaration);
  if (parentType) {
    const parent = made ? (made.kind === 'function' ? made.result : undefined) : map(parentType);
    if (parent?.kind !== 'object' || !parent.layout.declaration) return false;
    if (isSealed(parent.layout) && !isExtensible(parent.layout)) return false;
    layout.extend(parent.layout);
  } else if (declaration.heritageClauses?.some(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)) {
    return false;
  }
  for (const member of fieldDeclarations(declaration)) {
    const name = memberName(member.name, checker) ?? '';
    const declared = map(checker.getTypeAtLocation(member));
    const held = declared && withGaps(declared, () => isGappedProperty(checker, member));
    const found = held && repOfJoinedMember(checker, layout, name, held);
    // What is nothing is kept as a value that says so.
    const own = found && isNothing(found) ? anyRep : found;
    const isPromised =
      own !== undefined && (isRef(own) ? holdsElements(checker, member) : saysIfUnset(checker, member));
    const rep = isPromised ? optionalOf(own) : own;
    if (!rep || !layout.addField(name, rep, isPromised)) return false;
  }
  for (const { name, type } of assignedProperties(checker, declaration)) {
    const rep = map(type);
    if (layout.field(name)) continue;
    if (!rep || !layout.addField(name, isNothing(rep) ? anyRep : rep)) return false;
  }
  const captures = isGlobalClass(declaration)
    ? []
    : capturesOf(checker, declaration.getSourceFile()).of(declaration);
  if (!addCaptures(checker, layout, captures, map)) return false;
  for (const member of declaration.members) {
    if (ts.isMethodDeclaration(member)) addMethod(checker, layout, member, map);
    else if (ts.isAccessor(member) && !isStatic(member)) addAccessor(checker, layout, member, map);
  }
  for (const name of boundMethods(declaration)) {
    const slot = layout.slots[layout.slotIndex(name)];
    if (slot && !layout.addField(name, boundRep(slot))) return false;
  }
  return true;
}

/** In JavaScript, what a class assigns to `this` declares properties. */
function assignedProperties(
  checker: ts.TypeChecker,
  declaration: ts.ClassLikeDeclaration,
): { name: string; type: ts.Type }[] {
  if (!(declaration.flags & ts.NodeFlags.JavaScriptFile)) return [];
  const own = checker.getTypeAtLocation(declaration).getProperties();
  return own.flatMap((symbol) => {
    const { valueDeclaration, name } = symbol;
    const isAssigned =
      valueDeclaration !== undefined &&
      !ts.isClassElement(valueDeclaration) &&
      ts.findAncestor(valueDeclaration, (node) => node === declaration);
    return isAssigned ? [{ name, type: checker.getTypeOfSymbol(symbol) }] : [];
  });
}

/** A method as a function whose callers do not know its default values. */
function boundRep({ rep, node }: Slot): FunctionRep {
  const params = rep.params.map((param, i) =>
    node && parametersOf(node)[i]?.initializer ? withUndefined(param) : param,
  );
  return { ...rep, params };
}

/** Overloads share a body; a generic method has no slot: each call knows which it is. */
function addMethod(
  checker: ts.TypeChecker,
  layout: ObjectLayout,
  member: ts.MethodDeclaration,
  map: RepOf,
): void {
  const name = memberName(member.name, checker);
  // What the class around it calls by a slot of the parent's is found there all the same.
  if (isSealed(layout) && layout.slotIndex(name ?? '') < 0) return;
  const isAbstract = hasModifier(member, ts.SyntaxKind.AbstractKeyword);
  if (!name || isStatic(member) || (!member.body && !isAbstract)) return;
  if (member.typeParameters?.length) {
    layout.generics.set(name, member);
    return;
  }
  if (isFinal(member)) return;
  const signature = checker.getSignatureFromDeclaration(member);
  const mayLack = (parameter: ts.ParameterDeclaration) => takesUndefined(checker, parameter);
  const rep = signature && repOfSignature(checker, signature, map, mayLack);
  if (rep?.kind === 'function') addCalled(checker, layout, name, rep, member);
}

/** Adds a method or accessor as it is called: in the place of one that takes and gives values of any type, as that is. */
function addCalled(
  checker: ts.TypeChecker,
  layout: ObjectLayout,
  name: string,
  own: FunctionRep,
  member: ts.MethodDeclaration | ts.AccessorDeclaration,
): void {
  const inherited = layout.slots[layout.slotIndex(name)]?.rep;
  const joined = repOfJoinedMember(checker, layout, accessedName(name), own) as FunctionRep;
  const isInPlace = inherited && !isCallableAs(joined, inherited) && isCallableInPlaceOf(own, inherited);
  const rep = isInPlace ? inherited : joined;
  const node = member.body ? member : undefined;
  const short = shortCount(checker, layout, name, rep.params.length);
  layout.addSlot(name, rep, node, {
    ...(short === undefined ? {} : { short }),
    ...(isCallableAs(own, rep) ? {} : { declared: own }),
  });
}

function addAccessor(
  checker: ts.TypeChecker,
  layout: ObjectLayout,
  member: ts.AccessorDeclaration,
  map: RepOf,
): void {
  if (isSealed(layout)) return;
  const name = memberName(member.name, checker);
  const isGetter = ts.isGetAccessor(member);
  // A setter may take more than its getter gives.
  const rep = map(checker.getTypeAtLocation(isGetter ? member : (member.parameters[0] ?? member)));
  if (!name || !rep) return;
  const called: FunctionRep = isGetter
    ? { kind: 'function', params: [], result: rep }
    : { kind: 'function', params: [rep], result: { kind: 'void' } };
  addCalled(checker, layout, isGetter ? getterOf(name) : setterOf(name), called, member);
}

/** Where the properties of a class's objects are declared: in its body, or as parameters of its constructor. */
export function fieldDeclarations(
  declaration: ts.ClassLikeDeclaration,
): readonly (ts.PropertyDeclaration | ts.ParameterDeclaration)[] {
  const parameters: ts.ParameterDeclaration[] = [];
  const properties: ts.PropertyDeclaration[] = [];
  for (const member of declaration.members) {
    if (
      ts.isPropertyDeclaration(member) &&
      !isStatic(member) &&
      !hasModifier(member, ts.SyntaxKind.DeclareKeyword)
    )
      properties.push(member);
    if (ts.isConstructorDeclaration(member) && member.body)
      parameters.push(...member.parameters.filter((each) => ts.isParameterPropertyDeclaration(each, member)));
  }
  return [...parameters, ...properties];
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

/** The name of a member, private ones with their `#`; undefined for computed ones that are no constants. */
export function memberName(
  name: ts.PropertyName | ts.BindingName,
  checker: ts.TypeChecker,
): string | undefined {
  if (ts.isIdentifier(name) || ts.isPrivateIdentifier(name)) return name.text;
  if (ts.isStringLiteralLike(name) || ts.isNumericLiteral(name)) return name.text;
  if (!ts.isComputedPropertyName(name)) return undefined;
  const symbol = iterationMethod(name.expression);
  if (symbol) return symbol;
  return constantKey(name.expression, checker) ?? joinedLiterals(name.expression);
}

/** `'a' + 'b'`, of which TypeScript says only that it is a string. */
function joinedLiterals(node: ts.Expression): string | undefined {
  const inner = skipParentheses(node);
  if (ts.isStringLiteralLike(inner) || ts.isNumericLiteral(inner)) return inner.text;
  if (!ts.isBinaryExpression(inner) || inner.operatorToken.kind !== ts.SyntaxKind.PlusToken) return undefined;
  const [left, right] = [joinedLiterals(inner.left), joinedLiterals(inner.right)];
  const isNumber =
    ts.isNumericLiteral(skipParentheses(inner.left)) && ts.isNumericLiteral(skipParentheses(inner.right));
  return left === undefined || right === undefined || isNumber ? undefined : left + right;
}

/** The name of the method `[Symbol.iterator]`, also in the library (lib/iterator.ts). */
export const ITERATOR = '__iterator';
/** The name of the method `[Symbol.asyncIterator]` (lib/async-iterator.ts). */
export const ASYNC_ITERATOR = '__asyncIterator';
export type IterationMethod = typeof ITERATOR | typeof ASYNC_ITERATOR;

/** The method that `Symbol.iterator` and `Symbol.asyncIterator` are the keys of. */
export function iterationMethod(key: ts.Expression): IterationMethod | undefined {
  const text = key.getText();
  if (text === 'Symbol.iterator') return ITERATOR;
  return text === 'Symbol.asyncIterator' ? ASYNC_ITERATOR : undefined;
}

/** The name of a property: TypeScript has names of its own for symbols. */
export function propertyName({ name }: ts.Symbol): string {
  if (name.startsWith('__@iterator@')) return ITERATOR;
  return name.startsWith('__@asyncIterator@') ? ASYNC_ITERATOR : name;
}

/** The property that an expression is the key of, if its type says which: a literal, a constant, a member of an enum. */
export function constantKey(node: ts.Expression, checker: ts.TypeChecker): string | undefined {
  const type = checker.getTypeAtLocation(node);
  return type.isStringLiteral() || type.isNumberLiteral() ? String(type.value) : undefined;
}

export function isStatic(member: ts.ClassElement): boolean {
  return hasModifier(member, ts.SyntaxKind.StaticKeyword);
}

function hasModifier(node: ts.Node, kind: ts.SyntaxKind): boolean {
  return ts.canHaveModifiers(node) && (ts.getModifiers(node)?.some((each) => each.kind === kind) ?? false);
}
