// What `for ... of` and spread go over, beside arrays and strings. The compiler asks an iterator to advance and then
// reads its value: no object is made for each step (server/src/compiler/frontend/lower/iteration.ts).

/** Goes over values, one after the other. */
abstract class IteratorObject<T, TReturn = unknown, TNext = unknown> {
  /** The value that it is at, after `__advance` was true. */
  __current!: T;
  /** Goes to the next value; false if there is none. */
  abstract __advance(): boolean;
}

interface IteratorObject<T, TReturn, TNext> {
  [Symbol.iterator](): IterableIterator<T>;
}
