// Two versions of functions that compute with parameters of type number: one for integers, in which ranges can prove what
// they like, and the function as it was, marked rare, which a test at the entry leads to.
//
// Best after inlining, and before the passes that narrow doubles.
import { type CloneMap, cloneBlocks } from '../ir/clone.ts';
import { branchOn, constantOf, jumpTo } from '../ir/edit.ts';
import type { Block, Inst, IrFunction } from '../ir/ir.ts';
import { newBlock, newInst, newParam } from '../ir/ir.ts';
import type { Op } from '../ir/ops.ts';
import type { IrType } from '../ir/types.ts';
import { keepGeneral } from './integers/general.ts';
import { findFractions } from './integers/likely.ts';

/** Functions of more instructions are not copied. */
const MOST_INSTRUCTIONS = 60;

/** What is faster with integers. */
const gains: ReadonlySet<Op> = new Set<Op>([
  'dadd',
  'dsub',
  'dmul',
  'drem',
  'dneg',
  'dcmp',
  'd2iExact',
  'dfloor',
  'dtrunc',
]);

export function versionParameters(fn: IrFunction): boolean {
  // The code of a cell has no parameters, and runs once.
  const chosen = fn.entry ? [] : worthTesting(fn);
  if (chosen.length === 0 || sizeOf(fn) > MOST_INSTRUCTIONS) return false;
  keepGeneral(fn);
  const originals = [...fn.blocks];
  const [body] = originals as [Block];
  const entry = newBlock(fn);
  fn.blocks.unshift(fn.blocks.pop()!);
  const params = body.params.map((param) => newParam(fn, entry, param.type as IrType));
  // The closure that was called is known in the entry alone.
  entry.insts = body.insts.filter(({ op }) => op === 'self');
  body.insts = body.insts.filter(({ op }) => op !== 'self');
  const map: CloneMap = { values: new Map(), blocks: new Map() };
  cloneBlocks(fn, originals, map);
  for (const block of originals) block.rare = true;

  let at = entry;
  const integers = new Map<Inst, Inst>();
  for (const index of chosen) {
    const param = params[index]!;
    const next = newBlock(fn);
    const test = newInst(fn, 'dIsInt', 'i32', [param]);
    at.insts.push(test, branchOn(fn, test, { block: next, args: [] }, { block: body, args: [...params] }));
    const integer = newInst(fn, 'dHeldInt', 'i32', [param]);
    const held = newInst(fn, 'i2d', 'f64', [integer]);
    next.insts.push(integer, held);
    integers.set(param, held);
    at = next;
  }
  const args = params.map((param) => integers.get(param) ?? param);
  at.insts.push(jumpTo(fn, { block: map.blocks.get(body)!, args }));
  return true;
}

/** The indices of parameters that something is computed of that goes faster with integers. */
function worthTesting(fn: IrFunction): number[] {
  const params = fn.blocks[0]!.params;
  if (!params.some(({ type }) => type === 'f64')) return [];
  const fractions = findFractions(fn);
  const wanted = new Set<Inst>();
  const wrapping = findWrapping(fn);
  for (const block of fn.blocks) {
    if (block.rare) continue;
    for (const inst of block.insts) {
      if (
        !gains.has(inst.op) ||
        wrapping.has(inst) ||
        fractions.has(inst) ||
        inst.args.some((arg) => fractions.has(arg))
      )
        continue;
      for (const arg of inst.args) wanted.add(arg);
    }
  }
  return [...params.keys()].filter((i) => params[i]!.type === 'f64' && wanted.has(params[i]!));
}

function sizeOf(fn: IrFunction): number {
  return fn.blocks.flatMap(({ insts }) => insts).filter((inst) => constantOf(inst) === undefined).length;
}

/** Sums and differences of which nothing but their low 32 bits is used: those of the operands are enough. */
function findWrapping(fn: IrFunction): ReadonlySet<Inst> {
  const found = new Set<Inst>();
  for (const { insts } of fn.blocks)
    for (const inst of insts) if (inst.op === 'dadd' || inst.op === 'dsub') found.add(inst);
  for (let size = -1; size !== found.size; ) {
    size = found.size;
    for (const { insts } of fn.blocks) {
      for (const inst of insts) {
        if (inst.op !== 'd2i' && !found.has(inst)) for (const arg of inst.args) found.delete(arg);
        for (const edge of inst.targets ?? []) for (const arg of edge.args) found.delete(arg);
      }
    }
  }
  return found;
}
