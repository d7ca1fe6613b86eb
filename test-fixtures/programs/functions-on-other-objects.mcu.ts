// Methods of literals called on, and bound to, other objects.
const o = { n: 5, get() { return this.n; } };
const g2 = o.get.bind({ n: 9, get: o.get });
console.log(g2());
const p = { n: 7, get: () => 1 };
const g3 = o.get.bind(p); const twice = o.get.bind({ n: 1, get: () => 2 });
console.log(g3());
console.log(o.get.call({ n: 3, get: o.get }), o.get.call(p), o.get.apply(p));
const person = { name: 'Ann', greet(g: string, p = '!') { return `${g}, ${this.name}${p}`; } };
const other = { name: 'Bob' };
console.log(person.greet.call(other, 'Hi'), person.greet.apply(other, ['Yo', '?']), person.greet.bind(other)('Hey'), person.greet.bind(other, 'Oi', '.')());
console.log(person.greet.call(person, 'Self'), person.greet('Me'));
class Q { name = 'Cls'; }
console.log(person.greet.call(new Q(), 'Hello'));
const bound = person.greet.bind(other);
other.name = 'Changed';
console.log(bound('Now'));
const counter = { n: 0, inc() { return ++this.n; } };
const c2 = { n: 10 };
const inc2 = counter.inc.bind(c2);
inc2(); inc2();
console.log(counter.n, c2.n, counter.inc(), counter.n);
