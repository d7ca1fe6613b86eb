// Makes a failing program small: takes parts of its syntax tree away as long as it fails in the same way. Parts that
// something else needs come back by themselves: the program is then rejected, which is another way.
import ts from 'typescript';

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The smallest program found until `deadline` (of `Date.now()`) for which `stillFails` holds. */
export async function reduce(
  program: string,
  stillFails: (program: string) => Promise<boolean>,
  deadline: number,
): Promise<string> {
  let best = program;
  const attempt = async (text: string): Promise<boolean> => {
    if (text.length >= best.length || Date.now() > deadline || !(await stillFails(text))) return false;
    best = text;
    return true;
  };
  await attempt(program.replaceAll('// %%\n', ''));
  for (let before = ''; before !== best && Date.now() < deadline; ) {
    before = best;
    await removeRuns(() => best, attempt);
    for (let index = 0; Date.now() < deadline; ) {
      const edit = edits(best)[index];
      if (!edit) break;
      if (!(await attempt(best.slice(0, edit.start) + edit.text + best.slice(edit.end)))) index++;
    }
  }
  return best;
}

/** Takes runs of top-level statements away, long ones and last ones first: what is used comes before its users. */
async function removeRuns(best: () => string, attempt: (text: string) => Promise<boolean>): Promise<void> {
  for (let size = parse(best()).statements.length >> 1; size >= 1; size >>= 1) {
    for (let end = parse(best()).statements.length; end > 0; end -= size) {
      const text = best();
      const source = parse(text);
      const run = source.statements.slice(Math.max(0, end - size), end);
      await attempt(text.slice(0, run[0]!.getStart(source)) + text.slice(run.at(-1)!.end));
    }
  }
}

function parse(text: string): ts.SourceFile {
  return ts.createSourceFile('program.ts', text, ts.ScriptTarget.ES2022, true);
}

/** All ways to make the program smaller by one part, from the outside to the inside. */
function edits(text: string): Edit[] {
  const source = parse(text);
  const found: Edit[] = [];
  const replace = (node: ts.Node, text: string): void => {
    found.push({ start: node.getStart(source), end: node.end, text });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isStatement(node) && !ts.isBlock(node)) {
      replace(
        node,
        ts.isSourceFile(node.parent) || ts.isBlock(node.parent) || ts.isCaseOrDefaultClause(node.parent)
          ? ''
          : '{}',
      );
      ts.forEachChild(node, (child) => {
        // What is inside of a loop, a condition or a `try` in its place.
        if (ts.isBlock(child)) replace(node, child.getText(source).slice(1, -1));
        else if (ts.isStatement(child)) replace(node, child.getText(source));
      });
    } else if (ts.isBlock(node) && ts.isBlock(node.parent)) {
      replace(node, node.getText(source).slice(1, -1));
    } else if (ts.isClassElement(node) || ts.isCaseOrDefaultClause(node) || ts.isCatchClause(node)) {
      replace(node, '');
    } else if (ts.isExpression(node) && !ts.isFunctionLike(node)) {
      for (const smaller of smallerExpressions(node, source)) replace(node, smaller);
    }
    for (const list of lists(node)) found.push(...withoutOne(list, source));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function smallerExpressions(node: ts.Expression, source: ts.SourceFile): string[] {
  const parent = node.parent;
  if (
    ts.isExpressionWithTypeArguments(node) ||
    (ts.isPropertyAccessExpression(parent) && parent.name === node)
  )
    return [];
  const smaller: string[] = [];
  const own = node.getText(source);
  if (own.length > 4) smaller.push('0', "''", 'true', '[]');
  ts.forEachChild(node, (child) => {
    if (ts.isExpression(child) && !(ts.isIdentifier(child) && ts.isPropertyAccessExpression(node))) {
      smaller.push(child.getText(source));
    }
    if (ts.isSpreadElement(child)) smaller.push(child.expression.getText(source));
  });
  return smaller.filter((text) => text.length < own.length);
}

/** Lists whose elements can be left out. */
function lists(node: ts.Node): readonly ts.NodeArray<ts.Node>[] {
  if (ts.isArrayLiteralExpression(node)) return [node.elements];
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) return node.arguments ? [node.arguments] : [];
  if (ts.isObjectLiteralExpression(node)) return [node.properties];
  if (ts.isFunctionLike(node)) return [node.parameters];
  if (ts.isInterfaceDeclaration(node) || ts.isTypeLiteralNode(node)) return [node.members];
  if (ts.isArrayBindingPattern(node) || ts.isObjectBindingPattern(node)) return [node.elements];
  return [];
}

function withoutOne(list: ts.NodeArray<ts.Node>, source: ts.SourceFile): Edit[] {
  return list.map((node, index) => {
    const next = list[index + 1];
    if (next) return { start: node.getStart(source), end: next.getStart(source), text: '' };
    return { start: index > 0 ? list[index - 1]!.end : node.getStart(source), end: node.end, text: '' };
  });
}
