// Instruction selection: IR to machine IR, block by block in reverse postorder. The families of operations are
// in select-*.ts; here are the walk over the function, selects, checks and control flow.

import { TrapKind } from '../../abi/objects.ts';
import type { Inst, IrFunction } from '../../ir/ir.ts';
import type { Op } from '../../ir/ops.ts';
import type { IrType } from '../../ir/types.ts';
import { layoutCall } from './call-layout.ts';
import { ANYWHERE, IN_REGISTER, type MEdge, type MFunction, minst } from './machine.ts';
import { makeBlocks } from './machine-cfg.ts';
import { findExtensions, selectBinary, selectSignOp } from './select-arith.ts';
import { selectCall, selectFloatCompare, selectHelperOp } from './select-call.ts';
import {
  type Comparison,
  compareValues,
  comparisonOf,
  conditionOf,
  findFoldedComparisons,
  invert,
} from './select-compare.ts';
import { constantOf, SelectContext } from './select-context.ts';
import { selectLoad, selectStore } from './select-memory.ts';
import { findOverflowBranches, selectFits } from './select-overflow.ts';

/** Selects instructions for a verified function. Throws an Error naming what it can't translate. */
export function select(ir: IrFunction): MFunction {
  const { blocks, origin, edges } = makeBlocks(ir);
  const machine: MFunction = { symbol: ir.symbol, blocks, vregs: 0, remat: [], params: [], outgoing: 0 };
  const context = new SelectContext(ir, machine);
  findFoldedComparisons(context);
  findExtensions(context);
  findOverflowBranches(context);
  bindParameters(context);
  for (const block of blocks) {
    const source = origin[block.index];
    if (!source || block.index === 0) continue;
    for (const param of source.params) {
      const regs = param.type === 'f64' ? [context.newVreg(), context.newVreg()] : [context.newVreg()];
      context.bind(param, regs[0]!, regs[1]);
      block.params.push(...regs);
    }
  }
  for (const block of blocks) {
    context.block = block;
    const source = origin[block.index];
    if (!source) {
      context.position = undefined;
      context.emit(minst('b', [], [], undefined));
      continue;
    }
    for (const inst of source.insts) {
      context.position = inst.position;
      selectInst(context, inst, edges[block.index]!);
    }
  }
  return machine;
}

/** The function's parameters, where the caller put them, and the closure. */
function bindParameters(context: SelectContext): void {
  const entry = context.ir.blocks[0]!;
  const layout = layoutCall(entry.params.map((param) => param.type as IrType));
  for (const [index, param] of entry.params.entries()) {
    const regs = layout.places[index]!.map((place) => {
      if ('offset' in place) return context.stackParam(place.offset);
      const vreg = context.newVreg();
      context.machine.params.push({ vreg, register: place.register });
      return vreg;
    });
    context.bind(param, regs[0]!, regs[1]);
  }
  for (const inst of entry.insts) {
    if (inst.op !== 'self') continue;
    let known = context.machine.params.find((param) => param.register === 12);
    if (!known) {
      known = { vreg: context.newVreg(), register: 12 };
      context.machine.params.push(known);
    }
    context.bind(inst, known.vreg);
  }
}

type Handler = (context: SelectContext, inst: Inst, edges: readonly MEdge[]) => void;

/** For what is made where it is used. */
const nothing: Handler = () => {};

const unlessFolded =
  (handler: Handler): Handler =>
  (context, inst, edges) => {
    if (!context.folded[inst.id]) handler(context, inst, edges);
  };

const unlessDeferred =
  (handler: Handler): Handler =>
  (context, inst, edges) => {
    if (!context.deferred[inst.id]) handler(context, inst, edges);
  };

const sameRegister: Handler = (context, inst) => context.bind(inst, context.reg(inst.args[0]!));

/** How each operation is selected; those that are missing are helper calls. */
const handlers: Partial<Record<Op, Handler>> = {
  iconst: nothing,
  fconst: nothing,
  dconst: nothing,
  null: nothing,
  address: nothing,
  object: nothing,
  self: (context) => {
    if (context.block.index !== 0) throw new Error('thumb: self outside the entry block');
  },
  dIsInt: unlessFolded(selectComparisonValue),
  dHeldInt: sameRegister,
  iadd: unlessDeferred(selectBinary),
  isub: unlessDeferred(selectBinary),
  iaddFits: unlessFolded(selectFits),
  isubFits: unlessFolded(selectFits),
  imul: selectBinary,
  iand: unlessFolded(selectBinary),
  ior: selectBinary,
  ixor: selectBinary,
  ishl: unlessFolded(selectBinary),
  ishr: selectBinary,
  iushr: selectBinary,
  icmp: unlessFolded(selectComparisonValue),
  rcmp: unlessFolded(selectComparisonValue),
  fcmp: selectFloatCompare,
  dcmp: selectFloatCompare,
  fneg: selectSignOp,
  fabs: selectSignOp,
  i2d: (context, inst) => context.bind(inst, context.reg(inst.args[0]!), context.constant(0)),
  refToAddress: sameRegister,
  addressToRef: sameRegister,
  select: selectSelect,
  load: selectLoad,
  store: selectStore,
  bounds: selectBounds,
  check: selectCheck,
  call: selectCall,
  helper: selectCall,
  callRef: selectCall,
  jump: selectJump,
  branch: selectJump,
  return: (context, inst) => selectExit(context, inst, 'ret', 0),
  trap: (context, inst) => selectExit(context, inst, 'trap', trapNumber(inst)),
};

function selectInst(context: SelectContext, inst: Inst, edges: readonly MEdge[]): void {
  const handler = handlers[inst.op];
  if (handler) handler(context, inst, edges);
  else if (!selectHelperOp(context, inst)) throw new Error(`thumb: unsupported operation ${inst.op}`);
}

function trapNumber(inst: Inst): number {
  const kind = inst.trap;
  if (kind === undefined) throw new Error(`thumb: ${inst.op} without a trap kind`);
  return TrapKind[kind];
}

/** A comparison as a value, 0 or 1. */
function selectComparisonValue(context: SelectContext, inst: Inst): void {
  const comparison = comparisonOf(context, inst);
  const vreg = context.newVreg();
  emitSetcc(context, vreg, comparison, 1, 0);
  context.bind(inst, vreg);
}

/** The extra definition that a comparison by shifting needs. */
function scratchFor(context: SelectContext, comparison: Comparison): number[] {
  return comparison.compare === 'shl' ? [context.newVreg()] : [];
}

function emitSetcc(
  context: SelectContext,
  vreg: number,
  comparison: Comparison,
  imm: number,
  imm2: number,
): void {
  const defs = [vreg, ...scratchFor(context, comparison)];
  context.emit(minst('setcc', defs, comparison.uses, context.position, { ...comparison, imm, imm2 }));
}

/** One word of a select. */
function selectWord(context: SelectContext, comparison: Comparison, yes: number, no: number): number {
  if (yes === no) return yes;
  const small = (vreg: number): number | undefined => {
    const remat = context.machine.remat[vreg];
    return remat?.kind === 'const' && remat.value >= 0 && remat.value <= 255 ? remat.value : undefined;
  };
  const yesImm = small(yes);
  const noImm = small(no);
  const vreg = context.newVreg();
  if (yesImm !== undefined && noImm !== undefined) {
    emitSetcc(context, vreg, comparison, yesImm, noImm);
    return vreg;
  }
  // With one constant, it is the value if the (possibly inverted) comparison holds.
  const oriented = noImm !== undefined ? invert(comparison) : comparison;
  const imm = yesImm ?? noImm;
  const rest = imm === undefined ? [yes, no] : [yesImm === undefined ? yes : no];
  const op = imm === undefined ? 'select' : 'selecti';
  const defs = [vreg, ...scratchFor(context, oriented)];
  const uses = [...oriented.uses, ...rest];
  context.emit(minst(op, defs, uses, context.position, { ...oriented, imm: imm ?? 0 }));
  return vreg;
}

function selectSelect(context: SelectContext, inst: Inst): void {
  const [condition, yes, no] = inst.args as [Inst, Inst, Inst];
  const comparison = conditionOf(context, condition);
  const low = selectWord(context, comparison, context.reg(yes), context.reg(no));
  if (inst.type !== 'f64') {
    context.bind(inst, low);
    return;
  }
  context.bind(inst, low, selectWord(context, comparison, context.regHigh(yes), context.regHigh(no)));
}

/** A check that traps if the comparison holds, reporting up to two words. */
function emitCheck(context: SelectContext, comparison: Comparison, trap: number, reported: number[]): void {
  if (reported.length > 2) throw new Error('thumb: a trap reports at most two words');
  const uses = [...comparison.uses, ...reported];
  const useRegs = [...comparison.uses.map(() => IN_REGISTER), ...reported.map(() => ANYWHERE)];
  const defs = scratchFor(context, comparison);
  context.emit(minst('check', defs, uses, context.position, { ...comparison, imm: trap, useRegs }));
}

function selectBounds(context: SelectContext, inst: Inst): void {
  const [index, length] = inst.args as [Inst, Inst];
  if (constantOf(index) !== undefined && constantOf(length) !== undefined) {
    if (constantOf(index)! >>> 0 < constantOf(length)! >>> 0) return;
  }
  const comparison = compareValues(context, 'uge', index, length);
  emitCheck(context, comparison, TrapKind.bounds, [context.reg(index), context.reg(length)]);
}

function selectCheck(context: SelectContext, inst: Inst): void {
  const [condition, ...reported] = inst.args as [Inst, ...Inst[]];
  const comparison = invert(conditionOf(context, condition));
  emitCheck(
    context,
    comparison,
    trapNumber(inst),
    reported.flatMap((value) => context.regs(value)),
  );
}

function selectJump(context: SelectContext, inst: Inst, edges: readonly MEdge[]): void {
  // Before the arguments: one of them may be the sum that the branch computes.
  const comparison = inst.op === 'branch' ? conditionOf(context, inst.args[0]!) : undefined;
  for (const [index, target] of inst.targets!.entries())
    edges[index]!.args.push(...target.args.flatMap((arg) => context.regs(arg)));
  if (!comparison) {
    context.emit(minst('b', [], [], inst.position));
    return;
  }
  const defs = scratchFor(context, comparison);
  context.emit(minst('br', defs, comparison.uses, inst.position, { ...comparison }));
}

function selectExit(context: SelectContext, inst: Inst, op: 'ret' | 'trap', imm: number): void {
  const uses = inst.args.flatMap((value) => context.regs(value));
  if (uses.length > 2) throw new Error(`thumb: ${inst.op} takes at most two words`);
  const useRegs = uses.map((_, index) => index);
  context.emit(minst(op, [], uses, inst.position, { imm, useRegs }));
}
