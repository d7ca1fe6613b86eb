// try, catch, finally and throw. What is protected is compiled as a function of its own, which gn_try calls: it
// remembers where to go on if anything throws below. So only variables that change in there pay, since they move to the
// heap as those of closures do; code without `try` pays nothing (docs/decisions/0009-exceptions.md).
//
// The function returns how it ended: 0 at its end, else the number of the way by which its statements leave it (return,
// break, continue), which the function around it then goes. Below 0, something was thrown.
import type { Inst } from '../../ir/ir.ts';
import { anyRep, intRep, type ObjectRep, type Rep, repName } from '../reps.ts';
import { ts } from '../typescript.ts';
import { isFunctionNode, type ProtectedNode } from './captures.ts';
import { convert } from './conversions.ts';
import { lowerTo } from './expressions.ts';
import type { Binding, FunctionLowering } from './function.ts';
import { currentRep } from './iteration.ts';
import { isAsyncIterator } from './iterators.ts';
import { leaveTo } from './jumps.ts';
import { callLibrary } from './library-calls.ts';
import { loopOverIterator } from './loops.ts';
import { partClosure } from './parts.ts';
import { bindPattern } from './patterns.ts';
import { leaveIfUnreachable, lowerStatements } from './statements.ts';
import type { Value } from './value.ts';

/** What gn_try returns where something was thrown, or a trap happened. */
const TRAPPED = -2;

/** A way by which statements leave a part of a function. */
export type Exit =
  | { readonly kind: 'return' }
  | { readonly kind: 'break' | 'continue'; readonly label: string | undefined };

/** The ways by which a protected part is left other than by its end, each once. */
function exitsOf(part: ProtectedNode): Exit[] {
  const exits = new Map<string, Exit>();
  const visit = (
    node: ts.Node,
    inner: { labels: readonly string[]; loops: boolean; breaks: boolean },
  ): void => {
    if (isFunctionNode(node) || ts.isClassLike(node)) return;
    if (ts.isTryStatement(part) && node === part.finallyBlock) return;
    // A generator that waits may be told to return.
    if (ts.isReturnStatement(node) || ts.isYieldExpression(node)) exits.set('return', { kind: 'return' });
    if (ts.isBreakOrContinueStatement(node)) {
      const label = node.label?.text;
      const kind = ts.isBreakStatement(node) ? 'break' : 'continue';
      const isInside = label ? inner.labels.includes(label) : kind === 'break' ? inner.breaks : inner.loops;
      if (!isInside) exits.set(`${kind} ${label ?? ''}`, { kind, label });
    }
    const inLoop = ts.isIterationStatement(node, false);
    const within = {
      labels: ts.isLabeledStatement(node) ? [...inner.labels, node.label.text] : inner.labels,
      loops: inner.loops || inLoop,
      breaks: inner.breaks || inLoop || ts.isSwitchStatement(node),
    };
    ts.forEachChild(node, (child) => visit(child, within));
  };
  visit(part, { labels: labelsOf(part), loops: false, breaks: false });
  return [...exits.values()];
}

/** The labels right before a statement. */
function labelsOf({ parent }: ts.Node): string[] {
  return ts.isLabeledStatement(parent) ? [...labelsOf(parent), parent.label.text] : [];
}

/** Inside of a protected part: where its statements lead. */
export interface Protection {
  readonly exits: readonly Exit[];
}

/** The number of an exit of a protected part; 0 is its end. */
export function exitCode({ exits }: Protection, exit: Exit): number {
  const same = (each: Exit) =>
    each.kind === exit.kind && (each.kind === 'return' || each.label === (exit as typeof each).label);
  return exits.findIndex(same) + 1;
}

/** Where the value of a `return` waits while it leaves protected parts. */
export function returnedValue(rep: Rep): Binding {
  const name = `returned ${repName(rep)}`;
  return { kind: 'global', rep, global: { name, symbol: `g.lib.returned:${repName(rep)}`, rep } };
}

export function lowerTry(fn: FunctionLowering, node: ts.TryStatement): void {
  const { catchClause, finallyBlock } = node;
  if (!finallyBlock) lowerTryCatch(fn, node);
  else lowerTryFinally(fn, catchClause ? node : node.tryBlock, finallyBlock);
}

/** Also the inner part of a statement with `finally`. */
export function lowerTryCatch(fn: FunctionLowering, node: ts.TryStatement): void {
  const { b } = fn;
  const { exits, code } = protect(fn, node.tryBlock);
  const caught = b.createBlock();
  const done = b.createBlock();
  const join = b.createBlock();
  b.branch(b.icmp('lt', code, b.iconst(0)), caught, done);
  b.enterSealed(caught);
  const { variableDeclaration, block } = node.catchClause!;
  fn.at(block);
  const value = caughtValue(fn, code, block);
  if (variableDeclaration) bindCaught(fn, variableDeclaration, value);
  lowerStatements(fn, block.statements);
  if (!b.terminated) b.jump(join);
  b.enterSealed(done);
  follow(fn, exits, code, node);
  if (!b.terminated) b.jump(join);
  b.enterSealed(join);
  leaveIfUnreachable(fn);
}

/** Where an iterator waits on its way into a loop that is a part itself. */
function passedIterator(rep: Rep): Binding {
  const name = `iterator ${repName(rep)}`;
  return { kind: 'global', rep, global: { name, symbol: `g.lib.iterator:${repName(rep)}`, rep } };
}

/** A loop over what is told when an exception leaves the loop. */
export function lowerClosingLoop(fn: FunctionLowering, node: ts.ForOfStatement, iterator: Value): void {
  const { b } = fn;
  fn.write(passedIterator(iterator.rep), iterator);
  const { exits, code } = protect(fn, node, { ...fn.around, iterator: iterator.rep });
  const caught = b.createBlock();
  const done = b.createBlock();
  b.branch(b.icmp('lt', code, b.iconst(0)), caught, done);
  b.enterSealed(caught);
  fn.at(node);
  const error = caughtValue(fn, code, node);
  const isAsync = isAsyncIterator((iterator.rep as ObjectRep).layout);
  callLibrary(
    fn,
    isAsync ? 'asyncIterator_abandon' : 'iterator_abandon',
    [iterator],
    node,
    new Map([['T', currentRep(iterator)]]),
  );
  throwValue(fn, error, node);
  b.enterSealed(done);
  follow(fn, exits, code, node);
  leaveIfUnreachable(fn);
}

function bindCaught(fn: FunctionLowering, declaration: ts.VariableDeclaration, value: Value): void {
  const { name } = declaration;
  if (!ts.isIdentifier(name)) {
    bindPattern(fn, name, value);
    return;
  }
  fn.write(fn.declare(fn.symbolAt(name), anyRep, name), value);
}

/** What was thrown; the error that a trap of the runtime stands for. */
function caughtValue(fn: FunctionLowering, code: Inst, node: ts.Node): Value {
  const trapped: Value = { rep: { kind: 'boolean' }, inst: fn.b.icmp('eq', code, fn.b.iconst(TRAPPED)) };
  return callLibrary(fn, 'error_caught', [trapped], node);
}

/** The last part happens on every way out, which then goes on. */
function lowerTryFinally(fn: FunctionLowering, part: ProtectedNode, finallyBlock: ts.Block): void {
  const { b } = fn;
  const { exits, code, result } = protect(fn, part);
  const kept = b.declareVariable('i32');
  b.write(kept, code);
  const error = b.declareVariable('ref');
  b.write(error, b.nullRef());
  const caught = b.createBlock();
  const last = b.createBlock();
  b.branch(b.icmp('lt', code, b.iconst(0)), caught, last);
  b.enterSealed(caught);
  fn.at(part);
  b.write(error, caughtValue(fn, code, part).inst!);
  b.jump(last);
  b.enterSealed(last);
  // A `return` inside of the last part may use the place of the value.
  const value = result && fn.read(result);
  lowerStatements(fn, finallyBlock.statements);
  if (b.terminated) return;
  if (result && value) fn.write(result, value);
  const again = b.createBlock();
  const done = b.createBlock();
  b.branch(b.icmp('lt', b.read(kept), b.iconst(0)), again, done);
  b.enterSealed(again);
  fn.at(part);
  throwValue(fn, { rep: anyRep, inst: b.read(error) }, part);
  b.enterSealed(done);
  follow(fn, exits, b.read(kept), part);
  leaveIfUnreachable(fn);
}

/** Runs a protected part; the code says how it ended. */
function protect(fn: FunctionLowering, part: ProtectedNode, around = fn.around) {
  const exits = exitsOf(part);
  fn.at(part);
  const code = fn.b.helper('gn_try', partClosure(fn, part, intRep, around));
  const returns = exits.some(({ kind }) => kind === 'return') && fn.around.result.kind !== 'void';
  return { exits, code, result: returns ? returnedValue(fn.around.result) : undefined };
}

/** Goes the way that a protected part was left by. */
function follow(fn: FunctionLowering, exits: readonly Exit[], code: Inst, node: ts.Node): void {
  const { b } = fn;
  for (const [i, exit] of exits.entries()) {
    const taken = b.createBlock();
    const next = b.createBlock();
    b.branch(b.icmp('eq', code, b.iconst(i + 1)), taken, next);
    b.enterSealed(taken);
    if (exit.kind === 'return') leaveTo(fn, exit, returnedHere(fn), node);
    else leaveTo(fn, exit, undefined, node);
    b.enterSealed(next);
  }
}

function returnedHere(fn: FunctionLowering): Value | undefined {
  const { result } = fn.around;
  return result.kind === 'void' ? undefined : fn.read(returnedValue(result));
}

/** Lowers a protected part. */
export function lowerProtected(fn: FunctionLowering, part: ProtectedNode): void {
  fn.protection = { exits: exitsOf(part) };
  if (ts.isTryStatement(part)) lowerTryCatch(fn, part);
  else if (ts.isForOfStatement(part))
    loopOverIterator(fn, fn.read(passedIterator(fn.around.iterator!)), part, labelsOf(part));
  else lowerStatements(fn, part.statements);
  if (!fn.b.terminated) fn.b.return(fn.b.iconst(0));
}

/** `throw x`. */
export function lowerThrow(fn: FunctionLowering, node: ts.ThrowStatement): void {
  throwValue(fn, lowerTo(fn, node.expression, anyRep), node);
}

function throwValue(fn: FunctionLowering, value: Value, node: ts.Node): void {
  callLibrary(fn, 'error_throw', [convert(fn, value, anyRep, node)], node);
  fn.b.trap('unreachable');
}
