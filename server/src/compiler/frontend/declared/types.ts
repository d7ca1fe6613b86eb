// The interfaces, type aliases and enumerations of declarations, as text that stands behind the code which they describe.

import { ts } from '../typescript.ts';
import { exportedAgain, hasModifier } from './exports.ts';

/** The declarations of a module. */
export interface Described {
  readonly file: ts.SourceFile;
  /** The declarations that a relative import leads to; undefined if there are none. */
  readonly fileAt: (from: ts.SourceFile, specifier: string) => ts.SourceFile | undefined;
}

/** The types that declarations name, without those that the code has itself. */
export function describedTypes(described: Described, code: ts.SourceFile): string {
  const names = new Set(code.statements.flatMap((each) => ownName(each) ?? []));
  return filesOf(described)
    .flatMap((file) => file.statements)
    .flatMap((statement) => {
      const text = textOf(statement, described);
      const name = ownName(statement);
      if (text === undefined || (name !== undefined && names.has(name))) return [];
      if (name !== undefined && !ts.isInterfaceDeclaration(statement)) names.add(name);
      return [`\n${text}`];
    })
    .join('');
}

/** The declarations and those that they import or export again. */
function filesOf({ file, fileAt }: Described): ts.SourceFile[] {
  const files = new Set([file]);
  for (const each of files) {
    for (const statement of each.statements) {
      const specifier = importedFrom(statement);
      const other = specifier === undefined ? undefined : fileAt(each, specifier);
      if (other) files.add(other);
    }
  }
  return [...files];
}

function importedFrom(statement: ts.Statement): string | undefined {
  if (!ts.isImportDeclaration(statement)) return exportedAgain(statement);
  return (statement.moduleSpecifier as ts.StringLiteral).text;
}

function textOf(statement: ts.Statement, { file, fileAt }: Described): string | undefined {
  if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) {
    const isDefault = hasModifier(statement, ts.SyntaxKind.DefaultKeyword);
    return statement.getText().replace(/^(export\s+)?(default\s+)?(declare\s+)?/, isDefault ? '' : 'export ');
  }
  if (ts.isImportDeclaration(statement)) {
    const { importClause, moduleSpecifier } = statement;
    const isFollowed =
      fileAt(statement.getSourceFile(), (moduleSpecifier as ts.StringLiteral).text) !== undefined;
    if (!importClause || isFollowed || statement.getSourceFile() !== file) return undefined;
    return statement.getText().replace(/^import\s+(type\s+)?/, 'import type ');
  }
  return undefined;
}

function ownName(statement: ts.Statement): string | undefined {
  const isNamed =
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isEnumDeclaration(statement);
  return isNamed ? statement.name?.text : undefined;
}
