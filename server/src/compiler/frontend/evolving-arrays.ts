// `const a = []` and `let a = []` without a type: TypeScript takes the elements for what has been stored there by the time
// the array is read. One representation must do for all of these places.
import { fail } from './diagnostics.ts';
import { anyRep, arrayOf, numberRep, type Rep, sameRep } from './reps.ts';
import { skipParentheses, ts } from './typescript.ts';

/** True for the name of such a variable. */
export function isEvolving({ parent }: ts.Identifier): boolean {
  if (!ts.isVariableDeclaration(parent) || parent.type || !parent.initializer) return false;
  const value = skipParentheses(parent.initializer);
  return ts.isArrayLiteralExpression(value) && value.elements.length === 0;
}

/** What the array is wherever it is read; gives up where that differs. */
export function evolvedRep(
  checker: ts.TypeChecker,
  name: ts.Identifier,
  map: (type: ts.Type) => Rep | undefined,
): Rep {
  let found: Rep | undefined;
  for (const type of readTypes(checker, name)) {
    const read = map(type);
    // Of an erased type parameter.
    const rep = read?.kind === 'any' ? arrayOf(anyRep) : read;
    if (rep?.kind !== 'array') return fail(name, 'GN1009');
    if (!found || sameRep(found, rep)) found = rep;
    else if (isNumbers(found) && isNumbers(rep)) found = arrayOf(numberRep);
    else return fail(name, 'GN1009');
  }
  // Elements that nobody looks at.
  return found ?? arrayOf(anyRep);
}

/**
 * What `const copy = new Array(n)` is, whose type says nothing of its elements: an array as the places want it which it is
 * given to, if these agree.
 */
export function givenRep(
  checker: ts.TypeChecker,
  name: ts.Identifier,
  map: (type: ts.Type) => Rep | undefined,
): Rep | undefined {
  if (!isMadeByLength(name)) return undefined;
  const found = [...typesAt(checker, name, (node) => checker.getContextualType(node))].map(map);
  const [first] = found;
  const isOne = first?.kind === 'array' && found.every((each) => each !== undefined && sameRep(each, first));
  return isOne ? first : undefined;
}

function isMadeByLength({ parent }: ts.Identifier): boolean {
  if (!ts.isVariableDeclaration(parent) || parent.type || !parent.initializer) return false;
  const value = skipParentheses(parent.initializer);
  const isMade = ts.isNewExpression(value) || ts.isCallExpression(value);
  return (
    isMade &&
    value.expression.getText() === 'Array' &&
    !value.typeArguments &&
    value.arguments?.length === 1 &&
    !ts.isSpreadElement(value.arguments[0]!)
  );
}

const isNumbers = (rep: Rep) => rep.kind === 'array' && ['int', 'float', 'number'].includes(rep.element.kind);

/** The types of the array where it is read, but for where it is empty. */
const readTypes = (checker: ts.TypeChecker, name: ts.Identifier): ReadonlySet<ts.Type> =>
  typesAt(checker, name, (node) => checker.getTypeAtLocation(node));

/** The types of arrays that there are where a variable is named, but for those of any elements or none. */
function typesAt(
  checker: ts.TypeChecker,
  name: ts.Identifier,
  typeOf: (node: ts.Identifier) => ts.Type | undefined,
): ReadonlySet<ts.Type> {
  const symbol = checker.getSymbolAtLocation(name);
  const types = new Set<ts.Type>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node !== name && node.text === name.text && isReference(node)) {
      const type = typeOf(node);
      const [element] =
        type && checker.isArrayType(type) ? checker.getTypeArguments(type as ts.TypeReference) : [];
      if (type && element && !(element.flags & (ts.TypeFlags.Any | ts.TypeFlags.Never))) types.add(type);
    }
    ts.forEachChild(node, visit);
  };
  const isReference = (node: ts.Identifier) =>
    (ts.isShorthandPropertyAssignment(node.parent)
      ? checker.getShorthandAssignmentValueSymbol(node.parent)
      : checker.getSymbolAtLocation(node)) === symbol;
  visit(scopeOf(name));
  return types;
}

/** What is around a variable: the function that declares it, or the cell. */
function scopeOf(name: ts.Identifier): ts.Node {
  let node: ts.Node = name;
  while (!ts.isSourceFile(node) && !ts.isFunctionLike(node)) node = node.parent;
  return node;
}
