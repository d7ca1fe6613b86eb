// What the folding rules work with: each rule looks at one instruction and returns a simpler value for it.
import { isBoolean } from '../../ir/analysis/bits.ts';
import { negateFloat, negateInt } from '../../ir/conditions.ts';
import { evaluate } from '../../ir/evaluate.ts';
import type { Inst, IrFunction, SourcePosition } from '../../ir/ir.ts';
import { newInst } from '../../ir/ir.ts';
import type { FloatCondition, IntCondition, Op } from '../../ir/ops.ts';
import { opInfo } from '../../ir/ops.ts';
import type { IrType } from '../../ir/types.ts';

/** A simpler value for the instruction, or undefined. The arguments are simplified already. */
export type Rule = (inst: Inst, folder: Folder) => Inst | undefined;

/** Emits the instructions that rules make, simplified in turn, before the one that is looked at. */
export class Folder {
  private readonly fn: IrFunction;
  private readonly rules: Partial<Record<Op, Rule>>;
  /** Instructions of the block so far. */
  out: Inst[] = [];
  private position: SourcePosition | undefined;

  constructor(fn: IrFunction, rules: Partial<Record<Op, Rule>>) {
    this.fn = fn;
    this.rules = rules;
  }

  /** The simplest value for the instruction that the rules find; undefined if it stays. */
  simplify(inst: Inst): Inst | undefined {
    this.position = inst.position;
    const constant = this.evaluate(inst);
    if (constant) return constant;
    return this.rules[inst.op]?.(inst, this);
  }

  /** Emits an operation with a result of fixed type, or finds a simpler value. */
  op(op: Op, ...args: Inst[]): Inst {
    return this.make(op, opInfo(op).result as IrType, args);
  }

  icmp(cond: IntCondition, a: Inst, b: Inst): Inst {
    return this.make('icmp', 'i32', [a, b], cond);
  }

  fcmp(cond: FloatCondition, a: Inst, b: Inst): Inst {
    return this.make('fcmp', 'i32', [a, b], cond);
  }

  dcmp(cond: FloatCondition, a: Inst, b: Inst): Inst {
    return this.make('dcmp', 'i32', [a, b], cond);
  }

  select(condition: Inst, a: Inst, b: Inst): Inst {
    return this.make('select', a.type as IrType, [condition, a, b]);
  }

  iconst(value: number): Inst {
    return this.constant('i32', value | 0);
  }

  fconst(value: number): Inst {
    return this.constant('f32', value);
  }

  dconst(value: number): Inst {
    return this.constant('f64', value);
  }

  /** A truth value that is its opposite: 0 for nonzero, 1 for zero. */
  not(value: Inst): Inst {
    const [a, b] = value.args;
    switch (value.op) {
      case 'icmp':
        return this.icmp(negateInt(value.cond as IntCondition), a!, b!);
      case 'rcmp':
        return this.make('rcmp', 'i32', [a!, b!], value.cond === 'eq' ? 'ne' : 'eq');
      case 'fcmp':
      case 'dcmp':
        return this.make(value.op, 'i32', [a!, b!], negateFloat(value.cond as FloatCondition));
      default:
        return isBoolean(value)
          ? this.op('ixor', value, this.iconst(1))
          : this.icmp('eq', value, this.iconst(0));
    }
  }

  private constant(type: IrType, value: number): Inst {
    const op = type === 'i32' ? 'iconst' : type === 'f32' ? 'fconst' : 'dconst';
    const inst = newInst(this.fn, op, type, [], this.position, { imm: value });
    this.out.push(inst);
    return inst;
  }

  private make(op: Op, type: IrType, args: Inst[], cond?: IntCondition | FloatCondition): Inst {
    const inst = newInst(this.fn, op, type, args, this.position, cond ? { cond } : {});
    const simpler = this.simplify(inst);
    if (simpler) return simpler;
    this.out.push(inst);
    return inst;
  }

  /** Constant folding. */
  private evaluate(inst: Inst): Inst | undefined {
    const [a, b, c] = inst.args;
    if (!a || !isNumber(a) || (b && !isNumber(b)) || (c && !isNumber(c))) return undefined;
    if (inst.type === 'void' || inst.type === 'ref') return undefined;
    const value = evaluate(inst.op, inst.cond, a.imm!, b?.imm ?? 0, c?.imm ?? 0);
    return value === undefined ? undefined : this.constant(inst.type, value);
  }
}

function isNumber(inst: Inst): boolean {
  return inst.op === 'iconst' || inst.op === 'fconst' || inst.op === 'dconst';
}
