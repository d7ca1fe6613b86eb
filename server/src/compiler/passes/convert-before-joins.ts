// Where ways meet and the number that they bring is at once converted, each way converts its own: on most of them it was an
// integer (or a single) before it became a number. So `const unit: int = text.charCodeAt(i)` is the unit or, where there is
// none, an error; the number never exists.
import { buildCfg, removeUnreachableBlocks } from '../ir/analysis/cfg.ts';
import { isPure } from '../ir/analysis/effects.ts';
import { Replacements, splitEdge } from '../ir/edit.ts';
import type { Block, Edge, Inst, IrFunction } from '../ir/ir.ts';
import { newInst, newParam, terminator } from '../ir/ir.ts';
import type { Op } from '../ir/ops.ts';
import { opInfo } from '../ir/ops.ts';
import type { IrType } from '../ir/types.ts';

/** Conversions of numbers, each with what it takes back. */
const inverses: Partial<Record<Op, Op>> = { d2i: 'i2d', d2iExact: 'i2d', d2f: 'f2d' };

export function convertBeforeJoins(fn: IrFunction): boolean {
  let changed = false;
  // Of several numbers that a block is given, each round takes one.
  while (convertOnce(fn)) changed = true;
  return changed;
}

function convertOnce(fn: IrFunction): boolean {
  if (!fn.blocks.some(({ insts }) => insts.some(({ op }) => op in inverses))) return false;
  const cfg = buildCfg(fn);
  removeUnreachableBlocks(fn, cfg);
  const users = findUsers(fn);
  const converted = new Replacements();
  cfg.order.forEach((block, b) => {
    const incoming = cfg.incoming[b]!;
    const found = b > 0 && findConversions(block, incoming, users);
    if (!found) return;
    const { index, conversions } = found;
    const [first] = conversions as [Inst];
    const result = newParam(fn, block, first.type as IrType);
    block.params.splice(index, 1);
    const sources = cfg.predecessors[b]!.map((from) => cfg.order[from]!);
    for (const [e, edge] of incoming.entries()) convertOn(fn, edge, sources[e]!, index, first);
    for (const each of conversions) converted.set(each, result);
  });
  if (converted.empty) return false;
  for (const block of fn.blocks) {
    block.insts = block.insts.filter((inst) => converted.resolve(inst) === inst);
  }
  converted.apply(fn);
  return true;
}

/** The first parameter of a block that is better converted before, with all its uses, which are conversions. */
function findConversions(
  block: Block,
  incoming: readonly Edge[],
  users: ReadonlyMap<Inst, readonly Inst[] | undefined>,
): { readonly index: number; readonly conversions: readonly Inst[] } | undefined {
  for (const [index, param] of block.params.entries()) {
    const uses = users.get(param);
    const conversions = uses && conversionsOf(block, param, uses);
    const inverse = conversions && inverses[conversions[0]!.op];
    if (inverse && incoming.some((edge) => edge.args[index]!.op === inverse)) return { index, conversions };
  }
  return undefined;
}

/** What uses each number as an operand; undefined for those that edges pass on. */
function findUsers(fn: IrFunction): Map<Inst, Inst[] | undefined> {
  const users = new Map<Inst, Inst[] | undefined>();
  for (const { insts } of fn.blocks) {
    for (const inst of insts) {
      for (const arg of inst.args) {
        if (arg.op !== 'param' || arg.type !== 'f64') continue;
        if (users.has(arg)) users.get(arg)?.push(inst);
        else users.set(arg, [inst]);
      }
      for (const edge of inst.targets ?? []) for (const arg of edge.args) users.set(arg, undefined);
    }
  }
  return users;
}

/**
 * The uses of a parameter if they are conversions of one kind and the first is made in the block, where nothing is done
 * before that an error may not come before; that one first.
 */
function conversionsOf(block: Block, param: Inst, users: readonly Inst[]): readonly Inst[] | undefined {
  const place = block.insts.findIndex(({ args }) => args.includes(param));
  const first = block.insts[place];
  if (!first || users.some(({ op }) => op !== first.op)) return undefined;
  const canBeLater = (inst: Inst) => isPure(inst) || (inst.op === 'load' && inst.alias !== 'mmio');
  if (opInfo(first.op).effect === 'check' && !block.insts.slice(0, place).every(canBeLater)) return undefined;
  return [first, ...users.filter((inst) => inst !== first)];
}

/** Lets an edge pass its number converted, as the new last argument; where that fails, the way ends. */
function convertOn(fn: IrFunction, edge: Edge, source: Block, index: number, conversion: Inst): void {
  const [number] = edge.args.splice(index, 1) as [Inst];
  const { op, type, position } = conversion;
  const value = newInst(fn, op, type, [number], position);
  const way = terminator(source).op === 'jump' ? source : splitEdge(fn, edge);
  const jump = terminator(way);
  way.insts.splice(-1, 0, value);
  if (op === 'd2iExact' && number.op === 'dconst' && (number.imm! | 0) !== number.imm) {
    way.insts[way.insts.length - 1] = newInst(fn, 'trap', 'void', [], position, { trap: 'notAnInt' });
    return;
  }
  jump.targets![0]!.args.push(value);
}
