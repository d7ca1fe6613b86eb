// Which loops have to tell what they go over when an exception leaves them: generators with a `finally`, and iterators of
// programs that have a `return`. Such a loop is a protected part of its function (try.ts).
import { isLibraryPath } from '../program.ts';
import { ts } from '../typescript.ts';

/** Those of all files that were analysed (captures.ts). */
export const closingLoops = new WeakSet<ts.ForOfStatement>();

export function setClosing(loop: ts.ForOfStatement, isClosing: boolean): void {
  if (isClosing) closingLoops.add(loop);
  else closingLoops.delete(loop);
}

/** All loops of a file that go over something. */
export function loopsOf(file: ts.SourceFile): ts.ForOfStatement[] {
  const loops: ts.ForOfStatement[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isForOfStatement(node)) loops.push(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return loops;
}

/** Types of the library behind which there may be anything that can be gone over. */
const openTypes = new Set([
  'Generator',
  'AsyncGenerator',
  'AsyncIterable',
  'AsyncIterator',
  'AsyncIterableIterator',
  'AsyncIteratorObject',
  'Iterable',
  'Iterator',
  'IterableIterator',
  'IteratorObject',
]);

/** True if what an expression gives may have to be told that a loop over it ends. */
export function mustClose(checker: ts.TypeChecker, expression: ts.Expression): boolean {
  return mayClose(checker, expression, []);
}

/**
 * True if a loop goes over what a generator function gives it alone, and nothing happens in the generator if the loop is
 * left early.
 */
export function leavesGenerator(checker: ts.TypeChecker, expression: ts.Expression): boolean {
  if (!ts.isCallExpression(expression) || !ts.isIdentifier(expression.expression)) return false;
  const called = checker.getSymbolAtLocation(expression.expression)?.valueDeclaration;
  if (!called || !ts.isFunctionDeclaration(called) || !isGenerator(called)) return false;
  return !mayCloseGenerator(checker, called, expression, []);
}

/** `inside` are the generators whose bodies are being looked at. */
function mayClose(checker: ts.TypeChecker, expression: ts.Expression, inside: readonly ts.Node[]): boolean {
  const called = ts.isCallExpression(expression) && checker.getResolvedSignature(expression)?.declaration;
  if (called && isGenerator(called))
    return !isCalled(checker, expression, called) || mayCloseGenerator(checker, called, expression, inside);
  return typeMayClose(checker, checker.getTypeAtLocation(expression), expression, inside);
}

/** False where only the type is that of a function: `run(make: typeof numbers)` may be given another one. */
function isCalled(checker: ts.TypeChecker, { expression }: ts.CallExpression, target: ts.Node): boolean {
  const name = ts.isPropertyAccessExpression(expression) ? expression.name : expression;
  const declaration = checker.getSymbolAtLocation(name)?.valueDeclaration;
  const isConst =
    declaration && ts.isVariableDeclaration(declaration) && declaration.parent.flags & ts.NodeFlags.Const;
  return (isConst ? declaration.initializer : declaration) === target;
}

function typeMayClose(
  checker: ts.TypeChecker,
  given: ts.Type,
  node: ts.Node,
  inside: readonly ts.Node[],
): boolean {
  const type = checker.getBaseConstraintOfType(given) ?? given;
  if (type.isUnion()) return type.types.some((part) => typeMayClose(checker, part, node, inside));
  if (!(type.flags & ts.TypeFlags.Object) || checker.isArrayType(type) || checker.isTupleType(type))
    return false;
  const symbol = type.getSymbol();
  if (symbol?.declarations?.some((each) => isLibraryPath(each.getSourceFile().fileName)))
    return openTypes.has(symbol.name);
  if (type.getProperty('return')) return true;
  const method = type.getProperties().find(({ name }) => /^__@(i|asyncI)terator@/.test(name));
  const [signature] = method ? checker.getTypeOfSymbol(method).getCallSignatures() : [];
  if (!signature) return false;
  const { declaration } = signature;
  if (declaration && isGenerator(declaration)) return mayCloseGenerator(checker, declaration, node, inside);
  const result = signature.getReturnType();
  return result !== given && typeMayClose(checker, result, node, inside);
}

function isGenerator(
  node: ts.Node,
): node is ts.FunctionDeclaration | ts.FunctionExpression | ts.MethodDeclaration {
  return (
    (ts.isFunctionDeclaration(node) || ts.isFunctionExpression(node) || ts.isMethodDeclaration(node)) &&
    node.asteriskToken !== undefined
  );
}

/** One of another file may be given another body without that its callers are looked at again. */
function mayCloseGenerator(
  checker: ts.TypeChecker,
  { body }: ts.FunctionLikeDeclaration,
  user: ts.Node,
  inside: readonly ts.Node[],
): boolean {
  if (!body || body.getSourceFile() !== user.getSourceFile()) return true;
  if (inside.includes(body)) return false;
  const minds = (node: ts.Node): boolean => {
    if (ts.isFunctionLike(node) || ts.isClassLike(node)) return false;
    if (ts.isTryStatement(node) && node.finallyBlock) return true;
    const inner = ts.isForOfStatement(node) || (ts.isYieldExpression(node) && node.asteriskToken);
    if (inner && node.expression && mayClose(checker, node.expression, [...inside, body])) return true;
    return ts.forEachChild(node, minds) ?? false;
  };
  return minds(body);
}
