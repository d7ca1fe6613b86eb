// Keys that are known when code is compiled. TypeScript knows of `let key: 'a' | 'b' = 'a'` that it is 'a' from there on, but not
// that a function which is called meanwhile has assigned another one.
import { literalsOf } from '../known-keys.ts';
import { constantKey } from '../member-names.ts';
import { skipParentheses, ts } from '../typescript.ts';
import type { FunctionLowering } from './function.ts';
import { isLocal } from './narrowing.ts';

/** The property that an expression is the key of, if that can't be another one when the program runs. */
export function steadyKey(fn: FunctionLowering, node: ts.Expression): string | undefined {
  const key = constantKey(node, fn.checker);
  return key === undefined || (declaredType(fn, node)?.isLiteral() ?? true) ? key : undefined;
}

/** What a key may be: literals that its variable may hold, not only the one that TypeScript has found last. */
export function typeOfKey(fn: FunctionLowering, node: ts.Expression): ts.Type {
  const declared = declaredType(fn, node);
  return declared && literalsOf(declared).length > 0 ? declared : fn.checker.getTypeAtLocation(node);
}

/** The type of a variable that others assign to, or of a property: what TypeScript has found of it may be so no more. */
function declaredType(fn: FunctionLowering, node: ts.Expression): ts.Type | undefined {
  const inner = skipParentheses(node);
  const name = ts.isPropertyAccessExpression(inner) ? inner.name : inner;
  if (!ts.isMemberName(name) || isLocal(fn, inner)) return undefined;
  const symbol = fn.checker.getSymbolAtLocation(name);
  return symbol && fn.checker.getTypeOfSymbol(symbol);
}
