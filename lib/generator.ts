// Generators: what a call of `function*` gives. The body runs as a coroutine: until it yields, or ends.

/**
 * Gives the values that a generator function yields, as they are asked for.
 * @parts
 */
class Generator<T = unknown, TReturn = any, TNext = any> extends IteratorObject<T> {
  __sent!: TNext;
  __returned!: TReturn;
  __error: unknown;
  /** How the body goes on: 0 with what was sent, 1 with an error, 2 by returning. */
  __mode!: int;
  /** True but while the body waits at a `yield`, or has not begun. */
  __isDone!: boolean;

  __advance(): boolean {
    if (this.__isDone) return false;
    // The body says otherwise when it yields.
    this.__isDone = true;
    return __resume(this);
  }

  /** Goes on to the next value; `value` is what the `yield` gives that the body waits at. */
  next(value?: TNext): IteratorResult<T, TReturn> {
    if (this.__isDone) return { value: __asIs<TReturn>(undefined), done: true };
    if (value !== undefined) this.__sent = value;
    return this.__go();
  }

  /** Has the body return where it waits. */
  return(value?: TReturn): IteratorResult<T, TReturn> {
    if (value !== undefined) this.__returned = value;
    if (this.__frames === undefined || this.__isDone) {
      this.__isDone = true;
      return { value: __asIs<TReturn>(value), done: true };
    }
    this.__mode = 2;
    return this.__go();
  }

  /** Has an error thrown where the body waits. */
  throw(error: unknown): IteratorResult<T, TReturn> {
    if (this.__frames === undefined || this.__isDone) {
      this.__isDone = true;
      error_throw(error);
    }
    this.__error = error;
    this.__mode = 1;
    return this.__go();
  }

  __go(): IteratorResult<T, TReturn> {
    if (this.__advance()) return { value: this.__current, done: false };
    return { value: this.__returned, done: true };
  }
}

/** What the body does where it waits, if it was not told to go on: throws, or returns. */
function generator_leave<T, R, N>(generator: Generator<T, R, N>): void {
  const isError = generator.__mode === 1;
  generator.__mode = 0;
  if (isError) error_throw(generator.__error);
}

/** A loop leaves a generator early. */
function generator_close<T, R, N>(generator: Generator<T, R, N>): void {
  generator.return();
}

class __ArrayIterator<T> extends IteratorObject<T> {
  __at: int = 0;

  constructor(readonly __array: T[]) {
    super();
  }

  __advance(): boolean {
    if (this.__at >= this.__array.length) return false;
    this.__current = this.__array[this.__at]!;
    this.__at++;
    return true;
  }
}

/** An iterator over an array, for `yield*`. */
function generator_over<T>(array: T[]): __ArrayIterator<T> {
  return new __ArrayIterator<T>(array);
}
