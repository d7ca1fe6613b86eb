// Folding rules of single and double arithmetic. Each is exact for every operand, NaN, infinities and -0
// included (the bits of a NaN are not observable).
import type { Inst } from '../../ir/ir.ts';
import type { FloatCondition, Op } from '../../ir/ops.ts';
import type { Rule } from './folder.ts';

/** The value of a floating constant. */
function value(inst: Inst | undefined): number | undefined {
  return inst?.op === 'fconst' || inst?.op === 'dconst' ? inst.imm : undefined;
}

/** k if the double is 2^-k, from 0 to 30: multiplying by it is dividing by 2^k. */
export function powerDivided(factor: Inst): number | undefined {
  if (factor.op !== 'dconst' || !(factor.imm! > 0)) return undefined;
  const k = -Math.log2(factor.imm!);
  return Number.isInteger(k) && k >= 0 && k <= 30 ? k : undefined;
}

/** 1 / c if that is exact, so that division is multiplication: c is a power of two, and so is the result. */
function exactReciprocal(c: number, single: boolean): number | undefined {
  const [low, high] = single ? [2 ** -126, 2 ** 126] : [2 ** -1022, 2 ** 1022];
  const magnitude = Math.abs(c);
  if (!(magnitude >= low && magnitude <= high)) return undefined;
  return 2 ** Math.round(Math.log2(magnitude)) === magnitude ? 1 / c : undefined;
}

/** The rules of one precision; the names of the operations start with its letter. */
function rulesFor(letter: 'f' | 'd'): Partial<Record<Op, Rule>> {
  const add = `${letter}add` as const;
  const sub = `${letter}sub` as const;
  const mul = `${letter}mul` as const;
  const div = `${letter}div` as const;
  const neg = `${letter}neg` as const;
  const abs = `${letter}abs` as const;
  const number = letter === 'f' ? 'fconst' : 'dconst';
  const rules: [Op, Rule][] = [
    [
      add,
      (inst, folder) => {
        const [a, b] = inst.args as [Inst, Inst];
        if (Object.is(value(b), -0)) return a;
        if (b.op === neg) return folder.op(sub, a, b.args[0]!);
        if (a.op === neg) return folder.op(sub, b, a.args[0]!);
        return undefined;
      },
    ],
    [
      sub,
      (inst, folder) => {
        const [a, b] = inst.args as [Inst, Inst];
        if (Object.is(value(b), 0)) return a;
        if (Object.is(value(a), -0)) return folder.op(neg, b);
        if (b.op === neg) return folder.op(add, a, b.args[0]!);
        const c = value(b);
        // x - c and x + -c round alike; addition commutes, so that equal sums are found.
        if (c !== undefined && !Number.isNaN(c)) return folder.op(add, a, folder[number](-c));
        return undefined;
      },
    ],
    [
      mul,
      (inst, folder) => {
        const [a, b] = inst.args as [Inst, Inst];
        switch (value(b)) {
          case 1:
            return a;
          case -1:
            return folder.op(neg, a);
          case 2:
            return folder.op(add, a, a);
          default:
            return a.op === neg && b.op === neg ? folder.op(mul, a.args[0]!, b.args[0]!) : undefined;
        }
      },
    ],
    [
      div,
      (inst, folder) => {
        const [a, b] = inst.args as [Inst, Inst];
        const c = value(b);
        if (c === 1) return a;
        const reciprocal = c === undefined ? undefined : exactReciprocal(c, letter === 'f');
        return reciprocal === undefined ? undefined : folder.op(mul, a, folder[number](reciprocal));
      },
    ],
    [
      neg,
      (inst) => {
        const [a] = inst.args as [Inst];
        if (a.op === neg) return a.args[0];
        // -(x - y) is y - x but for x = y, where it is -0 instead of 0: not folded.
        return undefined;
      },
    ],
    [
      abs,
      (inst, folder) => {
        const [a] = inst.args as [Inst];
        if (a.op === abs) return a;
        return a.op === neg ? folder.op(abs, a.args[0]!) : undefined;
      },
    ],
    [
      `${letter}cmp` as const,
      (inst, folder) => {
        const [a, b] = inst.args as [Inst, Inst];
        if (!Number.isNaN(value(a)) && !Number.isNaN(value(b))) return undefined;
        const cond = inst.cond as FloatCondition;
        return folder.iconst(cond === 'ne' || (cond.startsWith('n') && cond.length === 3) ? 1 : 0);
      },
    ],
  ];
  return Object.fromEntries(rules);
}

export const floatRules: Partial<Record<Op, Rule>> = { ...rulesFor('f'), ...rulesFor('d') };
