// Memory layout of run-time objects: the one source for the compiler and (through generate-header.ts) for the
// C runtime. All offsets and sizes are in bytes, all words are 32 bits, little endian.
//
// A reference points at the header word of an object; null (0) is the absent reference. Objects start at
// addresses divisible by 8 in the heap (by 4 in the data arena, where constants live).
//
// In the heap, an object takes a multiple of 8 bytes; all but strings own one more word behind what their header
// counts, which belongs to the collector (device-runtime/core/values/heap.h).
//
//   header   bits 0..3 kind, bits 4 and 5 zero, bit 6 set in an array that only values of any type refer to
//            (lib/any-arrays.ts), bit 7 set if the object is frozen, bits 8..31 object size in words, header included
//   string   header, length in UTF-16 units, then the units: one byte each (Latin-1) or two
//   array    header, length in elements, data: address of the first element, i.e. of the payload of a `raw` or
//            `refs` buffer object (its header is the word before); 0 if nothing was ever stored. The capacity
//            is what the buffer's header says. Typed arrays have the same layout and never grow.
//   view     an array, then a reference to the object that keeps its elements; data may be any address among these
//   closure  header, code address (bit 0 set), captured values
//   object   header, address of its class's descriptor in the data arena, then its properties
//
//   any      what a variable of type `any`, `unknown` or a union of unlike types refers to: null for undefined, a string,
//            an object, or a box: an object whose class stands for the type of the value, its one property. Null is a
//            constant box.
//
//   descriptor of a class: a word whose bit i says that word i of the properties is a reference (bit 31 is clear),
//   the address of the parent's descriptor or 0, that of the text by which its objects are printed (console.ts), that of
//   the list of its members, a digest of its layout above the ValueKind of its objects, then for each method the address of its closure. A member is a word: a digest of its name
//   above MEMBER_NAME_SHIFT, then the property's offset in words, or MEMBER_IS_METHOD and the method's index; last a 0

/** What the collector must know of an object: the low four bits of its header. */
export const ObjectKind = {
  /** No references inside. */
  raw: 0,
  /** Every payload word is a reference or null. */
  refs: 1,
  /** A string of Latin-1 units. */
  string8: 2,
  /** A string of UTF-16 units, at least one of them above 0xff. */
  string16: 3,
  /** A growable or typed array: length, address of the elements. */
  array: 4,
  /** A function value: code address, then captured references. */
  closure: 5,
  /** An object with properties: address of its class's descriptor, then the properties. */
  object: 6,
  /** Frames of a coroutine that waits: any word may be a reference. */
  frames: 7,
  /** A typed array over a buffer that others have, too: its elements may lie anywhere in it. */
  view: 8,
} as const;
export type ObjectKind = (typeof ObjectKind)[keyof typeof ObjectKind];

/** What a self-describing value is. The kinds below `string` are the low bits of the identity in its class. */
export const ValueKind = {
  object: 0,
  number: 1,
  boolean: 2,
  null: 3,
  array: 4,
  function: 5,
  string: 6,
  undefined: 7,
} as const;
export type ValueKind = (typeof ValueKind)[keyof typeof ValueKind];
/** The bits of a class's identity that hold its ValueKind. */
export const VALUE_KIND_MASK = 7;

export const HEADER_SIZE = 4;
export const HEADER_SIZE_SHIFT = 8;
export const HEADER_KIND_MASK = 15;
export const HEADER_IS_FROZEN = 0x80;
export const STRING_LENGTH = 4;
export const STRING_UNITS = 8;
export const ARRAY_LENGTH = 4;
export const ARRAY_DATA = 8;
export const ARRAY_SIZE = 12;
/** Behind the words of an array: the object that keeps the buffer of a view. */
export const VIEW_OWNER = 12;
export const VIEW_SIZE = 16;
export const CLOSURE_CODE = 4;
export const CLOSURE_CAPTURES = 8;
/** The first properties of coroutines (lib/coroutine.ts): the function that it runs, and its frames while it waits. */
export const COROUTINE_BODY = 8;
export const COROUTINE_FRAMES = 12;
/** In an object of frames: their size in bytes, 0 while they run; where the innermost handler is; then the frames. */
export const FRAMES_BYTES = 4;
export const FRAMES_HANDLER = 8;
export const FRAMES_BEGIN = 12;
export const OBJECT_CLASS = 4;
export const OBJECT_FIELDS = 8;
/** In the descriptor of a class. */
export const CLASS_REFERENCES = 0;
export const CLASS_PARENT = 4;
export const CLASS_TEXT = 8;
export const CLASS_MEMBERS = 12;
export const CLASS_IDENTITY = 16;
export const CLASS_METHODS = 20;
/** In a word of the list of members. */
export const MEMBER_NAME_SHIFT = 8;
export const MEMBER_IS_METHOD = 0x80;

/** Builds a header word for an object of `bytes` bytes (header included, rounded up to whole words). */
export function headerWord(kind: ObjectKind, bytes: number): number {
  return (((bytes + 3) >>> 2) << HEADER_SIZE_SHIFT) | kind;
}

/**
 * The header word of an object that is allocated with room for `bytes` bytes: of an odd number of words, 3 or more, since
 * an object takes an even number with the spare one.
 */
export function allocationHeader(kind: ObjectKind, bytes: number): number {
  return headerWord(kind, 4 * Math.max(3, ((bytes + 3) >>> 2) | 1));
}

/** What is joined to a text: two bits for each part, the first ones lowest, are the first argument of gn_str_join. */
export const TextPart = {
  /** A string; or, as bit 0 of its word tells, a UTF-16 unit in the bits above. */
  string: 1,
  /** An int32, in decimal. */
  i32: 2,
  /** A number as it is held: two words. */
  number: 3,
} as const;
export type TextPart = (typeof TextPart)[keyof typeof TextPart];
export const TEXT_PART_BITS = 2;
export const TEXT_PART_MASK = 3;
/** The most parts that are joined at once. */
export const MOST_TEXT_PARTS = 15;

/**
 * How an element of an array is stored. The number is the tag in type descriptors (see console.ts) and the
 * second argument of the array helpers.
 */
export const ElementKind = {
  i8: 1,
  u8: 2,
  u8clamped: 3,
  i16: 4,
  u16: 5,
  i32: 6,
  u32: 7,
  f32: 8,
  f64: 9,
  boolean: 10,
  ref: 11,
  /** A number as compiled code holds it (numbers.ts). */
  number: 12,
} as const;
export type ElementKind = keyof typeof ElementKind;

/** Size of one element, in bytes. */
export const elementSize: Record<ElementKind, 1 | 2 | 4 | 8> = {
  i8: 1,
  u8: 1,
  u8clamped: 1,
  i16: 2,
  u16: 2,
  i32: 4,
  u32: 4,
  f32: 4,
  f64: 8,
  boolean: 1,
  ref: 4,
  number: 8,
};

/**
 * Why compiled code or a helper gave up. Compiled code raises trap K by the instruction `udf #K`, with r0 and r1
 * holding what the comment says; the fault handler reports it with registers and stack, and the host finds the
 * source position from the program counter. C helpers raise them through gn_trap(K, a, b).
 */
export const TrapKind = {
  /** Index out of range: r0 index, r1 length. */
  bounds: 1,
  /** A number that is not an int32 was converted to `int`: r0, r1 low and high word of the double. */
  notAnInt: 2,
  /** `%` by zero where the result must be an `int`. */
  divisionByZero: 3,
  /** No memory for an object: r0 bytes asked for, r1 bytes free. */
  outOfMemory: 4,
  /** The stack is full. */
  stackOverflow: 5,
  /** A call of a function that no longer compiles since something it uses was redefined. */
  staleFunction: 6,
  /** Read of a variable before its declaration ran. */
  uninitialized: 7,
  /** Length or count argument out of range (new Array(-1), repeat(-1)): r0 the value. */
  badLength: 8,
  /** null or undefined where an object is needed. */
  nullReference: 9,
  /** pop or shift on an empty array where the result can't be undefined. */
  emptyArray: 10,
  /** Control reached what the compiler took to be unreachable: a compiler bug. */
  unreachable: 11,
  /** A memory access, fetch or instruction that the processor refuses: a bug, or what an address of hardware did. */
  fault: 12,
  /** An object is not of the class or shape that its type says. */
  cast: 13,
  /** Assignment to an optional property that the object was made without. */
  noProperty: 14,
  /** Nothing catches what was thrown: r0 the name of the error (a string), r1 its message. */
  uncaught: 15,
} as const;
export type TrapKind = keyof typeof TrapKind;
