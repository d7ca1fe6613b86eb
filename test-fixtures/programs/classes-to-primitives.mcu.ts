// Objects in arithmetic, comparisons and texts; setters that take more than their getters give.
{
  class Box { private v = 0; get value(): number { return this.v; } set value(x: number | string) { this.v = Number(x); } }
  const x = new Box(); x.value = '5'; console.log(x.value + 1); x.value = 7; console.log(x.value); x.value += 2; x.value++; console.log(x.value);
  class Dated { #t = ''; set when(v: string | string[] | null) { this.#t = v === null ? 'none' : typeof v === 'string' ? v : v.join('-'); } get when(): string { return this.#t; } }
  const d = new Dated(); d.when = ['a', 'b']; console.log(d.when.length, d.when); d.when = null; console.log(d.when); d.when = 'x'; console.log(d.when);
  class Sub extends Box { set value(x: number | string) { super.value = x; } get value(): number { return super.value * 2; } }
  const s = new Sub(); s.value = '4'; console.log(s.value);
  const lit = { n: 1, get v(): number { return this.n; }, set v(x: number | string) { this.n = Number(x); } };
  lit.v = '9'; console.log(lit.v);
}
{
  class Money { constructor(private n: number) {} valueOf() { return this.n; } toString() { return `$${this.n}`; } }
  const a = new Money(5), b = new Money(7);
  console.log(`${a}`, String(a), [a, b].join());
  console.log(a + '', '' + b, 'x' + a);
}
{
  class Money { constructor(private n: number) {} valueOf() { return this.n; } toString() { return `$${this.n}`; } }
  const a = new Money(5), b = new Money(7);
  console.log(a < b, a > b, a <= b, a >= b);
  console.log(+a, -b, Number(a));
  console.log((a as any) * 2, (b as any) - (a as any), (a as any) + (b as any), (a as any) < 6);
}
{
  class V { constructor(readonly s: string) {} toString() { return this.s; } }
  const a = new V('abc'), b = new V('abd'); console.log(a < b, a > b, a + '!', `${a}`, +a);
  const t = [new V('z'), new V('m')]; t.sort((p, q) => (p < q ? -1 : 1)); console.log(t.map(String), t.join('-'));
  t.sort(); console.log(t.map((x) => x.s));
}
{
  class T { constructor(readonly n: number) {} valueOf() { return this.n; } }
  const a = new T(4); console.log('' + a, `${a}`, a + 'x'); const m = new Map<T, number>([[a, 1]]); console.log(m.get(a));
  console.log(Math.max(+a, 3), a.valueOf() + 1, Number(a) / 2, (a as unknown as number) * 3);
}
{
  const o = { n: 3, valueOf() { return this.n; }, toString() { return 'o'; } };
  console.log(+o, `${o}`, o + '', (o as any) + 1, Number(o));
}
