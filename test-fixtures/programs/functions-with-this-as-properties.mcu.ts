// Functions with a `this` of their own as properties: in literals, assigned, and as first values of classes.
interface Person {
  name: string;
  greet(): string;
}
function greet(this: Person) {
  return `Hi, ${this.name}`;
}
const make = (name: string): Person => ({ name, greet });
console.log(make('Ann').greet(), make('Bob').greet());
const eve = {
  name: 'Eve',
  greet,
  shout() {
    return this.greet().toUpperCase();
  },
};
console.log(eve.shout(), greet.call(eve), greet.bind(make('Zoe'))());
interface Counter {
  n: number;
  add(k: number): number;
  sub?: (k: number) => number;
}
function add(this: Counter, k: number, times = 1) {
  this.n += k * times;
  return this.n;
}
const counter: Counter = { n: 1, add };
const other: Counter = { n: 100, add: add };
console.log(counter.add(4), other.add(1), counter.n);
counter.sub = function (k) {
  this.n -= k;
  return this.n;
};
other.sub = function (this: Counter, k: number) {
  return this.add(-k);
};
console.log(counter.sub(3), other.sub(50), other.n);

class Item {
  kids: Item[] = [];
  total: () => number = () => 0;
  label: (this: Item, mark: string) => string = function (mark) {
    return `${mark}${this.value}`;
  };
  constructor(public value: number) {}
}
function total(this: Item): number {
  return this.value + this.kids.reduce((sum, kid) => sum + kid.total(), 0);
}
const [one, two] = [new Item(1), new Item(2)];
one.kids.push(two);
one.total = total;
two.total = total;
console.log(one.total(), two.label('#'));
two.label = function (mark) {
  return mark + this.value + mark;
};
console.log(two.label('*'), one.label('*'));
class Maker {
  static n = 5;
  static make() {
    const made: { n: number; get(): number; later?: () => number[] } = {
      n: 1,
      get() {
        return this.n;
      },
    };
    made.later = function () {
      return [1, 2].map((x) => x * this.n);
    };
    return made;
  }
}
console.log(Maker.make().get(), Maker.make().later?.());

// In place of a method, with the one that was there.
const api = {
  base: 'http',
  fetch(path: string) {
    return this.base + path;
  },
};
const calls: string[] = [];
const original = api.fetch;
api.fetch = function (path: string) {
  calls.push(path);
  return `${original.call(this, path)}!`;
};
console.log(api.fetch('/a'), calls);
api.fetch = (path) => `stub${path}`;
console.log(api.fetch('/b'));
const hidden = { base: 'x', hide() { return this.base; } };
const taken = hidden.hide;
try {
  console.log(taken.call(hidden));
  if (Math.max(1, 2) === 1) taken.call({ ...hidden, base: 'y' });
} catch {
  console.log('another object');
}
const data: any = { n: 3 };
data.inc = function () {
  this.n++;
  return this;
};
console.log(data.inc().inc().n);

// What a literal takes over by name is made for it; what says of its `this` what the literal is not is for others.
const calc = {
  k: 2,
  times(n: number) {
    return n * this.k;
  },
};
const by = (k: number) => ({ k, times: calc.times, again: calc.times });
console.log(by(10).times(4), by(3).again(1), calc.times(1));
const named = {
  hello(this: { name: string }) {
    return `hello ${this.name}`;
  },
};
console.log({ name: 'N', ...named }.hello(), Object.assign({ name: 'Rex' }, named).hello());
