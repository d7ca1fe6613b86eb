// Two tests that ask whether a number lies in a range, `c >= 48 && c <= 57` or `x < 0 || x >= length`, are one: of its distance
// from the lower end, taken as unsigned.
//
// For code selection, for a copy of the function: other passes learn more from two tests.
import { cloneFunction } from '../ir/clone.ts';
import { negateInt } from '../ir/conditions.ts';
import { constantOf, countUses } from '../ir/edit.ts';
import type { Block, Edge, Inst, InstFields, IrFunction } from '../ir/ir.ts';
import { newInst, successors, terminator } from '../ir/ir.ts';
import type { IntCondition, Op } from '../ir/ops.ts';

/** Larger constants have to be loaded first. */
const MOST = 255;

/** The function, or a copy in which such tests are merged. */
export function mergeRangeTests(fn: IrFunction): IrFunction {
  if (findPair(fn, countPredecessors(fn), countUses(fn)) === undefined) return fn;
  const copy = cloneFunction(fn);
  for (;;) {
    const pair = findPair(copy, countPredecessors(copy), countUses(copy));
    if (!pair) return copy;
    merge(copy, pair);
  }
}

/** What holds where a test lets go on: the number is at least a constant, or at most one, or below a length. */
interface Bound {
  readonly value: Inst;
  readonly least?: number;
  readonly most?: number;
  readonly below?: Inst;
}

interface Pair {
  readonly first: Block;
  readonly second: Block;
  readonly value: Inst;
  readonly least: number;
  /** The last number of the range, or what all in it are below. */
  readonly end: number | Inst;
  /** Where numbers in the range lead, and all others. */
  readonly inside: Edge;
  readonly outside: Edge;
}

function findPair(
  fn: IrFunction,
  predecessors: ReadonlyMap<Block, number>,
  uses: Int32Array,
): Pair | undefined {
  for (const first of fn.blocks) {
    const branch = terminator(first);
    if (branch.op !== 'branch') continue;
    for (const isTrue of [true, false]) {
      const [on, off] = edges(branch, isTrue);
      const second = on.block;
      if (second === first || second.params.length > 0 || predecessors.get(second) !== 1) continue;
      const pair = pairOf(first, second, boundOf(branch, isTrue), off, uses);
      if (pair) return pair;
    }
  }
  return undefined;
}

/** The edge that is taken if the condition is as given, and the other one. */
function edges(branch: Inst, isTrue: boolean): [Edge, Edge] {
  const [yes, no] = branch.targets as [Edge, Edge];
  return isTrue ? [yes, no] : [no, yes];
}

function pairOf(
  first: Block,
  second: Block,
  bound: Bound | undefined,
  outside: Edge,
  uses: Int32Array,
): Pair | undefined {
  const branch = terminator(second);
  if (!bound || branch.op !== 'branch' || !isNothingElse(second, branch, uses)) return undefined;
  for (const isTrue of [true, false]) {
    const [inside, other] = edges(branch, isTrue);
    const further = boundOf(branch, isTrue);
    if (!further || further.value !== bound.value || !areSame(other, outside)) continue;
    const both = { ...bound, ...further };
    const { value, least, most, below } = both;
    if (least === undefined) continue;
    if (below && least === 0) return { first, second, value, least, end: below, inside, outside };
    if (most === undefined || most < least || Math.abs(least) > MOST || most - least > MOST) continue;
    return { first, second, value, least, end: most, inside, outside };
  }
  return undefined;
}

/** True for a block that has nothing but a comparison that nobody else uses, and constants. */
function isNothingElse({ insts }: Block, branch: Inst, uses: Int32Array): boolean {
  const [condition] = branch.args as [Inst];
  return (
    uses[condition.id] === 1 &&
    insts.every((inst) => inst === branch || inst === condition || inst.op === 'iconst')
  );
}

function areSame(a: Edge, b: Edge): boolean {
  const isSame = (x: Inst, y: Inst) => x === y || (x.op === 'iconst' && y.op === 'iconst' && x.imm === y.imm);
  return a.block === b.block && a.args.every((arg, i) => isSame(arg, b.args[i]!));
}

/** What is known of a number where a branch has gone one way. */
function boundOf(branch: Inst, isTrue: boolean): Bound | undefined {
  const [condition] = branch.args as [Inst];
  if (condition.op !== 'icmp') return undefined;
  const [value, other] = condition.args as [Inst, Inst];
  const cond = isTrue ? (condition.cond as IntCondition) : negateInt(condition.cond as IntCondition);
  const constant = constantOf(other);
  if (constant === undefined) return cond === 'lt' && isLength(other) ? { value, below: other } : undefined;
  switch (cond) {
    case 'ge':
      return { value, least: constant };
    case 'gt':
      return { value, least: constant + 1 };
    case 'le':
      return { value, most: constant };
    case 'lt':
      return { value, most: constant - 1 };
    default:
      return undefined;
  }
}

/** True for what is never negative. */
const isLength = ({ op, alias }: Inst) => op === 'load' && (alias === 'length' || alias === 'stringLength');

function merge(fn: IrFunction, { first, second, value, least, end, inside, outside }: Pair): void {
  const { position } = terminator(second);
  const branch = first.insts.pop()!;
  const make = (op: Op, args: Inst[], fields: InstFields = {}): Inst => {
    const inst = newInst(fn, op, 'i32', args, position, fields);
    first.insts.push(inst);
    return inst;
  };
  const constants = second.insts.filter(({ op }) => op === 'iconst');
  first.insts.push(...constants);
  const distance = least === 0 ? value : make('isub', [value, make('iconst', [], { imm: least })]);
  const condition =
    typeof end === 'number'
      ? make('icmp', [distance, make('iconst', [], { imm: end - least })], { cond: 'ule' })
      : make('icmp', [distance, end], { cond: 'ult' });
  first.insts.push(
    newInst(fn, 'branch', 'void', [condition], branch.position, { targets: [inside, outside] }),
  );
  fn.blocks.splice(fn.blocks.indexOf(second), 1);
  const [old] = branch.args as [Inst];
  if (countUses(fn)[old.id] === 0) first.insts = first.insts.filter((inst) => inst !== old);
}

function countPredecessors(fn: IrFunction): Map<Block, number> {
  const counts = new Map<Block, number>();
  for (const block of fn.blocks)
    for (const edge of successors(block)) counts.set(edge.block, (counts.get(edge.block) ?? 0) + 1);
  return counts;
}
