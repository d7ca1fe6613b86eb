// Iterators whose next, return and throw are called by hand.
{
  const it = [1, 2][Symbol.iterator]();
  const r1 = it.next();
  if (!r1.done) {
    const v: number = r1.value;
    console.log(v + 1);
  }
  let total = 0;
  const it2 = new Set([1, 2, 3]).values();
  for (let r = it2.next(); !r.done; r = it2.next()) total += r.value;
  console.log(total);
  const me = new Map([['a', 1]]).entries();
  const e0 = me.next();
  console.log(e0.value, e0.done, me.next());
  const si = 'hi'[Symbol.iterator]();
  console.log(si.next().value, si.next(), si.next());
  console.log([...[1, 2, 3].keys()], [...[7, 8].entries()]);
  const vv = [4, 5].values();
  vv.next();
  console.log([...vv]);
}
{
  function* count(): Iterator<number> {
    let i = 0;
    try {
      while (true) yield i++;
    } finally {
      console.log('fin', i);
    }
  }
  const c = count();
  c.next();
  c.next();
  console.log(c.return?.(), c.next());
  function use(it: Iterator<number>) {
    const out: number[] = [];
    for (let r = it.next(); !r.done && out.length < 3; r = it.next()) out.push(r.value);
    it.return?.();
    return out;
  }
  console.log(use(count()), use([9, 8].values()));
}
{
  function* acc(): Generator<number, void, number | undefined> {
    let t = 0;
    while (true) {
      const x = yield t;
      if (x === undefined) return;
      t += x;
    }
  }
  const ac = acc();
  ac.next();
  console.log(ac.next(5).value, ac.next(6).value, ac.next().done, ac.next(1));
}
{
  class Down {
    constructor(private n: number) {}
    next(): IteratorResult<number> {
      if (this.n === 0) return { done: true, value: undefined };
      return { done: false, value: this.n-- };
    }
    [Symbol.iterator](): Down {
      return this;
    }
  }
  console.log([...new Down(3)]);
  for (const x of new Down(2)) console.log(x);
  const [z, ...zz] = new Down(4);
  console.log(z, zz);
  console.log(
    Math.max(...new Down(6)),
    Array.from(new Down(2), (x) => x * 10),
  );
}
{
  function* pairs(): Generator<[string, number]> {
    yield ['a', 1];
    yield ['b', 2];
  }
  const m = new Map(pairs());
  console.log(m.get('b'), m.size);
  console.log(Object.fromEntries(pairs()));
}
{
  for (const x of []) console.log(x);
  const none: number[] = [];
  for (const x of none) console.log(x);
  console.log('ok');
}
{
  class G {
    *a() {
      yield 1;
      yield* this.b();
    }
    *b() {
      yield 2;
      return 3;
    }
    static *s(n: number) {
      for (let i = 0; i < n; i++) yield i;
    }
    get it() {
      return this.a();
    }
  }
  console.log([...new G().a()], [...G.s(3)], [...new G().it]);
  function sum(...xs: number[]) {
    return xs.reduce((a, b) => a + b, 0);
  }
  console.log(sum(...G.s(4)), sum(0, ...new G().a(), 5));
}
