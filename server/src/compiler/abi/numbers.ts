// How compiled code holds a `number`, in memory, in registers and in calls: two words. If the upper one is 0, the lower one is
// the int32 that the number is; else the number is a double whose upper word is complemented. (Without that, 0 would be
// the upper word of +0 and of the smallest subnormals; complemented, it is that of a NaN that no operation makes.) An
// integer may be held either way, but -0 as a double alone. Memory that is all zeros holds 0.
//
// This is the "nunbox" of the field (NaN-boxing for 32-bit words), with the tag that is cheapest to test for.

/** The two words of a held number. */
export interface HeldNumber {
  /** The integer, or the lower word of the double; an int32. */
  readonly low: number;
  /** 0 for an integer; an int32. */
  readonly high: number;
}

const words = new DataView(new ArrayBuffer(8));

/** A number as it is held: as an integer if it is an int32. */
export function holdNumber(value: number): HeldNumber {
  if ((value | 0) === value && !Object.is(value, -0)) return { low: value, high: 0 };
  // Not whatever bits this NaN has here.
  if (Number.isNaN(value)) return { low: 0, high: ~0x7ff80000 };
  words.setFloat64(0, value);
  return { low: words.getInt32(4), high: ~words.getInt32(0) };
}

/** The number that is held by two words. */
export function heldNumber({ low, high }: HeldNumber): number {
  if (high === 0) return low | 0;
  words.setInt32(4, low);
  words.setInt32(0, ~high);
  return words.getFloat64(0);
}

/** Reads a number as it is held in memory. */
export function readNumber(view: DataView, offset: number): number {
  return heldNumber({ low: view.getInt32(offset, true), high: view.getInt32(offset + 4, true) });
}

/** Writes a number as it is held in memory. */
export function writeNumber(view: DataView, offset: number, value: number): void {
  const { low, high } = holdNumber(value);
  view.setInt32(offset, low, true);
  view.setInt32(offset + 4, high, true);
}
