// Accessors in object literals.
const box = {
  _v: 1,
  get v() {
    return this._v;
  },
  set v(x) {
    this._v = x * 2;
  },
};
console.log(box.v);
box.v = 5;
console.log(box.v, box._v);
box.v += 1;
box.v++;
console.log(box.v);
console.log(box);

function counter(start: number) {
  let count = start;
  return {
    get count() {
      return count;
    },
    increment() {
      count++;
    },
    get text(): string {
      return `count ${this.count}`;
    },
  };
}
const c = counter(3);
c.increment();
console.log(c.count, c.text);
console.log(c, Object.keys(c));
console.log(JSON.stringify(box), JSON.stringify(counter(7)));
const copy = { ...c, more: true };
c.increment();
console.log(copy.count, copy.more, c.count);
const { count, text } = c;
console.log(count, text);

const log: string[] = [];
const sink = {
  set last(line: string) {
    log.push(line);
  },
};
sink.last = 'a';
sink.last = 'b';
console.log(log, sink);

const person = {
  first: 'Ada',
  last: 'Lovelace',
  get full() {
    return `${this.first} ${this.last}`;
  },
  set full(name: string) {
    const parts = name.split(' ');
    this.first = parts[0]!;
    this.last = parts[1]!;
  },
};
console.log(person.full);
person.full = 'Grace Hopper';
console.log(person.first, person.last, person.full);
console.log(Object.entries(person).length, 'full' in person, Object.values(person));

interface Temperature {
  celsius: number;
  get fahrenheit(): number;
  set fahrenheit(value: number);
}
const t: Temperature = {
  celsius: 20,
  get fahrenheit() {
    return this.celsius * 1.8 + 32;
  },
  set fahrenheit(f: number) {
    this.celsius = (f - 32) / 1.8;
  },
};
console.log(t.fahrenheit);
t.fahrenheit = 50;
console.log(t.celsius);
const key = 'fahrenheit';
t[key] = 212;
console.log(t.celsius, t[key]);
for (const name in person) console.log(name);
let lazy = 0;
const once = {
  get value() {
    lazy++;
    return [1, 2, lazy];
  },
};
console.log(once.value, once.value.length, lazy);
const anything: any = person;
console.log(anything.full, anything.first);
