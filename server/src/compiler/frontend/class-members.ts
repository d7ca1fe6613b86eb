// Layouts of a class's objects from its declaration: fields, methods, accessors.
import { isCallableAs } from './assignability.ts';
import { boundMethods } from './bound-methods.ts';
import { addCaptures } from './captured-fields.ts';
import { baseParameterOf, isGlobalClass, parentTypeOf } from './class-names.ts';
import { takesUndefined } from './default-values.ts';
import { isGappedProperty, withGaps } from './gapped-properties.ts';
import { isCallableInPlaceOf, repOfJoinedMember, shortCount } from './joined-types.ts';
import { isExtensible, isFinal, isSealed } from './library-classes.ts';
import { capturesOf } from './lower/captures.ts';
import { memberName } from './member-names.ts';
import { accessedName, getterOf, type ObjectLayout, type Slot, setterOf } from './object-layout.ts';
import { parametersOf } from './parameters.ts';
import { holdsElements } from './perhaps-values.ts';
import { type RepOf, repOfSignature, type Substitution, tryRepOfType } from './rep-of-type.ts';
import { anyRep, type FunctionRep, isNothing, isRef, optionalOf, withUndefined } from './reps.ts';
import { ts } from './typescript.ts';
import { saysIfUnset } from './unset-fields.ts';
/** Properties and methods of a class, after those of its parent. */
export function addMembers(
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

export function isStatic(member: ts.ClassElement): boolean {
  return hasModifier(member, ts.SyntaxKind.StaticKeyword);
}

function hasModifier(node: ts.Node, kind: ts.SyntaxKind): boolean {
  return ts.canHaveModifiers(node) && (ts.getModifiers(node)?.some((each) => each.kind === kind) ?? false);
}
