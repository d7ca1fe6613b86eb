// Output records: what console.log and a cell's value look like on the wire. The board serializes values by
// their type descriptor; the host formats them as Node does (session/inspect.ts).
//
// A record is: channel byte (OutputChannel or ConsoleCall below), then values until its end.
// A value is a tag byte and a payload (little endian):
//   i32 4 bytes · u32 4 bytes · f32 4 bytes · number 8 bytes, as it is held (numbers.ts) · true · false · undefined · null
//   string8: u32 total length, u32 sent length, that many bytes (Latin-1)
//   string16: the same with two bytes a unit
//   array: ElementKind byte, u32 total length, u32 sent length (at most 100), then the elements: raw payloads
//          without tags for numeric and boolean kinds, tagged values for `ref`
//   typedArray: the same as array
//   function: u32 address of its code, by which the host knows it
//   object: u32 address, by which the host finds circles, u8 length and bytes of its class's name (none for literals),
//          then for each property: u8 length and bytes of its name, and its value; last a zero byte
// Strings nested in arrays are sent up to 10,000 units; on the top level whole.
//
// A type descriptor is a byte string in the data arena, read by the C walker:
//   's'                 a string
//   '[' kind            array with elements of ElementKind `kind` (byte), not ref
//   '{' kind            typed array of ElementKind `kind`
//   '[' 11 descriptor   array of references, each described by what follows
//   'o'                 an object, described by the text of its class
//   '?' kind            an object that holds one scalar of ElementKind `kind`
//   'f'                 a function
//   'a'                 a self-describing value (abi/objects.ts); the text of a box's class is the descriptor of its value
//   'u' descriptor      the same, but the null reference prints as undefined
//
// The text of a class: u8 length and bytes (UTF-8) of its name (with ERROR_MARK before it for errors, PARTS_MARK for what
// the host makes something else of, such as a Map of its keys and values, EXTENDED_MARK for what extends that), then for each property: u8 length (not 0) and bytes of
// its name, u8 offset in words, and the descriptor of its value; last a zero byte. Beside the above a property may be
// a function whose name begins with a byte below ACCESSOR_END: an accessor of a literal;
//   'p' kind            a scalar of ElementKind `kind` (i32, f32, number, boolean)
//   'm' descriptor      the same as 'u', but where there is no value, the property is not printed at all
// Objects and arrays of references inside of three others are sent without what is in them; those whose class has the
// PARTS_MARK or EXTENDED_MARK do not count.

export const OutputTag = {
  i32: 1,
  u32: 2,
  f32: 3,
  number: 4,
  true: 5,
  false: 6,
  undefined: 7,
  null: 8,
  string8: 9,
  string16: 10,
  array: 11,
  typedArray: 12,
  function: 13,
  object: 14,
} as const;

/** Before the name of a class that extends Error. */
export const ERROR_MARK = '!';
/** Before the name of a class whose objects are sent in parts, of which the host makes what they stand for. */
export const PARTS_MARK = '@';
/** Before the name of such a class and, after a space, that of the class of the program which extends it. */
export const EXTENDED_MARK = '+';

/**
 * What the getter of a literal gives, by which the library calls it: a value that says itself what it is, or one of a
 * kind of its own. `other` is not known there.
 */
export const GetterResult = { any: 1, number: 2, int: 3, boolean: 4, other: 5 } as const;

/** Before the name of a property that is an accessor: bit 0 if it has a setter, above it what its getter gives, or 0. */
export function accessorByte(getter: number, hasSetter: boolean): number {
  return (getter << 1) | (hasSetter ? 1 : 0);
}

/** All names that begin with a byte below are of accessors. */
export const ACCESSOR_END = 16;

export const OutputChannel = { log: 0, error: 1, warn: 2, value: 3 } as const;

/**
 * Console calls whose state is kept on the host: further channels, of which the board knows nothing. Times begin with
 * the board's microseconds.
 */
export const ConsoleCall = {
  group: 16,
  groupEnd: 17,
  table: 18,
  dir: 19,
  assert: 20,
  count: 21,
  countReset: 22,
  time: 23,
  timeLog: 24,
  timeEnd: 25,
} as const;
