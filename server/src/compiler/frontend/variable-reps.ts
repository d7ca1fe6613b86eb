// Representations of variables, which may differ from those of their types: constants that may hold nothing, arrays whose
// elements are known later.
import { evolvedRep, givenRep, isEvolving } from './evolving-arrays.ts';
import { mayHaveGaps } from './gapped-arrays.ts';
import { isGappedVariable, withGaps } from './gapped-properties.ts';
import { isLibraryObject } from './library-objects.ts';
import { holdsLooseAnswer } from './loose-answers.ts';
import { memberName } from './member-names.ts';
import { assignedValues, constantTest, isKnownPart, usesOfElement } from './name-tests.ts';
import { isOfPerhaps, isPerhaps } from './perhaps-values.ts';
import { isLibraryPath } from './program.ts';
import { repOfType, type Substitution, tryRepOfType } from './rep-of-type.ts';
import { anyRep, arrayOf, isNothing, isRef, type Rep, withUndefined } from './reps.ts';
import { takenByElement } from './taken-apart.ts';
import { skipParentheses, ts } from './typescript.ts';

/** The representation of a variable by its name in its declaration. */
export function repOfVariable(checker: ts.TypeChecker, name: ts.Identifier, substitution: Substitution): Rep {
  if (holdsLooseAnswer(checker, name.parent)) return anyRep;
  const rep = repOfType(checker, checker.getTypeAtLocation(name), substitution, name);
  // What is nothing is kept as a value that says so; of an empty array nothing is ever taken.
  if (isNothing(rep) || (isLibraryObject(rep, '__Dictionary') && isViewOfAny(checker, name))) return anyRep;
  if (isOfAny(rep)) {
    const map = (type: ts.Type) => tryRepOfType(checker, type, substitution);
    if (isEvolving(name)) return evolvedRep(checker, name, map);
    const given = givenRep(checker, name, map);
    if (given) return withGaps(given, () => isGappedVariable(checker, name));
  }
  if (rep.kind === 'array' && canBeAbsent(rep.element) && mayHaveGaps(checker, name))
    return arrayOf(withUndefined(rep.element));
  const gapped = withGaps(rep, () => isGappedVariable(checker, name));
  if (gapped !== rep) return gapped;
  return holdsPerhapsNothing(checker, name.parent, substitution) ? withUndefined(rep) : rep;
}

/** True for arrays of any elements, and for what may be one. */
const isOfAny = (rep: Rep) => rep.kind === 'any' || (rep.kind === 'array' && rep.element.kind === 'any');

/** True for elements that undefined is not among: of others a gap could not be told from what was stored. */
const canBeAbsent = (rep: Rep) => rep.kind !== 'any' && rep.kind !== 'optional' && !isNothing(rep);

/** True for `const r = x as Record<string, unknown>` of what may be any object: how its properties are kept is not known. */
function isViewOfAny(checker: ts.TypeChecker, { parent }: ts.Identifier): boolean {
  const isConst =
    ts.isVariableDeclaration(parent) && parent.parent.flags & ts.NodeFlags.Const && !parent.type;
  const value = isConst && parent.initializer ? skipParentheses(parent.initializer) : undefined;
  if (!value || !ts.isAsExpression(value)) return false;
  const index = checker.getIndexInfosOfType(checker.getTypeAtLocation(value))[0]?.type.flags ?? 0;
  const { flags } = checker.getTypeAtLocation(value.expression);
  const anything = ts.TypeFlags.Any | ts.TypeFlags.Unknown;
  return (index & anything) !== 0 && (flags & (anything | ts.TypeFlags.NonPrimitive)) !== 0;
}

/**
 * True for a constant with an element that may not be there, for which the program asks. Numbers and truth values in
 * arrays it has to compare with undefined: to test for zero is no question of whether there is one.
 */
export function holdsPerhapsNothing(
  checker: ts.TypeChecker,
  declaration: ts.Node,
  substitution: Substitution,
): boolean {
  const isConstant = ts.isVariableDeclaration(declaration) || ts.isBindingElement(declaration);
  if (!isConstant || isLibraryPath(declaration.getSourceFile().fileName)) return false;
  const { initializer } = declaration;
  const value = initializer && skipParentheses(initializer);
  if (ts.isVariableDeclaration(declaration) && !value && isDeclared(declaration))
    return isAssignedPerhaps(checker, declaration, substitution);
  if (ts.isVariableDeclaration(declaration) && value && !ts.isElementAccessExpression(value)) {
    if (!isOfPerhaps(checker, value)) return false;
    const rep = tryRepOfType(checker, checker.getTypeAtLocation(value), substitution);
    const test = constantTest(declaration);
    return rep !== undefined && (isRef(rep) ? test !== 'none' : test === 'undefined');
  }
  const asked = constantTest(declaration);
  if (asked === 'none' && isTextOfPattern(checker, declaration, substitution)) return true;
  const test = asked !== 'undefined' && isGivenAsOptional(checker, declaration) ? 'undefined' : asked;
  if (test === 'none') return false;
  const taken = ts.isBindingElement(declaration) ? takenByElement(declaration) : undefined;
  if (taken && !ts.isElementAccessExpression(taken)) return false;
  const source = taken ? taken.expression : sourceOf(declaration);
  if (ts.isVariableDeclaration(declaration) && mayHaveGaps(checker, source)) return test !== 'comparison';
  const type = checker.getTypeAtLocation(source);
  const container = checker.isTupleType(type) ? undefined : tryRepOfType(checker, type, substitution);
  if (!container) return false;
  if (isOfObject(declaration) && !mayLackNamed(checker, container, declaration)) return false;
  if (container.kind === 'string') return true;
  // Of objects, programs compare ones that are there.
  const isOfTexts = container.kind === 'array' && container.element.kind === 'string';
  if (test === 'comparison' && !isOfTexts) return false;
  if (isLibraryObject(container, '__Dictionary')) return true;
  if (container.kind === 'typedArray') return test === 'undefined';
  // Of what can be gone over, the name of the constant says of what type its values are.
  const element =
    container.kind === 'array'
      ? container.element
      : ts.isBindingElement(declaration)
        ? tryRepOfType(checker, checker.getTypeAtLocation(declaration.name), substitution)
        : undefined;
  if (!element) return false;
  // What may be null can't be undefined, too, unless it is a value that says which it is.
  if (element.kind === 'optional' && element.absent === 'null') return isOfChain(declaration);
  return isRef(element) || test === 'undefined';
}

/** True for what a pattern takes out of several and the program passes for an optional parameter, or gives for what may be undefined. */
function isGivenAsOptional(checker: ts.TypeChecker, declaration: ts.Node): boolean {
  if (!isKnownPart(declaration)) return false;
  return usesOfElement(declaration)!.some((each) => {
    const type = ts.isExpression(each) && isGiven(each) ? checker.getContextualType(each) : undefined;
    return type !== undefined && mayBeUndefined(type);
  });
}

/** True for an argument, a property of a literal, and what a function gives. */
const isGiven = ({ parent }: ts.Node) =>
  ts.isCallOrNewExpression(parent) ||
  ts.isPropertyAssignment(parent) ||
  ts.isShorthandPropertyAssignment(parent) ||
  ts.isReturnStatement(parent);

const mayBeUndefined = (type: ts.Type) =>
  type.isUnion() && type.types.some(({ flags }) => flags & ts.TypeFlags.Undefined);

/**
 * True for a text that a pattern takes out of several: it may be one that only some of them have
 * (`const [command, name] = words`).
 */
function isTextOfPattern(checker: ts.TypeChecker, declaration: ts.Node, substitution: Substitution): boolean {
  if (!isKnownPart(declaration) || takenByElement(declaration)) return false;
  const rep = tryRepOfType(checker, checker.getTypeAtLocation(declaration.parent), substitution);
  if (!rep || (isOfObject(declaration) && !mayLackNamed(checker, rep, declaration))) return false;
  return rep.kind === 'array'
    ? rep.element.kind === 'string'
    : !isLibraryObject(rep, '__Dictionary') && isOfObject(declaration);
}

const isOfObject = (declaration: ts.Node): declaration is ts.BindingElement =>
  ts.isBindingElement(declaration) && ts.isObjectBindingPattern(declaration.parent);

/** True for what an object may lack that a pattern takes by name: an index, a key, a property without its value (given-parts.ts). */
function mayLackNamed(
  checker: ts.TypeChecker,
  container: Rep,
  { propertyName, name }: ts.BindingElement,
): boolean {
  const key = memberName(propertyName ?? (name as ts.Identifier), checker);
  if (container.kind === 'array') return key !== undefined && String(Number(key) >>> 0) === key;
  if (container.kind !== 'object') return false;
  const field = key === undefined ? undefined : container.layout.field(key);
  if (field?.isPromised) return isRef(field.rep);
  return isLibraryObject(container, '__Dictionary');
}

/** True for what is no variable of a loop over something. */
const isDeclared = ({ parent }: ts.VariableDeclaration) => ts.isVariableStatement(parent.parent);

/** True for a variable without a first value that is assigned elements, and asked for. */
function isAssignedPerhaps(
  checker: ts.TypeChecker,
  declaration: ts.VariableDeclaration,
  substitution: Substitution,
): boolean {
  const test = constantTest(declaration);
  const rep = tryRepOfType(checker, checker.getTypeAtLocation(declaration.name), substitution);
  if (!rep || test === 'none' || (test !== 'undefined' && !isRef(rep))) return false;
  if (rep.kind !== 'string' && test === 'comparison') return false;
  return canBeAbsent(rep) && assignedValues(declaration).some((each) => isPerhaps(checker, each));
}

/** True for `const cell = grid[y]?.[x]`. */
const isOfChain = (declaration: ts.VariableDeclaration | ts.BindingElement) =>
  declaration.initializer !== undefined && ts.isOptionalChain(skipParentheses(declaration.initializer));

/** What a constant holds an element of. */
function sourceOf(declaration: ts.VariableDeclaration | ts.BindingElement): ts.Node {
  if (ts.isBindingElement(declaration)) return declaration.parent;
  return (skipParentheses(declaration.initializer!) as ts.ElementAccessExpression).expression;
}
