// Where the AAPCS (soft float) puts arguments: r0-r3 in order, doubles in even pairs, the rest on the stack.
// "Procedure Call Standard for the Arm Architecture", section 6.5.
import type { IrType } from '../../ir/types.ts';

/** Place of one word of an argument: a register, or an offset from the caller's stack pointer at the call. */
export type ArgPlace = { readonly register: number } | { readonly offset: number };

export interface CallLayout {
  /** For each argument its word, or the two words of a double, lower first. */
  readonly places: readonly (readonly ArgPlace[])[];
  /** Bytes of stack arguments, a multiple of 8. */
  readonly stackBytes: number;
}

/** Lays out arguments of the given types. From the argument `rest` on, all lie on the stack, word by word. */
export function layoutCall(types: readonly IrType[], rest = types.length): CallLayout {
  const places: ArgPlace[][] = [];
  let register = 0;
  let offset = 0;
  for (const [index, type] of types.entries()) {
    if (index === rest) register = 4;
    if (index >= rest && type === 'f64') {
      places.push([{ offset }, { offset: offset + 4 }]);
      offset += 8;
    } else if (type === 'f64') {
      register = (register + 1) & ~1;
      if (register < 4) {
        places.push([{ register }, { register: register + 1 }]);
        register += 2;
      } else {
        offset = (offset + 7) & ~7;
        places.push([{ offset }, { offset: offset + 4 }]);
        offset += 8;
      }
    } else if (register < 4) {
      places.push([{ register: register++ }]);
    } else {
      places.push([{ offset }]);
      offset += 4;
    }
  }
  return { places, stackBytes: (offset + 7) & ~7 };
}
