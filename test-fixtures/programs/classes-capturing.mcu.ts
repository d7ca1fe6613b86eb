function f() { class A { x = 1; } class B { x = 1; } const a = new A(); return [a instanceof A, (a as unknown) instanceof B]; }
console.log(f());
function run(n: number): string {
  class Node1 { next: Node1 | null = null; constructor(public v: number) {} }
  let head: Node1 | null = null;
  for (let i = 0; i < n; i++) { const x = new Node1(i); x.next = head; head = x; }
  let s = ''; for (let p = head; p; p = p.next) s += p.v; return s;
}
console.log(run(4));
function cache() { let hits = 0; class C { get(k: string) { hits++; return () => { hits++; return k + hits; }; } } const c = new C(); const g = c.get('a'); g(); return g() + hits; }
console.log(cache());
function rec(n: number): number { class R { go(): number { return n <= 0 ? 0 : n + rec(n - 1); } } return new R().go(); }
console.log(rec(4));
const abstractTest = () => { abstract class S { abstract area(): number; twice() { return this.area() * 2; } } class Q extends S { area() { return 5; } } const s: S = new Q(); return s.twice(); };
console.log(abstractTest());
class G { items: number[] = []; each(cb: (x: number) => void) { for (const i of this.items) cb(i); }
  sum() { let t = 0; class Acc { add(x: number) { t += x; } } const acc = new Acc(); this.each((x) => acc.add(x)); return t; } }
const g = new G(); g.items.push(1, 2, 3); console.log(g.sum());
function opt(u?: number) { class O { v = u ?? 5; w() { return u === undefined ? 'none' : 'got' + u; } } return [new O().v, new O().w()] as const; }
console.log(opt(), opt(1));
function tryIt() { let n = 0; class T { f() { try { n++; throw new Error('x' + n); } catch (e) { return (e as Error).message; } } } return new T().f() + new T().f(); }
console.log(tryIt());
const Base = class { hi() { return 'base'; } }; class Derived extends Base { override hi() { return super.hi() + 'd'; } } console.log(new Derived().hi());
function lit() { const start = 3; class I { constructor(public a = start, readonly b: string = 'q') {} } return new I().a + new I(1).a; } console.log(lit());
