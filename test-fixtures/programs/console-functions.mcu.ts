// Functions and classes print with their kind and their name, wherever they are.
{
  function f() {}
  const g = () => 1;
  class K {}
  class L extends K {}
  const h = function named() {};
  const an = (() => () => 2)();
  console.log({ f, g, K, L, h, an });
  console.log({ m() {}, n: () => 1, K: class {}, E: class extends K {}, z: function () {}, y: function yy() {}, N: class NN extends K {} });
  console.log([f, g, h, an]);
  console.log(f, g, K, L, h, an);
  console.log([K, L]);
  class MyError extends Error {}
  console.log({ MyError, TypeError }, MyError);
}
{
  class A { cb = () => 1; static s = () => 2; handler: () => void; constructor() { this.handler = () => {}; } m() {} static t() {} }
  console.log(new A());
  console.log({ a: { b: { c: { d: () => 1 } } } });
  async function as() {}
  function* ge() {}
  async function* ag() {}
  console.log(as, ge, ag);
  console.log({ as, ge, ag, async m() {}, *g() {}, p: async () => 1 });
  const a = new A(); console.log(a.m, A.t, { m: a.m, t: A.t });
}
{
  const fs: (() => number)[] = [];
  for (let i = 0; i < 2; i++) fs.push(() => i);
  console.log(fs);
  const m = new Map<string, () => void>([['a', () => {}]]);
  console.log(m);
  const { x = () => 1 } = {} as { x?: () => number };
  console.log(x, { x });
  let late: () => void;
  late = () => {};
  console.log(late);
  function params(cb = () => {}) { console.log(cb); }
  params(); params(function q() {});
  params(() => {});
  const o: { f?: () => void } = {};
  o.f = () => {};
  console.log(o);
  console.log(Math.max, parseInt);
  console.log({ m: Math.max, b: Boolean, s: String, abs: Math.abs, l10: Math.log10});
}
{
  const x: any = { f() {}, g: () => 1, k: [() => 2, function nn() {}] };
  console.log(x, x.f);
  const u: unknown[] = [() => 1, class Q {}, function w() {}];
  console.log(u);
}
{
  function opt(a: number, b?: number) { return a; }
  const o1: (a: number) => number = opt;
  console.log({ opt, o1 }, [opt], opt, o1);
  const conv: (x: string) => void = (x: string | number) => {};
  console.log({ conv });
  class B { n = 1; m() { return this.n; } }
  const bb = new B(); const bf = bb.m.bind(bb); console.log({ bf }, bf);
  function f() {}
  console.log([[() => 1]], new Set([() => 1, f]));
  console.log(`${1}`, f, 'x');
}
{
  const ns = { 'a-b': () => 1, 5: () => 2 };
  console.log(ns);
  const s = (x: () => void) => x; console.log(s(() => {}), s(function () {}));
  const cond = Math.random() < 2 ? () => 1 : () => 2; console.log(cond);
  let z: (() => number) | undefined; z ??= () => 1; console.log(z);
  const ret = () => () => 1; console.log(ret(), ret);
  console.log((() => 1) as unknown);
  const cast = (() => 1) as () => number; console.log(cast);
}
