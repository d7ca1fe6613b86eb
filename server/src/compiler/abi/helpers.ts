// The C helpers that compiled code may call: the one table of names, signatures and effects. The C prototypes
// are generated from it (generate-header.ts); their addresses come from the firmware's manifest.
// Calling convention: AAPCS, soft float (i32, f32 and ref in one register, f64 in an even/odd pair).
import type { IrType } from '../ir/types.ts';

/**
 * What a call can do besides computing its result.
 * - `pure`: depends on its arguments alone; may be removed, merged, moved.
 * - `read`: also reads memory (strings, arrays); may be removed, not moved across writes.
 * - `alloc`: returns a fresh object, may collect garbage or trap; may be removed, not merged.
 * - `write`: anything.
 * - `never`: does not return.
 */
export type Effect = 'pure' | 'read' | 'alloc' | 'write' | 'never';

export interface Helper {
  readonly params: readonly IrType[];
  /** Any number of further arguments follow, word by word on the stack, wherever the parameters are. */
  readonly rest?: true;
  readonly result: IrType | 'void';
  readonly effect: Effect;
}

const helper = (params: IrType[], result: IrType | 'void', effect: Effect): Helper => ({
  params,
  result,
  effect,
});

export const helpers = {
  // Integer arithmetic that the core has no instruction for.
  /** Truncating quotient; x/0 is 0 and -2^31/-1 is -2^31, as (a / b) | 0. */
  gn_idiv: helper(['i32', 'i32'], 'i32', 'pure'),
  /** Truncating remainder; x%0 is 0, as (a % b) | 0. */
  gn_irem: helper(['i32', 'i32'], 'i32', 'pure'),
  gn_udiv: helper(['i32', 'i32'], 'i32', 'pure'),
  gn_urem: helper(['i32', 'i32'], 'i32', 'pure'),
  /** Count of leading zero bits, 32 for 0. */
  gn_clz: helper(['i32'], 'i32', 'pure'),

  // Single precision (names of the ARM run-time ABI).
  __aeabi_fadd: helper(['f32', 'f32'], 'f32', 'pure'),
  __aeabi_fsub: helper(['f32', 'f32'], 'f32', 'pure'),
  __aeabi_fmul: helper(['f32', 'f32'], 'f32', 'pure'),
  __aeabi_fdiv: helper(['f32', 'f32'], 'f32', 'pure'),
  __aeabi_fcmpeq: helper(['f32', 'f32'], 'i32', 'pure'),
  __aeabi_fcmplt: helper(['f32', 'f32'], 'i32', 'pure'),
  __aeabi_fcmple: helper(['f32', 'f32'], 'i32', 'pure'),
  __aeabi_i2f: helper(['i32'], 'f32', 'pure'),
  __aeabi_ui2f: helper(['i32'], 'f32', 'pure'),
  /** ToInt32 of a single: modulo 2^32, NaN and infinities give 0. */
  gn_f2i: helper(['f32'], 'i32', 'pure'),
  gn_fsqrt: helper(['f32'], 'f32', 'pure'),

  // Numbers, as they are held (numbers.ts): f64 is that here, in parameters and results of all helpers.
  gn_nadd: helper(['f64', 'f64'], 'f64', 'pure'),
  gn_nsub: helper(['f64', 'f64'], 'f64', 'pure'),
  gn_nmul: helper(['f64', 'f64'], 'f64', 'pure'),
  gn_ndiv: helper(['f64', 'f64'], 'f64', 'pure'),
  /** JavaScript's %: exact, sign of the dividend. */
  gn_nrem: helper(['f64', 'f64'], 'f64', 'pure'),
  gn_nneg: helper(['f64'], 'f64', 'pure'),
  gn_nabs: helper(['f64'], 'f64', 'pure'),
  gn_ncmpeq: helper(['f64', 'f64'], 'i32', 'pure'),
  gn_ncmplt: helper(['f64', 'f64'], 'i32', 'pure'),
  gn_ncmple: helper(['f64', 'f64'], 'i32', 'pure'),
  gn_u2n: helper(['i32'], 'f64', 'pure'),
  gn_f2n: helper(['f32'], 'f64', 'pure'),
  gn_n2f: helper(['f64'], 'f32', 'pure'),
  /** ToInt32: modulo 2^32, NaN and infinities give 0. */
  gn_n2i: helper(['f64'], 'i32', 'pure'),
  /** The number as an int32 if it is one (-0 counts as 0); else raises notAnInt. */
  gn_n2i_exact: helper(['f64'], 'i32', 'write'),
  /** From and to the bits of a double, whose words are held as if they were a number. */
  gn_d2n: helper(['f64'], 'f64', 'pure'),
  gn_n2d: helper(['f64'], 'f64', 'pure'),
  gn_nsqrt: helper(['f64'], 'f64', 'pure'),
  /** Math.floor, Math.ceil, Math.trunc, and Math.round (half towards +infinity) with JavaScript's -0 rules. */
  gn_nfloor: helper(['f64'], 'f64', 'pure'),
  gn_nceil: helper(['f64'], 'f64', 'pure'),
  gn_ntrunc: helper(['f64'], 'f64', 'pure'),
  gn_nround: helper(['f64'], 'f64', 'pure'),

  // Memory (device-runtime/core/values/allocate.S, heap.c, array.c).
  /** New object: its header, of an odd number of words (allocationHeader), the word behind it, and zeros. */
  gn_new: helper(['i32', 'i32'], 'ref', 'alloc'),
  gn_array_empty: helper([], 'ref', 'alloc'),
  /** New array object with `length` zeroed elements (kind: ElementKind); raises badLength if length < 0. */
  gn_array_new: helper(['i32', 'i32'], 'ref', 'alloc'), // (ElementKind, length)
  /** Adds an element to an array of that ElementKind. */
  gn_array_push_ref: helper(['ref', 'ref'], 'void', 'write'),
  gn_array_push_i32: helper(['ref', 'i32'], 'void', 'write'),
  gn_array_push_f32: helper(['ref', 'f32'], 'void', 'write'),
  gn_array_push_number: helper(['ref', 'f64'], 'void', 'write'),
  /** Of any kind: makes room for one more element and counts it in; returns the address of the new last element. */
  gn_array_push: helper(['ref', 'i32'], 'i32', 'write'), // (array, ElementKind)
  /** Gives an array without a buffer one for `count` elements (5 to 256): returns how many it can hold, or 0 for "not known". */
  gn_array_reserve: helper(['ref', 'i32', 'i32'], 'i32', 'write'), // (array, ElementKind, count)
  /** Sets the length: truncates, or (growing) adds zeroed elements. */
  gn_array_set_length: helper(['ref', 'i32', 'i32'], 'void', 'write'), // (array, ElementKind, length)
  /** New array with a copy of the elements from..to (0 <= from, to <= length are clamped). */
  gn_array_copy: helper(['ref', 'i32', 'i32', 'i32'], 'ref', 'alloc'), // (array, ElementKind, from, to)
  /** Moves `count` elements inside an array's storage (ranges may overlap; the caller has checked them). */
  gn_array_move: helper(['ref', 'i32', 'i32', 'i32', 'i32'], 'void', 'write'), // (array, kind, to, from, count)

  /** Takes the first of some elements away. */
  gn_array_shift: helper(['ref', 'i32'], 'void', 'write'), // (array, size of an element in bytes: 4 or 8)

  // Strings. Indices are clamped by the callers in lib/ unless said otherwise.
  gn_str_concat: helper(['ref', 'ref'], 'ref', 'alloc'),
  /** The parts behind one another; the first argument tells what they are (TextPart). */
  gn_str_join: { ...helper(['i32'], 'ref', 'alloc'), rest: true },
  /** The same, where nobody else has the first part, a string: it may grow in its place. */
  gn_str_append: { ...helper(['i32'], 'ref', 'alloc'), rest: true },
  /** A string that nobody else has, and a unit behind it. */
  gn_str_append_unit: helper(['ref', 'i32'], 'ref', 'alloc'),
  gn_str_eq: helper(['ref', 'ref'], 'i32', 'read'),
  /** <0, 0, >0 by UTF-16 units, as JavaScript's < does. */
  gn_str_cmp: helper(['ref', 'ref'], 'i32', 'read'),
  /** The unit at an index that is in range (checked by the caller). */
  gn_str_unit: helper(['ref', 'i32'], 'i32', 'read'),
  /** The units from..to, 0 <= from <= to <= length (the caller has clamped them). */
  gn_str_slice: helper(['ref', 'i32', 'i32'], 'ref', 'alloc'),
  /** First index >= from of the second string in the first, or -1. */
  gn_str_index_of: helper(['ref', 'ref', 'i32'], 'i32', 'read'),
  /** A string of one unit. */
  gn_str_from_unit: helper(['i32'], 'ref', 'alloc'),
  gn_str_from_i32: helper(['i32'], 'ref', 'alloc'),
  /** Number::toString(x) in base 10: the shortest digits that read back as x. */
  gn_str_from_number: helper(['f64'], 'ref', 'alloc'),

  // Output: a record is begun, values are added, and it is sent. Formatting happens on the host.
  /** Begins a record: channel 0 log, 1 error, 2 warn, 3 the cell's value. */
  gn_out_begin: helper(['i32'], 'void', 'write'),
  gn_out_i32: helper(['i32'], 'void', 'write'),
  gn_out_u32: helper(['i32'], 'void', 'write'),
  gn_out_f32: helper(['f32'], 'void', 'write'),
  gn_out_number: helper(['f64'], 'void', 'write'),
  gn_out_bool: helper(['i32'], 'void', 'write'),
  gn_out_undefined: helper([], 'void', 'write'),
  gn_out_null: helper([], 'void', 'write'),
  /** A string or array (by its type descriptor, address of bytes: see console.ts); null prints as null. */
  gn_out_value: helper(['ref', 'i32'], 'void', 'write'),
  /** A function: argument is the address of its name's constant string. */
  gn_out_function: helper(['ref'], 'void', 'write'),
  gn_out_end: helper([], 'void', 'write'),

  // Time and timers. A timer's callback is a closure of no parameters, run by the idle loop.
  gn_delay_ms: helper(['f64'], 'void', 'write'),
  gn_millis: helper([], 'f64', 'write'), // whole milliseconds since start
  gn_micros: helper([], 'f64', 'write'),
  /** (closure, delay in ms, 1 to repeat) -> id > 0. */
  gn_timer_start: helper(['ref', 'f64', 'i32'], 'i32', 'write'),
  gn_timer_clear: helper(['i32'], 'void', 'write'),

  // Exceptions.
  /**
   * Calls a closure of no parameters with an i32 result of 0 or more, and returns that; or -1 if something was thrown
   * below, -2 if a trap happened that can be caught. Then gn_caught says what.
   */
  gn_try: helper(['ref'], 'i32', 'write'),
  /** Goes on where the innermost gn_try returns; does nothing if there is none. */
  gn_throw: helper(['ref'], 'void', 'write'),
  /** What was thrown. */
  gn_caught: helper([], 'ref', 'write'),
  /** Of a trap: 0 its kind, 1 and 2 what was in r0 and r1. */
  gn_caught_trap: helper(['i32'], 'i32', 'write'),

  // Coroutines (device-runtime/core/coroutines.c).
  /** Runs a coroutine until it waits (1) or ends (0): from its beginning, or from where it waits. */
  gn_resume: helper(['ref'], 'i32', 'write'),
  /** The innermost coroutine that runs waits: its gn_resume returns. Returns when it is resumed. */
  gn_suspend: helper([], 'void', 'write'),
  /** The innermost coroutine that runs; null if there is none. */
  gn_coroutine: helper([], 'ref', 'write'),
  /** After what runs now, and before anything else, a closure of no parameters is called, a constant one. */
  gn_after: helper(['ref'], 'void', 'write'),
  /** How many runs of code were stopped or failed since the board started. */
  gn_aborted: helper([], 'i32', 'write'),
  /** Waits for the next timer; returns its callback, or null if there is no timer. */
  gn_next_timer: helper([], 'ref', 'write'),

  // Leaving.
  gn_trap: helper(['i32', 'i32', 'i32'], 'void', 'never'), // (TrapKind, a, b)
} as const satisfies Record<string, Helper>;

export type HelperName = keyof typeof helpers;
