// Which doubles are likely integers: counters, indexes, sums of them; not quotients, roots, and what has a fraction. It is
// a guess that decides what is worth a test, and nothing else.
import type { Block, Inst, IrFunction } from '../../ir/ir.ts';
import type { Op } from '../../ir/ops.ts';

const fractions: ReadonlySet<Op> = new Set<Op>(['ddiv', 'dsqrt', 'f2d']);
const passOn: ReadonlySet<Op> = new Set<Op>(['dadd', 'dsub', 'dmul', 'drem', 'dneg', 'dabs', 'select']);

/** The doubles of a function that are likely no integers. */
export function findFractions(fn: IrFunction): ReadonlySet<Inst> {
  const found = new Set<Inst>();
  const users = new Map<Inst, Inst[]>();
  const note = (value: Inst, user: Inst): void => {
    const own = users.get(value);
    if (own) own.push(user);
    else users.set(value, [user]);
  };
  for (const block of fn.blocks) {
    for (const inst of block.insts) {
      if (isFraction(inst)) found.add(inst);
      if (passOn.has(inst.op)) for (const arg of inst.args) note(arg, inst);
      for (const edge of inst.targets ?? []) noteEdge(edge.block, edge.args, note);
    }
  }
  for (const value of found) {
    // NaN says that there is none, as for units of strings: what comes instead on other ways is as likely an integer as else.
    if (Number.isNaN(value.imm)) continue;
    for (const user of users.get(value) ?? []) if (user.type === 'f64') found.add(user);
  }
  return found;
}

function noteEdge(block: Block, args: readonly Inst[], note: (value: Inst, user: Inst) => void): void {
  for (const [i, arg] of args.entries()) note(arg, block.params[i]!);
}

function isFraction(inst: Inst): boolean {
  if (inst.op === 'dconst') return !isInteger(inst);
  return fractions.has(inst.op) || (inst.op === 'load' && inst.memory === 'f64');
}

/** Whether a value is known to be held as an integer. */
export function isInteger(value: Inst): boolean {
  if (value.op === 'i2d') return true;
  return value.op === 'dconst' && (value.imm! | 0) === value.imm && !Object.is(value.imm, -0);
}
