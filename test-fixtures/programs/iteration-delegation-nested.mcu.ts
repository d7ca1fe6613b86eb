// yield* of arrays, strings, generators and iterators of programs.
{
  function* g1() {
    const r = yield* [1, 2];
    console.log(r);
    yield* 'ab';
  }
  const i1 = g1();
  console.log(i1.next());
  try {
    i1.throw(new Error('q'));
  } catch (e) {
    console.log((e as Error).name, (e as Error).message);
  }
  for (const x of g1()) console.log(x);
}
{
  function* leaf(n: number): Generator<number, string> {
    yield n;
    yield n + 1;
    return 'leaf' + n;
  }
  function* mid(): Generator<number, string[]> {
    const out: string[] = [];
    out.push(yield* leaf(1));
    out.push(yield* leaf(10));
    return out;
  }
  function* top1() {
    const r = yield* mid();
    console.log(r.join('-'));
  }
  console.log([...top1()]);
}
{
  class It {
    i = 0;
    [Symbol.iterator]() {
      return this;
    }
    next(v?: any) {
      console.log('next', v);
      return this.i < 3 ? { value: this.i++, done: false } : { value: 99, done: true };
    }
    return(v?: any) {
      console.log('return', v);
      return { value: v, done: true };
    }
    throw(e?: any) {
      console.log('throw', (e as Error).message);
      return { value: 7, done: true };
    }
  }
  function* d() {
    const r: number = yield* new It();
    console.log('r', r);
    return r;
  }
  const g = d();
  console.log(g.next().value, g.next('a' as any).value, g.next('b' as any).value);
  console.log(g.next('c' as any));
  const h = d();
  h.next();
  console.log(h.return(5));
  const k = d();
  k.next();
  console.log(k.throw(new Error('bad')));
}
