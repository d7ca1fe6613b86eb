// The text of a cell or of a library file, taken apart once: the names that it declares in the global scope, and the
// names that each declaration, and the whole of it, mentions.
import { boundNames, type DeclaringText, declaringStatements } from './declared-names.ts';
import { ts } from './typescript.ts';

/** What a text declares under one name. */
export interface Declaration {
  /** Equal numbers are equal declarations: of texts that were made with knowledge of each other, also of two texts. */
  readonly id: number;
  /** Its source: all of what declares the name (overloads, merged interfaces), joined. */
  readonly source: string;
  /** Identifiers in it that may mean global names. */
  readonly mentions: readonly string[];
}

export interface CellText extends DeclaringText {
  /** Each text that was taken apart has its own. */
  readonly id: number;
  readonly declarations: ReadonlyMap<string, Declaration>;
  /** Declared names that can't be blanked out. */
  readonly lasting: ReadonlySet<string>;
  /** Identifiers anywhere in the text that may mean global names. */
  readonly mentions: ReadonlySet<string>;
}

let lastId = 0;

/** Takes a text apart. Declarations that one of the `known` texts has too keep their numbers. */
export function parseCell(text: string, known: readonly CellText[] = [], fileName = 'cell.ts'): CellText {
  const source = ts.createSourceFile(fileName, text, ts.ScriptTarget.ES2022);
  const statements = declaringStatements(source);
  const identifiers = identifiersOf(source);
  const pieces = new Map<string, Piece>();
  const add = (name: string, piece: string, start: number, end: number) => {
    const before = pieces.get(name) ?? { source: '', mentions: new Set<string>() };
    for (const each of identifiers) {
      if (each.start >= start && each.start < end) before.mentions.add(each.name);
    }
    pieces.set(name, { source: before.source + piece, mentions: before.mentions });
  };
  for (const { start, parts } of statements) {
    // `const` or `let` makes a difference.
    const head = text.slice(start, parts[0]?.start ?? start);
    for (const part of parts) {
      const piece = `${head}${text.slice(part.start, part.end)}\n`;
      for (const name of part.names) add(name, piece, part.start, part.end);
    }
  }
  const lasting = new Set(lastingNames(source));
  for (const name of lasting) add(name, text, 0, text.length);
  return {
    id: ++lastId,
    text,
    statements,
    names: statements.flatMap(({ parts }) => parts.flatMap(({ names }) => names)),
    declarations: new Map([...pieces].map(([name, piece]) => [name, declarationOf(name, piece, known)])),
    lasting,
    mentions: new Set(identifiers.map(({ name }) => name)),
  };
}

interface Piece {
  readonly source: string;
  readonly mentions: Set<string>;
}

function declarationOf(name: string, { source, mentions }: Piece, known: readonly CellText[]): Declaration {
  for (const each of known) {
    const same = each.declarations.get(name);
    if (same?.source === source) return same;
  }
  return { id: ++lastId, source, mentions: [...mentions] };
}

/** Identifiers in order, without names of properties. */
function identifiersOf(source: ts.SourceFile): { name: string; start: number }[] {
  const result: { name: string; start: number }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      result.push({ name: node.text, start: node.getStart(source) });
      return;
    }
    ts.forEachChild(node, (child) => {
      const isProperty =
        (ts.isPropertyAccessExpression(node) || ts.isPropertyAssignment(node)) && child === node.name;
      if (!isProperty) visit(child);
    });
  };
  visit(source);
  return result;
}

/** Identifiers of a type's text, as it is shown to people. */
export function namesInType(type: string): string[] {
  return type.match(/[\p{ID_Start}$_][\p{ID_Continue}$]*/gu) ?? [];
}

/**
 * Global names that are never blanked out: variables that `var` hoists out of nested statements, and interfaces of the
 * library's declarations, which merge with others of the same name.
 */
function lastingNames(source: ts.SourceFile): string[] {
  const result: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) || ts.isClassLike(node)) return;
    if (ts.isVariableDeclarationList(node) && !(node.flags & ts.NodeFlags.BlockScoped)) {
      for (const { name } of node.declarations) result.push(...boundNames(name));
    }
    ts.forEachChild(node, visit);
  };
  for (const statement of source.statements) {
    if (source.isDeclarationFile && ts.isInterfaceDeclaration(statement)) result.push(statement.name.text);
    else if (!ts.isVariableStatement(statement)) visit(statement);
  }
  return result;
}
