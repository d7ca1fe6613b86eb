// Functions that answer with something else than they are declared to: `(x: any): boolean => x && x.ok` gives what x is where
// that is falsy, and whatever `ok` may be. TypeScript takes values of type `any` for truth values without a question, and
// so does who asks such a function in a condition.
import { isStatic } from './class-members.ts';
import { isLibraryPath } from './program.ts';
import { someResult } from './results.ts';
import { skipParentheses, ts } from './typescript.ts';

const known = new WeakMap<ts.TypeChecker, WeakMap<ts.Node, boolean>>();

/** True for a function that is called by name, declared to give a truth value, and has a result of type `any`. */
export function answersLoosely(checker: ts.TypeChecker, node: ts.SignatureDeclaration): boolean {
  const answers = known.get(checker) ?? new WeakMap<ts.Node, boolean>();
  known.set(checker, answers);
  const found = answers.get(node) ?? findLooseAnswer(checker, node);
  answers.set(node, found);
  return found;
}

function findLooseAnswer(checker: ts.TypeChecker, node: ts.SignatureDeclaration): boolean {
  const isByName =
    ts.isFunctionDeclaration(node) ||
    ts.isArrowFunction(node) ||
    ts.isFunctionExpression(node) ||
    (ts.isMethodDeclaration(node) && isStatic(node));
  if (!isByName || !node.type || isLibraryPath(node.getSourceFile().fileName)) return false;
  return someResult(node, (value) => (checker.getTypeAtLocation(value).flags & ts.TypeFlags.Any) !== 0);
}

/** True for `const is = isFoo(x)`, where such a function says what it is. */
export function holdsLooseAnswer(checker: ts.TypeChecker, node: ts.Node): boolean {
  if (!ts.isVariableDeclaration(node) || node.type || !node.initializer) return false;
  const value = skipParentheses(node.initializer);
  const declaration = ts.isCallExpression(value)
    ? checker.getResolvedSignature(value)?.declaration
    : undefined;
  return (
    declaration !== undefined && !ts.isJSDocSignature(declaration) && answersLoosely(checker, declaration)
  );
}

/** True for such a constant where it is used. */
export function isLooseAnswer(checker: ts.TypeChecker, node: ts.Expression): boolean {
  const name = skipParentheses(node);
  const declaration = ts.isIdentifier(name) && checker.getSymbolAtLocation(name)?.valueDeclaration;
  return declaration ? holdsLooseAnswer(checker, declaration) : false;
}
