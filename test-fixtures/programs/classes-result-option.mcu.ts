// Option and Result as class hierarchies and as unions.
abstract class Option<T> {
  abstract isSome(): boolean;
  abstract map<U>(f: (value: T) => U): Option<U>;
  abstract flatMap<U>(f: (value: T) => Option<U>): Option<U>;
  abstract getOrElse(other: T): T;
  abstract toString(): string;
}
class Some<T> extends Option<T> {
  constructor(private readonly value: T) {
    super();
  }
  isSome() {
    return true;
  }
  map<U>(f: (value: T) => U): Option<U> {
    return new Some(f(this.value));
  }
  flatMap<U>(f: (value: T) => Option<U>): Option<U> {
    return f(this.value);
  }
  getOrElse(_other: T): T {
    return this.value;
  }
  toString() {
    return `Some(${this.value})`;
  }
}
class None<T> extends Option<T> {
  isSome() {
    return false;
  }
  map<U>(_f: (value: T) => U): Option<U> {
    return new None<U>();
  }
  flatMap<U>(_f: (value: T) => Option<U>): Option<U> {
    return new None<U>();
  }
  getOrElse(other: T): T {
    return other;
  }
  toString() {
    return 'None';
  }
}
const half = (n: number): Option<number> => (n % 2 === 0 ? new Some(n / 2) : new None<number>());
const five: Option<number> = new Some(5);
console.log(`${five}`, `${five.map((x) => x * 2)}`, five.map((x) => `#${x}`).getOrElse('none'));
console.log(new Some(12).flatMap(half).flatMap(half).toString(), half(3).map(String).getOrElse('odd'));
console.log(half(7).isSome(), half(8).isSome());

type Result<T, E = Error> = { ok: true; value: T } | { ok: false; error: E };
const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });
const err = <E>(error: E): Result<never, E> => ({ ok: false, error });
function parse(text: string): Result<number, string> {
  const n = Number(text);
  return Number.isNaN(n) ? err(`not a number: ${text}`) : ok(n);
}
function mapResult<T, U, E>(r: Result<T, E>, f: (v: T) => U): Result<U, E> {
  return r.ok ? ok(f(r.value)) : r;
}
for (const text of ['42', 'x', '3.5']) {
  const r = mapResult(parse(text), (n) => n * 2);
  console.log(r.ok ? `ok ${r.value}` : `error ${r.error}`);
}
