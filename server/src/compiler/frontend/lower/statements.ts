// Statements, except loops and switch, which have files of their own.
import type { Block } from '../../ir/ir.ts';
import { fail } from '../diagnostics.ts';
import { moduleOf } from '../modules.ts';
import { namespaceStatements } from '../namespaces.ts';
import { ts } from '../typescript.ts';
import { lowerClassDeclaration } from './classes.ts';
import { lowerCondition } from './conditions.ts';
import { lowerExpression } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import { lowerJump, lowerReturnStatement } from './jumps.ts';
import { declareHoisted } from './kept-functions.ts';
import { lowerDoWhile, lowerFor, lowerForIn, lowerForOf, lowerWhile } from './loops.ts';
import { lowerSwitch } from './switch.ts';
import { lowerThrow, lowerTry } from './try.ts';
import { lowerDefaultExport, lowerVariables } from './variables.ts';

const K = ts.SyntaxKind;

/** Statements to come. */
const unsupported = new Map<ts.SyntaxKind, string>([
  [K.WithStatement, "'with'"],
  [K.DebuggerStatement, "'debugger'"],
]);

/** Lowers statements in order; one that fails is reported, and the next are tried. */
export function lowerStatements(fn: FunctionLowering, statements: readonly ts.Statement[]): void {
  declareHoisted(fn, statements);
  lowerEach(fn, statements);
}

/** Lowers some of the statements of a block. */
export function lowerEach(fn: FunctionLowering, statements: readonly ts.Statement[]): void {
  for (const statement of statements) {
    if (isForOtherTypes(fn)) return;
    fn.module.guard(statement, () => lowerStatement(fn, statement));
  }
}

/** True behind `if (typeof x !== 'object') return x;` in the code for a number: what follows may be of no type that could be compiled. */
function isForOtherTypes({ b, substitution }: FunctionLowering): boolean {
  return substitution.size > 0 && b.terminated && b.block.insts.at(-1)?.trap === 'unreachable';
}

export function lowerStatement(
  fn: FunctionLowering,
  node: ts.Statement,
  labels: readonly string[] = [],
): void {
  fn.at(node);
  switch (node.kind) {
    case K.ExpressionStatement:
      lowerExpression(fn, (node as ts.ExpressionStatement).expression);
      return;
    case K.VariableStatement:
      lowerVariables(fn, (node as ts.VariableStatement).declarationList);
      return;
    case K.ModuleDeclaration:
      lowerStatements(fn, namespaceStatements(node as ts.ModuleDeclaration));
      return;
    case K.ImportEqualsDeclaration:
      // Another name for what a namespace has.
      if (ts.isExternalModuleReference((node as ts.ImportEqualsDeclaration).moduleReference))
        fail(node, 'GN1001', "'import' with 'require'");
      return;
    case K.Block:
      lowerStatements(fn, (node as ts.Block).statements);
      return;
    case K.IfStatement:
      lowerIf(fn, node as ts.IfStatement);
      return;
    case K.WhileStatement:
      lowerWhile(fn, node as ts.WhileStatement, labels);
      return;
    case K.DoStatement:
      lowerDoWhile(fn, node as ts.DoStatement, labels);
      return;
    case K.ForStatement:
      lowerFor(fn, node as ts.ForStatement, labels);
      return;
    case K.ForOfStatement:
      lowerForOf(fn, node as ts.ForOfStatement, labels);
      return;
    case K.ForInStatement:
      lowerForIn(fn, node as ts.ForInStatement, labels);
      return;
    case K.SwitchStatement:
      lowerSwitch(fn, node as ts.SwitchStatement, labels);
      return;
    case K.LabeledStatement: {
      const labelled = node as ts.LabeledStatement;
      lowerLabelled(fn, labelled.statement, [...labels, labelled.label.text]);
      return;
    }
    case K.BreakStatement:
    case K.ContinueStatement:
      lowerJump(fn, node as ts.BreakOrContinueStatement);
      return;
    case K.ReturnStatement:
      lowerReturnStatement(fn, node as ts.ReturnStatement);
      return;
    case K.ThrowStatement:
      lowerThrow(fn, node as ts.ThrowStatement);
      return;
    case K.TryStatement:
      lowerTry(fn, node as ts.TryStatement);
      return;
    case K.ClassDeclaration:
      lowerClassDeclaration(fn, node as ts.ClassDeclaration);
      return;
    case K.ExportDeclaration:
    case K.ExportAssignment:
      lowerExport(fn, node as ts.ExportDeclaration | ts.ExportAssignment);
      return;
    case K.ImportDeclaration:
    // Modules are evaluated before the first statement.
    case K.EmptyStatement:
    case K.InterfaceDeclaration:
    case K.TypeAliasDeclaration:
    case K.EnumDeclaration:
      return;
    case K.FunctionDeclaration:
      // Lowered when it is used; where it stands in the block does not matter.
      return;
    default:
      fail(node, 'GN1001', unsupported.get(node.kind) ?? `this statement (${ts.SyntaxKind[node.kind]})`);
  }
}

/** Exports of names have no code: what `export default` gives without a name is kept in a variable. */
function lowerExport(fn: FunctionLowering, node: ts.ExportDeclaration | ts.ExportAssignment): void {
  if (moduleOf(node.getSourceFile()) === undefined) fail(node, 'GN1008', "'export' of names");
  if (ts.isExportAssignment(node) && !ts.isIdentifier(node.expression)) lowerDefaultExport(fn, node);
}

/** A statement that `break` leaves by a label; loops and `switch` see to theirs themselves. */
function lowerLabelled(fn: FunctionLowering, node: ts.Statement, labels: readonly string[]): void {
  if (ts.isIterationStatement(node, false) || ts.isSwitchStatement(node) || ts.isLabeledStatement(node)) {
    lowerStatement(fn, node, labels);
    return;
  }
  const { b } = fn;
  const breakBlock = b.createBlock();
  fn.jumps.push({ labels, breakBlock, plainBreak: false });
  lowerStatement(fn, node);
  fn.jumps.pop();
  if (!b.terminated) b.jump(breakBlock);
  b.enterSealed(breakBlock);
}

function lowerIf(fn: FunctionLowering, node: ts.IfStatement): void {
  const { b } = fn;
  const thenBlock = b.createBlock();
  const join = b.createBlock();
  const elseBlock = node.elseStatement ? b.createBlock() : join;
  lowerCondition(fn, node.expression, thenBlock, elseBlock);
  lowerBranch(fn, thenBlock, node.thenStatement, join);
  if (node.elseStatement) lowerBranch(fn, elseBlock, node.elseStatement, join);
  b.enterSealed(join);
  leaveIfUnreachable(fn);
}

/** What can't happen may be of no type that could be compiled: `if (typeof x === 'string')`, where x is a number. */
function lowerBranch(fn: FunctionLowering, block: Block, node: ts.Statement, join: Block): void {
  const { b } = fn;
  b.enterSealed(block);
  leaveIfUnreachable(fn);
  if (b.terminated) return;
  lowerStatement(fn, node);
  if (!b.terminated) b.jump(join);
}

/** Where no way leads to the current block, what follows is dropped. */
export function leaveIfUnreachable(fn: FunctionLowering): void {
  if (!fn.b.isReachable(fn.b.block)) fn.b.trap('unreachable');
}
