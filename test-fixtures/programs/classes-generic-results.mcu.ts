// Either, Result classes, validation, async-less pipelines.
class Ok<T, E> {
  readonly kind = 'ok' as const;
  constructor(readonly value: T) {}
  isOk(): this is Ok<T, E> {
    return true;
  }
  isErr(): this is Err<T, E> {
    return false;
  }
  map<U>(f: (value: T) => U): Result<U, E> {
    return new Ok(f(this.value));
  }
  mapErr<F>(_f: (error: E) => F): Result<T, F> {
    return new Ok(this.value);
  }
  andThen<U>(f: (value: T) => Result<U, E>): Result<U, E> {
    return f(this.value);
  }
  unwrapOr(_other: T): T {
    return this.value;
  }
}
class Err<T, E> {
  readonly kind = 'err' as const;
  constructor(readonly error: E) {}
  isOk(): this is Ok<T, E> {
    return false;
  }
  isErr(): this is Err<T, E> {
    return true;
  }
  map<U>(_f: (value: T) => U): Result<U, E> {
    return new Err(this.error);
  }
  mapErr<F>(f: (error: E) => F): Result<T, F> {
    return new Err(f(this.error));
  }
  andThen<U>(_f: (value: T) => Result<U, E>): Result<U, E> {
    return new Err(this.error);
  }
  unwrapOr(other: T): T {
    return other;
  }
}
type Result<T, E> = Ok<T, E> | Err<T, E>;
function parseNumber(text: string): Result<number, string> {
  const n = Number(text);
  return text === '' || Number.isNaN(n) ? new Err(`bad number '${text}'`) : new Ok(n);
}
function sqrt(n: number): Result<number, string> {
  return n < 0 ? new Err('negative') : new Ok(Math.sqrt(n));
}
for (const text of ['16', '-4', 'x', '']) {
  const r = parseNumber(text).andThen(sqrt).map((n) => n.toFixed(1));
  if (r.kind === 'ok') console.log('ok', r.value);
  else console.log('err', r.error);
  console.log(r.unwrapOr('none'), r.isOk(), r.isErr());
}
const length = parseNumber('x').mapErr((e) => e.length);
console.log(length.kind === 'err' ? length.error : 0);
