// Quick fixes for our own diagnostics, where what to write instead is mechanical.
import type { Diagnostic, EditedCell } from '../compiler/frontend/index.ts';
import { ts } from '../compiler/frontend/typescript.ts';
import type { TextEdit } from './places.ts';
import { nodeOver } from './tokens.ts';

export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  readonly isPreferred: boolean;
}

export function ourFixes(edited: EditedCell, diagnostic: Diagnostic): Fix[] {
  const node = nodeOver(edited.file, diagnostic.start, diagnostic.end);
  if (!node) return [];
  return fixes.get(diagnostic.code)?.(node, edited) ?? [];
}

type Fixer = (node: ts.Node, edited: EditedCell) => Fix[];

const fixes = new Map<string, Fixer>([
  ['GN1005', fixOptional],
  ['GN1009', fixElementType],
  [
    'GN2001',
    (node, { file }) => [...roundings(node, file, ['Math.trunc', 'Math.round']), ...widened(node, file)],
  ],
  ['GN2002', (node, { file }) => roundings(node, file, ['Math.trunc'])],
]);

/** Functions around the expression, the first of them preferred. */
function roundings(node: ts.Node, file: ts.SourceFile, functions: readonly string[]): Fix[] {
  if (!ts.isExpression(node)) return [];
  return functions.map((name, i) => ({
    title: `Use ${name}(${shortened(node.getText(file))})`,
    edits: [
      { start: node.getStart(file), end: node.getStart(file), newText: `${name}(` },
      { start: node.end, end: node.end, newText: ')' },
    ],
    isPreferred: i === 0,
  }));
}

/** `number` in place of `int`, where the expression is the value of a variable that says so. */
function widened(node: ts.Node, file: ts.SourceFile): Fix[] {
  const { parent } = node;
  if (!ts.isVariableDeclaration(parent) || !parent.type || parent.type.getText(file) !== 'int') return [];
  const edit = { start: parent.type.getStart(file), end: parent.type.end, newText: 'number' };
  return [{ title: `Declare ${parent.name.getText(file)} as number`, edits: [edit], isPreferred: false }];
}

/** `!` behind what may be undefined. */
function fixOptional(node: ts.Node): Fix[] {
  if (!ts.isCallExpression(node) && !ts.isPropertyAccessExpression(node) && !ts.isIdentifier(node)) return [];
  const edit = { start: node.end, end: node.end, newText: '!' };
  return [{ title: 'Assert with ! that it is there', edits: [edit], isPreferred: false }];
}

/** Element types that are offered: the one of what is pushed first. */
const elementTypes = ['int', 'number', 'string', 'boolean'];

function fixElementType(node: ts.Node, { file, program }: EditedCell): Fix[] {
  if (!ts.isIdentifier(node)) return [];
  const pushed = pushedType(node, file, program.getTypeChecker());
  const types =
    pushed === undefined
      ? elementTypes.slice(0, 3)
      : [pushed, ...elementTypes.filter((each) => each !== pushed)];
  return types.map((type, i) => ({
    title: `Declare ${node.text} as ${type}[]`,
    edits: [{ start: node.end, end: node.end, newText: `: ${type}[]` }],
    isPreferred: i === 0 && pushed !== undefined,
  }));
}

/** The type of the first value that the cell pushes onto an array, if it is one of the offered ones. */
function pushedType(array: ts.Identifier, file: ts.SourceFile, checker: ts.TypeChecker): string | undefined {
  const symbol = checker.getSymbolAtLocation(array);
  const find = (node: ts.Node): string | undefined => {
    if (
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      node.expression.name.text === 'push' &&
      node.arguments[0] &&
      checker.getSymbolAtLocation(node.expression.expression) === symbol
    ) {
      const type = checker.getBaseTypeOfLiteralType(checker.getTypeAtLocation(node.arguments[0]));
      const text = checker.typeToString(type);
      if (elementTypes.includes(text)) return text;
    }
    return ts.forEachChild(node, find);
  };
  return find(file);
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 30 ? `${line.slice(0, 29)}…` : line;
}
