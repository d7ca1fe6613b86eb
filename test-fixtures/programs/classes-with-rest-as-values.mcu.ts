// Classes whose constructors take a rest, as values; and what is asked of classes inside of functions.

class Event1 {
  readonly tags: string[];
  constructor(
    readonly x: number,
    readonly y = 5,
    ...tags: string[]
  ) {
    this.tags = tags;
  }
  show(): string {
    return `${this.x},${this.y}:${this.tags.join('+')}`;
  }
}
class Click extends Event1 {
  button = 1;
}
class Bag<T> {
  readonly items: T[];
  constructor(...items: T[]) {
    this.items = items;
  }
}

const tags = ['p', 'q'];
let Kind: { new (x: number, y: number, ...tags: string[]): Event1 } = Event1;
console.log(new Kind(1, 2).show(), new Kind(1, 2, 'a').show(), new Kind(1, 2, ...tags, 'z').show());
Kind = Click;
console.log(new Kind(3, 4, 'c').show(), new Kind(3, 4) instanceof Click);

const holder = { kind: Event1, list: [Event1, Click] };
console.log(new holder.kind(6).show(), holder.list.map((each) => new each(7, 8, each.name).show()));
const registry: Record<string, typeof Event1> = { event: Event1, click: Click };
for (const name in registry) console.log(name, new registry[name]!(9, undefined, 'r', 's').show());

function make<T>(kind: new (x: number) => T): T {
  return new kind(1);
}
function makeWith<A extends unknown[], T>(kind: new (...args: A) => T, ...args: A): T {
  return new kind(...args);
}
console.log(make(Event1).show(), makeWith(Event1, 1, 2, 'w', 'x').show());
const bags: (new (...items: number[]) => Bag<number>)[] = [Bag<number>];
console.log(bags.map((each) => new each(1, 2, 3).items));
const shown: new (x: number) => { show(): string } = Click;
console.log(new shown(4).show());
// What is given is another array each time.
const given = ['mine'];
const kept = new Kind(1, 2, ...given);
given.push('more');
console.log(kept.tags, given.length);

function local(start: number) {
  class Counter {
    static made = 0;
    static next?: number;
    value = start;
    constructor() {
      Counter.made++;
    }
    static up() {
      this.next = (this.next ?? start) + 1;
      return this.next;
    }
  }
  const one = new Counter();
  return [typeof Counter, Counter.name, one instanceof Counter, Counter.up(), Counter.up(), Counter.made, typeof one];
}
console.log(local(10));
console.log(typeof Click, typeof class {}, typeof Map, typeof make);
