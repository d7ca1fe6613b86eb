// call, apply, bind and this parameters.
interface Person {
  name: string;
  age: number;
}
function introduce(this: Person, greeting: string, mark = '.'): string {
  const text = () => `${greeting}, I am ${this.name}, ${this.age}`;
  return text() + mark;
}
const ada: Person = { name: 'Ada', age: 36 };
console.log(introduce.call(ada, 'Hello'), introduce.apply(ada, ['Hi', '!']));
const greeting = introduce.bind({ name: 'Bob', age: 5 }, 'Yo', '?');
console.log(greeting());
function rename(this: Person, name: string): Person {
  this.name = name;
  return this;
}
console.log(rename.call(ada, 'Eve') === ada, ada.name);
class Counter {
  count = 0;
  increment(by = 1) {
    this.count += by;
    return this.count;
  }
}
class Double extends Counter {
  override increment(by = 1) {
    return super.increment(by * 2);
  }
}
const c = new Counter();
const inc = c.increment.bind(c);
inc();
inc(5);
const five = c.increment.bind(c, 5);
console.log(c.count, five(), c.count);
const other = new Double();
console.log(c.increment.call(other, 7), other.count, other.increment.call(other, 1), other.increment.apply(other, [4]), c.count);
const add = (a: number, b: number) => a + b;
console.log(add.call(null, 1, 2), add.apply(null, [3, 4]), add.bind(null, 10)(5), add.bind(undefined, 1, 2)());
console.log(Math.max.apply(null, [1, 5, 3]), Math.min.call(null, 2, 9));
const values = [4, 8, 1];
console.log(Math.max.apply(null, values));
class Timer {
  ticks = 0;
  private readonly callbacks: (() => void)[] = [];
  constructor() {
    this.callbacks.push(this.tick.bind(this));
  }
  tick() {
    this.ticks++;
  }
  run(times: number) {
    for (let i = 0; i < times; i++) this.callbacks.forEach((f) => f());
    return this.ticks;
  }
}
console.log(new Timer().run(3));
const sum = (...xs: number[]) => xs.reduce((a, b) => a + b, 0);
console.log(sum.apply(null, values), sum.call(null, 1, 2, 3));
function logger(this: { prefix: string }, ...parts: string[]) {
  console.log([this.prefix, ...parts].join(' '));
}
logger.call({ prefix: '[a]' }, 'x', 'y');
logger.apply({ prefix: '[b]' }, ['z']);
class Steps {
  at = 0;
  go(by = 10) {
    this.at -= by;
    return this.at;
  }
}
const steps = new Steps();
const go = steps.go.bind(steps);
console.log(go(), go(1), inc(), go(undefined));
