// Arithmetic on int32s that must give an int32. By JavaScript's rules `i % k`, `Math.abs(i)` and what is added to
// them are doubles; assigned to an `int`, the result is checked. Where ranges do not prove that the check holds (then
// narrow-doubles.ts has done more), the integer operation is done at once, with a test that fails exactly when the
// check would: then the double computation runs after all, in a cold block, and raises its trap with the right number.
// Remainders and magnitudes that are only compared need no doubles either. Best after loop inversion, since the
// tests leave the loop; simplify afterwards, which removes the doubles.
import { buildLoops } from '../ir/analysis/loops.ts';
import { Ranges } from '../ir/analysis/ranges/index.ts';
import { countUses } from '../ir/edit.ts';
import type { Block, Edge, Inst, IrFunction } from '../ir/ir.ts';
import { newBlock, newInst, terminator } from '../ir/ir.ts';
import { type Plan, planComparison, planRoot, type Result } from './exact/plans.ts';

export function computeExactIntegers(fn: IrFunction): boolean {
  if (!fn.blocks.some((block) => block.insts.some(({ op }) => op === 'd2iExact' || op === 'dcmp')))
    return false;
  const plans = findPlans(fn);
  if (plans.size === 0) return false;
  const uses = countUses(fn);
  for (const block of [...fn.blocks]) {
    if (block.insts.some((inst) => plans.has(inst))) new BlockRewriter(fn, block, plans, uses).run();
  }
  return true;
}

/** By instruction, what to do instead. The code of a cell runs once: only its loops are worth the space. */
function findPlans(fn: IrFunction): Map<Inst, Plan> {
  const ranges = new Ranges(fn);
  const { cfg, dominators } = ranges;
  const loops = buildLoops(cfg, dominators);
  const plans = new Map<Inst, Plan>();
  cfg.order.forEach((block, b) => {
    if (!ranges.isReachable(b) || (fn.entry && !loops.innermost[b])) return;
    block.insts.forEach((inst, index) => {
      const range = (value: Inst) => ranges.at(value, b, index);
      const plan =
        inst.op === 'd2iExact'
          ? planRoot(inst.args[0]!, range)
          : inst.op === 'dcmp'
            ? planComparison(inst, range)
            : undefined;
      if (plan) plans.set(inst, plan);
    });
  });
  return plans;
}

/** Rewrites one block, which falls into several where a test may lead out of it. */
class BlockRewriter {
  private current: Block;
  private out: Inst[] = [];
  /** The test that the comparison which the block's branch is about depends on, and its result if that fails. */
  private branchTest: { readonly test: Inst; readonly otherwise: boolean } | undefined;

  constructor(
    private readonly fn: IrFunction,
    private readonly block: Block,
    private readonly plans: ReadonlyMap<Inst, Plan>,
    private readonly uses: Int32Array,
  ) {
    this.current = block;
  }

  run(): void {
    const { insts } = this.block;
    const last = terminator(this.block);
    for (const inst of insts) {
      const plan = this.plans.get(inst);
      if (plan?.kind === 'exact') this.rewriteExact(inst, plan);
      else if (plan?.kind === 'comparison') this.rewriteComparison(inst, plan, last);
      else if (inst === last) this.finish(last);
      else this.out.push(inst);
    }
  }

  private rewriteExact(inst: Inst, plan: Plan & { kind: 'exact' }): void {
    const { args, position } = inst;
    let cold: Block | undefined;
    const result = plan.emit({
      op: (op, cond, ...operands) => this.emit(op, cond, operands, position),
      constant: (imm) => this.constant(imm, position),
      require: (test, wrapped) => {
        if (!wrapped) cold ??= this.coldBlock(inst, (out) => copyTree(this.fn, args[0]!, out));
        const block = cold ?? this.coldBlock(inst, (out) => this.unwrapped(wrapped!, out));
        this.continueIf(test, { block, args: [] });
      },
    });
    become(inst, result);
    this.out.push(inst);
  }

  private rewriteComparison(inst: Inst, plan: Plan & { kind: 'comparison' }, last: Inst): void {
    const tests: Inst[] = [];
    const result = plan.emit({
      op: (op, cond, ...operands) => this.emit(op, cond, operands, inst.position),
      constant: (imm) => this.constant(imm, inst.position),
      require: (test) => tests.push(test),
    });
    const [test] = tests;
    if (!test) {
      become(inst, result);
      this.out.push(inst);
    } else if (last.op === 'branch' && last.args[0] === inst && this.uses[inst.id] === 1) {
      become(inst, result);
      this.out.push(inst);
      this.branchTest = { test, otherwise: plan.otherwise };
    } else {
      // The test is a comparison, 0 or 1, as is the result.
      const value = newInst(this.fn, result.op, 'i32', result.args, inst.position);
      become(value, result);
      this.out.push(value);
      if (plan.otherwise) {
        const failed = this.emit('ixor', undefined, [test, this.constant(1, inst.position)], inst.position);
        become(inst, { op: 'ior', args: [failed, value] });
      } else become(inst, { op: 'iand', args: [test, value] });
      this.out.push(inst);
    }
  }

  /** The block's terminator; a branch on a tested comparison becomes two. */
  private finish(last: Inst): void {
    if (this.branchTest) {
      const { test, otherwise } = this.branchTest;
      const edge = last.targets![otherwise ? 0 : 1]!;
      this.continueIf(test, { block: edge.block, args: [...edge.args] });
    }
    this.out.push(last);
    this.current.insts = this.out;
  }

  /** Ends the current block: what follows happens only if the test holds. */
  private continueIf(test: Inst, otherwise: Edge): void {
    const next = newBlock(this.fn);
    const targets = [{ block: next, args: [] }, otherwise];
    this.out.push(newInst(this.fn, 'branch', 'void', [test], test.position, { targets }));
    this.current.insts = this.out;
    this.current = next;
    this.out = [];
  }

  /** The check on the double, which raises its trap here. */
  private coldBlock({ position }: Inst, compute: (out: Inst[]) => Inst): Block {
    const cold = newBlock(this.fn);
    const value = compute(cold.insts);
    cold.insts.push(
      newInst(this.fn, 'd2iExact', 'i32', [value], position),
      newInst(this.fn, 'trap', 'void', [], position, { trap: 'unreachable' }),
    );
    return cold;
  }

  /** The sum or difference of two int32s that has wrapped around: nothing but the result need be alive for it. */
  private unwrapped(wrapped: Inst, out: Inst[]): Inst {
    const make = (
      op: Inst['op'],
      type: Inst['type'],
      args: Inst[],
      fields: { imm?: number; cond?: 'lt' } = {},
    ) => {
      const inst = newInst(this.fn, op, type, args, wrapped.position, fields);
      out.push(inst);
      return inst;
    };
    const isTooHigh = make('icmp', 'i32', [wrapped, make('iconst', 'i32', [], { imm: 0 })], { cond: 'lt' });
    const up = make('dconst', 'f64', [], { imm: 2 ** 32 });
    const down = make('dconst', 'f64', [], { imm: -(2 ** 32) });
    const turn = make('select', 'f64', [isTooHigh, up, down]);
    return make('dadd', 'f64', [make('i2d', 'f64', [wrapped]), turn]);
  }

  private emit(op: Inst['op'], cond: Inst['cond'], operands: Inst[], position: Inst['position']): Inst {
    const inst = newInst(this.fn, op, 'i32', operands, position, cond ? { cond } : {});
    this.out.push(inst);
    return inst;
  }

  private constant(imm: number, position: Inst['position']): Inst {
    const inst = newInst(this.fn, 'iconst', 'i32', [], position, { imm });
    this.out.push(inst);
    return inst;
  }
}

/** Makes an instruction another one, for all who use it. */
function become(inst: Inst, { op, args, cond }: Result): void {
  inst.op = op;
  inst.args = args;
  inst.cond = cond;
}

/** A copy of a double's computation from integers, so that the original can go if nothing else needs it. */
function copyTree(fn: IrFunction, value: Inst, out: Inst[]): Inst {
  const args = value.args.map((arg) => (value.op === 'i2d' ? arg : copyTree(fn, arg, out)));
  const copy = newInst(
    fn,
    value.op,
    value.type,
    args,
    value.position,
    'imm' in value ? { imm: value.imm! } : {},
  );
  out.push(copy);
  return copy;
}
