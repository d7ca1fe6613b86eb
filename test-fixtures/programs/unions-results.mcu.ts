// Results as unions of literals, made in functions of several forms.
type Result<T, E = string> = { ok: true; value: T } | { ok: false; error: E };
const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });
const err = <E>(error: E): Result<never, E> => ({ ok: false, error });
function parse(text: string): Result<number> {
  const n = Number(text);
  return Number.isNaN(n) ? err(`not a number: ${text}`) : ok(n);
}
function map<T, U, E>(r: Result<T, E>, f: (v: T) => U): Result<U, E> {
  return r.ok ? ok(f(r.value)) : r;
}
function andThen<T, U, E>(r: Result<T, E>, f: (v: T) => Result<U, E>): Result<U, E> {
  if (!r.ok) return r;
  return f(r.value);
}
const show = <T, E>(r: Result<T, E>) => (r.ok ? `ok ${r.value}` : `error ${r.error}`);
for (const text of ['42', 'x', '3.5']) console.log(show(map(parse(text), (n) => n * 2)));
const positive = (n: number): Result<number> => (n > 0 ? ok(n) : err('not positive'));
console.log(show(andThen(parse('5'), positive)), show(andThen(parse('-5'), positive)));
const divide: (a: number, b: number) => Result<number> = (a, b) =>
  b === 0 ? { ok: false, error: 'division by zero' } : { ok: true, value: a / b };
console.log(show(divide(6, 4)), show(divide(1, 0)), divide(1, 2));
function collect<T>(results: Result<T>[]): Result<T[]> {
  const values: T[] = [];
  for (const r of results) {
    if (!r.ok) return r;
    values.push(r.value);
  }
  return ok(values);
}
console.log(collect([ok(1), ok(2)]), collect([ok(1), err('bad'), ok(3)]));
function attempt<T>(f: () => T): Result<T, Error> {
  try {
    return ok(f());
  } catch (e) {
    return err(e instanceof Error ? e : new Error(String(e)));
  }
}
const failed = attempt((): number => {
  throw new RangeError('out');
});
if (!failed.ok) console.log(failed.error.name, failed.error.message);
console.log(show(attempt(() => 'fine')));
const plain = (flag: boolean) => (flag ? { kind: 'a', n: 1 } : { kind: 'b', s: 'x' });
console.log(plain(true).n, plain(false).s, plain(true).s, plain(false));
const unwrap = <T>(r: Result<T>): T => {
  if (r.ok) return r.value;
  throw new Error(r.error);
};
try {
  console.log(unwrap(parse('7')), unwrap(parse('seven')));
} catch (e) {
  console.log((e as Error).message);
}
type Maybe<T> = { tag: 'just'; value: T } | { tag: 'nothing' };
const just = <T>(value: T): Maybe<T> => ({ tag: 'just', value });
const nothing: Maybe<never> = { tag: 'nothing' };
const head = <T>(xs: T[]): Maybe<T> => (xs.length > 0 ? just(xs[0]!) : nothing);
console.log(head([1, 2]), head<string>([]));
