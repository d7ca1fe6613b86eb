// The names that a script declares in the global scope, and blanking them out where they are superseded.
import { ts } from './typescript.ts';

/** A top-level statement that declares names. */
export interface DeclaringStatement {
  readonly start: number;
  readonly end: number;
  /** One part for each variable of a list; a single part for other statements. */
  readonly parts: readonly {
    readonly names: readonly string[];
    readonly start: number;
    readonly end: number;
  }[];
}

/** Top-level declarations in order of position. */
export function declaringStatements(source: ts.SourceFile): DeclaringStatement[] {
  const result: DeclaringStatement[] = [];
  for (const statement of source.statements) {
    const start = statement.getStart(source);
    const { end } = statement;
    if (ts.isImportDeclaration(statement)) result.push(...importedNames(statement, source));
    else if (ts.isVariableStatement(statement)) {
      const parts = statement.declarationList.declarations.map((declaration) => ({
        names: boundNames(declaration.name),
        start: declaration.getStart(source),
        end: declaration.end,
      }));
      result.push({ start, end, parts });
    } else if (declaresOneName(statement) && statement.name) {
      // Interfaces of the library merge with others of the same name, as in TypeScript's own library.
      if (source.isDeclarationFile && ts.isInterfaceDeclaration(statement)) continue;
      result.push({ start, end, parts: [{ names: [statement.name.text], start, end }] });
    }
  }
  return result;
}

/** What an import declares: a list in braces, which may become empty, and what stands before `from`, which may go. */
function importedNames(
  { importClause, moduleSpecifier }: ts.ImportDeclaration,
  source: ts.SourceFile,
): DeclaringStatement[] {
  if (!importClause) return [];
  const { name, namedBindings: named } = importClause;
  const part = (node: ts.Node, text: string) => ({
    names: [text],
    start: node.getStart(source),
    end: node.end,
  });
  const head = name ? [part(name, name.text)] : [];
  const start = importClause.getStart(source);
  if (!named || ts.isNamespaceImport(named)) {
    const parts = [...head, ...(named ? [part(named, named.name.text)] : [])];
    return [{ start, end: moduleSpecifier.getStart(source), parts }];
  }
  const result: DeclaringStatement[] = [];
  if (name) result.push({ start, end: named.getStart(source), parts: head });
  const parts = named.elements.map((element) => part(element, element.name.text));
  if (parts.length > 0)
    result.push({ start: named.elements[0]!.getStart(source), end: named.end - 1, parts });
  return result;
}

function declaresOneName(
  node: ts.Statement,
): node is
  | ts.FunctionDeclaration
  | ts.ClassDeclaration
  | ts.InterfaceDeclaration
  | ts.EnumDeclaration
  | ts.TypeAliasDeclaration {
  return (
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isEnumDeclaration(node) ||
    ts.isTypeAliasDeclaration(node)
  );
}

/** The names in a variable's name or pattern. */
export function boundNames(name: ts.BindingName): string[] {
  return boundIdentifiers(name).map(({ text }) => text);
}

/** The same, as they stand there. */
export function boundIdentifiers(name: ts.BindingName): ts.Identifier[] {
  if (ts.isIdentifier(name)) return [name];
  return name.elements.flatMap((element) =>
    ts.isBindingElement(element) ? boundIdentifiers(element.name) : [],
  );
}

/** A text and what it declares at its top level. */
export interface DeclaringText {
  readonly text: string;
  /** In order of position. */
  readonly statements: readonly DeclaringStatement[];
  /** Names that the statements declare. */
  readonly names: readonly string[];
}

/** The text with declarations of `taken` names replaced by spaces; positions stay. */
export function blankNames(
  { text, statements, names }: DeclaringText,
  taken: { has(name: string): boolean },
): string {
  // Most texts of a long session.
  if (!names.some((name) => taken.has(name))) return text;
  let result = text;
  const blank = (start: number, end: number) => {
    result = result.slice(0, start) + result.slice(start, end).replace(/[^\n\r]/g, ' ') + result.slice(end);
  };
  for (const { start, end, parts } of statements) {
    const goes = parts.map(({ names }) => names.some((name) => taken.has(name)));
    if (!goes.includes(true)) continue;
    if (!goes.includes(false)) {
      blank(start, end);
      continue;
    }
    // What is left must still be a list: with each part goes the comma towards the nearest one that stays.
    const firstKept = goes.indexOf(false);
    for (const [i, part] of parts.entries()) {
      if (!goes[i]) continue;
      if (i > firstKept) blank(parts[i - 1]!.end, part.end);
      else blank(part.start, parts[i + 1]!.start);
    }
  }
  return result;
}
