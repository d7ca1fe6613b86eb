// Statements, except loops and switch, which have files of their own.
import { fail } from '../diagnostics.ts';
import type { Rep } from '../reps.ts';
import { isNothing, undefinedRep, valueType } from '../reps.ts';
import { skipParentheses, ts } from '../typescript.ts';
import { isArrayRep, loadElement } from './arrays.ts';
import { isGlobalDeclaration, staticFunction } from './captures.ts';
import { lowerCondition } from './conditions.ts';
import { convert } from './conversions.ts';
import { lowerExpression, lowerTo } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import { lowerReturn } from './functions.ts';
import { lowerDoWhile, lowerFor, lowerForOf, lowerWhile } from './loops.ts';
import { lowerSwitch } from './switch.ts';
import { constantOf, instOf, type Value } from './value.ts';

const K = ts.SyntaxKind;

/** Statements to come. */
const unsupported = new Map<ts.SyntaxKind, string>([
  [K.ForInStatement, "'for ... in' (for ... of loops over elements); it"],
  [K.ClassDeclaration, 'a class'],
  [K.EnumDeclaration, 'an enum'],
  [K.ThrowStatement, "'throw'"],
  [K.TryStatement, "'try'"],
  [K.ImportDeclaration, 'import'],
  [K.ExportDeclaration, 'export'],
  [K.ExportAssignment, 'export'],
  [K.ModuleDeclaration, 'a namespace'],
  [K.WithStatement, "'with'"],
  [K.DebuggerStatement, "'debugger'"],
]);

/** Lowers statements in order; one that fails is reported, and the next are tried. */
export function lowerStatements(fn: FunctionLowering, statements: readonly ts.Statement[]): void {
  for (const statement of statements) {
    fn.module.guard(statement, () => lowerStatement(fn, statement));
  }
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
    case K.Block:
      lowerBlock(fn, node as ts.Block, labels);
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
    case K.SwitchStatement:
      lowerSwitch(fn, node as ts.SwitchStatement, labels);
      return;
    case K.LabeledStatement: {
      const labelled = node as ts.LabeledStatement;
      lowerStatement(fn, labelled.statement, [...labels, labelled.label.text]);
      return;
    }
    case K.BreakStatement:
    case K.ContinueStatement:
      lowerJump(fn, node as ts.BreakOrContinueStatement);
      return;
    case K.ReturnStatement:
      lowerReturnStatement(fn, node as ts.ReturnStatement);
      return;
    case K.EmptyStatement:
    case K.InterfaceDeclaration:
    case K.TypeAliasDeclaration:
      return;
    case K.FunctionDeclaration:
      // Lowered when it is used; where it stands in the block does not matter.
      return;
    default:
      fail(node, 'GN1001', unsupported.get(node.kind) ?? `this statement (${ts.SyntaxKind[node.kind]})`);
  }
}

function lowerBlock(fn: FunctionLowering, node: ts.Block, labels: readonly string[]): void {
  if (labels.length === 0) {
    lowerStatements(fn, node.statements);
    return;
  }
  const { b } = fn;
  const breakBlock = b.createBlock();
  fn.jumps.push({ labels, breakBlock, plainBreak: false });
  lowerStatements(fn, node.statements);
  fn.jumps.pop();
  if (!b.terminated) b.jump(breakBlock);
  b.enterSealed(breakBlock);
}

export function lowerVariables(fn: FunctionLowering, list: ts.VariableDeclarationList): void {
  if (list.flags & ts.NodeFlags.Using) fail(list, 'GN1001', "'using'");
  for (const declaration of list.declarations) {
    fn.at(declaration);
    lowerVariable(fn, declaration, list);
  }
}

function lowerVariable(
  fn: FunctionLowering,
  declaration: ts.VariableDeclaration,
  list: ts.VariableDeclarationList,
): void {
  const { name, initializer } = declaration;
  if (ts.isObjectBindingPattern(name)) fail(name, 'GN1001', 'taking an object apart');
  if (ts.isArrayBindingPattern(name)) {
    lowerArrayPattern(fn, name, initializer);
    return;
  }
  const symbol = fn.symbolAt(name);
  if (staticFunction(symbol)) return;
  if (isGlobalDeclaration(declaration)) {
    lowerGlobalVariable(fn, declaration, (list.flags & ts.NodeFlags.Const) !== 0);
    return;
  }
  const isVar = !(list.flags & (ts.NodeFlags.Let | ts.NodeFlags.Const));
  const rep = explained(fn, initializer, () => variableRep(fn, name));
  const known = isVar ? fn.bindingOfLocal(symbol) : undefined;
  // The right side is computed before the variable is declared anew, as in the next round of a loop.
  const value = initializer && lowerTo(fn, initializer, rep);
  const binding = known ?? fn.declare(symbol, rep, name);
  if (value) fn.write(binding, value);
  else if (!isVar) fn.write(binding, emptyValue(fn, rep, declaration));
}

/** Where a type has no representation, what is wrong with the value often says more. */
function explained<T>(fn: FunctionLowering, initializer: ts.Expression | undefined, find: () => T): T {
  try {
    return find();
  } catch (error) {
    if (initializer) lowerExpression(fn, initializer);
    throw error;
  }
}

/** The representation of a variable: that of its type. */
export function variableRep(fn: FunctionLowering, name: ts.Identifier): Rep {
  const rep = fn.repAt(name);
  return isNothing(rep) ? fail(name, 'GN1002', rep.kind) : rep;
}

/** What `let x: T;` holds: undefined where that is possible; else it is assigned before it is read. */
export function emptyValue(fn: FunctionLowering, rep: Rep, node: ts.Node) {
  if (rep.kind === 'optional') return convert(fn, { rep: undefinedRep }, rep, node);
  return { rep, inst: fn.b.constant(valueType(rep), 0) };
}

/** A variable at the top level of a cell. A `const` whose value is known needs neither memory nor code. */
function lowerGlobalVariable(
  fn: FunctionLowering,
  declaration: ts.VariableDeclaration,
  isConst: boolean,
): void {
  const { initializer } = declaration;
  const global = explained(fn, initializer, () => fn.module.declareGlobal(declaration));
  const { rep } = global;
  const value = initializer ? lowerTo(fn, initializer, rep) : emptyValue(fn, rep, declaration);
  const constant = isConst ? knownValue(value) : undefined;
  if (constant !== undefined) fn.module.declareConstant(global, constant);
  else fn.write({ kind: 'global', rep, global }, value);
}

/** The value if it is known at compile time. */
function knownValue(value: Value): number | string | boolean | undefined {
  if (value.text !== undefined) return value.text;
  const constant = value.rep.kind === 'optional' ? undefined : constantOf(value);
  return constant !== undefined && value.rep.kind === 'boolean' ? constant !== 0 : constant;
}

/** `const [a, b] = array`. */
function lowerArrayPattern(
  fn: FunctionLowering,
  pattern: ts.ArrayBindingPattern,
  initializer: ts.Expression | undefined,
): void {
  if (!initializer) fail(pattern, 'GN1001', 'taking this apart');
  const source = skipParentheses(initializer);
  const elements = pattern.elements.map((element) => {
    if (ts.isOmittedExpression(element)) return undefined;
    if (element.dotDotDotToken || element.initializer || !ts.isIdentifier(element.name)) {
      return fail(element, 'GN1001', 'this kind of taking an array apart');
    }
    if (ts.isSourceFile(pattern.parent.parent.parent.parent)) {
      return fail(pattern, 'GN1001', 'declaring several variables from an array at the top level of a cell');
    }
    return element.name;
  });
  if (ts.isArrayLiteralExpression(source) && !source.elements.some(ts.isSpreadElement)) {
    const values = source.elements.map((element, i) => {
      const name = elements[i];
      return name ? lowerTo(fn, element, variableRep(fn, name)) : lowerExpression(fn, element);
    });
    for (const [i, name] of elements.entries()) {
      if (!name) continue;
      const value = values[i] ?? fail(pattern, 'GN1001', 'taking this apart');
      fn.write(fn.declare(fn.symbolAt(name), value.rep, name), value);
    }
    return;
  }
  const base = lowerExpression(fn, initializer);
  const { rep } = base;
  if (!isArrayRep(rep)) fail(pattern, 'GN1001', 'taking this apart');
  for (const [i, name] of elements.entries()) {
    if (!name) continue;
    const wanted = variableRep(fn, name);
    const element = fn.within(name, () => loadElement(fn, rep, instOf(base), fn.b.iconst(i)));
    fn.write(fn.declare(fn.symbolAt(name), wanted, name), convert(fn, element, wanted, name));
  }
}

function lowerIf(fn: FunctionLowering, node: ts.IfStatement): void {
  const { b } = fn;
  const thenBlock = b.createBlock();
  const join = b.createBlock();
  const elseBlock = node.elseStatement ? b.createBlock() : join;
  lowerCondition(fn, node.expression, thenBlock, elseBlock);
  b.enterSealed(thenBlock);
  lowerStatement(fn, node.thenStatement);
  if (!b.terminated) b.jump(join);
  if (node.elseStatement) {
    b.enterSealed(elseBlock);
    lowerStatement(fn, node.elseStatement);
    if (!b.terminated) b.jump(join);
  }
  b.enterSealed(join);
  leaveIfUnreachable(fn);
}

/** Where no way leads to the current block, what follows is dropped. */
export function leaveIfUnreachable(fn: FunctionLowering): void {
  if (!fn.b.isReachable(fn.b.block)) fn.b.trap('unreachable');
}

function lowerJump(fn: FunctionLowering, node: ts.BreakOrContinueStatement): void {
  const isBreak = ts.isBreakStatement(node);
  const label = node.label?.text;
  for (const target of [...fn.jumps].reverse()) {
    const named = label !== undefined && target.labels.includes(label);
    const plain = label === undefined && (isBreak ? target.plainBreak : target.continueBlock !== undefined);
    if (!named && !plain) continue;
    const block = isBreak ? target.breakBlock : target.continueBlock;
    if (block) {
      fn.b.jump(block);
      return;
    }
  }
  fail(node, 'GN1001', 'leaving this statement');
}

function lowerReturnStatement(fn: FunctionLowering, node: ts.ReturnStatement): void {
  const { expression } = node;
  if (fn.b.fn.entry) fail(node, 'GN1008', "'return' outside of a function");
  if (!expression) {
    if (fn.result.kind === 'optional') {
      fn.b.return(fn.b.nullRef());
      return;
    }
    lowerReturn(fn, undefined);
    return;
  }
  if (fn.result.kind === 'void') {
    lowerExpression(fn, expression);
    lowerReturn(fn, undefined);
    return;
  }
  lowerReturn(fn, lowerTo(fn, expression, fn.result));
}
