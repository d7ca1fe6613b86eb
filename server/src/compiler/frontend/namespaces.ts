// Namespaces: what they declare exists once, as what a file declares does, under names that begin with theirs.
import { ts } from './typescript.ts';

/** True for a file and the body of a namespace in one: what is declared there exists once. */
export function isTopLevel(node: ts.Node): boolean {
  return ts.isSourceFile(node) || (ts.isModuleBlock(node) && isTopLevel(around(node)));
}

/** What the namespace is in; `namespace A.B` is one in another without a body between. */
function around(block: ts.ModuleBlock): ts.Node {
  let node: ts.Node = block.parent;
  while (ts.isModuleDeclaration(node.parent)) node = node.parent;
  return node.parent;
}

/**
 * What the names of a namespace begin with, such as `A.B.`; nothing outside of them. What is not exported belongs to its
 * body alone, of which there may be several.
 */
export function namespacePrefix(declaration: ts.Node): string {
  let prefix = '';
  let isExported = false;
  for (let node = declaration; !ts.isSourceFile(node); node = node.parent) {
    isExported ||= ts.canHaveModifiers(node) && hasExport(node);
    if (!ts.isModuleDeclaration(node)) continue;
    const bodies = bodiesBeside(node);
    const body = isExported || bodies.length === 1 ? '' : `~${bodies.indexOf(node)}`;
    prefix = `${node.name.text}${body}.${prefix}`;
    isExported = hasExport(node) || ts.isModuleDeclaration(node.parent);
  }
  return prefix;
}

const hasExport = (node: ts.HasModifiers) =>
  ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;

/** The declarations of the same namespace beside one. */
function bodiesBeside(node: ts.ModuleDeclaration): readonly ts.Node[] {
  const { parent } = node;
  if (!ts.isSourceFile(parent) && !ts.isModuleBlock(parent)) return [node];
  return parent.statements.filter(
    (each) => ts.isModuleDeclaration(each) && each.name.text === node.name.text,
  );
}

/** The statements of a namespace, in the order in which they run; none of one that has types only. */
export function namespaceStatements(node: ts.ModuleDeclaration): readonly ts.Statement[] {
  const { body } = node;
  if (!body || ts.isIdentifier(body)) return [];
  return ts.isModuleBlock(body) ? body.statements : namespaceStatements(body as ts.ModuleDeclaration);
}
