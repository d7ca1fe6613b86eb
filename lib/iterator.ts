// What `for ... of` and spread go over, beside arrays and strings. The compiler asks an iterator to advance and then
// reads its value: no object is made for each step (server/src/compiler/frontend/lower/iteration.ts).

/** Code that waits in the middle; the runtime knows where these two are (COROUTINE_BODY in the compiler's abi/objects.ts). */
class __Coroutine {
  __body!: () => void;
  __frames: unknown;
}

/** Goes over values, one after the other. */
abstract class IteratorObject<T, TReturn = unknown, TNext = unknown> extends __Coroutine {
  /** The value that it is at, after `__advance` was true. */
  __current!: T;
  /** Goes to the next value; false if there is none. */
  abstract __advance(): boolean;
}

interface IteratorObject<T, TReturn, TNext> {
  next(value?: TNext): IteratorResult<T, TReturn>;
  [Symbol.iterator](): IterableIterator<T>;
}

/** An iterator of a program, which has nothing but `next`. */
class __NextIterator<T> extends IteratorObject<T> {
  constructor(readonly __inner: Iterator<T>) {
    super();
  }

  __advance(): boolean {
    const result = this.__inner.next();
    if (result.done) return false;
    this.__current = result.value as T;
    return true;
  }
}

/** An iterator that loops can use. */
function iterator_over<T>(inner: Iterator<T>): IteratorObject<T> {
  return new __NextIterator<T>(inner);
}
