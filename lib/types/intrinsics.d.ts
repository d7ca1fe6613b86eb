// What library code may use beyond TypeScript: each call compiles to an operation of the machine or of the
// runtime. Not meant for programs; they may change at any time.

/** The upper 32 bits of a double. */
declare function __highWord(x: number): int;
/** The lower 32 bits of a double. */
declare function __lowWord(x: number): int;
/** The double made of two words. */
declare function __makeDouble(high: int, low: int): number;
/** Reads a device register. */
declare function __load32(address: number): int;
/** Writes a device register. */
declare function __store32(address: number, value: number): void;
/** Moves `count` elements inside an array, without a check of their range. */
declare function __move<T>(array: T[], to: int, from: int, count: int): void;
/** A copy of the elements from..to, which must be in range. */
declare function __copy<T>(array: T[], from: int, to: int): T[];
/** An array of `length` zeroed elements. */
declare function __newArray<T>(length: int): T[];
/** The element at an index, without a check of its range. */
declare function __element<T>(array: T[], index: int): T;
/** A typed array of the same kind, of `length` zeroed elements. */
declare function __sameKind<T>(array: T, length: int): T;
/** True if two elements are equal by `===`. */
declare function __same<T>(a: T, b: T): boolean;
/** The unit at an index that is in range. */
declare function __unit(text: string, index: int): int;
/** The units from..to, which must be in range. */
declare function __slice(text: string, from: int, to: int): string;
/** First index >= from of `search`, or -1. */
declare function __indexOf(text: string, search: string, from: int): int;
/** A string of one unit. */
declare function __fromUnit(unit: int): string;
/** Raises a run-time error for a length or count that is out of range. */
declare function __badLength(value: int): void;
/** The length of an array or string. */
declare function __length(value: unknown): int;
/** Any value as text. */
declare function __text(value: unknown): string;
/** True if `<` holds for two elements by their value. */
declare function __less<T>(a: T, b: T): boolean;
declare function __delay(milliseconds: number): void;
declare function __millis(): number;
declare function __micros(): number;
declare function __startTimer(callback: () => void, milliseconds: number, repeat: int): int;
declare function __clearTimer(id: int): void;
