// Generators: what a call of `function*` gives. The body runs as a coroutine: until it yields, or ends.

/**
 * Gives the values that a generator function yields, as they are asked for.
 * @parts
 * @sealed
 */
class Generator<T = unknown, TReturn = any, TNext = any> extends IteratorObject<T, TReturn, TNext> {
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

  override __go(mode: int, value: unknown): boolean {
    iterator_isTold = true;
    if (mode === 0 && this.__isDone) return false;
    if (mode === 0) this.__sent = value === undefined ? __absent<TNext>() : (value as TNext);
    const isAtValue = mode === 0 ? this.__advance() : mode === 1 ? this.__fail(value) : this.__end(value);
    if (!isAtValue) iterator_outcome = this.__returned;
    return isAtValue;
  }

  /** Goes on to the next value; `value` is what the `yield` gives that the body waits at. */
  override next(value?: TNext): IteratorResult<T, TReturn> {
    if (this.__isDone) return { value: __asIs<TReturn>(undefined), done: true };
    this.__sent = value === undefined ? __absent<TNext>() : value;
    return this.__result(this.__advance());
  }

  /** Has the body return where it waits. */
  override return(value?: TReturn): IteratorResult<T, TReturn> {
    return this.__result(this.__end(value));
  }

  /** Has an error thrown where the body waits. */
  override throw(error: unknown): IteratorResult<T, TReturn> {
    return this.__result(this.__fail(error));
  }

  __end(value: unknown): boolean {
    this.__returned = value === undefined ? __absent<TReturn>() : (value as TReturn);
    if (this.__frames === undefined || this.__isDone) {
      this.__isDone = true;
      return false;
    }
    this.__mode = 2;
    return this.__advance();
  }

  __fail(error: unknown): boolean {
    if (this.__frames === undefined || this.__isDone) {
      this.__isDone = true;
      error_throw(error);
    }
    this.__error = error;
    this.__mode = 1;
    return this.__advance();
  }

  __result(isAtValue: boolean): IteratorResult<T, TReturn> {
    if (isAtValue) return { value: this.__current, done: false };
    return { value: this.__returned, done: true };
  }
}

/** What the body does where it waits, if it was not told to go on: throws, or returns. */
function generator_leave<T, R, N>(generator: Generator<T, R, N>): void {
  const isError = generator.__mode === 1;
  generator.__mode = 0;
  if (isError) error_throw(generator.__error);
}

/** `yield*`: the first value is asked for with nothing. */
function generator_beginDelegation<T, R, N>(generator: Generator<T, R, N>): void {
  generator.__sent = __absent<N>();
}

/** `yield*`: has another iterator go on as the generator was told; false if that ended. */
function generator_delegate<T, R, N, U>(generator: Generator<T, R, N>, inner: IteratorObject<U>): boolean {
  const mode = generator.__mode;
  generator.__mode = 0;
  iterator_isTold = false;
  iterator_outcome = mode === 2 ? generator.__returned : undefined;
  const told: unknown = mode === 0 ? generator.__sent : mode === 1 ? generator.__error : iterator_outcome;
  if (inner.__go(mode, told)) return true;
  if (mode === 1 && !iterator_isTold) throw new TypeError("The iterator does not provide a 'throw' method.");
  if (mode === 2) generator.__returned = iterator_outcome as R;
  return false;
}
