// What functions give: the expressions that their results come from.
import { ts } from './typescript.ts';

/** True if a function that is no coroutine may give something for which the test is true. */
export function someResult(node: ts.Node, test: (value: ts.Expression) => boolean): boolean {
  if (!ts.isFunctionLike(node) || !('body' in node) || !node.body) return false;
  const isAsync = ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Async;
  if (isAsync || ('asteriskToken' in node && node.asteriskToken)) return false;
  const body = node.body as ts.ConciseBody;
  if (!ts.isBlock(body)) return test(body);
  const visit = (each: ts.Node): boolean => {
    if (ts.isReturnStatement(each)) return each.expression !== undefined && test(each.expression);
    return ts.isFunctionLike(each) || ts.isClassLike(each) ? false : (ts.forEachChild(each, visit) ?? false);
  };
  return visit(body);
}
