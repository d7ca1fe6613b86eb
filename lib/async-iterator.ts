// What `for await` goes over: iterators whose values are waited for, and asynchronous generators, in the turns of
// ECMAScript's specification (27.6). Where such an iterator advances, the code that has it advance waits.

/** Goes over values that are waited for. */
abstract class AsyncIteratorObject<T, TReturn = any, TNext = any> extends __Coroutine {
  /** The value that it is at, after `__go` was true. */
  __current!: T;

  /** Goes on as other iterators do (IteratorObject), but waits. */
  abstract __go(mode: int, value: unknown): boolean;

  __advance(): boolean {
    return this.__go(0, undefined);
  }

  /**
   * Goes to the next value.
   * @final
   */
  next(value?: any): Promise<IteratorResult<T, TReturn>> {
    return asyncIterator_result<T>(this, 0, value);
  }

  /**
   * Has it end.
   * @final
   */
  return(value?: any): Promise<IteratorResult<T, TReturn>> {
    return asyncIterator_result<T>(this, 2, value);
  }

  /**
   * Has an error thrown where it waits.
   * @final
   */
  throw(error?: any): Promise<IteratorResult<T, TReturn>> {
    return asyncIterator_result<T>(this, 1, error);
  }
}

interface AsyncIteratorObject<T, TReturn, TNext> {
  [Symbol.asyncIterator](): AsyncIteratorObject<T, TReturn, TNext>;
}

function asyncIterator_result<T>(
  iterator: AsyncIteratorObject<T>,
  mode: int,
  value: unknown,
): Promise<IteratorResult<T, any>> {
  return promise_async<IteratorResult<T, any>>(() => {
    iterator_outcome = undefined;
    if (iterator.__go(mode, value)) return { value: iterator.__current, done: false };
    return { value: iterator_outcome, done: true };
  });
}

/** A loop leaves an iterator early. */
function asyncIterator_close<T>(iterator: AsyncIteratorObject<T>): void {
  iterator.__go(2, undefined);
}

/** An exception leaves a loop, whatever the iterator has to say. */
function asyncIterator_abandon<T>(iterator: AsyncIteratorObject<T>): void {
  try {
    iterator.__go(2, undefined);
  } catch {}
}

/** An iterator of a program, by its methods. */
class __AsyncNextIterator<T, R extends IteratorResult<T, any>> extends AsyncIteratorObject<T> {
  /** True but while it is at a value, or has not begun. */
  __isDone = false;

  constructor(
    readonly __next: (value: any) => Promise<R>,
    readonly __return: ((value: any) => any) | undefined,
    readonly __throw: ((value: any) => any) | undefined,
  ) {
    super();
  }

  __go(mode: int, value: unknown): boolean {
    // One that has ended, or failed, is told nothing more by loops.
    if (mode !== 0 && this.__isDone) return false;
    this.__isDone = true;
    if (mode !== 0) {
      const method = mode === 1 ? this.__throw : this.__return;
      if (method) promise_awaitAny<unknown>(method(value));
      return false;
    }
    const next = this.__next;
    const result = promise_await<R>(next(value));
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
function asyncIterator_of<T, R extends IteratorResult<T, any>>(
  next: (value: any) => Promise<R>,
  return_: ((value: any) => any) | undefined,
  throw_: ((value: any) => any) | undefined,
): AsyncIteratorObject<T> {
  return new __AsyncNextIterator<T, R>(next, return_, throw_);
}

/** Waits for each value of an iterator that does not wait itself. */
class __AsyncFromIterator<T, E> extends AsyncIteratorObject<T> {
  constructor(readonly __inner: IteratorObject<E>) {
    super();
  }

  __go(mode: int, value: unknown): boolean {
    const isAtValue = this.__inner.__go(mode, value);
    if (isAtValue) this.__current = promise_awaitAny<T>(this.__inner.__current);
    else promise_pause();
    promise_pause();
    return isAtValue;
  }
}

function asyncIterator_ofIterator<T, E>(inner: IteratorObject<E>): AsyncIteratorObject<T> {
  return new __AsyncFromIterator<T, E>(inner);
}

/**
 * What can be gone over while one waits, whatever it is.
 * @sealed
 */
class __AsyncIterable<T> {
  constructor(readonly __begin: () => AsyncIteratorObject<T>) {}

  __asyncIterator(): AsyncIteratorObject<T> {
    return this.__begin();
  }
}

function asyncIterable_ofObject<T, O extends AsyncIterable<T>>(object: O): __AsyncIterable<T> {
  return new __AsyncIterable<T>(() => object[Symbol.asyncIterator]() as AsyncIteratorObject<T>);
}
