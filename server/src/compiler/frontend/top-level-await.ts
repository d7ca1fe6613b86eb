// `await` outside of functions.
import { ts } from './typescript.ts';

/** True for `await` outside of functions in a file, or below a node. */
export function waits(node: ts.Node): boolean {
  if (ts.isAwaitExpression(node) || (ts.isForOfStatement(node) && node.awaitModifier)) return true;
  if (ts.isFunctionLike(node)) return false;
  return ts.forEachChild(node, waits) ?? false;
}
