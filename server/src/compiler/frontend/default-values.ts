// Default values of parameters: which of them callers pass, and where the function itself looks for what is missing.
import { familiesOf } from './class-families.ts';
import { type Rep, withUndefined } from './reps.ts';
import { ts } from './typescript.ts';

/** True for values that callers may as well pass. */
function isLiteral(node: ts.Expression): boolean {
  const inner =
    ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken ? node.operand : node;
  return (
    ts.isNumericLiteral(inner) ||
    ts.isStringLiteralLike(inner) ||
    inner.kind === ts.SyntaxKind.TrueKeyword ||
    inner.kind === ts.SyntaxKind.FalseKeyword
  );
}

/** True for methods that subclasses may have others of: calls reach them with all their parameters. */
export function isVirtual(node: ts.Node): node is ts.MethodDeclaration {
  return (
    ts.isMethodDeclaration(node) &&
    ts.isClassLike(node.parent) &&
    !node.typeParameters?.length &&
    !ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword)
  );
}

/** True for a parameter whose default value callers pass where an argument is left out. */
export function isPassedByCallers(checker: ts.TypeChecker, parameter: ts.ParameterDeclaration): boolean {
  const { initializer } = parameter;
  return initializer !== undefined && isLiteral(initializer) && !hasOtherDefaults(checker, parameter);
}

/** True for a parameter of a virtual method that may be passed undefined, for which the method has a value. */
export function takesUndefined(checker: ts.TypeChecker, parameter: ts.ParameterDeclaration): boolean {
  if (hasOtherDefaults(checker, parameter)) return true;
  return parameter.initializer !== undefined && !isLiteral(parameter.initializer);
}

/** A parameter of a virtual method, which alone knows default values that callers do not pass. */
export function virtualParameter(checker: ts.TypeChecker, rep: Rep, parameter: ts.ParameterDeclaration): Rep {
  return takesUndefined(checker, parameter) ? withUndefined(rep) : rep;
}

/** What was found of the methods of a program. */
const known = new WeakMap<ts.TypeChecker, WeakMap<ts.ParameterDeclaration, boolean>>();

/**
 * True for a parameter that has no default value, or another one, in a method which may be called in the place of this
 * one: callers do not know which of them they call.
 */
function hasOtherDefaults(checker: ts.TypeChecker, parameter: ts.ParameterDeclaration): boolean {
  const method = parameter.parent;
  if (!isVirtual(method) || !ts.isIdentifier(method.name)) return false;
  const ofProgram = known.get(checker) ?? new WeakMap<ts.ParameterDeclaration, boolean>();
  known.set(checker, ofProgram);
  const found = ofProgram.get(parameter) ?? findOtherDefaults(checker, method, parameter);
  ofProgram.set(parameter, found);
  return found;
}

function findOtherDefaults(
  checker: ts.TypeChecker,
  method: ts.MethodDeclaration,
  parameter: ts.ParameterDeclaration,
): boolean {
  const index = method.parameters.indexOf(parameter);
  const name = method.name.getText();
  const family = familiesOf(checker)?.around(method.parent as ts.ClassLikeDeclaration) ?? [];
  const texts = new Set([textOfDefault(parameter)]);
  for (const each of family) {
    for (const member of each.members) {
      if (!ts.isMethodDeclaration(member) || member.name.getText() !== name) continue;
      const other = member.parameters[index];
      // Those of overloads have no default values.
      if (other && !other.dotDotDotToken && (member.body || isAbstract(member)))
        texts.add(textOfDefault(other));
    }
  }
  const hasDefault = [...texts].some((text) => text !== undefined);
  return (
    hasDefault && (texts.size > 1 || family.some((each) => isOptionalInInterface(checker, each, name, index)))
  );
}

/** Those that are no literals are all alike to callers. */
function textOfDefault({ initializer }: ts.ParameterDeclaration): string | undefined {
  return initializer && (isLiteral(initializer) ? initializer.getText() : '...');
}

function isAbstract(method: ts.MethodDeclaration): boolean {
  return ts.getModifiers(method)?.some(({ kind }) => kind === ts.SyntaxKind.AbstractKeyword) ?? false;
}

/** True if a class implements an interface in which that parameter of its method is optional. */
function isOptionalInInterface(
  checker: ts.TypeChecker,
  declaration: ts.ClassLikeDeclaration,
  name: string,
  index: number,
): boolean {
  const clause = declaration.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ImplementsKeyword);
  return (clause?.types ?? []).some((each) => {
    const member = checker.getTypeAtLocation(each).getProperty(name)?.valueDeclaration;
    if (!member || !ts.isMethodSignature(member)) return false;
    return member.parameters[index]?.questionToken !== undefined;
  });
}
