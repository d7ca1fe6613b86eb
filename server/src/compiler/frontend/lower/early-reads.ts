// Variables of a cell that its functions may read before their declaration has run: JavaScript raises an error then,
// so such functions check a flag. Rare, since declarations mostly come before the first call that reaches a reader.

import { boundNames } from '../declared-names.ts';
import { isReadEarly } from '../modules.ts';
import { ts } from '../typescript.ts';

/** Names of `let` and `const` variables at the top level that need the check. */
export function namesReadEarly(file: ts.SourceFile): ReadonlySet<string> {
  if (isReadEarly(file)) return variablesOf(file);
  const functions = functionsOf(file);
  const result = new Set<string>();
  if (functions.size === 0) return result;
  // What the statements so far mention, directly or through functions.
  const reached = new Set<string>();
  const reach = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && !reached.has(node.text)) {
      reached.add(node.text);
      const target = functions.get(node.text);
      if (target) reach(target);
    }
    ts.forEachChild(node, reach);
  };
  for (const statement of file.statements) {
    if (ts.isFunctionDeclaration(statement)) continue;
    if (!ts.isVariableStatement(statement)) {
      reach(statement);
      continue;
    }
    const isBlockScoped = (statement.declarationList.flags & ts.NodeFlags.BlockScoped) !== 0;
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (initializer && !(ts.isIdentifier(name) && functions.has(name.text))) reach(initializer);
      for (const each of isBlockScoped ? boundNames(name) : []) if (reached.has(each)) result.add(each);
    }
  }
  return result;
}

/** All variables of a module: one that imports it may read them before it is evaluated. */
function variablesOf(file: ts.SourceFile): ReadonlySet<string> {
  return new Set(
    file.statements.flatMap((statement) => {
      if (ts.isExportAssignment(statement)) return ['default'];
      if (!ts.isVariableStatement(statement)) return [];
      return statement.declarationList.declarations.flatMap(({ name }) => boundNames(name));
    }),
  );
}

/** Functions by name, which matter only where they are mentioned. */
function functionsOf(file: ts.SourceFile): Map<string, ts.Node> {
  const result = new Map<string, ts.Node>();
  for (const statement of file.statements) {
    if (ts.isFunctionDeclaration(statement) && statement.name) result.set(statement.name.text, statement);
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      const isFunction =
        initializer && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer));
      if (isFunction && ts.isIdentifier(name)) result.set(name.text, initializer);
    }
  }
  return result;
}
