// Static members of classes inside of functions: each run of the function makes another class with properties of its own.
function counters(start: number) {
  class Counter {
    static count = start;
    static readonly step = 2;
    static #made = 0;
    static log: string[] = [];
    static last: Counter | undefined;
    static { Counter.log.push(`from ${this.count}`); }
    readonly id = ++Counter.#made;
    constructor() { Counter.last = this; }
    bump() { Counter.count += Counter.step; Counter.log.push(`${this.id}`); return Counter.count; }
    static get half() { return this.count / 2; }
    static set half(value: number) { this.count = value * 2; }
    static reset() { this.count = 0; return new Counter(); }
    static twice = (x: number) => x * Counter.step;
  }
  return {
    bump: () => new Counter().bump(),
    count: () => Counter.count,
    halve() { Counter.half = Counter.half / 2; return Counter['half']; },
    reset: () => Counter.reset().id,
    log: () => Counter.log.join(),
    twice: [1, 2].map((x) => Counter.twice(x)),
    last: () => Counter.last?.id,
  };
}
const first = counters(8);
console.log(first.last(), first.bump(), first.bump(), first.halve(), first.last());
const second = counters(100);
console.log(second.bump(), second.count(), first.count(), first.twice, second.log());
console.log(first.reset(), first.count(), second.count(), first.log());
function inLoop() {
  const seen: number[] = [];
  for (let i = 0; i < 3; i++) {
    class Round { static value = i * 10; static next() { return ++Round.value; } }
    Round.next();
    seen.push(Round.next());
  }
  return seen;
}
console.log(inLoop());
function single() {
  class Config {
    private static instance?: Config;
    static get() { return (Config.instance ??= new Config()); }
    level = 1;
  }
  Config.get().level++;
  return [Config.get().level, Config.get() === Config.get()];
}
console.log(single(), single());
async function waiting() {
  class Total {
    static value = 1;
    static async add(n: number) { await Promise.resolve(); Total.value += n; return Total.value; }
    static *steps() { for (let i = 0; i < 2; i++) yield Total.value + i; }
  }
  const added = await Total.add(4);
  return [added, ...Total.steps()];
}
function inherited() {
  class Shape { static sides = 0; static describe() { return `${this.name} ${this.sides}`; } }
  class Square extends Shape { static sides = 4; static both() { return super.describe() + Shape.sides; } }
  class Line extends Shape {}
  return [Shape.describe(), Square.describe(), Square.both(), Line.sides];
}
console.log(inherited());
class Global { static twice = (x: number) => x * Global.factor; static factor = 3; static maybe?: (x: number) => string; }
console.log(Global.twice(4), Global.maybe?.(1), Global['twice'](5));
Global.maybe = (x) => `maybe ${x}`;
console.log(Global.maybe(2), Global.maybe?.(3));
waiting().then((values) => console.log(values));
