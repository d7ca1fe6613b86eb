// What library code may use beyond TypeScript: each call compiles to an operation of the machine or of the
// runtime. Not meant for programs; they may change at any time.

/** The upper 32 bits of a double. */
declare function __highWord(x: number): int;
/** True only for what is held as an integer, which may be less than all int32s; never for -0. */
declare function __isHeldInteger(x: number): boolean;
/** The lower 32 bits of a double. */
declare function __lowWord(x: number): int;
/** The double made of two words. */
declare function __makeDouble(high: int, low: int): number;
/** Reads a device register. */
declare function __load32(address: number): int;
/** Writes a device register. */
declare function __store32(address: number, value: number): void;

/** The length of an array or string. */
declare function __length(value: unknown): int;
/** Moves `count` elements inside an array, without a check of their range. */
declare function __move<T>(array: T[], to: int, from: int, count: int): void;
/** A copy of the elements from..to, which must be in range. */
declare function __copy<A>(array: A, from: int, to: int): A;
/** An array of `length` zeroed elements. */
declare function __newArray<T>(length: int): T[];
/** An array of the same kind, with `length` zeroed elements. */
declare function __sameKind<A>(array: A, length: int): A;
/** Sets the length; new elements are zeroed. */
declare function __setLength<T>(array: T[], length: int): void;
/** The element at an index, without a check of its range. */
declare function __element<T>(array: T[], index: int): T;
/** True if two elements are equal by `===`. */
declare function __same<T, U>(a: T, b: U): boolean;
/** True for NaN alone. */
declare function __isNaN<T>(value: T): boolean;

/** Has an array refer to nothing at an index that is in range, if its elements are references. */
declare function __forget<T>(array: T[], index: int): void;
/** A number that is the same for values that are the same key. */
declare function __hash<T>(key: T): int;
/** A value as a key keeps it: 0 for -0. */
declare function __asKey<T>(key: T): T;
/** Where an object is; objects do not move. */
declare function __address(value: unknown): int;
/** Where an array or function of type `unknown` is. */
declare function __addressInside(value: unknown): int;

/** Where the text of an object's class is. */
declare function __classText(object: unknown): int;
/** The byte at an address. */
declare function __byte(address: int): int;
/** The word at an address in the heap. */
declare function __word(address: int): int;

/** The object at an address. */
declare function __at<T>(address: int): T;

/** What may be anything. */
declare type __Value = {} | null | undefined;
/** Where the elements of an array are. */
declare function __dataOf<A>(array: A): int;
/** True for a typed array that has the buffer of another. */
declare function __isView<A>(array: A): boolean;
/** The buffer that such a one is made of. */
declare function __viewOwner<A>(array: A): ArrayBuffer;
/** A typed array of `length` elements at an address, which `owner` keeps. */
declare function __view<A>(data: int, length: int, owner: unknown): A;
/** The single at an address. */
declare function __singleAt(address: int): number;
/** The number, as it is held, at an address. */
declare function __numberAt(address: int): number;
/** A value that was read from JSON in the representation of a type; traps if it is of another. */
declare function __typed<T>(value: unknown): T;
/** The same for an object with the properties of the type. */
declare function __typedObject<T>(value: unknown): T;
/** True for an object of a type with a method `toJSON`. */
declare function __tellsJson<T>(object: unknown): boolean;
/** What that method gives for the value of a property. */
declare function __toldJson<T>(object: unknown, key: string): unknown;

/** The unit at an index that is in range. */
declare function __unit(text: string, index: int): int;
/** The units from..to, which must be in range. */
declare function __slice(text: string, from: int, to: int): string;
/** First index >= from of `search`, or -1. */
declare function __indexOf(text: string, search: string, from: int): int;
/** A string of one unit. */
declare function __fromUnit(unit: int): string;
/** Negative, 0 or positive, by UTF-16 units. */
declare function __compareText(a: string, b: string): int;
/** Any value as text, as String(value) gives it. */
declare function __text<T>(value: T): string;
/** An element as `join` writes it: nothing for null and undefined. */
declare function __joinText<T>(value: T): string;

/** What a value says that it is: 0 object, 1 number, 2 boolean, 3 null, 4 array, 5 function, 6 string, 7 undefined. */
declare function __kind(value: unknown): int;
/** True if a value of type `unknown` is an array or function of exactly this type. */
declare function __isBoxOf<T>(value: unknown): boolean;
/** True if two arrays of type `unknown` are the same one. */
declare function __sameInside(a: unknown, b: unknown): boolean;
/** True if two objects are the same one. */
declare function __sameReference(a: unknown, b: unknown): boolean;
/** Where the list of functions begins: their code, name and count of parameters; a zero ends it. */
declare function __functionTable(): int;
/** What stands for a method of that name, a literal, in lists of members. */
declare function __methodId(name: string): int;
/** An object as text. */
declare function __objectText(value: unknown): string;

/** Goes on where the innermost `catch` or `finally` is; does nothing if there is none. */
declare function __throw(value: unknown): void;
/** What was thrown last. */
declare function __caught(): unknown;
/** Of the last trap: 0 its kind, 1 and 2 what the runtime says of it. */
declare function __caughtTrap(word: int): int;
/** The message of the error that a trap stands for. */
declare function __trapMessage(kind: int): string;
/** Its class: 0 RangeError, 1 TypeError, 2 ReferenceError. */
declare function __trapName(kind: int): int;
/** Ends the program, since nothing catches an error. */
declare function __uncaught(name: string, message: string): void;

/** What stands for undefined in a representation: where it can't, NaN, zero or a reference to nothing. */
declare function __absent<T>(): T;
/** The value in the representation that it has, whatever its type says. */
declare function __asIs<T>(value: unknown): T;
/** Runs a coroutine; true if it waits, false if it has ended. */
declare function __resume(coroutine: __Coroutine): boolean;
/** The innermost coroutine that runs. */
declare function __coroutine(): __Coroutine;
/** That coroutine waits, until it is resumed. */
declare function __suspend(): void;
/** Has a function without captured variables called after the code that runs. */
declare function __after(callback: () => void): void;
/** How many runs of programs were stopped or failed since the board started. */
declare function __aborted(): int;
/** Waits for the next timer, and gives its callback; undefined if there is no timer. */
declare function __nextTimer(): (() => void) | undefined;

/** Raises a run-time error for a length or count that is out of range. */
declare function __badLength(value: int): void;
/** Raises the run-time error for an empty array where an element is needed. */
declare function __emptyArray(): void;

declare function __delay(milliseconds: number): void;
declare function __millis(): number;
declare function __micros(): number;
declare function __startTimer(callback: () => void, milliseconds: number, repeat: int): int;
declare function __clearTimer(id: int): void;
