// Arguments whose types follow from type parameters: emitters, Parameters, wrappers of any function.
{
  type E = { data: [n: number, s: string]; end: []; err: [Error] };
  class Em<T extends Record<string, unknown[]>> {
    private h = new Map<keyof T, ((...a: any[]) => void)[]>();
    on<K extends keyof T>(k: K, f: (...a: T[K]) => void): this { const l = this.h.get(k) ?? []; l.push(f as (...a: any[]) => void); this.h.set(k, l); return this; }
    emit<K extends keyof T>(k: K, ...a: T[K]): boolean { const l = this.h.get(k); if (!l) return false; for (const f of l) f(...a); return true; } }
  const em = new Em<E>();
  em.on('data', (n, s) => console.log(n + 1, s)).on('end', () => console.log('end'));
  console.log(em.emit('data', 1, 'x'), em.emit('end'), em.emit('err', new Error('e')));
}
{
  type Fn = (...a: any[]) => void;
  class Em { private h: Record<string, Fn[]> = {}; on(k: string, f: Fn) { (this.h[k] ??= []).push(f); } off(k: string, f: Fn) { this.h[k] = this.h[k]?.filter((x) => x !== f) ?? []; } emit(k: string, ...a: any[]) { (this.h[k] ?? []).forEach((f) => f(...a)); } once(k: string, f: Fn) { const w = (...a: any[]) => { this.off(k, w); f(...a); }; this.on(k, w); } }
  const e = new Em(); e.on('a', (x: number, y: number) => console.log(x + y)); e.once('a', (x) => console.log('once', x)); e.emit('a', 1, 2); e.emit('a', 3, 4);
}
{
  function add(a: number, b: string) { return { a, b }; }
  function call<F extends (...a: any[]) => any>(f: F, ...a: Parameters<F>): ReturnType<F> { return f(...a); }
  console.log(call(add, 3, 'y').b, call((x: number) => x * 2, 4));
}
{
  function debounce<F extends (...a: any[]) => void>(f: F, ms: number): (...a: Parameters<F>) => void { let t = 0; return (...a) => { t++; f(...a); }; }
  debounce((x: number, s: string) => console.log(x, s), 3)(1, 'k');
  function throttle<F extends (...a: any[]) => void>(f: F): (...a: Parameters<F>) => void { let on = true; return (...a: Parameters<F>) => { if (on) { on = false; f(...a); } }; }
  const th = throttle((x: number) => console.log(x)); th(1); th(2);
}
{
  function once<F extends (...a: any[]) => any>(f: F): F { let done = false; let v: any; return ((...a: any[]) => { if (!done) { done = true; v = f(...a); } return v; }) as F; }
  const o = once((x: number) => x + 1); console.log(o(1), o(5));
}
{
  function memoize<A extends unknown[], R>(f: (...a: A) => R): (...a: A) => R { const c = new Map<string, R>(); return (...a) => { const k = JSON.stringify(a); if (!c.has(k)) c.set(k, f(...a)); return c.get(k)!; }; }
  const m = memoize((a: number, b: number) => { console.log('calc'); return a + b; }); console.log(m(1, 2), m(1, 2), m(2, 1));
  const m2 = memoize((s: string) => s.length); console.log(m2('abc'), m2('abc'));
}
{
  const pipe = <T,>(...fs: ((x: T) => T)[]) => (x: T) => fs.reduce((a, f) => f(a), x); console.log(pipe<number>((x) => x + 1, (x) => x * 2)(3));
  function bindAll<T extends Record<string, (...a: any[]) => any>>(o: T): T { return o; } const api = bindAll({ add: (a: number, b: number) => a + b, hi: (s: string) => 'hi ' + s }); console.log(api.add(1, 2), api.hi('x'));
}
