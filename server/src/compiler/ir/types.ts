// The types of IR values, and of memory accesses.

/**
 * - `i32`: 32 bits: integers, booleans (0 or 1), raw addresses
 * - `f32`, `f64`: IEEE single and double; how a double is held is the target's affair
 * - `ref`: reference to a garbage-collected object or constant, or null
 */
export type IrType = 'i32' | 'f32' | 'f64' | 'ref';

/**
 * How a load or store touches memory; i8 and i16 loads extend the sign, u8 and u16 extend zeros. `num` is a number as
 * compiled code holds it (abi/numbers.ts), `f64` the bits of a double.
 */
export type MemoryType = 'i8' | 'u8' | 'i16' | 'u16' | 'i32' | 'f32' | 'f64' | 'num' | 'ref';

/** Size of a memory access, in bytes; also the scale of its index. */
export const memorySize: Record<MemoryType, 1 | 2 | 4 | 8> = {
  i8: 1,
  u8: 1,
  i16: 2,
  u16: 2,
  i32: 4,
  f32: 4,
  f64: 8,
  num: 8,
  ref: 4,
};

/** The IR type of a loaded value. */
export function loadedType(memory: MemoryType): IrType {
  if (memory === 'num') return 'f64';
  return memory === 'f32' || memory === 'f64' || memory === 'ref' ? memory : 'i32';
}
