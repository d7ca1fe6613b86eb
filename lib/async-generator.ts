// Asynchronous generators: what a call of `async function*` gives. The body runs as a coroutine, also while it awaits
// something; what it is asked for meanwhile is in a queue.

/** Something that a generator was asked for: a value, or to go on with an error (mode 1) or by returning (mode 2). */
class __AsyncRequest<T, R> {
  constructor(
    readonly mode: int,
    readonly value: unknown,
    readonly promise: Promise<IteratorResult<T, R>>,
  ) {}
}

/**
 * Gives the values that an asynchronous generator function yields, as they are asked for.
 * @parts
 * @sealed
 */
class AsyncGenerator<T = unknown, TReturn = any, TNext = any> extends AsyncIteratorObject<T, TReturn, TNext> {
  __sent!: TNext;
  __returned!: TReturn;
  __error: unknown;
  /** How the body goes on: 0 with what was sent, 1 with an error, 2 by returning. */
  __mode!: int;
  /** 0: has not begun, 1: waits at a `yield`, 2: runs, or awaits something, 3: has ended. */
  __state!: int;
  __requests!: __AsyncRequest<T, TReturn>[];

  __go(mode: int, value: unknown): boolean {
    if (mode === 2 && this.__state === 3) return false;
    const result = promise_await<IteratorResult<T, TReturn>>(this.__ask(mode, value));
    if (result.done) {
      // One that is told to return may do so with less than its type says.
      if (mode !== 2) iterator_outcome = result.value;
      return false;
    }
    this.__current = result.value as T;
    return true;
  }

  /** Goes on to the next value; `value` is what the `yield` gives that the body waits at. */
  override next(value?: TNext): Promise<IteratorResult<T, TReturn>> {
    return this.__ask(0, value);
  }

  /** Has the body return where it waits. */
  override return(value?: TReturn | Promise<TReturn>): Promise<IteratorResult<T, TReturn>> {
    return this.__ask(2, value);
  }

  /** Has an error thrown where the body waits. */
  override throw(error: unknown): Promise<IteratorResult<T, TReturn>> {
    return this.__ask(1, error);
  }

  __ask(mode: int, value: unknown): Promise<IteratorResult<T, TReturn>> {
    const promise = promise_pending<IteratorResult<T, TReturn>>();
    this.__requests.push(new __AsyncRequest<T, TReturn>(mode, value, promise));
    if (this.__state === 0 && mode !== 0) this.__state = 3;
    if (this.__state < 2) {
      this.__take();
      __resume(this);
    } else if (this.__state === 3 && this.__requests.length === 1) this.__answerAll();
    return promise;
  }

  /** Goes on as the first request says. */
  __take(): void {
    const { mode, value } = this.__requests[0]!;
    this.__state = 2;
    this.__mode = mode;
    if (mode === 0) this.__sent = value === undefined ? __absent<TNext>() : (value as TNext);
    else this.__error = value;
  }

  /** Nobody asks any more for what the first request asked for. */
  __answered(): Promise<IteratorResult<T, TReturn>> {
    return this.__requests.shift()!.promise;
  }

  /** Answers what it is asked for after it has ended. */
  __answerAll(): void {
    while (this.__requests.length > 0) {
      const { mode, value } = this.__requests[0]!;
      if (mode === 2) {
        promise_when<unknown>(value, (outcome) => {
          const promise = this.__answered();
          if (outcome.__state === 2) promise.__reject(outcome.__error);
          else promise.__fulfil({ value: outcome.__value as TReturn, done: true });
          this.__answerAll();
        });
        return;
      }
      const promise = this.__answered();
      if (mode === 1) promise.__reject(value);
      else promise.__fulfil({ value: __asIs<TReturn>(undefined), done: true });
    }
  }
}

/** A generator that runs a body. */
function asyncGenerator_of<T, R, N>(body: () => void): AsyncGenerator<T, R, N> {
  const generator = new AsyncGenerator<T, R, N>();
  generator.__requests = [];
  generator.__body = () => {
    try {
      body();
      generator.__state = 3;
      generator.__answered().__fulfil({ value: generator.__returned, done: true });
    } catch (error) {
      generator.__state = 3;
      generator.__answered().__reject(error);
    }
    generator.__answerAll();
  };
  return generator;
}

/** `yield`: answers the first request with the value that it is at, and waits for the next. */
function asyncGenerator_yield<T, R, N>(generator: AsyncGenerator<T, R, N>): void {
  generator.__answered().__fulfil({ value: generator.__current, done: false });
  if (generator.__requests.length > 0) {
    generator.__take();
  } else {
    generator.__state = 1;
    __suspend();
  }
  if (generator.__mode !== 2) return;
  generator.__mode = 0;
  const value = promise_awaitAny<unknown>(generator.__error);
  generator.__returned = value === undefined ? __absent<R>() : (value as R);
  generator.__mode = 2;
}

/** What the body does where it waits, if it was not told to go on: throws, or returns. */
function asyncGenerator_leave<T, R, N>(generator: AsyncGenerator<T, R, N>): void {
  const isError = generator.__mode === 1;
  generator.__mode = 0;
  if (isError) error_throw(generator.__error);
}

/** `yield*`: the first value is asked for with nothing. */
function asyncGenerator_beginDelegation<T, R, N>(generator: AsyncGenerator<T, R, N>): void {
  generator.__sent = __absent<N>();
}

/** `yield*`: has another iterator go on as the generator was told; false if that ended. */
function asyncGenerator_delegate<T, R, N, U>(
  generator: AsyncGenerator<T, R, N>,
  inner: AsyncIteratorObject<U>,
): boolean {
  const mode = generator.__mode;
  generator.__mode = 0;
  iterator_outcome = mode === 2 ? generator.__returned : undefined;
  const told: unknown = mode === 0 ? generator.__sent : mode === 1 ? generator.__error : generator.__returned;
  if (inner.__go(mode, told)) return true;
  if (mode === 2 && iterator_outcome !== undefined) generator.__returned = iterator_outcome as R;
  return false;
}
