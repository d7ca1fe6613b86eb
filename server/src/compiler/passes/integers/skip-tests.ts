// Where two ways meet and the next thing is a test that one of them has made, or made unnecessary, that one goes on behind
// the test.
import { countUses, jumpTo } from '../../ir/edit.ts';
import type { Block, Inst, IrFunction } from '../../ir/ir.ts';
import { newBlock, newInst, terminator } from '../../ir/ir.ts';
import type { Definitions } from '../../ir/ssa-repair.ts';
import { repairSsa } from '../../ir/ssa-repair.ts';

/**
 * @param joins blocks with one parameter each, whose edges are all jumps
 */
export function skipKnownTests(fn: IrFunction, joins: readonly Block[]): void {
  const values = new Map<Inst, Definitions>();
  const uses = countUses(fn);
  for (const join of joins) {
    const [param] = join.params as [Inst];
    const test = testOf(join, param);
    if (!test) continue;
    const [yes] = terminator(join).targets!;
    const definitions = new Map<Block, Inst>([[join, param]]);
    for (const block of fn.blocks) {
      const jump = terminator(block);
      const [edge] = jump.targets ?? [];
      if (jump.op !== 'jump' || edge!.block !== join || edge!.args[0]!.op !== 'i2d') continue;
      definitions.set(block, edge!.args[0]!);
      jump.targets = [{ block: yes!.block, args: [] }];
    }
    if (definitions.size === 1) continue;
    // Behind the test it is an integer on this way, too.
    const between = newBlock(fn);
    between.rare = true;
    const integer = newInst(fn, 'dHeldInt', 'i32', [param], test.position);
    const held = newInst(fn, 'i2d', 'f64', [integer], test.position);
    between.insts.push(integer, held, jumpTo(fn, { block: yes!.block, args: [] }));
    terminator(join).targets![0] = { block: between, args: [] };
    definitions.set(between, held);
    values.set(param, definitions);
    // What else asks for its outcome gets that on each way.
    if (uses[test.id]! > 1) values.set(test, outcomes(fn, join, test, definitions));
  }
  repairSsa(fn, values);
}

/** The test whether the parameter is an integer, if a block does nothing else. */
function testOf({ insts }: Block, param: Inst): Inst | undefined {
  const [test, branch] = insts as [Inst, Inst];
  if (insts.length !== 2 || test.op !== 'dIsInt' || test.args[0] !== param || branch.args[0] !== test)
    return undefined;
  return branch.targets![0]!.args.length === 0 ? test : undefined;
}

/** What a test is behind a join: passed on the ways that skip it. */
function outcomes(fn: IrFunction, join: Block, test: Inst, ways: Definitions): Definitions {
  const passed = new Map<Block, Inst>();
  for (const way of ways.keys()) {
    if (way === join) continue;
    const one = newInst(fn, 'iconst', 'i32', [], test.position, { imm: 1 });
    way.insts.splice(-1, 0, one);
    passed.set(way, one);
  }
  return passed.set(join, test);
}
