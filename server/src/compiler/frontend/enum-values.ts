// The values of enum members: those that TypeScript computes, and those that it leaves to the program but which are constants
// all the same, such as `'text'.length` and what is computed with it.
import { skipParentheses, ts } from './typescript.ts';

const K = ts.SyntaxKind;

/** The value of a member; undefined if it is known only when the program runs. */
export function enumValue(checker: ts.TypeChecker, member: ts.EnumMember): string | number | undefined {
  const value = checker.getConstantValue(member);
  if (value !== undefined || !member.initializer) return value;
  return evaluate(checker, member.initializer);
}

function evaluate(checker: ts.TypeChecker, expression: ts.Expression): string | number | undefined {
  const node = skipParentheses(expression);
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isPrefixUnaryExpression(node)) {
    const value = evaluate(checker, node.operand);
    return typeof value === 'number' ? unary(node.operator, value) : undefined;
  }
  if (ts.isBinaryExpression(node)) {
    const [left, right] = [evaluate(checker, node.left), evaluate(checker, node.right)];
    const isSum = node.operatorToken.kind === K.PlusToken && left !== undefined && right !== undefined;
    if (isSum && (typeof left === 'string' || typeof right === 'string')) return `${left}${right}`;
    return typeof left === 'number' && typeof right === 'number'
      ? binary(node.operatorToken.kind, left, right)
      : undefined;
  }
  if (ts.isPropertyAccessExpression(node) && node.name.text === 'length') {
    const text = evaluate(checker, node.expression);
    if (typeof text === 'string') return text.length;
  }
  const member = checker.getSymbolAtLocation(node)?.valueDeclaration;
  return member && ts.isEnumMember(member) ? enumValue(checker, member) : undefined;
}

function unary(operator: ts.PrefixUnaryOperator, value: number): number | undefined {
  switch (operator) {
    case K.MinusToken:
      return -value;
    case K.PlusToken:
      return value;
    case K.TildeToken:
      return ~value;
    default:
      return undefined;
  }
}

function binary(operator: ts.BinaryOperator, a: number, b: number): number | undefined {
  switch (operator) {
    case K.PlusToken:
      return a + b;
    case K.MinusToken:
      return a - b;
    case K.AsteriskToken:
      return a * b;
    case K.SlashToken:
      return a / b;
    case K.PercentToken:
      return a % b;
    case K.AsteriskAsteriskToken:
      return a ** b;
    case K.BarToken:
      return a | b;
    case K.AmpersandToken:
      return a & b;
    case K.CaretToken:
      return a ^ b;
    case K.LessThanLessThanToken:
      return a << b;
    case K.GreaterThanGreaterThanToken:
      return a >> b;
    case K.GreaterThanGreaterThanGreaterThanToken:
      return a >>> b;
    default:
      return undefined;
  }
}
