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

/** Element types that are offered, if what is pushed is of these. */
const elementTypes = ['int', 'number', 'string', 'boolean'];

/** The union of what is pushed, which is more than one type. */
function fixElementType(node: ts.Node, { file, program }: EditedCell): Fix[] {
  if (!ts.isIdentifier(node)) return [];
  const pushed = pushedTypes(node, file, program.getTypeChecker());
  if (pushed.length === 0) return [];
  const type = pushed.length > 1 ? `(${pushed.join(' | ')})[]` : `${pushed[0]}[]`;
  const edit = { start: node.end, end: node.end, newText: `: ${type}` };
  return [{ title: `Declare ${node.text} as ${type}`, edits: [edit], isPreferred: true }];
}

/** The types of the values that the cell pushes onto an array, those that can be offered. */
function pushedTypes(array: ts.Identifier, file: ts.SourceFile, checker: ts.TypeChecker): string[] {
  const symbol = checker.getSymbolAtLocation(array);
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      node.expression.name.text === 'push' &&
      checker.getSymbolAtLocation(node.expression.expression) === symbol
    ) {
      for (const argument of node.arguments) {
        const type = checker.getBaseTypeOfLiteralType(checker.getTypeAtLocation(argument));
        const text = checker.typeToString(type);
        if (elementTypes.includes(text)) found.add(text);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return [...found];
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 30 ? `${line.slice(0, 29)}…` : line;
}
