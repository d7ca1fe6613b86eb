{
  class A { constructor(public x: number) {} twice() { return this.x * 2; } static make() { return new A(9); } }
  const a = new A(4);
  console.log(a, a.twice(), A.make().x, a instanceof A);
}
{
  class A { name = 'second'; }
  console.log(new A());
}
function f(n: number) {
  class P { v = n; get() { return this.v + n; } }
  const p = new P();
  return p.get();
}
console.log(f(1), f(5));
function counter(start: number) {
  let count = start;
  class Counter { inc(by = 1) { count += by; return count; } peek = () => count; }
  const c = new Counter(), d = new Counter();
  c.inc(); d.inc(10);
  count++;
  return [c.peek(), d.peek(), count, c.inc()];
}
console.log(counter(0), counter(100));
const K = class { y = 3; hi() { return 'hi' + this.y; } };
console.log(new K().hi(), new K());
const N = class Inner { me() { return new Inner(); } n = 1; };
console.log(new N().me(), new N() instanceof N);
