// How operations on doubles that hold int32 integers are computed on int32s.
import type { Range } from '../../ir/analysis/ranges/range.ts';
import { hasZero, isInt32 } from '../../ir/analysis/ranges/range.ts';
import type { Inst } from '../../ir/ir.ts';
import type { Op } from '../../ir/ops.ts';
import { powerDivided } from '../fold/floats.ts';

export type RangeOf = (operand: Inst) => Range;

/** Makes the instructions of an int32 form. */
export interface Emit {
  /** The int32 form of an operand. */
  form(operand: Inst): Inst;
  op(op: Op, ...args: Inst[]): Inst;
  constant(value: number): Inst;
}

/** The int32 form of an operation whose result is known to be an int32 (-0 counting as 0). */
export interface Form {
  /** The doubles whose int32 forms it is made of; undefined if these ranges do not allow it. */
  operands(value: Inst, range: RangeOf): readonly Inst[] | undefined;
  /** The operation that gives the result, after emitting what it needs. */
  build(value: Inst, range: RangeOf, emit: Emit): [Op, ...Inst[]];
}

/** Sums, differences and products only need the low 32 bits of their operands. */
function modular(op: Op): Form {
  return {
    operands: (value) => value.args,
    build: (value, _, emit) => [op, emit.form(value.args[0]!), emit.form(value.args[1]!)],
  };
}

const negation: Form = {
  operands: (value) => value.args,
  build: (value, _, emit) => ['isub', emit.constant(0), emit.form(value.args[0]!)],
};

const absolute: Form = {
  operands: (value, range) => (isInt32(range(value.args[0]!)) ? value.args : undefined),
  build: (value, range, emit) => {
    const x = emit.form(value.args[0]!);
    if (range(value.args[0]!).lo >= 0) return ['iadd', x, emit.constant(0)];
    const sign = emit.op('ishr', x, emit.constant(31));
    return ['isub', emit.op('ixor', x, sign), sign];
  },
};

const remainder: Form = {
  operands: (value, range) => (areDivisible(value, range) ? value.args : undefined),
  build: (value, _, emit) => ['irem', emit.form(value.args[0]!), emit.form(value.args[1]!)],
};

/** True if both are int32s and the divisor is never zero. */
function areDivisible(division: Inst, range: RangeOf): boolean {
  const [a, b] = [range(division.args[0]!), range(division.args[1]!)];
  return isInt32(a) && isInt32(b) && !hasZero(b);
}

/**
 * Rounding of an integer, or of a quotient of int32s: the double nearest to a quotient of int32s is never
 * rounded onto or across an integer, so that rounding it is rounding the exact quotient.
 */
function rounding(towards: 'zero' | 'down'): Form {
  return {
    operands: (value, range) => {
      const [x] = value.args as [Inst];
      if (x.op === 'ddiv' && areDivisible(x, range)) {
        const [a, b] = [range(x.args[0]!), range(x.args[1]!)];
        return towards === 'zero' || (a.lo >= 0 && b.lo > 0) ? x.args : undefined;
      }
      if (x.op === 'dmul' && powerDivided(x.args[1]!) !== undefined && isInt32(range(x.args[0]!))) {
        return [x.args[0]!];
      }
      return value.args;
    },
    build: (value, _, emit) => {
      const [x] = value.args as [Inst];
      const [a, b] = x.args;
      if (x.op === 'ddiv') return ['idiv', emit.form(a!), emit.form(b!)];
      const k = x.op === 'dmul' ? powerDivided(b!) : undefined;
      if (k === undefined) return ['iadd', emit.form(x), emit.constant(0)];
      return towards === 'down'
        ? ['ishr', emit.form(a!), emit.constant(k)]
        : ['idiv', emit.form(a!), emit.constant(2 ** k)];
    },
  };
}

/** Rounding of what is an integer already. */
const identity: Form = {
  operands: (value) => value.args,
  build: (value, _, emit) => ['iadd', emit.form(value.args[0]!), emit.constant(0)],
};

export const narrowForms: Partial<Record<Op, Form>> = {
  dadd: modular('iadd'),
  dsub: modular('isub'),
  dmul: modular('imul'),
  dneg: negation,
  dabs: absolute,
  drem: remainder,
  dfloor: rounding('down'),
  dtrunc: rounding('zero'),
  dceil: identity,
  dround: identity,
};
