// Values of a loop as linear functions of a parameter of its header: coefficient * parameter + invariants + offset,
// in int32 arithmetic that wraps.
import { constantOf } from '../edit.ts';
import type { Inst } from '../ir.ts';

/** An invariant value times a factor. */
export interface Term {
  readonly value: Inst;
  readonly factor: number;
}

export interface Linear {
  readonly coefficient: number;
  readonly terms: readonly Term[];
  readonly offset: number;
}

/** Expressions that are deeper are not looked into. */
const DEEPEST = 8;

/** A value as a linear function of `param`, or undefined if it is none. */
export function linearOf(
  value: Inst,
  param: Inst,
  isInvariant: (value: Inst) => boolean,
  depth = 0,
): Linear | undefined {
  if (value === param) return { coefficient: 1, terms: [], offset: 0 };
  const constant = constantOf(value);
  if (constant !== undefined) return { coefficient: 0, terms: [], offset: constant };
  if (isInvariant(value)) return { coefficient: 0, terms: [{ value, factor: 1 }], offset: 0 };
  if (depth > DEEPEST) return undefined;
  const part = (index: number): Linear | undefined =>
    linearOf(value.args[index]!, param, isInvariant, depth + 1);
  switch (value.op) {
    case 'iadd':
      return sum(part(0), part(1));
    case 'isub':
      return sum(part(0), scale(part(1), -1));
    case 'imul':
      return scale(part(0), constantOf(value.args[1]!)) ?? scale(part(1), constantOf(value.args[0]!));
    case 'ishl': {
      const count = constantOf(value.args[1]!);
      return scale(part(0), count === undefined ? undefined : 1 << (count & 31));
    }
    default:
      return undefined;
  }
}

/** A linear function times a number. */
export function scale(linear: Linear | undefined, factor: number | undefined): Linear | undefined {
  if (!linear || factor === undefined) return undefined;
  return {
    coefficient: Math.imul(linear.coefficient, factor),
    terms: linear.terms.map((term) => ({ value: term.value, factor: Math.imul(term.factor, factor) })),
    offset: Math.imul(linear.offset, factor),
  };
}

function sum(a: Linear | undefined, b: Linear | undefined): Linear | undefined {
  if (!a || !b) return undefined;
  const factors = new Map<Inst, number>();
  for (const { value, factor } of [...a.terms, ...b.terms])
    factors.set(value, ((factors.get(value) ?? 0) + factor) | 0);
  const terms = [...factors].filter(([, factor]) => factor !== 0);
  return {
    coefficient: (a.coefficient + b.coefficient) | 0,
    terms: terms.map(([value, factor]) => ({ value, factor })),
    offset: (a.offset + b.offset) | 0,
  };
}

/** Equal for functions that differ in their offset only. */
export function shapeOf(linear: Linear): string {
  const terms = linear.terms.map(({ value, factor }) => `${value.id}*${factor}`).sort();
  return `${linear.coefficient};${terms.join('+')}`;
}
