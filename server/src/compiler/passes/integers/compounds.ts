// Operations on numbers that are one with what computes their operands: of a sum or product whose low 32 bits are all that
// is used, these are computed, without a test of what is between; so are rounded quotients, without the quotient, and products
// that are added to something, without a test for -0.
import { buildCfg } from '../../ir/analysis/cfg.ts';
import { buildDominators } from '../../ir/analysis/dominators.ts';
import { buildLoops } from '../../ir/analysis/loops.ts';
import { countUses } from '../../ir/edit.ts';
import type { Inst, IrFunction } from '../../ir/ir.ts';
import type { Op } from '../../ir/ops.ts';
import { powerDivided } from '../fold/floats.ts';
import { findFractions, isInteger } from './likely.ts';
import { integerProduct, integerSum, isWorthIt, type Path, type PathBuilder } from './paths.ts';

export interface Compound {
  /** What nothing else uses, in order: it comes right before the operation that the compound is. */
  readonly inner: readonly Inst[];
  /** The numbers that all is computed from. */
  readonly leaves: readonly Inst[];
  readonly path: Path;
}

/** Compounds by the operation that each is. */
export class Compounds {
  private readonly byRoot = new Map<Inst, Compound>();
  private readonly inner = new Set<Inst>();

  add(root: Inst, compound: Compound): void {
    // What was a compound by itself is part of this one.
    for (const inst of compound.inner) {
      for (const own of this.byRoot.get(inst)?.inner ?? []) this.inner.delete(own);
      this.byRoot.delete(inst);
    }
    this.byRoot.set(root, compound);
    for (const inst of compound.inner) this.inner.add(inst);
  }

  get(root: Inst): Compound | undefined {
    return this.byRoot.get(root);
  }

  /** Whether an operation is done with another one. */
  isInner(inst: Inst): boolean {
    return this.inner.has(inst);
  }

  /** What an operation is computed from, by itself or with others. */
  operandsOf(inst: Inst): readonly Inst[] {
    return this.byRoot.get(inst)?.leaves ?? inst.args;
  }
}

/** Sums and products of integers are exact up to here. */
const EXACT = 2 ** 53;

/** Factors that may be anything are tested to have so many bits, sign included; then a sum of two products is exact. */
const FACTOR_BITS = 27;

/** Operations that one compound is made of, at most. */
const MOST_INNER = 8;

/** The compounds of a function, whose operations come to stand behind one another. */
export function gatherCompounds(fn: IrFunction): Compounds {
  const found = new Compounds();
  if (!fn.blocks.some(({ insts }) => insts.some(({ op }) => op in roots))) return found;
  const cfg = buildCfg(fn);
  const { innermost } = buildLoops(cfg, buildDominators(cfg));
  const uses = countUses(fn);
  const fractions = findFractions(fn);
  /** By value id: the position of the block that it is computed in. */
  const home: number[] = [];
  for (const [b, block] of cfg.order.entries()) for (const inst of block.insts) home[inst.id] = b;
  for (const [b, block] of cfg.order.entries()) {
    if (block.rare) continue;
    for (const root of [...block.insts]) {
      const mayMove = (inst: Inst): boolean => {
        const at = home[inst.id];
        return at !== undefined && uses[inst.id] === 1 && innermost[at] === innermost[b];
      };
      const compound = roots[root.op]?.(root, mayMove);
      if (!compound || compound.leaves.some((leaf) => fractions.has(leaf))) continue;
      for (const inst of compound.inner) {
        const { insts } = cfg.order[home[inst.id]!]!;
        insts.splice(insts.indexOf(inst), 1);
        home[inst.id] = b;
      }
      block.insts.splice(block.insts.indexOf(root), 0, ...compound.inner);
      found.add(root, compound);
    }
  }
  return found;
}

type Finder = (root: Inst, mayMove: (inst: Inst) => boolean) => Compound | undefined;

const roots: Partial<Record<Op, Finder>> = {
  dadd: sumWithProduct,
  dsub: sumWithProduct,
  d2i: (root, mayMove) => quotient(root, mayMove, truncated) ?? lowBits(root, mayMove),
  dtrunc: (root, mayMove) => quotient(root, mayMove, truncatedNumber),
  dfloor: (root, mayMove) => quotient(root, mayMove, floored),
};

/** How a rounded quotient of x by y, or by 2^k, is computed. */
type Rounding = (to: PathBuilder, x: Inst, y: Inst, k: number | undefined) => Inst;

function quotient(root: Inst, mayMove: (inst: Inst) => boolean, round: Rounding): Compound | undefined {
  const [division] = root.args as [Inst];
  const [x, y] = division.args as [Inst, Inst];
  const k = division.op === 'dmul' ? powerDivided(y) : undefined;
  if ((division.op !== 'ddiv' && k === undefined) || !mayMove(division)) return undefined;
  if (y.op === 'dconst' && k === undefined && (!isInteger(y) || y.imm === 0)) return undefined;
  return {
    inner: [division],
    leaves: k === undefined ? [x, y] : [x],
    path: (to) => {
      const dividend = to.integer(x);
      return round(to, dividend, k === undefined ? to.integer(y) : to.constant(2 ** k), k);
    },
  };
}

/** To 32 bits, as the machine's division does: it gives 0 for a division by 0. */
const truncated: Rounding = (to, x, y) => to.op('idiv', x, y);

const truncatedNumber: Rounding = (to, x, y) => {
  requirePositive(to, y);
  const result = to.op('idiv', x, y);
  // -0 is no integer.
  to.requireEither(to.compare('ne', result, to.constant(0)), () => to.compare('ge', x, to.constant(0)));
  return to.number(result);
};

const floored: Rounding = (to, x, y, k) => {
  if (k !== undefined) return to.number(to.op('ishr', x, to.constant(k)));
  requirePositive(to, y);
  to.require(to.compare('ge', x, to.constant(0)));
  return to.number(to.op('idiv', x, y));
};

function requirePositive(to: PathBuilder, y: Inst): void {
  if (y.op === 'iconst' && y.imm! > 0) return;
  to.require(to.compare('gt', y, to.constant(0)));
}

/** A sum or product as it is computed modulo 2^32. */
interface Wrapped {
  /** Of its magnitude. */
  readonly bound: number;
  emit(to: PathBuilder): Inst;
}

const wrapping: Partial<Record<Op, 'iadd' | 'isub' | 'imul'>> = { dadd: 'iadd', dsub: 'isub', dmul: 'imul' };

function lowBits(root: Inst, mayMove: (inst: Inst) => boolean): Compound | undefined {
  const inner: Inst[] = [];
  const leaves: Inst[] = [];
  const leaf = (value: Inst): Wrapped => {
    leaves.push(value);
    const bound = value.op === 'dconst' ? Math.abs(value.imm!) : 2 ** 31;
    return { bound, emit: (to) => to.integer(value) };
  };
  const visit = (value: Inst): Wrapped | undefined => {
    const op = wrapping[value.op];
    if (!op || !mayMove(value) || inner.length >= MOST_INNER) {
      return value.op === 'dconst' && !isInteger(value) ? undefined : leaf(value);
    }
    const [left, right] = value.args.map(visit);
    if (!left || !right) return undefined;
    inner.push(value);
    const combined = op === 'imul' ? product(left, right) : sum(op, left, right);
    return combined.bound <= EXACT ? combined : undefined;
  };
  const whole = wrapping[root.args[0]!.op] ? visit(root.args[0]!) : undefined;
  if (!whole || inner.length === 0) return undefined;
  return { inner, leaves, path: (to) => whole.emit(to) };
}

function sum(op: 'iadd' | 'isub', left: Wrapped, right: Wrapped): Wrapped {
  return {
    bound: left.bound + right.bound,
    emit: (to) => {
      const x = left.emit(to);
      return to.op(op, x, right.emit(to));
    },
  };
}

function product(left: Wrapped, right: Wrapped): Wrapped {
  const bound = left.bound * right.bound;
  // Where both may be any integers, they are tested to be small.
  const isTested = bound > EXACT && left.bound === 2 ** 31 && right.bound === 2 ** 31;
  return {
    bound: isTested ? 2 ** (2 * FACTOR_BITS - 2) : bound,
    emit: (to) => {
      const [x, y] = [left.emit(to), right.emit(to)];
      if (isTested) for (const factor of [x, y]) to.require(to.fitsIn(factor, FACTOR_BITS));
      return to.op('imul', x, y);
    },
  };
}

/**
 * A sum of an integer and of products, or a difference: whether one of the products is 0 or -0 makes none, for an integer is
 * not -0. Where the integer is none, all is computed anew.
 */
function sumWithProduct(root: Inst, mayMove: (inst: Inst) => boolean): Compound | undefined {
  const inner: Inst[] = [];
  const leaves: Inst[] = [];
  const leaf = (value: Inst): ((to: PathBuilder) => Inst) => {
    leaves.push(value);
    return (to) => to.integer(value);
  };
  /** What may be 0 in the place of -0. */
  const visit = (value: Inst): ((to: PathBuilder) => Inst) => {
    const op = wrapping[value.op];
    if (!op || !mayMove(value) || inner.length >= MOST_INNER) return leaf(value);
    if (op === 'imul' && !isWorthIt(value)) return leaf(value);
    const [left, right] = value.args.map(visit) as [ReturnType<typeof leaf>, ReturnType<typeof leaf>];
    inner.push(value);
    return (to) => {
      const [x, y] = [left(to), right(to)];
      return op === 'imul' ? integerProduct(to, x, y) : integerSum(to, op, x, y);
    };
  };
  const [a, b] = root.args as [Inst, Inst];
  // Of a difference, 0 - 0 and -0 - 0 are not the same.
  const isSecond = root.op === 'dsub' || mayBeNegativeZero(b, mayMove);
  const [whole, loose] = isSecond ? [a, b] : [b, a];
  if (!mayBeNegativeZero(loose, mayMove)) return undefined;
  const [exact, rest] = [leaf(whole), visit(loose)];
  if (leaves.some((value) => value.op === 'dconst' && !isInteger(value))) return undefined;
  return {
    inner,
    leaves,
    path: (to) => {
      const [x, y] = [exact(to), rest(to)];
      const op = root.op === 'dsub' ? 'isub' : 'iadd';
      return to.number(isSecond ? integerSum(to, op, x, y) : integerSum(to, op, y, x));
    },
  };
}

/** True for products, and sums of products, that could be -0 as far as is known here. */
function mayBeNegativeZero(value: Inst, mayMove: (inst: Inst) => boolean): boolean {
  if (!mayMove(value)) return false;
  if (value.op !== 'dmul') {
    const isSum = value.op === 'dadd' || value.op === 'dsub';
    return isSum && value.args.every((arg) => mayBeNegativeZero(arg, mayMove));
  }
  return isWorthIt(value) && !value.args.some(({ op, imm }) => op === 'dconst' && imm! > 0);
}
