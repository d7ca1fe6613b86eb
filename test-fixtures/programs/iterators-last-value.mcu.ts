// Iterators by hand whose last value is an element beyond the end, what `unknown` leaves without null, and `f?.call(...)`.
class Shelf {
  constructor(private books: string[]) {}
  [Symbol.iterator]() {
    let at = 0;
    const { books } = this;
    return { next: () => ({ value: books[at]!, done: at++ >= books.length }) };
  }
}
let titles = '';
for (const title of new Shelf(['Emma', 'Ulysses'])) titles += `${title};`;
console.log(titles, [...new Shelf(['Dubliners'])], Array.from(new Shelf([])));

class Countdown implements Iterator<number> {
  private at = 0;
  constructor(private steps: number[]) {}
  next(): IteratorResult<number> {
    return { done: this.at >= this.steps.length, value: this.steps[this.at++]! };
  }
  [Symbol.iterator]() {
    return this;
  }
}
console.log([...new Countdown([3, 2, 1])], Math.max(...new Countdown([4, 9])));
const countdown = new Countdown([7]);
countdown.next();
console.log(countdown.next().value);

interface Point {
  x: number;
}
class List<T> {
  private items: T[] = [];
  add(item: T): this {
    this.items.push(item);
    return this;
  }
  [Symbol.iterator](): Iterator<T> {
    let at = 0;
    const items = this.items;
    return {
      next(): IteratorResult<T> {
        return { value: items[at]!, done: at++ >= items.length };
      },
    };
  }
}
let sum = 0;
for (const { x } of new List<Point>().add({ x: 1 }).add({ x: 2 })) sum += x;
for (const each of new List<number>().add(7)) sum += each;
console.log(sum, [...new List<string>().add('a')]);

const words = ['x', 'y'];
function spell(): IterableIterator<string> {
  let at = 0;
  return {
    [Symbol.iterator]() {
      return this;
    },
    next() {
      return { value: words[at]!, done: at++ >= words.length };
    },
  };
}
const [first, second] = spell();
console.log(first, second, [...spell()]);

// `{}` is any value but null and undefined.
function orNone(value: unknown) {
  return value ?? 'none';
}
const five: {} = 5;
let held: unknown = 0;
held ||= 'set';
console.log(orNone(null), orNone(0), orNone(false), orNone({ a: 1 }), five, typeof five, held);
console.log([1, '', null].map((each: unknown) => each || 'empty'));

// Calls of what may not be there.
function run(callback: ((x: number) => number) | undefined, x: number) {
  return callback?.call(null, x);
}
function gather(callback?: (...values: number[]) => number) {
  return [callback?.apply(null, [1, 2]), callback?.bind(null, 5)()];
}
class Button {
  onClick?: (name: string) => void;
  click() {
    this.onClick?.call(this, 'left');
  }
}
const button = new Button();
button.click();
button.onClick = (name) => console.log('clicked', name);
button.click();
console.log(
  run(undefined, 1),
  run((x) => x + 1, 1),
  gather(),
  gather((...values) => values.length),
);
