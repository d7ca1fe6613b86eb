// Options of library calls that are written as a literal: `{ numeric: true }`. They say which function is called.
import { fail } from '../diagnostics.ts';
import { skipParentheses, ts } from '../typescript.ts';

type Constant = string | number | boolean;

/** The options by name; none if there is no literal. Diagnostics for all that is not written out. */
export function writtenOptions(node: ts.Expression | undefined, call: string): ReadonlyMap<string, Constant> {
  const options = new Map<string, Constant>();
  if (!node || isUndefined(node)) return options;
  const literal = skipParentheses(node);
  if (!ts.isObjectLiteralExpression(literal))
    return fail(node, 'GN1001', `${call} with options that are no literal`);
  for (const property of literal.properties) {
    const value = ts.isPropertyAssignment(property) ? constantOf(property.initializer) : undefined;
    if (value === undefined || !property.name)
      return fail(property, 'GN1001', `${call} with an option that is no constant`);
    options.set(property.name.getText(), value);
  }
  return options;
}

const isUndefined = (node: ts.Expression) => ts.isIdentifier(node) && node.text === 'undefined';

function constantOf(node: ts.Expression): Constant | undefined {
  const value = skipParentheses(node);
  if (ts.isStringLiteralLike(value)) return value.text;
  if (ts.isNumericLiteral(value)) return Number(value.text);
  if (value.kind === ts.SyntaxKind.TrueKeyword) return true;
  return value.kind === ts.SyntaxKind.FalseKeyword ? false : undefined;
}
