// Values that are one of two: `a ? b : c`, `&&`, `||`, `??`.
import type { Variable } from '../../ir/builder.ts';
import type { Block } from '../../ir/ir.ts';
import { isUsableAs } from '../assignability.ts';
import type { Rep } from '../reps.ts';
import {
  anyRep,
  isNothing,
  isNumeric,
  neverRep,
  nullRep,
  optionalOf,
  sameRep,
  undefinedRep,
} from '../reps.ts';
import { skipParentheses, ts } from '../typescript.ts';
import { Merge } from './assignments.ts';
import { lowerCondition } from './conditions.ts';
import { convert, isPresent, toBoolean, unwrapped } from './conversions.ts';
import { lowerExpression } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import { commonRep } from './operators.ts';
import type { Value } from './value.ts';

const K = ts.SyntaxKind;

/** `&&`, `||` and `??` as values: the left side, or the right side if that is needed. */
export function lowerLogical(fn: FunctionLowering, node: ts.BinaryExpression, expected?: Rep): Value {
  const { b } = fn;
  const operator = node.operatorToken.kind;
  const left = lowerExpression(fn, node.left, expected);
  // Where TypeScript knows that there is nothing, there is no choice.
  if (isNothing(left.rep) && operator !== K.AmpersandAmpersandToken)
    return lowerExpression(fn, node.right, expected);
  const condition =
    operator === K.QuestionQuestionToken ? isPresent(fn, left) : toBoolean(fn, left, node.left);
  const leftBlock = b.createBlock();
  const rightBlock = b.createBlock();
  if (operator === K.AmpersandAmpersandToken) b.branch(condition, rightBlock, leftBlock);
  else b.branch(condition, leftBlock, rightBlock);
  if (!b.isReachable(rightBlock)) {
    b.enterSealed(rightBlock);
    b.trap('unreachable');
    b.enterSealed(leftBlock);
    return left;
  }
  // `a ?? b` and `a || b` give a only where it is there, `a && b` only where it is false.
  const first = operator === K.AmpersandAmpersandToken ? whereFalse(fn, left) : unwrapped(left);
  const wanted = expected ?? (first.rep.kind === 'array' && isEmptyArray(node.right) ? first.rep : undefined);
  return join(fn, node, expected, {
    first: { block: leftBlock, lower: () => first, node: node.left },
    second: { block: rightBlock, lower: () => lowerExpression(fn, node.right, wanted), node: node.right },
  });
}

/** `[]`, of which its type says nothing. */
function isEmptyArray(node: ts.Expression): boolean {
  const inner = skipParentheses(node);
  return ts.isArrayLiteralExpression(inner) && inner.elements.length === 0;
}

/** What a value is where it counts as false: of objects nothing is left but that there is none. */
function whereFalse(fn: FunctionLowering, value: Value): Value {
  const { rep } = value;
  const of = rep.kind === 'optional' ? rep.of : rep;
  if (!isAlwaysTrue(of)) return value;
  if (rep.kind !== 'optional') return { rep: neverRep };
  return { rep: rep.absent === 'null' ? nullRep : undefinedRep, inst: fn.b.nullRef() };
}

/** True for objects of all kinds: whatever they hold, they count as true. */
function isAlwaysTrue({ kind }: Rep): boolean {
  return kind === 'object' || kind === 'array' || kind === 'typedArray' || kind === 'function';
}

/** `a ? b : c`. */
export function lowerConditional(
  fn: FunctionLowering,
  node: ts.ConditionalExpression,
  expected?: Rep,
): Value {
  const { b } = fn;
  const whenTrue = b.createBlock();
  const whenFalse = b.createBlock();
  lowerCondition(fn, node.condition, whenTrue, whenFalse);
  if (!b.isReachable(whenTrue)) return lowerOnly(fn, node.whenFalse, whenFalse, whenTrue, expected);
  if (!b.isReachable(whenFalse)) return lowerOnly(fn, node.whenTrue, whenTrue, whenFalse, expected);
  return join(fn, node, expected, {
    first: {
      block: whenTrue,
      lower: () => lowerExpression(fn, node.whenTrue, expected),
      node: node.whenTrue,
    },
    second: {
      block: whenFalse,
      lower: () => lowerExpression(fn, node.whenFalse, expected),
      node: node.whenFalse,
    },
  });
}

/** The only one of two ways that can be taken: the other may be of no type that could be compiled. */
function lowerOnly(
  fn: FunctionLowering,
  node: ts.Expression,
  way: Block,
  other: Block,
  expected: Rep | undefined,
): Value {
  fn.b.enterSealed(other);
  fn.b.trap('unreachable');
  fn.b.enterSealed(way);
  return lowerExpression(fn, node, expected);
}

interface Way {
  readonly block: Block;
  readonly node: ts.Node;
  lower(): Value;
}

/** The value of whichever of two ways is taken. */
function join(
  fn: FunctionLowering,
  node: ts.Expression,
  expected: Rep | undefined,
  ways: { first: Way; second: Way },
): Value {
  const { b } = fn;
  const { first, second } = ways;
  b.enterSealed(first.block);
  const firstValue = first.lower();
  const firstEnd = b.block;
  b.enterSealed(second.block);
  const secondValue = second.lower();
  const joined = b.createBlock();
  const rep = joinedRep(fn, node, firstValue, secondValue, expected);
  const merge: Target = rep ? new Merge(fn, rep) : new EitherMerge(fn, firstValue.rep, secondValue.rep);
  // Each value is converted at the end of its own way.
  merge.set(rep ? convert(fn, secondValue, rep, second.node) : secondValue, 1);
  b.jump(joined);
  b.enter(firstEnd);
  merge.set(rep ? convert(fn, firstValue, rep, first.node) : firstValue, 0);
  b.jump(joined);
  b.enterSealed(joined);
  const value = merge.get();
  const literal = firstValue.literal && secondValue.literal;
  if (!literal) return value;
  return { ...value, literal: firstValue.literal === 'real' ? 'real' : (secondValue.literal ?? 'real') };
}

/** Takes the value of each way. */
interface Target {
  set(value: Value, way: 0 | 1): void;
  get(): Value;
}

/** A value of one of two representations that have none in common. */
class EitherMerge {
  private readonly fn: FunctionLowering;
  private readonly isFirst: Variable;
  private readonly parts: readonly [Merge, Merge];

  constructor(fn: FunctionLowering, first: Rep, second: Rep) {
    this.fn = fn;
    this.isFirst = fn.b.declareVariable('i32');
    this.parts = [new Merge(fn, first), new Merge(fn, second)];
  }

  set(value: Value, part: 0 | 1): void {
    this.fn.b.write(this.isFirst, this.fn.b.iconst(1 - part));
    this.parts[part].set(value);
  }

  /** The part that is not the value holds zeros. */
  get(): Value {
    const first = this.parts[0].get();
    const second = this.parts[1].get();
    const rep: Rep = { kind: 'either', first: first.rep, second: second.rep };
    return { rep, either: { isFirst: this.fn.b.read(this.isFirst), first, second } };
  }
}

/** What both values can be held as, or undefined if there is nothing such. */
function joinedRep(
  fn: FunctionLowering,
  node: ts.Expression,
  a: Value,
  b: Value,
  expected?: Rep,
): Rep | undefined {
  const common = commonRep(a, b);
  if (common) return common;
  const isNever = ({ rep }: Value) => rep.kind === 'void' && rep.isNever;
  if (isNever(a) || isNever(b)) return isNever(a) ? b.rep : a.rep;
  if (a.rep.kind === 'void' || b.rep.kind === 'void') return { kind: 'void' };
  if (sameRep(a.rep, b.rep)) return a.rep;
  const isEither = a.rep.kind === 'either' || b.rep.kind === 'either';
  if (isEither || a.rep.kind === 'any' || b.rep.kind === 'any' || expected?.kind === 'any') return anyRep;
  // To TypeScript, `numbers[i] ?? 'none'` is a number.
  if (primitiveKind(a.rep) && primitiveKind(b.rep) && primitiveKind(a.rep) !== primitiveKind(b.rep))
    return undefined;
  const own = fn.tryRepOf(fn.checker.getTypeAtLocation(node));
  if (own && own.kind !== 'any' && own.kind !== 'optional' && !isNothing(own)) {
    // To TypeScript, `rows[i] ?? null` and `rows[i] ?? 'none'` are rows, too.
    if (b.rep.kind === 'null' || b.rep.kind === 'undefined') return optionalOf(a.rep, b.rep.kind);
    const mayLack = a.rep.kind === 'optional' || b.rep.kind === 'optional';
    if (mayLack) return expected?.kind === 'optional' ? expected : own;
    if (Boolean(primitiveKind(a.rep)) !== Boolean(primitiveKind(b.rep))) return undefined;
  }
  // What is one of two unlike things for a moment need not say itself which.
  if (own?.kind === 'any') return undefined;
  if (own && !isNothing(own)) {
    // `cond ? int : undefined` is an optional int although its type may say number.
    if (own.kind === 'optional' && isNumeric(own.of)) {
      const inner = [a.rep, b.rep].map((rep) => (rep.kind === 'optional' ? rep.of : rep)).find(isNumeric);
      const wanted = expected?.kind === 'optional' && isNumeric(expected.of) ? expected.of : inner;
      if (wanted) return optionalOf(wanted, own.absent);
    }
    const isHeld = (rep: Rep) => isUsableAs(a.rep, rep) && isUsableAs(b.rep, rep);
    // Of classes with the same members, TypeScript names any.
    if (own.kind !== 'object' || a.rep.kind !== 'object' || b.rep.kind !== 'object' || isHeld(own))
      return own;
    return [expected, a.rep, b.rep].find((rep) => rep !== undefined && isHeld(rep)) ?? own;
  }
  return expected;
}

function primitiveKind(rep: Rep): 'number' | 'string' | 'boolean' | undefined {
  if (isNumeric(rep)) return 'number';
  return rep.kind === 'string' || rep.kind === 'boolean' ? rep.kind : undefined;
}
