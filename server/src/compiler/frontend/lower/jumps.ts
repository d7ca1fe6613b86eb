// break, continue and return: to a block of the function, or out of a protected part of it (try.ts).
import { fail } from '../diagnostics.ts';
import { undefinedRep } from '../reps.ts';
import { ts } from '../typescript.ts';
import { convert } from './conversions.ts';
import { returnFromGenerator, settled } from './coroutines.ts';
import { lowerExpression } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import { lowerReturn } from './functions.ts';
import { type Exit, exitCode, returnedValue } from './try.ts';
import type { Value } from './value.ts';

/** Leaves statements by one of the ways out of them; `value` is what a `return` gives. */
export function leaveTo(fn: FunctionLowering, exit: Exit, value: Value | undefined, node: ts.Node): void {
  const { b, protection } = fn;
  const target = exit.kind === 'return' ? undefined : targetOf(fn, exit);
  for (const { close } of fn.jumps.slice(target ? target.index + 1 : 0).reverse()) close?.();
  if (target) {
    b.jump(target.block);
  } else if (protection) {
    if (exit.kind === 'return' && value && fn.around.result.kind !== 'void') {
      fn.write(returnedValue(fn.around.result), value);
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
  for (const [i, target] of [...fn.jumps].reverse().entries()) {
    const named = label !== undefined && target.labels.includes(label);
    const plain = label === undefined && (isBreak ? target.plainBreak : target.continueBlock !== undefined);
    const block = isBreak ? target.breakBlock : target.continueBlock;
    if ((named || plain) && block) return { block, index: fn.jumps.length - 1 - i };
  }
  return undefined;
}

export function lowerJump(fn: FunctionLowering, node: ts.BreakOrContinueStatement): void {
  const kind = ts.isBreakStatement(node) ? 'break' : 'continue';
  leaveTo(fn, { kind, label: node.label?.text }, undefined, node);
}

export function lowerReturnStatement(fn: FunctionLowering, node: ts.ReturnStatement): void {
  const { expression } = node;
  const { result, isCell, generator } = fn.around;
  if (isCell) fail(node, 'GN1008', "'return' outside of a function");
  const leave = (value?: Value) => leaveTo(fn, { kind: 'return' }, value, node);
  if (generator) {
    if (expression) returnFromGenerator(fn, generator, expression);
    leave();
    return;
  }
  if (!expression) {
    const isOptional = result.kind === 'optional' || result.kind === 'any';
    leave(isOptional ? convert(fn, { rep: undefinedRep }, result, node) : undefined);
  } else if (result.kind === 'void') {
    settled(fn, lowerExpression(fn, expression), expression);
    leave();
  } else {
    leave(convert(fn, settled(fn, lowerExpression(fn, expression, result), expression), result, expression));
  }
}
