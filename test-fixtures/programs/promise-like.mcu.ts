// PromiseLike, Promise.resolve of promises and of what has a then, null for functions.
{
  const th = { then(res: (v: number) => void) { res(42); } };
  Promise.resolve(th).then((v) => console.log(v));
  (async () => { console.log(await Promise.resolve(th), await th); })();
}
{
  function f(p: PromiseLike<number>) { p.then((v) => console.log(v)); }
  f(Promise.resolve(3));
  async function g(p: PromiseLike<string>) { console.log(await p); }
  g(Promise.resolve('a'));
  function h<T>(x: T | PromiseLike<T>): Promise<T> { return Promise.resolve(x); }
  h(3).then(console.log);
  h(Promise.resolve(4)).then((x) => console.log(x));
}
{
  const p = Promise.resolve(1);
  console.log(Promise.resolve(p) === p);
  Promise.resolve(p).then(() => console.log('a'));
  Promise.resolve().then(() => console.log('b1')).then(() => console.log('b2')).then(() => console.log('b3'));
  async function f() { return 5; }
  Promise.resolve(f()).then((v) => console.log('f', v));
  new Promise<number>((r) => r(p)).then((v) => console.log('n', v));
  async function g() { return p; }
  g().then((v) => console.log('g', v));
}
{
  Promise.reject('e').then(null, (e) => console.log('r', e));
  Promise.resolve(1).then(undefined, () => 3).then((v) => console.log(v));
  Promise.resolve(2).catch(null).then((v) => console.log(v));
}
{
  Promise.any<number>([Promise.reject(new Error('a')), Promise.resolve(3)]).then((v) => console.log(v));
  Promise.all<number>([1, Promise.resolve(2)]).then((v) => console.log(v));
  Promise.race<string>([Promise.resolve('q')]).then(console.log);
  Promise.any<number>([]).catch((e: AggregateError) => console.log(e.errors.length, e.message));
}
