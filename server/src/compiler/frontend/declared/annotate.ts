// JavaScript with the types of its declarations: what a package's `*.d.ts` says of a function or class is written into
// its code, which TypeScript then reads as its own. Nothing moves to another line.

import { isAssignmentOperator, ts } from '../typescript.ts';
import { type Declarations, declaredExports } from './exports.ts';
import { annotateClass } from './members.ts';
import { annotateFunction, overloads, signaturesOf } from './signatures.ts';
import { TextEdits } from './text-edits.ts';
import { type Described, describedTypes } from './types.ts';

/** The text of a JavaScript file with the types that declarations give to what it exports. */
export function withDeclaredTypes(path: string, text: string, described: Described): string {
  const code = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS);
  const edits = new TextEdits();
  const declared = declaredExports(described.file, described.fileAt);
  const seen = new Set<ts.Declaration>();
  for (const [name, [declaration]] of declaredExports(code)) {
    const types = declared.get(name);
    if (!types || !declaration || seen.has(declaration)) continue;
    seen.add(declaration);
    annotate(edits, declaration, types);
  }
  edits.insert(text.length, describedTypes(described, code));
  return edits.applied(text);
}

function annotate(edits: TextEdits, declaration: ts.Declaration, types: Declarations): void {
  const [type] = types;
  if (ts.isFunctionDeclaration(declaration)) {
    const signatures = signaturesOf(types);
    if (signatures.length === 1) annotateFunction(edits, declaration, signatures[0]!);
    else edits.insert(declaration.getStart(), overloads(declaration, signatures));
  } else if (ts.isClassDeclaration(declaration)) {
    if (ts.isClassDeclaration(type!)) annotateClass(edits, declaration, type);
  } else if (ts.isVariableDeclaration(declaration)) {
    annotateVariable(edits, declaration, types);
  }
}

function annotateVariable(edits: TextEdits, declaration: ts.VariableDeclaration, types: Declarations): void {
  const { name, initializer } = declaration;
  const [type] = types;
  const signatures = signaturesOf(types);
  if (!initializer) return;
  if (ts.isClassExpression(initializer)) {
    if (ts.isClassDeclaration(type!)) annotateClass(edits, initializer, type);
  } else if (
    (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer)) &&
    signatures.length === 1
  ) {
    annotateFunction(edits, initializer, signatures[0]!);
    if (signatures[0]!.typeParameters) makeConstant(edits, declaration);
  } else if (ts.isVariableDeclaration(type!) && type.type) {
    edits.insert(name.end, `: ${type.type.getText()}`);
  }
}

/** Variables can't hold functions with type parameters: `let f = (x) => x` is a constant if nothing assigns to it. */
function makeConstant(edits: TextEdits, { name, parent: list }: ts.VariableDeclaration): void {
  if (!ts.isVariableDeclarationList(list) || list.declarations.length > 1 || list.flags & ts.NodeFlags.Const)
    return;
  if (isAssigned(name.getText(), list.getSourceFile())) return;
  const start = list.getStart();
  edits.replace(start, start + (list.flags & ts.NodeFlags.Let ? 'let' : 'var').length, 'const');
}

function isAssigned(name: string, node: ts.Node): boolean {
  if (ts.isBinaryExpression(node) && ts.isIdentifier(node.left) && node.left.text === name) {
    if (isAssignmentOperator(node.operatorToken.kind)) return true;
  }
  return ts.forEachChild(node, (child) => isAssigned(name, child)) ?? false;
}
