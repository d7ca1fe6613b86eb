// Methods that objects take over of others: there, 'this' is the object that has taken them over.
const a = { n: 1, get() { return this.n; }, twice: function () { return this.n * 2; } };
const b = { ...a, n: 2 };
console.log(b.get(), a.get(), b.twice());
const c = { ...b, extra: 'x', n: 7 };
console.log(c.get(), c.twice(), c.extra, b.get());
const canEat = { energy: 0, eat(k: number) { this.energy += k; return this; } };
const canSleep = { energy: 0, sleep() { this.energy += 100; } };
const animal = { name: 'cat', ...canEat, ...canSleep };
animal.eat(5); animal.sleep();
console.log(animal.energy, canEat.energy, canSleep.energy);
const d = Object.assign({ q: 1 }, a, { n: 9 });
console.log(d.get(), d.q, a.get());
function make(k: number) { const base = { v: k, inc() { this.v += k; return this.v; } }; const more = { ...base, v: 10 }; return [base.inc(), more.inc(), more.inc(), base.v]; }
console.log(make(3));
const over = { ...a, get() { return 99; } };
console.log(over.get(), over.twice());
const twoWay = { ...{ x: 1, show() { return this.x; } }, x: 3 };
console.log(twoWay.show());
const template = { n: 1, hi() { return 'hi ' + this.n; } };
type P = typeof template;
function withN(p: P, n: number): P { return { ...p, n }; }
console.log(withN(template, 5).hi());
const list = [1, 2].map((n) => ({ ...template, n }));
console.log(list.map((x) => x.hi()));
class K { m: P; constructor() { this.m = { ...template, n: 8 }; } }
console.log(new K().m.hi());
const t: P = Object.assign({}, template, { n: 3 });
console.log(t.hi());
