// What members are called: by identifiers, literals, constants, and the symbols of iteration.
import { skipParentheses, ts } from './typescript.ts';

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
