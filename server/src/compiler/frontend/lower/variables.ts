// Declarations of variables: local, and at the top level of a cell.
import { classOfSymbol } from '../class-names.ts';
import { fail } from '../diagnostics.ts';
import type { Rep } from '../reps.ts';
import { undefinedRep, valueType, withUndefined } from '../reps.ts';
import { skipParentheses, ts } from '../typescript.ts';
import { repOfVariable } from '../variable-reps.ts';
import { isKeptForResult } from './asked-constants.ts';
import { isGlobalDeclaration, isVariableNode, staticFunction, type VariableNode } from './captures.ts';
import { lowerClassDeclaration } from './classes.ts';
import { convert } from './conversions.ts';
import { lowerExpression, lowerTo } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import type { Global } from './globals.ts';
import { makeKept } from './kept-functions.ts';
import { lowerPattern } from './patterns.ts';
import { constantOf, type Value } from './value.ts';

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
  if (!ts.isIdentifier(name)) {
    lowerPattern(fn, name, initializer);
    return;
  }
  const symbol = fn.symbolAt(name);
  const held = staticFunction(symbol);
  if (held) {
    makeKept(fn, held);
    return;
  }
  const classNode = classOfSymbol(symbol);
  if (classNode) {
    lowerClassDeclaration(fn, classNode);
    return;
  }
  if (isVariableNode(declaration) && isGlobalDeclaration(declaration)) {
    lowerGlobalVariable(fn, declaration, (list.flags & ts.NodeFlags.Const) !== 0);
    return;
  }
  const isVar = !(list.flags & (ts.NodeFlags.Let | ts.NodeFlags.Const));
  const rep = explained(fn, initializer, () => variableRep(fn, name));
  const captures = fn.module.captures(name.getSourceFile());
  const known = isVar || captures.isHoisted(symbol) ? fn.bindingOfLocal(symbol) : undefined;
  // A function in the right side may hold the variable itself.
  const early = captures.isBoxed(symbol) && !known;
  const declared = early ? fn.declare(symbol, rep, name) : known;
  // Else the right side is computed before the variable is declared anew, as in the next round of a loop.
  const value = initializer && lowerTo(fn, initializer, rep);
  const binding = declared ?? fn.declare(symbol, rep, name);
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
  const rep = repOfVariable(fn.checker, name, fn.substitution);
  return isKeptForResult(fn, name.parent) ? withUndefined(rep) : rep;
}

/** What `let x: T;` holds: undefined where that is possible; else it is assigned before it is read. */
export function emptyValue(fn: FunctionLowering, rep: Rep, node: ts.Node) {
  if (rep.kind === 'optional' && rep.absent === 'undefined')
    return convert(fn, { rep: undefinedRep }, rep, node);
  return { rep, inst: fn.b.constant(valueType(rep), 0) };
}

/** A variable at the top level of a cell. A `const` whose value is known needs neither memory nor code. */
function lowerGlobalVariable(
  fn: FunctionLowering,
  declaration: VariableNode & ts.VariableDeclaration,
  isConst: boolean,
): void {
  const { initializer } = declaration;
  const global = explained(fn, initializer, () => fn.module.declareGlobal(declaration));
  const { rep } = global;
  const value = initializer ? lowerTo(fn, initializer, rep) : emptyValue(fn, rep, declaration);
  keep(fn, global, value, isConst);
}

/** The variable of what `export default` gives; functions and classes are known by what declares them. */
export function lowerDefaultExport(fn: FunctionLowering, node: ts.ExportAssignment): void {
  const value = skipParentheses(node.expression);
  if (ts.isArrowFunction(value) || ts.isFunctionExpression(value)) return;
  if (ts.isClassExpression(value)) {
    lowerClassDeclaration(fn, value);
    return;
  }
  const global = fn.module.declareGlobal(node);
  keep(fn, global, lowerTo(fn, value, global.rep), true);
}

/** Gives a variable at the top level its first value. */
function keep(fn: FunctionLowering, global: Global, value: Value, isConst: boolean): void {
  const { rep } = global;
  const constant = isConst && !fn.module.namesReadEarly.has(global.name) ? knownValue(value) : undefined;
  if (constant !== undefined) fn.module.declareConstant(global, constant);
  else fn.write({ kind: 'global', rep, global }, value);
  fn.setReady(global.name, true);
}

/** The value if it is known at compile time. */
function knownValue(value: Value): number | string | boolean | undefined {
  if (value.text !== undefined) return value.text;
  const constant = value.rep.kind === 'optional' ? undefined : constantOf(value);
  return constant !== undefined && value.rep.kind === 'boolean' ? constant !== 0 : constant;
}
