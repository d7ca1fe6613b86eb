// The result of lowering an expression.
import type { Inst } from '../../ir/ir.ts';
import type { Rep } from '../reps.ts';

export interface Value {
  readonly rep: Rep;
  /** The value; for `void` there is none. */
  readonly inst?: Inst;
  /** Of an optional scalar: 1 if there is a value, 0 for undefined; then `inst` may be anything. */
  readonly present?: Inst;
  /**
   * Set for what is written as a number literal (or made of such alone): it takes the representation of the
   * other operand, `integer` ones also that of `int`.
   */
  readonly literal?: 'integer' | 'real';
  /** Of an `either`: which of the two it is, and both. */
  readonly either?: { readonly isFirst: Inst; readonly first: Value; readonly second: Value };
  /** The text of a string known at compile time. */
  readonly text?: string;
  /** True for the array of all further arguments of a call. */
  readonly isRest?: boolean;
  /** Set for quotients, so that an `int` made from one gets a message of its own. */
  readonly quotient?: boolean;
}

/** The instruction of a value that must have one. */
export function instOf(value: Value): Inst {
  if (!value.inst) throw new Error(`a ${value.rep.kind} value is used`);
  return value.inst;
}

/** The value of a number known at compile time. */
export function constantOf(value: Value): number | undefined {
  switch (value.inst?.op) {
    case 'iconst':
    case 'fconst':
    case 'dconst':
      return value.inst.imm;
    default:
      return undefined;
  }
}

export function isInt32(value: number): boolean {
  return (value | 0) === value;
}
