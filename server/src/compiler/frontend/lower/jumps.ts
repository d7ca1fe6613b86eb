// break, continue and return: to a block of the function, or out of a protected part of it (try.ts).
import { fail } from '../diagnostics.ts';
import { undefinedRep } from '../reps.ts';
import { ts } from '../typescript.ts';
import { convert } from './conversions.ts';
import { lowerExpression, lowerTo } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import { lowerReturn } from './functions.ts';
import { type Exit, exitCode, returnedValue } from './try.ts';
import type { Value } from './value.ts';

/** Leaves statements by one of the ways out of them; `value` is what a `return` gives. */
export function leaveTo(fn: FunctionLowering, exit: Exit, value: Value | undefined, node: ts.Node): void {
  const { b, protection } = fn;
  const block = exit.kind === 'return' ? undefined : targetOf(fn, exit);
  if (block) {
    b.jump(block);
  } else if (protection) {
    if (exit.kind === 'return' && value && protection.result.kind !== 'void') {
      fn.write(returnedValue(protection.result), value);
    }
    b.return(b.iconst(exitCode(protection, exit)));
  } else if (exit.kind === 'return') {
    lowerReturn(fn, value);
  } else {
    fail(node, 'GN1001', 'leaving this statement');
  }
}

function targetOf(fn: FunctionLowering, exit: Exclude<Exit, { kind: 'return' }>) {
  const { kind, label } = exit;
  const isBreak = kind === 'break';
  for (const target of [...fn.jumps].reverse()) {
    const named = label !== undefined && target.labels.includes(label);
    const plain = label === undefined && (isBreak ? target.plainBreak : target.continueBlock !== undefined);
    const block = isBreak ? target.breakBlock : target.continueBlock;
    if ((named || plain) && block) return block;
  }
  return undefined;
}

export function lowerJump(fn: FunctionLowering, node: ts.BreakOrContinueStatement): void {
  const kind = ts.isBreakStatement(node) ? 'break' : 'continue';
  leaveTo(fn, { kind, label: node.label?.text }, undefined, node);
}

export function lowerReturnStatement(fn: FunctionLowering, node: ts.ReturnStatement): void {
  const { expression } = node;
  const result = fn.protection?.result ?? fn.result;
  if (fn.protection?.isCell ?? fn.b.fn.entry) fail(node, 'GN1008', "'return' outside of a function");
  const leave = (value?: Value) => leaveTo(fn, { kind: 'return' }, value, node);
  if (!expression) {
    const isOptional = result.kind === 'optional' || result.kind === 'any';
    leave(isOptional ? convert(fn, { rep: undefinedRep }, result, node) : undefined);
  } else if (result.kind === 'void') {
    lowerExpression(fn, expression);
    leave();
  } else {
    leave(lowerTo(fn, expression, result));
  }
}
