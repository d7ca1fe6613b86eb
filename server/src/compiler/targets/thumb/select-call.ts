// Selection of calls: compiled functions, C helpers, function values, and the operations that the core has no
// instruction for and that are helpers too.
import { type Helper, type HelperName, helpers } from '../../abi/helpers.ts';
import { CLOSURE_CODE } from '../../abi/objects.ts';
import type { Inst } from '../../ir/ir.ts';
import type { FloatCondition, Op } from '../../ir/ops.ts';
import type { IrType } from '../../ir/types.ts';
import { layoutCall } from './call-layout.ts';
import { CALLEE, minst } from './machine.ts';
import type { SelectContext } from './select-context.ts';

/** Operations that are nothing but a call of a helper. */
const helperOps: Partial<Record<Op, HelperName>> = {
  idiv: 'gn_idiv',
  irem: 'gn_irem',
  udiv: 'gn_udiv',
  urem: 'gn_urem',
  iclz: 'gn_clz',
  fadd: '__aeabi_fadd',
  fsub: '__aeabi_fsub',
  fmul: '__aeabi_fmul',
  fdiv: '__aeabi_fdiv',
  fsqrt: 'gn_fsqrt',
  dadd: 'gn_nadd',
  dsub: 'gn_nsub',
  dmul: 'gn_nmul',
  ddiv: 'gn_ndiv',
  drem: 'gn_nrem',
  dsqrt: 'gn_nsqrt',
  dfloor: 'gn_nfloor',
  dceil: 'gn_nceil',
  dtrunc: 'gn_ntrunc',
  dround: 'gn_nround',
  dneg: 'gn_nneg',
  dabs: 'gn_nabs',
  i2f: '__aeabi_i2f',
  u2f: '__aeabi_ui2f',
  u2d: 'gn_u2n',
  f2d: 'gn_f2n',
  d2f: 'gn_n2f',
  f2i: 'gn_f2i',
  d2i: 'gn_n2i',
  d2iExact: 'gn_n2i_exact',
};

/** Emits an operation that is a helper call; false if it is none. */
export function selectHelperOp(context: SelectContext, inst: Inst): boolean {
  const name = helperOps[inst.op];
  if (!name) return false;
  const result = callHelper(context, name, inst.args, inst.type);
  context.bind(inst, result[0]!, result[1]);
  return true;
}

/** Which helper compares, with operands exchanged or not, and whether its answer is the negation. */
interface FloatCompare {
  readonly name: 'eq' | 'lt' | 'le';
  readonly swap: boolean;
  readonly negate: boolean;
}

const floatCompares: Record<FloatCondition, FloatCompare> = {
  eq: { name: 'eq', swap: false, negate: false },
  ne: { name: 'eq', swap: false, negate: true },
  lt: { name: 'lt', swap: false, negate: false },
  le: { name: 'le', swap: false, negate: false },
  gt: { name: 'lt', swap: true, negate: false },
  ge: { name: 'le', swap: true, negate: false },
  nlt: { name: 'lt', swap: false, negate: true },
  nle: { name: 'le', swap: false, negate: true },
  ngt: { name: 'lt', swap: true, negate: true },
  nge: { name: 'le', swap: true, negate: true },
};

/** Emits a comparison of floats. If only conditions use it, a negation is left to them (context.negated). */
export function selectFloatCompare(context: SelectContext, inst: Inst): void {
  const { name, swap, negate } = floatCompares[inst.cond as FloatCondition];
  const helper = inst.op === 'fcmp' ? (`__aeabi_fcmp${name}` as const) : (`gn_ncmp${name}` as const);
  const args = swap ? [inst.args[1]!, inst.args[0]!] : inst.args;
  const [result] = callHelper(context, helper, args, 'i32');
  if (!negate) {
    context.bind(inst, result!);
    return;
  }
  if (context.folded[inst.id]) {
    context.negated[inst.id] = 1;
    context.bind(inst, result!);
    return;
  }
  context.define(inst, 'eor', [result!, context.constant(1)]);
}

/** Emits call, helper or callRef. */
export function selectCall(context: SelectContext, inst: Inst): void {
  let result: number[];
  if (inst.op === 'callRef') {
    const [closure, ...args] = inst.args as [Inst, ...Inst[]];
    const closureReg = context.reg(closure);
    const code = context.compute('ldr', [closureReg], CLOSURE_CODE);
    result = emitCall(context, { code, closure: closureReg }, args, inst.type);
  } else if (inst.op === 'helper') {
    const name = inst.symbol!;
    if (!(name in helpers)) throw new Error(`thumb: there is no helper ${name}`);
    result = callHelper(context, name as HelperName, inst.args, inst.type);
  } else {
    result = emitCall(context, { symbol: inst.symbol! }, inst.args, inst.type);
  }
  if (inst.type !== 'void') context.bind(inst, result[0]!, result[1]);
}

function callHelper(
  context: SelectContext,
  name: HelperName,
  args: readonly Inst[],
  type: IrType | 'void',
): number[] {
  const helper: Helper = helpers[name];
  const { params, rest = false } = helper;
  if (params.length !== args.length && !rest)
    throw new Error(`thumb: ${name} takes ${params.length} arguments, not ${args.length}`);
  return emitCall(context, { code: context.symbol(name) }, args, type, params.length);
}

/** Converts between numbers as they are held and the bits of doubles, word by word. */
export function convertWords(
  context: SelectContext,
  name: 'gn_d2n' | 'gn_n2d',
  words: readonly number[],
): number[] {
  const result = [context.newVreg(), context.newVreg()];
  context.emit(
    minst('callx', result, [context.symbol(name), ...words], context.position, {
      symbol: '',
      useRegs: [CALLEE, 0, 1],
      defRegs: [0, 1],
    }),
  );
  return result;
}

/** The callee: a compiled function by its symbol, or an address in a register, for closures with the closure. */
type Callee = { readonly symbol: string } | { readonly code: number; readonly closure?: number };

/** Emits stack arguments, those from `rest` on among them, and the call; gives the registers of the result. */
function emitCall(
  context: SelectContext,
  callee: Callee,
  args: readonly Inst[],
  type: IrType | 'void',
  rest = args.length,
): number[] {
  const types = args.map((arg) => arg.type as IrType);
  const layout = layoutCall(types, rest);
  context.machine.outgoing = Math.max(context.machine.outgoing, layout.stackBytes);
  const uses: number[] = [];
  const useRegs: number[] = [];
  if ('code' in callee) {
    uses.push(callee.code);
    useRegs.push(CALLEE);
    if (callee.closure !== undefined) {
      uses.push(callee.closure);
      useRegs.push(12);
    }
  }
  for (const [index, arg] of args.entries()) {
    const regs = context.regs(arg);
    for (const [word, place] of layout.places[index]!.entries()) {
      if ('register' in place) {
        uses.push(regs[word]!);
        useRegs.push(place.register);
      } else {
        context.emit(minst('starg', [], [regs[word]!], context.position, { imm: place.offset }));
      }
    }
  }
  const defs: number[] = [];
  if (type !== 'void') defs.push(context.newVreg());
  if (type === 'f64') defs.push(context.newVreg());
  const defRegs = defs.map((_, index) => index);
  const symbol = 'symbol' in callee ? callee.symbol : '';
  const op = 'symbol' in callee ? 'call' : 'callx';
  context.emit(minst(op, defs, uses, context.position, { symbol, useRegs, defRegs }));
  return defs;
}
