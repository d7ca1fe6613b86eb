// Methods that a constructor binds are properties, which can be given away; setters that take more than their getters give.
{
  class Btn { count = 0; constructor() { this.handle = this.handle.bind(this); } handle() { this.count++; return this.count; } }
  const b = new Btn(); const h = b.handle; console.log(h(), h(), b.count, b.handle(), b.handle === h, b);
  const c = new Btn(); console.log(c.handle === b.handle, c.handle());
}
{
  class Em { fs: ((n: number) => void)[] = []; on(f: (n: number) => void) { this.fs.push(f); } off(f: (n: number) => void) { this.fs = this.fs.filter((x) => x !== f); } emit(n: number) { for (const f of this.fs) f(n); return this.fs.length; } }
  class Btn { n = 1; constructor(private em: Em, readonly name: string) { this.onClick = this.onClick.bind(this); this.other = this.other.bind(this); em.on(this.onClick); } onClick(by: number): void { this.n += by; } other(by: number): void { console.log(this.name, by); } stop() { this.em.off(this.onClick); this.em.on(this.other); } }
  const em = new Em(); const b1 = new Btn(em, 'a'), b2 = new Btn(em, 'b');
  console.log(em.emit(2), b1.n, b2.n); b1.stop(); console.log(em.emit(3), b1.n, b2.n); b2.stop(); console.log(em.emit(4), b1.n, b2.n);
}
{
  class Base { v = 1; constructor() { this.run = this.run.bind(this); } run() { return `base ${this.v}`; } }
  class D extends Base { w = 2; run() { return `d ${this.v} ${this.w} ` + super.run(); } }
  const d = new D(); const r = d.run; console.log(r(), d.run(), new Base().run()); const { run } = new Base(); console.log(run());
  const list: Base[] = [new Base(), new D()]; console.log(list.map((x) => x.run()), list.map((x) => x.run).map((f) => f()));
  interface Runner { run(): string } const rr: Runner = d; console.log(rr.run());
  function call(r: Runner) { return r.run(); } console.log(call(new Base()), call({ run: () => 'lit' }));
  class Mid extends Base { constructor() { super(); this.more = this.more.bind(this); } more(x = 3) { return x + this.v; } }
  const m = new Mid(); const f = m.more; console.log(f(), f(4), m.more(), m.run());
}
{
  class T { n = 0; constructor() { this.tick = this.tick.bind(this); } tick(): void { this.n++; } start(): void { const f = this.tick; f(); f(); [1, 2].forEach(this.tick); } }
  const t = new T(); t.start(); console.log(t.n); setTimeout(t.tick, 1); setTimeout(() => console.log(t.n), 5);
  class G<X> { items: X[] = []; constructor() { this.add = this.add.bind(this); } add(x: X): number { return this.items.push(x); } }
  const g = new G<string>(); ['a', 'b'].forEach(g.add); console.log(g.items, Object.keys(t));
}
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
