// Wrappers that take any this.
{
  function mk(f: (n: number) => void) { return function (this: unknown, ...args: [number]) { f(...args); }; }
  const t = mk((n) => console.log('t', n)); t(1);
}
{
  function mk(f: (n: number) => void) { return function (this: any, n: number) { f.call(this, n); }; }
  const t = mk((n) => console.log('t', n)); t(1);
}
{
  function mk(f: (n: number) => void) { return function (...args: [number]) { f.apply(null, args); }; }
  const t = mk((n) => console.log('t', n)); t(1);
}
{
  function mk<T extends (...args: any[]) => void>(f: T) { return function (...args: Parameters<T>) { f.apply(null, args); }; }
  const t = mk((n: number) => console.log('t', n)); t(1);
}
{
  function mk<T extends (...args: any[]) => any>(f: T) { return function (this: any, ...args: Parameters<T>): ReturnType<T> { return f.apply(this, args); }; }
  const t = mk((n: number) => n + 1); console.log(t(1));
}
{
  function mk<A extends any[], R>(f: (...a: A) => R) { return function (this: any, ...args: A): R { console.log(args); return f.apply(this, args); }; }
  const t = mk((n: number, s: string) => n + s); console.log(t(1, 'x'));
}
{
  function show(this: any, p: string) { return p + this.name; }
  console.log(show.call({ name: 'N' }, '>'), show.bind({ name: 'B' }, '<')());
  const g = function (this: { n: number }, k: number) { return this.n * k; };
  console.log(g.call({ n: 2 }, 3), [1, 2].map(function (this: any, x) { return x + this.base; }, { base: 10 }));
  function counter() { return function (this: any) { return this === undefined; }; } console.log(counter()());
  function log<A extends unknown[], R>(target: (...args: A) => R, name = target.name) { return function (this: unknown, ...args: A): R { console.log(`> ${name}(${args.join(', ')})`); const r = target.apply(this, args); console.log(`< ${r}`); return r; }; }
  console.log(log((a: number, b: number) => a + b, 'add')(1, 2));
}
