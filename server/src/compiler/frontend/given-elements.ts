// Variables that may be undefined by their types, and are given elements: `const user: User | undefined = users[i]`. TypeScript
// takes an element for there, and the variable with it, from the assignment on.
import { isPerhaps } from './perhaps-values.ts';
import { skipParentheses, ts } from './typescript.ts';

const K = ts.SyntaxKind;

const known = new WeakMap<ts.Node, boolean>();

/** True for a variable that may be undefined or null, and is given what may not be there. */
export function isGivenElements(checker: ts.TypeChecker, declaration: ts.Declaration): boolean {
  if (!ts.isVariableDeclaration(declaration) && !ts.isParameter(declaration)) return false;
  const found = known.get(declaration) ?? findGiven(checker, declaration);
  known.set(declaration, found);
  return found;
}

function findGiven(
  checker: ts.TypeChecker,
  declaration: ts.VariableDeclaration | ts.ParameterDeclaration,
): boolean {
  const { name } = declaration;
  if (!ts.isIdentifier(name) || !isNullable(checker.getTypeAtLocation(name))) return false;
  const visit = (node: ts.Node): boolean => {
    const given = givenValue(node);
    if (given && given.target.getText() === name.text && mayBeNothing(checker, given.value)) return true;
    return ts.forEachChild(node, visit) ?? false;
  };
  const scope = ts.findAncestor(declaration, (each) => ts.isFunctionLike(each) || ts.isSourceFile(each));
  return scope !== undefined && visit(scope);
}

/** What a declaration or an assignment gives to what. */
function givenValue(node: ts.Node): { readonly target: ts.Node; readonly value: ts.Expression } | undefined {
  if (ts.isVariableDeclaration(node))
    return node.initializer && { target: node.name, value: node.initializer };
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== K.EqualsToken) return undefined;
  return { target: node.left, value: node.right };
}

/** True for what TypeScript takes for there: an element, and `list[i] ?? null`. */
function mayBeNothing(checker: ts.TypeChecker, node: ts.Expression): boolean {
  const value = skipParentheses(node);
  if (isNullable(checker.getTypeAtLocation(value))) return false;
  if (isPerhaps(checker, value)) return true;
  if (!ts.isBinaryExpression(value)) return false;
  const { kind } = value.operatorToken;
  const isAlternative = kind === K.QuestionQuestionToken || kind === K.BarBarToken;
  return isAlternative && isNullable(checker.getTypeAtLocation(value.right));
}

function isNullable(type: ts.Type): boolean {
  const nothing = ts.TypeFlags.Undefined | ts.TypeFlags.Null;
  return (type.isUnion() ? type.types : [type]).some(({ flags }) => flags & nothing);
}
