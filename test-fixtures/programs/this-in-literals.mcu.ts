// `this` in methods of object literals.
const counter = {
  count: 0,
  step: 2,
  inc() {
    this.count += this.step;
    return this;
  },
  get(): number {
    return this.count;
  },
  later() {
    return [1, 2].map((x) => x + this.count);
  },
};
counter.inc().inc();
console.log(counter.get(), counter.count, counter.later());
function make(name: string) {
  return {
    name,
    greet(other: string): string {
      return `${this.name} greets ${other}`;
    },
    twice() {
      return this.greet('a') + this.greet('b');
    },
  };
}
console.log(make('x').twice(), make('y').greet('z'));
interface Shape {
  size: number;
  area(): number;
}
const square: Shape = {
  size: 3,
  area() {
    return this.size ** 2;
  },
};
square.size = 4;
console.log(square.area());
class Owner {
  value = 5;
  view() {
    const outer = this.value;
    return {
      value: 7,
      read() {
        return this.value + outer;
      },
      arrow: () => this.value,
    };
  }
}
const view = new Owner().view();
console.log(view.read(), view.arrow());
const stack = {
  items: [] as number[],
  push(x: number) {
    this.items.push(x);
    return this.items.length;
  },
  pop(): number | undefined {
    return this.items.pop();
  },
};
stack.push(1);
console.log(stack.push(2), stack.pop(), stack.items);
console.log(Object.keys(counter).length);

// Methods that declare their `this`.
interface Deck {
  readonly suits: string[];
  pick(this: Deck, at: number): () => string;
}
const deck: Deck = {
  suits: ['hearts', 'spades'],
  pick: function (this: Deck, at: number) {
    return () => this.suits[at]!;
  },
};
console.log(deck.pick(1)());
const adder = {
  n: 5,
  add(this: { n: number }, k: number) {
    return this.n + k;
  },
};
console.log(adder.add(2));
