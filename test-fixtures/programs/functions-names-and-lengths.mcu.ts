// Names of functions that are values, and how many parameters they have.
{
  function f(a: number, b: string) { return a + b; }
  const g = (x: number, y = 3, ...r: number[]) => x;
  class K { m(a: number, b?: number) { return a; } constructor(public a: number, public b: number) {} }
  console.log(f.length, g.length, K.length, f.name, g.name, K.name);
  function info(fn: (...args: any[]) => any) { return `${fn.name}/${fn.length}`; }
  console.log(info(f), info(() => 1), info((a: number, b: number, c: number) => a), info(function named(q) {}));
  const wrap = <A extends unknown[], R>(fn: (...a: A) => R) => (...a: A): R => { console.log(`call ${fn.name}(${a}) ${fn.length}`); return fn(...a); };
  const ws = wrap(f); console.log(ws(1, 'x'));
  function curry(fn: (...args: number[]) => number): any { return function curried(...args: number[]): any { return args.length >= fn.length ? fn(...args) : (...more: number[]) => curried(...args, ...more); }; }
  const add3 = curry((a: number, b: number, c: number) => a + b + c); console.log(add3(1)(2)(3), add3(1, 2)(3), add3(1, 2, 3));
  const fns = { alpha() {}, beta: (z: number) => z, gamma: function () {} }; for (const k of Object.keys(fns) as (keyof typeof fns)[]) console.log(fns[k].name, fns[k].length);
  const list: Array<(n: number) => number> = [Math.abs, (n) => n, f.length > 1 ? (n) => -n : Math.sqrt]; console.log(list.map((h) => h.name), list.map((h) => h.length));
}
{
  const a: any = [1, 2]; console.log(a.length); try { throw new Error('x'); } catch (e: any) { console.log(e.name, e.message); }
  function curry(fn: any) { return function c(...args: any[]): any { return args.length >= fn.length ? fn(...args) : (...m: any[]) => c(...args, ...m); }; }
  console.log(curry((x: number, y: number) => x * y)(3)(4)); const fnAny: any = function hey() {}; console.log(fnAny.name, fnAny.length);
  const c2 = (fn: Function) => fn.length; console.log(c2((a: number) => a), c2(curry));
  class A { static make() { return 1; } go(x: number) { return x; } } console.log(A.make.name, A.length, new A().go.name);
}
