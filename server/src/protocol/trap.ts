// A trap as the session gets it.
import { CALLBACK_CALL, type Fields } from './messages.ts';

/** A trap that ended a program on the board. */
export interface Trap {
  /** The call that it ended; undefined if it ended a timer's callback. */
  readonly callId: number | undefined;
  /** A TrapKind's number (compiler/abi/objects.ts). */
  readonly kind: number;
  /** r0..r12, sp, lr, pc where it happened. */
  readonly registers: readonly number[];
  readonly xpsr: number;
  /** Program counter and stack pointer of the compiled code that trapped, or called the helper that did. */
  readonly user: { readonly pc: number; readonly sp: number };
}

export function trapOf({ call, kind, registers, xpsr, userPc, userSp }: Fields<'trap'>): Trap {
  const callId = call === CALLBACK_CALL ? undefined : call;
  return { callId, kind, registers, xpsr, user: { pc: userPc, sp: userSp } };
}
