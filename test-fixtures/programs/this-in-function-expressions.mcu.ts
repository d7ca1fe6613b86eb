// Function expressions in literals, whose this is the object.
const obj = { n: 1, add: function (k: number) { this.n += k; return this.n; }, nested: { v: 5, f: function () { return this.v; } }, list: [1, 2], each: function () { return this.list.map((x) => x + this.n); } };
console.log(obj.add(2), obj.nested.f(), obj.each(), obj.n);
const calc = { value: 0, plus: function (n: number) { this.value += n; return this; }, times: function (n: number) { this.value *= n; return this; } };
console.log(calc.plus(2).times(5).value);
const person = { name: 'P', greet: function greet() { return 'hi ' + this.name; }, later() { return () => this.name; } };
console.log(person.greet(), person.later()(), Object.keys(person));
interface Account { balance: number; deposit(n: number): void; report: () => string }
const acc: Account = { balance: 0, deposit: function (n) { this.balance += n; }, report: function () { return `b=${this.balance}`; } };
acc.deposit(5); console.log(acc.report());
