// The code of a cell: its statements in order, as the entry function that runs once; its functions; and its value.

import { isStatic } from '../class-members.ts';
import { fail } from '../diagnostics.ts';
import type { ImportedModule } from '../modules.ts';
import { namespaceStatements } from '../namespaces.ts';
import { noSubstitution } from '../rep-of-type.ts';
import { voidRep } from '../reps.ts';
import { waits } from '../top-level-await.ts';
import { skipParentheses, ts } from '../typescript.ts';
import { staticFunction } from './captures.ts';
import { output } from './console.ts';
import { lowerWaitingCell } from './coroutines.ts';
import { lowerExpression } from './expressions.ts';
import { FunctionLowering } from './function.ts';
import { instantiate } from './functions.ts';
import { callLibrary } from './library-calls.ts';
import type { ModuleLowering } from './module.ts';
import { lowerStatement, lowerStatements } from './statements.ts';

/**
 * Lowers a cell, and the modules that are evaluated before it, into the module; returns the entry's symbol, or undefined
 * if nothing has to run.
 */
export function lowerCell(module: ModuleLowering, id: string, file: ts.SourceFile): string | undefined {
  const { imported } = module;
  const symbol = `cell.${id}`;
  const ir = module.newFunction(symbol, '<cell>', voidRep, file, true);
  const fn = new FunctionLowering(module, ir, file, voidRep, noSubstitution);
  for (const name of module.namesReadEarly) fn.setReady(name, false);
  if (waits(file) || imported.some((each) => waits(each.file)))
    module.guard(file, () => lowerWaitingCell(fn, file));
  else lowerCellStatements(fn, file);
  if (!fn.b.terminated) {
    fn.b.position = undefined;
    fn.b.return();
  }
  for (const statement of file.statements) module.guard(statement, () => requestFunctions(fn, statement));
  module.drain();
  if (module.diagnostics.length > 0) return undefined;
  fn.b.finish();
  const isEmpty = ir.blocks.length === 1 && ir.blocks[0]!.insts.length === 1;
  if (isEmpty) return undefined;
  module.addFunction(ir);
  return symbol;
}

/** Calls what a module's statements become, if they do anything. */
function evaluateModule(outer: FunctionLowering, { file, id, isBesideOthers }: ImportedModule): void {
  const { module } = outer;
  if (file.isDeclarationFile || isCommonJs(file)) fail(file.statements[0] ?? file, 'GN1014');
  // In Node, what does not import a module that waits is evaluated meanwhile.
  const isAwaited = waits(file);
  if (isAwaited && isBesideOthers)
    fail(file.statements[0] ?? file, 'GN1001', "'await' in a module beside others that do not import it");
  const symbol = moduleSymbol(id);
  const ir = module.newFunction(symbol, '<module>', voidRep, file);
  const fn = new FunctionLowering(module, ir, file, voidRep, noSubstitution);
  lowerStatements(
    fn,
    file.statements.filter((statement) => !isOnlyDeclared(statement)),
  );
  if (!fn.b.terminated) {
    fn.b.position = undefined;
    fn.b.return();
  }
  fn.b.finish();
  if (ir.blocks.length === 1 && ir.blocks[0]!.insts.length === 1) return;
  module.addFunction(ir);
  outer.b.call(symbol, 'void', []);
  // Those that import it go on in a job.
  if (isAwaited) callLibrary(outer, 'promise_pause', [], file);
}

/** True for a class that computes nothing where it is declared: like a function, it is compiled where it is used. */
function isOnlyDeclared(statement: ts.Statement): boolean {
  if (!ts.isClassDeclaration(statement)) return false;
  const parents = statement.heritageClauses?.flatMap(({ types }) => types) ?? [];
  return (
    parents.every(({ expression }) => ts.isIdentifier(expression)) &&
    statement.members.every(
      (member) =>
        !ts.isClassStaticBlockDeclaration(member) &&
        !(ts.isPropertyDeclaration(member) && isStatic(member)) &&
        !(member.name && ts.isComputedPropertyName(member.name)),
    )
  );
}

/** Symbol of the code that evaluates a module, which runs once. */
export function moduleSymbol(id: string): string {
  return `f.${id}.<module>`;
}

function isCommonJs(file: ts.SourceFile): boolean {
  return (file as { commonJsModuleIndicator?: ts.Node }).commonJsModuleIndicator !== undefined;
}

/** The modules that are evaluated before the cell, its statements, and the value of the last one. */
export function lowerCellStatements(fn: FunctionLowering, file: ts.SourceFile): void {
  for (const each of fn.module.imported) fn.module.guard(each.site, () => evaluateModule(fn, each));
  const { statements } = file;
  const last = statements.at(-1);
  const value = last && ts.isExpressionStatement(last) ? last : undefined;
  lowerStatements(fn, value ? statements.slice(0, -1) : statements);
  if (value) fn.module.guard(value, () => lowerCellValue(fn, value));
}

/** The last expression: what it gives is shown as the cell's value. */
function lowerCellValue(fn: FunctionLowering, node: ts.ExpressionStatement): void {
  fn.at(node);
  // An assignment pattern is a statement in all but its grammar.
  const inner = skipParentheses(node.expression);
  if (ts.isBinaryExpression(inner) && ts.isArrayLiteralExpression(inner.left)) {
    lowerStatement(fn, node);
    return;
  }
  const value = lowerExpression(fn, node.expression);
  if (value.rep.kind === 'void') return;
  fn.within(node, () => output(fn, 'value', [{ value, node: node.expression }]));
}

/** Functions declared at the top level exist whether this cell uses them or not. */
function requestFunctions(fn: FunctionLowering, statement: ts.Statement): void {
  if (ts.isModuleDeclaration(statement)) {
    for (const each of namespaceStatements(statement)) requestFunctions(fn, each);
    return;
  }
  const names: ts.Identifier[] = [];
  if (ts.isFunctionDeclaration(statement) && statement.name) names.push(statement.name);
  if (ts.isVariableStatement(statement)) {
    for (const { name } of statement.declarationList.declarations)
      if (ts.isIdentifier(name)) names.push(name);
  }
  for (const name of names) {
    const target = staticFunction(fn.symbolAt(name));
    // A generic function exists only as its specialisations.
    if (!target || target.typeParameters?.length) continue;
    instantiate(fn, target, { form: 'direct', substitution: noSubstitution });
  }
}
