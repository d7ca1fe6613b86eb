// What a file exports and under which names it declares it: for JavaScript, and for the declarations that describe it.
import { ts } from '../typescript.ts';

/** Declarations of one name of a file: several for overloads. */
export type Declarations = readonly ts.Declaration[];

/**
 * The exports of a file by the names that they are exported under, also those of the files that it exports again, as far
 * as `fileAt` finds them.
 */
export function declaredExports(
  file: ts.SourceFile,
  fileAt: (from: ts.SourceFile, specifier: string) => ts.SourceFile | undefined = () => undefined,
  within: ReadonlySet<ts.SourceFile> = new Set(),
): Map<string, Declarations> {
  // Files may export one another again.
  if (within.has(file)) return new Map();
  const locals = localDeclarations(file);
  const result = new Map<string, Declarations>();
  for (const statement of file.statements) {
    const specifier = exportedAgain(statement);
    const other = specifier === undefined ? undefined : fileAt(file, specifier);
    const origins = other ? declaredExports(other, fileAt, new Set([...within, file])) : locals;
    for (const [exported, local] of exportedNames(statement, other && [...origins.keys()])) {
      const found = origins.get(local);
      if (found) result.set(exported, found);
    }
  }
  return result;
}

/** The module that a statement exports from. */
export function exportedAgain(statement: ts.Statement): string | undefined {
  if (!ts.isExportDeclaration(statement) || !statement.moduleSpecifier) return undefined;
  return (statement.moduleSpecifier as ts.StringLiteral).text;
}

/** The name of what is exported by default and has none. */
const unnamed = 'default';

function localDeclarations(file: ts.SourceFile): Map<string, ts.Declaration[]> {
  const result = new Map<string, ts.Declaration[]>();
  const add = (name: string, declaration: ts.Declaration) => {
    result.set(name, [...(result.get(name) ?? []), declaration]);
  };
  for (const statement of file.statements) {
    if (ts.isVariableStatement(statement)) {
      for (const each of statement.declarationList.declarations) {
        if (ts.isIdentifier(each.name)) add(each.name.text, each);
      }
    } else if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) {
      add(statement.name?.text ?? unnamed, statement);
    }
  }
  return result;
}

/** Pairs of the name that a statement exports and the one in its origin; `all` are those of a file that it exports again. */
function exportedNames(statement: ts.Statement, all: readonly string[] = []): [string, string][] {
  if (ts.isExportAssignment(statement)) {
    const { expression, isExportEquals } = statement;
    return ts.isIdentifier(expression) && !isExportEquals ? [['default', expression.text]] : [];
  }
  if (ts.isExportDeclaration(statement)) {
    const { exportClause } = statement;
    if (!exportClause) return all.filter((name) => name !== 'default').map((name) => [name, name]);
    if (!ts.isNamedExports(exportClause)) return [];
    return exportClause.elements.map(({ name, propertyName }) => [name.text, (propertyName ?? name).text]);
  }
  if (!hasModifier(statement, ts.SyntaxKind.ExportKeyword)) return [];
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }): [string, string][] =>
      ts.isIdentifier(name) ? [[name.text, name.text]] : [],
    );
  }
  if (!ts.isFunctionDeclaration(statement) && !ts.isClassDeclaration(statement)) return [];
  const name = statement.name?.text ?? unnamed;
  return [[hasModifier(statement, ts.SyntaxKind.DefaultKeyword) ? 'default' : name, name]];
}

export function hasModifier(node: ts.Node, kind: ts.SyntaxKind): boolean {
  return ts.canHaveModifiers(node) && ts.getModifiers(node)?.some((each) => each.kind === kind) === true;
}
