function shapes(scale: number) {
  class Shape { constructor(readonly name: string) {} area() { return 0; } show() { return `${this.name}:${this.area() * scale}`; } }
  class Sq extends Shape { constructor(private s: number) { super('sq'); } override area() { return this.s * this.s; } }
  class Ci extends Shape { r: number; constructor(r: number) { super('ci'); this.r = r; } override area() { return this.r * 3; } override show() { return super.show() + '!'; } }
  const all: Shape[] = [new Sq(2), new Ci(3)];
  return all.map((s) => s.show()).join();
}
console.log(shapes(1), shapes(10));
interface Stack { push(x: number): void; pop(): number | undefined; size: number }
function makeStack(limit: number): { push(x: number): void; pop(): number | undefined; count(): number } {
  const items: number[] = [];
  class S { push(x: number) { if (items.length < limit) items.push(x); } pop() { return items.pop(); } count() { return items.length; } }
  return new S();
}
const st = makeStack(2); st.push(1); st.push(2); st.push(3); console.log(st.count(), st.pop(), st.pop(), st.pop());
const makers: (() => string)[] = [];
for (let i = 0; i < 3; i++) { class L { id = i; str() { return 'L' + this.id + i; } } makers.push(() => new L().str()); }
console.log(makers.map((m) => m()).join());
class Outer { tag = 'o'; build() { const t = this.tag; class In { show() { return t + '-in'; } } return new In().show(); } }
console.log(new Outer().build());
function gen<T>(x: T) { class Box<U> { constructor(public v: U) {} map<W>(f: (u: U) => W) { return new Box(f(this.v)); } } return new Box(5).map((q) => q + 1).v; }
console.log(gen('a'));
function err() { class MyErr extends Error { constructor(public code: number) { super('code ' + code); } } try { throw new MyErr(3); } catch (e) { return e instanceof MyErr ? e.code + e.message : 'no'; } }
console.log(err());
function acc() { let log = ''; class A { #v = 1; get v() { log += 'g'; return this.#v; } set v(x) { log += 's'; this.#v = x; } } const a = new A(); a.v = a.v + 1; a.v++; return log + a.v; }
console.log(acc());
if (true) { class T { static count = 0; static inc() { return ++T.count; } } T.inc(); console.log(T.inc(), T.count); }
const anon = new (class { z = 7; })(); console.log(anon.z);
function later() { const make = () => new Q(); class Q { w = base; } const base = 4; return make; }
const useIt = () => { class V { a = 1; } return new V(); }; console.log(useIt(), useIt().a);
function two() { class X { m() { return new Y().n(); } } class Y { n() { return k; } } const k = 8; return new X().m(); } console.log(two());
