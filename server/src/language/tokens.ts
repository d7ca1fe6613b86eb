// Tokens of a syntax tree by position.
import { ts } from '../compiler/frontend/typescript.ts';

/** The innermost node whose text (without what is before it) an offset is in, or at whose end it is. */
export function tokenAt(file: ts.SourceFile, offset: number): ts.Node | undefined {
  const find = (node: ts.Node): ts.Node | undefined => {
    let found: ts.Node | undefined;
    ts.forEachChild(node, (child) => {
      // Where two tokens touch, names are what is meant.
      if (child.getStart(file) > offset || offset > child.end) return;
      const inner = find(child) ?? child;
      if (!found || ts.isIdentifier(inner)) found = inner;
    });
    return found;
  };
  return find(file);
}

/** The outermost node that is exactly a range, if there is one. */
export function nodeOver(file: ts.SourceFile, start: number, end: number): ts.Node | undefined {
  const find = (node: ts.Node): ts.Node | undefined =>
    ts.forEachChild(node, (child) => {
      if (child.end < end || child.pos > start) return undefined;
      return child.getStart(file) === start && child.end === end ? child : find(child);
    });
  return find(file);
}
