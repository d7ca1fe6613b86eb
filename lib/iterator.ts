// What `for ... of` and spread go over, beside arrays and strings. The compiler asks an iterator to advance and then
// reads its value: no object is made for each step (server/src/compiler/frontend/lower/iteration.ts).

/** Code that waits in the middle; the runtime knows where these two are (COROUTINE_BODY in the compiler's abi/objects.ts). */
class __Coroutine {
  __body!: () => void;
  __frames: unknown;
}

/** Goes over values, one after the other. */
abstract class IteratorObject<T, TReturn = any, TNext = any> extends __Coroutine {
  /** The value that it is at, after `__advance` was true. */
  __current!: T;
  /** Goes to the next value; false if there is none. */
  abstract __advance(): boolean;

  /**
   * Goes on: to the next value, which the place where it waits gets (mode 0), with an error that is thrown there (1), or by
   * returning from there (2). False if it is at no value then: what it returned is in `iterator_outcome`.
   */
  __go(mode: int, _value: unknown): boolean {
    return mode === 0 && this.__advance();
  }

  /**
   * Goes to the next value.
   * @final
   */
  next(value?: any): IteratorResult<T, TReturn> {
    return iterator_result<T>(this, 0, value);
  }

  /**
   * Has it end.
   * @final
   */
  return(value?: any): IteratorResult<T, TReturn> {
    return iterator_result<T>(this, 2, value);
  }

  /**
   * Has an error thrown where it waits.
   * @final
   */
  throw(error?: any): IteratorResult<T, TReturn> {
    return iterator_result<T>(this, 1, error);
  }
}

interface IteratorObject<T, TReturn, TNext> {
  [Symbol.iterator](): IteratorObject<T, TReturn, TNext>;
}

/** What the iterator returned that has just ended. */
let iterator_outcome: unknown;
/** True once an iterator was told how to go on that takes notice of it. */
let iterator_isTold = false;

function iterator_lastOutcome(): unknown {
  return iterator_outcome;
}

function iterator_result<T>(iterator: IteratorObject<T>, mode: int, value: unknown): IteratorResult<T, any> {
  iterator_outcome = undefined;
  if (iterator.__go(mode, value)) return { value: iterator.__current, done: false };
  return { value: iterator_outcome, done: true };
}

/** A loop leaves an iterator early. */
function iterator_close<T>(iterator: IteratorObject<T>): void {
  iterator.__go(2, undefined);
}

/** An exception leaves a loop, whatever the iterator has to say. */
function iterator_abandon<T>(iterator: IteratorObject<T>): void {
  try {
    iterator.__go(2, undefined);
  } catch {}
}

/** Goes over the elements of an array. */
class __ArrayIterator<T, E extends T> extends IteratorObject<T> {
  __at: int = 0;

  constructor(readonly __array: E[]) {
    super();
  }

  __advance(): boolean {
    if (this.__at >= this.__array.length) return false;
    this.__current = this.__array[this.__at]!;
    this.__at++;
    return true;
  }
}

/** An iterator over an array. */
function iterator_ofArray<T, E extends T>(array: E[]): IteratorObject<T> {
  return new __ArrayIterator<T, E>(array);
}

/** An iterator of a program, by its methods. */
class __NextIterator<T> extends IteratorObject<T> {
  /** True but while it is at a value, or has not begun. */
  __isDone = false;

  constructor(
    readonly __next: (value: any) => IteratorResult<T, any>,
    readonly __return: ((value: any) => IteratorResult<T, any>) | undefined,
    readonly __throw: ((value: any) => IteratorResult<T, any>) | undefined,
  ) {
    super();
  }

  __advance(): boolean {
    return this.__go(0, undefined);
  }

  override __go(mode: int, value: unknown): boolean {
    iterator_isTold = true;
    // One that has ended, or failed, is told nothing more by loops.
    if (mode === 2 && this.__isDone) return false;
    const method = mode === 0 ? this.__next : mode === 1 ? this.__throw : this.__return;
    this.__isDone = true;
    if (method === undefined) {
      iterator_isTold = false;
      return false;
    }
    const result = method(value);
    if (result.done) {
      iterator_outcome = result.value;
      return false;
    }
    this.__isDone = false;
    this.__current = result.value as T;
    return true;
  }
}

/** An iterator that loops can use. */
function iterator_of<T>(
  next: (value: any) => IteratorResult<T, any>,
  return_: ((value: any) => IteratorResult<T, any>) | undefined,
  throw_: ((value: any) => IteratorResult<T, any>) | undefined,
): IteratorObject<T> {
  return new __NextIterator<T>(next, return_, throw_);
}

/**
 * What can be gone over, whatever it is.
 * @sealed
 */
class __Iterable<T> {
  constructor(readonly __begin: () => IteratorObject<T>) {}

  __iterator(): IteratorObject<T> {
    return this.__begin();
  }
}

function iterable_ofArray<T, E extends T>(array: E[]): __Iterable<T> {
  return new __Iterable<T>(() => new __ArrayIterator<T, E>(array));
}

function iterable_ofObject<T, O extends Iterable<T>>(object: O): __Iterable<T> {
  return new __Iterable<T>(() => object[Symbol.iterator]() as IteratorObject<T>);
}
