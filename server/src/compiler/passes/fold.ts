// Constant folding and algebraic simplification, exact in JavaScript's arithmetic (NaN, -0, wrapping).
// Needs nothing; leaves unused instructions to dce.ts and foldable control flow (branches on constants) to
// simplify-cfg.ts. The rules are in fold/, by operation.
import { isBoolean } from '../ir/analysis/bits.ts';
import { buildCfg, removeUnreachableBlocks } from '../ir/analysis/cfg.ts';
import { exchangeFloat, exchangeInt } from '../ir/conditions.ts';
import { constantOf, Replacements } from '../ir/edit.ts';
import type { Inst, IrFunction } from '../ir/ir.ts';
import { newInst } from '../ir/ir.ts';
import type { FloatCondition, IntCondition } from '../ir/ops.ts';
import { opInfo } from '../ir/ops.ts';
import { conversionRules } from './fold/conversions.ts';
import { floatRules } from './fold/floats.ts';
import type { Rule } from './fold/folder.ts';
import { Folder } from './fold/folder.ts';
import { integerRules } from './fold/integers.ts';
import { textRules } from './fold/texts.ts';

const rules = {
  ...integerRules,
  ...floatRules,
  ...conversionRules,
  ...textRules,
  iand: both(textRules.iand, integerRules.iand),
  dcmp: both(floatRules.dcmp, conversionRules.dcmp),
};

/** Tries one rule, then the other. */
function both(first: Rule | undefined, second: Rule | undefined): Rule {
  return (inst, folder) => first?.(inst, folder) ?? second?.(inst, folder);
}

export function fold(fn: IrFunction): boolean {
  const replacements = new Replacements();
  const folder = new Folder(fn, rules);
  let changed = false;
  let cut = false;
  for (const block of buildCfg(fn).order) {
    folder.out = [];
    for (const inst of block.insts) {
      replacements.resolveArgs(inst);
      if (canonicalize(inst)) changed = true;
      const simpler = inst.type === 'void' ? undefined : folder.simplify(inst);
      if (simpler) {
        replacements.set(inst, simpler);
        changed = true;
        continue;
      }
      if (passKnownCondition(inst, folder)) changed = true;
      const action = foldEffect(inst);
      if (action !== 'keep') changed = true;
      if (action === 'remove') continue;
      if (action === 'trap') {
        folder.out.push(trapOf(fn, inst));
        cut = true;
        break;
      }
      folder.out.push(inst);
    }
    block.insts = folder.out;
  }
  // What was cut off may be used in blocks that can't be reached any more.
  if (cut) removeUnreachableBlocks(fn);
  replacements.apply(fn);
  return changed;
}

/** Constants go to the right of what commutes. */
function canonicalize(inst: Inst): boolean {
  const [a, b] = inst.args;
  if (!a || !b || constantOf(a) === undefined || constantOf(b) !== undefined) return false;
  if (inst.op === 'icmp') inst.cond = exchangeInt(inst.cond as IntCondition);
  else if (inst.op === 'fcmp' || inst.op === 'dcmp') inst.cond = exchangeFloat(inst.cond as FloatCondition);
  else if (!opInfo(inst.op).commutative) return false;
  inst.args = [b, a];
  return true;
}

/** Simplifies an instruction for its effect, in place; or says that it can go, or always traps. */
function foldEffect(inst: Inst): 'keep' | 'changed' | 'remove' | 'trap' {
  switch (inst.op) {
    case 'branch':
      return foldCondition(inst, true) ? 'changed' : 'keep';
    case 'check': {
      const condition = inst.args[0]!;
      if (condition.op === 'iconst') return condition.imm !== 0 ? 'remove' : 'trap';
      return foldCondition(inst, false) ? 'changed' : 'keep';
    }
    case 'bounds': {
      const [index, length] = inst.args.map(constantOf);
      if (index !== undefined && index < 0) return 'trap';
      if (index === undefined || length === undefined) return 'keep';
      return index < length ? 'remove' : 'trap';
    }
    case 'load':
      return foldAddress(inst, 0) ? 'changed' : 'keep';
    case 'store':
      return foldAddress(inst, 1) ? 'changed' : 'keep';
    default:
      return 'keep';
  }
}

/** The condition of a branch or check is tested against zero: comparing it with zero before is not needed. */
function foldCondition(inst: Inst, mayExchange: boolean): boolean {
  const condition = inst.args[0]!;
  const [a, b] = condition.args;
  const againstZero = condition.op === 'icmp' && b!.op === 'iconst' && b!.imm === 0;
  if (againstZero && condition.cond === 'ne') {
    inst.args[0] = a!;
    return true;
  }
  const negation = condition.op === 'ixor' && b!.op === 'iconst' && b!.imm === 1 && isBoolean(a!);
  if (mayExchange && ((againstZero && condition.cond === 'eq') || negation)) {
    inst.args[0] = a!;
    inst.targets = [inst.targets![1]!, inst.targets![0]!];
    return true;
  }
  return false;
}

/** Where a branch passes on its condition, that is known: 0 the one way, 1 the other if it is a truth value. */
function passKnownCondition({ op, args, targets }: Inst, folder: Folder): boolean {
  if (op !== 'branch' || targets![0]!.block === targets![1]!.block) return false;
  const [condition] = args as [Inst];
  if (condition.op === 'iconst') return false;
  let changed = false;
  for (const [i, known] of [1, 0].entries()) {
    const edge = targets![i]!;
    if (!edge.args.includes(condition) || (known === 1 && !isBoolean(condition))) continue;
    const constant = folder.iconst(known);
    edge.args = edge.args.map((arg) => (arg === condition ? constant : arg));
    changed = true;
  }
  return changed;
}

/** A constant added to the base address goes to the offset. */
function foldAddress(inst: Inst, base: number): boolean {
  const address = inst.args[base]!;
  if (address.op !== 'iadd' || address.args[1]!.op !== 'iconst') return false;
  inst.args[base] = address.args[0]!;
  inst.imm = (inst.imm! + address.args[1]!.imm!) | 0;
  return true;
}

/** What a check that always fails does. */
function trapOf(fn: IrFunction, inst: Inst): Inst {
  const [kind, values] =
    inst.op === 'bounds' ? (['bounds', inst.args] as const) : ([inst.trap!, inst.args.slice(1)] as const);
  return newInst(fn, 'trap', 'void', [...values], inst.position, { trap: kind });
}
