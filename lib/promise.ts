// Promises and what runs after the code that runs: jobs, in the order of ECMAScript's specification (27.2), so that
// programs print what they print in Node. An `async` function is a coroutine that a job resumes.

/** What may be left out, for which null is as good as undefined. */
type __Perhaps<T> = T | null | undefined;

/** What has a `then` as promises have. */
interface PromiseLike<T> {
  then<A = T, B = never>(
    onfulfilled?: __Perhaps<(value: T) => A | PromiseLike<A>>,
    onrejected?: __Perhaps<(reason: any) => B | PromiseLike<B>>,
  ): PromiseLike<A | B>;
}

/** What `Promise.withResolvers` gives. */
interface PromiseWithResolvers<T> {
  promise: Promise<T>;
  resolve: (value: T | PromiseLike<T>) => void;
  reject: (reason?: any) => void;
}

/** The type of what `await` gives. */
type Awaited<T> = T extends null | undefined
  ? T
  : T extends object & { then(onfulfilled: infer F, ...rest: infer _): any }
    ? F extends (value: infer V, ...rest: infer _) => any
      ? Awaited<V>
      : never
    : T;

/** What of a promise does not depend on the type of its value. */
abstract class __PromiseState {
  /** 0: not settled yet, 1: fulfilled, 2: rejected. */
  __state: int = 0;
  /** Something was asked to happen when it is rejected. */
  __isHandled = false;
  /** What it is rejected with; of a view that is not settled yet, the promise that it is a view of (promise_as). */
  __error: unknown;
  /** Jobs for when it is settled. */
  __jobs: (() => void)[] | undefined;
  /** What settles its views. */
  __views: (() => void)[] | undefined;

  /** Has a job done once it is settled. */
  __whenSettled(job: () => void): void {
    this.__isHandled = true;
    if (this.__state !== 0) {
      queueMicrotask(job);
      return;
    }
    const viewed = this.__error;
    if (viewed !== undefined) {
      // Jobs of all views keep their order.
      (viewed as __PromiseState).__whenSettled(job);
      return;
    }
    if (this.__jobs === undefined) this.__jobs = [];
    this.__jobs.push(job);
  }

  __settled(state: int): void {
    this.__state = state;
    const jobs = this.__jobs;
    this.__jobs = undefined;
    if (jobs) for (const job of jobs) queueMicrotask(job);
    const views = this.__views;
    this.__views = undefined;
    if (views) for (const view of views) view();
  }

  __reject(reason: unknown): void {
    if (this.__state !== 0) return;
    this.__error = reason;
    this.__settled(2);
    if (!this.__isHandled) promise_expectHandler(this);
  }

  abstract __valueAsAny(): unknown;
}

/**
 * A value that is there later, or an error.
 * @sealed
 * @parts
 */
class Promise<T> extends __PromiseState {
  __value!: T;

  /** @param executor gets two functions: to fulfil the promise, with a value or as another promise, and to reject it */
  constructor(
    executor: (resolve: (value: T | PromiseLike<T>) => void, reject: (reason?: any) => void) => void,
  ) {
    super();
    let isResolved = false;
    try {
      executor(
        (value) => {
          if (isResolved) return;
          isResolved = true;
          this.__resolve(value);
        },
        (reason) => {
          if (isResolved) return;
          isResolved = true;
          this.__reject(reason);
        },
      );
    } catch (error) {
      if (!isResolved) this.__reject(error);
    }
  }

  __valueAsAny(): unknown {
    return this.__value;
  }

  __fulfil(value: T): void {
    if (this.__state !== 0) return;
    this.__value = value;
    this.__settled(1);
  }

  /** Becomes what the value is: if that is a promise, as that is settled. */
  __resolve(value: unknown): void {
    if (value instanceof __PromiseState) {
      queueMicrotask(() => value.__whenSettled(() => this.__follow(value)));
      return;
    }
    this.__fulfil(value as T);
  }

  /** Becomes what another promise is or will be, in the place of that. */
  __standFor(other: __PromiseState): void {
    if (other.__state === 0) return other.__whenSettled(() => this.__follow(other));
    other.__isHandled = true;
    this.__follow(other);
  }

  __follow(other: __PromiseState): void {
    if (other.__state === 2) this.__reject(other.__error);
    else this.__fulfil(other.__valueAsAny() as T);
  }

  /** What happens once the promise is settled; gives a promise of what that gives. */
  then<A = T, B = never>(
    onfulfilled?: __Perhaps<(value: T) => A | PromiseLike<A>>,
    onrejected?: __Perhaps<(reason: any) => B | PromiseLike<B>>,
  ): Promise<A | B> {
    const next = promise_pending<A | B>();
    this.__whenSettled(() => {
      try {
        if (this.__state === 1) {
          if (onfulfilled) next.__resolve(onfulfilled(this.__value));
          else next.__resolve(this.__value);
        } else if (onrejected) next.__resolve(onrejected(this.__error));
        else next.__reject(this.__error);
      } catch (error) {
        next.__reject(error);
      }
    });
    return next;
  }

  /** What happens if the promise is rejected. */
  catch<B = never>(onrejected?: __Perhaps<(reason: any) => B | PromiseLike<B>>): Promise<T | B> {
    return this.then<T, B>(undefined, onrejected);
  }

  /** What happens once the promise is settled, either way. */
  finally(onfinally?: __Perhaps<() => void>): Promise<T> {
    const next = promise_pending<T>();
    this.__whenSettled(() => {
      try {
        const result: unknown = onfinally ? onfinally() : undefined;
        if (result instanceof __PromiseState) {
          queueMicrotask(() => result.__whenSettled(() => this.__passOn(next, result)));
        } else {
          // As JavaScript's: a promise of what the function gave, then one of this one's value.
          queueMicrotask(() => queueMicrotask(() => next.__follow(this)));
        }
      } catch (error) {
        next.__reject(error);
      }
    });
    return next;
  }

  __passOn(next: Promise<T>, result: __PromiseState): void {
    if (result.__state === 2) next.__reject(result.__error);
    else next.__follow(this);
  }

  /** A promise with the functions that settle it. */
  static withResolvers<T>(): PromiseWithResolvers<T> {
    const promise = promise_pending<T>();
    let isResolved = false;
    const resolve = (value: T | PromiseLike<T>): void => {
      if (isResolved) return;
      isResolved = true;
      promise.__resolve(value);
    };
    const reject = (reason?: any): void => {
      if (isResolved) return;
      isResolved = true;
      promise.__reject(reason);
    };
    return { promise, resolve, reject };
  }

  /** A promise that is fulfilled with a value. */
  static resolve(): Promise<void>;
  static resolve<T>(value: T): Promise<Awaited<T>>;
  static resolve<T>(value?: unknown): Promise<T> {
    const promise = promise_pending<T>();
    if (value instanceof __PromiseState) promise.__standFor(value);
    else promise.__resolve(value);
    return promise;
  }

  /** A promise that is rejected. */
  static reject<T = never>(reason?: any): Promise<T> {
    const promise = promise_pending<T>();
    promise.__reject(reason);
    return promise;
  }

  /** A promise of all values, in their order; rejected as soon as one is. */
  static all<T extends readonly unknown[] | []>(
    values: T,
  ): Promise<{ -readonly [P in keyof T]: Awaited<T[P]> }>;
  static all<T>(values: Iterable<T | PromiseLike<T>>): Promise<Awaited<T>[]>;
  static all<T>(values: readonly unknown[]): Promise<T[]> {
    const all = promise_pending<T[]>();
    const results: T[] = __newArray<T>(values.length);
    let left = values.length;
    if (left === 0) all.__fulfil(results);
    for (let i = 0; i < values.length; i++) {
      promise_when<T>(values[i], (one) => {
        if (one.__state === 2) all.__reject(one.__error);
        else {
          results[i] = one.__value;
          if (--left === 0) all.__fulfil(results);
        }
      });
    }
    return all;
  }

  /** What the first of them that is settled becomes. */
  static race<T extends readonly unknown[] | []>(values: T): Promise<Awaited<T[number]>>;
  static race<T>(values: Iterable<T | PromiseLike<T>>): Promise<Awaited<T>>;
  static race<T>(values: readonly unknown[]): Promise<T> {
    const first = promise_pending<T>();
    for (const each of values) promise_when<T>(each, (one) => first.__follow(one));
    return first;
  }

  /** The first that is fulfilled; rejected if none is. */
  static any<T extends readonly unknown[] | []>(values: T): Promise<Awaited<T[number]>>;
  static any<T>(values: Iterable<T | PromiseLike<T>>): Promise<Awaited<T>>;
  static any<T>(values: readonly unknown[]): Promise<T> {
    const first = promise_pending<T>();
    const errors: __Value[] = __newArray<unknown>(values.length);
    let left = values.length;
    const none = () => first.__reject(new AggregateError(errors, 'All promises were rejected'));
    if (left === 0) none();
    for (let i = 0; i < values.length; i++) {
      promise_when<T>(values[i], (one) => {
        if (one.__state === 1) {
          first.__follow(one);
          return;
        }
        errors[i] = one.__error;
        if (--left === 0) none();
      });
    }
    return first;
  }

  /** How each of them was settled, in their order. */
  static allSettled<T extends readonly unknown[] | []>(
    values: T,
  ): Promise<{ -readonly [P in keyof T]: PromiseSettledResult<Awaited<T[P]>> }>;
  static allSettled<T>(values: Iterable<T | PromiseLike<T>>): Promise<PromiseSettledResult<Awaited<T>>[]>;
  static allSettled(values: readonly unknown[]): Promise<PromiseSettledResult<any>[]> {
    const all = promise_pending<PromiseSettledResult<any>[]>();
    const results: PromiseSettledResult<any>[] = __newArray<PromiseSettledResult<any>>(values.length);
    let left = values.length;
    if (left === 0) all.__fulfil(results);
    for (let i = 0; i < values.length; i++) {
      promise_when<unknown>(values[i], (one) => {
        if (one.__state === 2) results[i] = { status: 'rejected', reason: one.__error };
        else results[i] = { status: 'fulfilled', value: one.__value };
        if (--left === 0) all.__fulfil(results);
      });
    }
    return all;
  }
}

/** `value.then(...)`, where that is a promise of some type. */
function promise_anyThen(value: unknown, onfulfilled: unknown, onrejected: unknown): Promise<any> {
  const promise = value as __PromiseState;
  const next = promise_pending<any>();
  promise.__whenSettled(() => {
    const isFulfilled = promise.__state === 1;
    const callback = isFulfilled ? onfulfilled : onrejected;
    const outcome = isFulfilled ? promise.__valueAsAny() : promise.__error;
    try {
      if (__kind(callback) === 5) next.__resolve((callback as (value: any) => unknown)(outcome));
      else if (isFulfilled) next.__resolve(outcome);
      else next.__reject(outcome);
    } catch (error) {
      next.__reject(error);
    }
  });
  return next;
}

function promise_anyCatch(value: unknown, onrejected: unknown): Promise<any> {
  return promise_anyThen(value, undefined, onrejected);
}

function promise_anyFinally(value: unknown, onfinally: unknown): Promise<any> {
  const promise = promise_pending<any>();
  promise.__standFor(value as __PromiseState);
  return promise.finally(() => {
    if (__kind(onfinally) === 5) return (onfinally as () => unknown)() as void;
  });
}

/** A promise as one whose value is held in another way; it is settled at the same time. */
function promise_as<S, T>(promise: Promise<S>): Promise<T> {
  const view = promise_pending<T>();
  const settle = () => {
    view.__error = undefined;
    if (promise.__state === 2) return view.__reject(promise.__error);
    try {
      view.__fulfil(promise.__value as unknown as T);
    } catch (error) {
      view.__reject(error);
    }
  };
  promise.__isHandled = true;
  if (promise.__state !== 0) settle();
  else {
    if (promise.__views === undefined) promise.__views = [];
    promise.__views.push(settle);
    view.__error = promise;
  }
  return view;
}

interface PromiseFulfilledResult<T> {
  status: 'fulfilled';
  value: T;
}
interface PromiseRejectedResult {
  status: 'rejected';
  reason: any;
}
type PromiseSettledResult<T> = PromiseFulfilledResult<T> | PromiseRejectedResult;

/** Several errors in one: all of several promises were rejected. */
class AggregateError extends Error {
  override name = 'AggregateError';
  constructor(
    readonly errors: any[],
    message = '',
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Has a job done with a promise that is settled as the value is, if that is one, or fulfilled with it. */
function promise_when<T>(value: unknown, job: (outcome: Promise<T>) => void): void {
  const outcome = promise_pending<T>();
  outcome.__isHandled = true;
  if (value instanceof __PromiseState) {
    value.__whenSettled(() => {
      outcome.__follow(value);
      job(outcome);
    });
    return;
  }
  outcome.__fulfil(value as T);
  queueMicrotask(() => job(outcome));
}

/** A promise that others settle. */
/** The promise that takes after what has a `then` of its own, which a job calls. */
function promise_ofThen<T>(
  then: (resolve: (value: T) => void, reject: (reason: unknown) => void) => void,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    queueMicrotask(() => {
      try {
        then((value) => resolve(value), reject);
      } catch (error) {
        reject(error);
      }
    });
  });
}

function promise_pending<T>(): Promise<T> {
  return new Promise<T>(() => {});
}

let promise_queue: (() => void)[] | undefined;
let promise_unhandled: __PromiseState[] | undefined;
let promise_aborted: int = 0;

/** Calls a function after the code that runs, before timers. */
function queueMicrotask(callback: () => void): void {
  promise_begin();
  if (promise_queue === undefined) promise_queue = [];
  promise_queue.push(callback);
  __after(promise_runJobs);
}

function promise_expectHandler(promise: __PromiseState): void {
  promise_begin();
  if (promise_unhandled === undefined) promise_unhandled = [];
  promise_unhandled.push(promise);
  __after(promise_runJobs);
}

/** What was to be done when a program was stopped, or failed, ends with it. */
function promise_begin(): void {
  const aborted = __aborted();
  if (promise_aborted === aborted) return;
  promise_aborted = aborted;
  promise_queue = undefined;
  promise_unhandled = undefined;
}

/** Does what is queued, and what that queues. */
function promise_runJobs(): void {
  promise_begin();
  for (;;) {
    const jobs = promise_queue;
    if (jobs === undefined) break;
    promise_queue = undefined;
    for (const job of jobs) job();
  }
  const unhandled = promise_unhandled;
  promise_unhandled = undefined;
  if (unhandled === undefined) return;
  for (const promise of unhandled) if (!promise.__isHandled) error_throw(promise.__error);
}

class __AsyncCoroutine extends __Coroutine {
  /** The promise that the body returned. */
  __returned: __PromiseState | undefined;
}

/** Runs a body as a coroutine; the promise of what it returns. */
function promise_async<T>(body: () => T): Promise<T> {
  const promise = promise_pending<T>();
  const coroutine = new __AsyncCoroutine();
  coroutine.__body = () => {
    try {
      const value = body();
      if (coroutine.__returned) promise.__resolve(coroutine.__returned);
      else promise.__fulfil(value);
    } catch (error) {
      promise.__reject(error);
    }
  };
  __resume(coroutine);
  return promise;
}

/** `await promise`. */
function promise_await<T>(promise: Promise<T>): T {
  const coroutine = __coroutine();
  promise.__whenSettled(() => {
    __resume(coroutine);
  });
  __suspend();
  if (promise.__state === 2) error_throw(promise.__error);
  return promise.__value;
}

/** An asynchronous function returns a promise: its own becomes what that is, however the body ends. */
function promise_returned(promise: __PromiseState): void {
  (__coroutine() as __AsyncCoroutine).__returned = promise;
}

/** What an asynchronous function returns that may be a promise. */
function promise_settled<T>(value: unknown): T {
  if (!(value instanceof __PromiseState)) return value as T;
  promise_pause();
  return promise_awaitAny<T>(value);
}

/** `await` of what may be a promise. */
function promise_awaitAny<T>(value: unknown): T {
  if (!(value instanceof __PromiseState)) {
    promise_pause();
    return value as T;
  }
  const coroutine = __coroutine();
  value.__whenSettled(() => {
    __resume(coroutine);
  });
  __suspend();
  if (value.__state === 2) error_throw(value.__error);
  return value.__valueAsAny() as T;
}

/** `await` of what is no promise. */
function promise_pause(): void {
  const coroutine = __coroutine();
  queueMicrotask(() => {
    __resume(coroutine);
  });
  __suspend();
}

/**
 * Runs a cell that waits: until it ends, timers and jobs go on. An error that leaves it is caught by nothing, so that it
 * is reported where the cell was.
 */
function promise_runCell(body: () => void): void {
  let isDone = false;
  const coroutine = new __AsyncCoroutine();
  coroutine.__body = () => {
    body();
    isDone = true;
  };
  __resume(coroutine);
  for (;;) {
    promise_runJobs();
    if (isDone) return;
    const callback = __nextTimer();
    if (callback === undefined) return;
    callback();
  }
}
