// Whatever can be gone over, as Iterable and Iterator.
{
  function sum(xs: Iterable<number>) {
    let s = 0;
    for (const x of xs) s += x;
    return s;
  }
  console.log(
    sum([1, 2, 3]),
    sum(new Set([1, 2])),
    sum(
      (function* () {
        yield 5;
      })(),
    ),
  );
}
{
  const it: Iterator<string> = ['a', 'b'][Symbol.iterator]();
  console.log(it.next().value, it.next().done, it.next().done);
}
{
  const s = new Set([1, 2]);
  const i2 = s.values();
  let r = i2.next();
  while (!r.done) {
    console.log(r.value);
    r = i2.next();
  }
}
{
  function* naturals() {
    let n = 0;
    while (true) yield n++;
  }
  function* take<T>(n: number, xs: Iterable<T>) {
    let i = 0;
    for (const x of xs) {
      if (i++ >= n) return;
      yield x;
    }
  }
  function* map<T, U>(xs: Iterable<T>, f: (x: T) => U) {
    for (const x of xs) yield f(x);
  }
  console.log([
    ...take(
      5,
      map(naturals(), (x) => x * x),
    ),
  ]);
}
{
  for (const c of new Map([['a', 1]]).entries()) console.log(c);
  const e = [10, 20].entries();
  console.log(e.next().value, e.next().value, e.next().done);
}
