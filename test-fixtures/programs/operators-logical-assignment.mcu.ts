// Logical assignment evaluates and writes only when needed; on variables, properties and elements.
let log: string[] = [];
class Spy {
  private held: number | undefined;
  get v(): number | undefined {
    log.push('get');
    return this.held;
  }
  set v(x: number | undefined) {
    log.push(`set ${x}`);
    this.held = x;
  }
}
function told<T>(x: T): T {
  log.push(`eval ${x}`);
  return x;
}
const spy = new Spy();
console.log((spy.v ??= told(0)), log);
log = [];
console.log((spy.v ??= told(5)), log);
log = [];
console.log((spy.v ||= told(6)), log);
log = [];
console.log((spy.v &&= told(7)), log);
let s = '';
s ||= 'filled';
s &&= s + '!';
let n: number | null = null;
n ??= 3;
n ||= 4;
let flag = true;
flag &&= n > 100;
flag ||= s.length > 3;
console.log(s, n, flag);
const xs = [0, 1, 2];
let i = 0;
xs[i++] ||= 10;
xs[i++] &&= 20;
xs[i] ??= 30;
console.log(xs, i);
const o: { a?: number; b: string } = { b: '' };
o.a ??= 1;
o.a ??= 2;
o.b ||= 'x';
console.log(o);
const m: Record<string, number[]> = {};
(m.a ??= []).push(1);
(m.a ??= []).push(2);
console.log(m);
