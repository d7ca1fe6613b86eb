// Calls that don't know which function they call, and ask for an element that may not be there.
type Reading = { at: number; peek: () => string; eat: (c: string) => boolean };
function reading(text: string): Reading {
  const self: Reading = {
    at: 0,
    peek: () => text[self.at],
    eat(c) {
      if (self.peek() !== c) return false;
      self.at++;
      return true;
    },
  };
  return self;
}
const isDigit = (c: string) => c >= '0' && c <= '9';
function sum(r: Reading): number {
  let value = factor(r);
  while (r.peek() === '+' || r.peek() === '-') {
    const op = r.peek();
    r.at++;
    value = op === '+' ? value + factor(r) : value - factor(r);
  }
  return value;
}
function factor(r: Reading): number {
  if (r.eat('(')) {
    const value = sum(r);
    if (!r.eat(')')) throw new Error(`expected ) got ${r.peek()}`);
    return value;
  }
  let digits = '';
  while (isDigit(r.peek())) {
    digits += r.peek();
    r.at++;
  }
  return Number(digits);
}
console.log(sum(reading('1+(2-30)+4')));
try {
  sum(reading('(1'));
} catch (e) {
  console.log((e as Error).message);
}

// Of an interface, by a class and a literal; generic ones; methods in the place of others.
interface Stream<T> {
  peek(): T;
  next(): T;
}
class Words implements Stream<string> {
  private pos = 0;
  private readonly list: string[];
  constructor(text: string) {
    this.list = text.split(' ');
  }
  peek() {
    return this.list[this.pos];
  }
  next() {
    return this.list[this.pos++];
  }
}
function streamOf<T>(items: T[]): Stream<T> {
  let i = 0;
  return { peek: () => items[i], next: () => items[i++] };
}
function all<T>(stream: Stream<T>): T[] {
  const found: T[] = [];
  while (stream.peek() !== undefined) found.push(stream.next());
  return found;
}
console.log(all(new Words('a b c')), all(streamOf([{ id: 1 }, { id: 2 }])), all(streamOf([3, 4])));
const numbers = streamOf([5, 6]);
for (let n = numbers.next(); n !== undefined; n = numbers.next()) console.log(n);
const objects = streamOf([{ id: 7 }]);
console.log(objects.peek().id + objects.next().id, objects.peek()?.id, objects.next());
abstract class Source {
  abstract next(): number;
  total() {
    let sum = 0;
    let n: number;
    while ((n = this.next()) !== undefined) sum += n;
    return sum;
  }
}
class Listed extends Source {
  private i = 0;
  constructor(private readonly list: number[]) {
    super();
  }
  next() {
    return this.list[this.i++];
  }
}
class Doubled extends Listed {
  next() {
    return super.next() * 2;
  }
}
console.log(new Listed([1, 2, 3]).total());
console.log(new Doubled([4]).next());

// Functions as values: held by a literal, given to a parameter, made by a function, taken out.
const stack = (() => {
  const items: string[] = [];
  return { push: (s: string) => void items.push(s), top: () => items[items.length - 1] };
})();
console.log(stack.top(), stack.top() === undefined);
stack.push('z');
const { top } = stack;
const alsoTop = stack.top;
console.log(top(), top().length, alsoTop() ?? 'none', alsoTop().length);
function count(more: () => string): number {
  let n = 0;
  while (more() !== undefined) n++;
  return n;
}
let at = 0;
console.log(count(() => 'hello'[at++]));
const words = new Words('p q r');
console.log(count(() => words.next()));
const lookup = (table: Record<string, number>) => (key: string) => table[key];
const value = lookup({ a: 1, b: 2 });
console.log(value('a') + 1, value('zz'), value('zz') ?? -1, value('zz') === undefined);
type Get = (key: string) => number;
const zero: Get = () => 0;
const ofText: Get = (key) => [1, 2][key.length];
const shown = (get: Get, key: string) => (get(key) === undefined ? 'none' : get(key) + 1);
console.log(shown(zero, ''), shown(ofText, 'k'), shown(ofText, 'long'));
async function later(read: () => string) {
  await null;
  return read() === undefined ? 'nothing' : read();
}
later(() => 'abc'[7]).then((s) => console.log(s));
later(() => 'abc'[1]).then((s) => console.log(s));

// A variable that is declared before it is assigned what may not be there.
const lines = ['p', 'q'];
let line: string;
let row = 0;
while ((line = lines[row++]) !== undefined) console.log(line);
function last(list: { value: number }[]) {
  let i = 0;
  let item: { value: number };
  let sum = 0;
  while ((item = list[i++])) sum += item.value;
  let n: number;
  for (i = 0; (n = [1, 2, 0, 4][i]) !== undefined; i++) sum += n;
  return sum;
}
console.log(last([{ value: 10 }, { value: 20 }]));

// What a function keeps before it gives it.
class Kept<T> implements Stream<T> {
  private i = 0;
  constructor(private readonly items: T[]) {}
  peek(): T {
    const item = this.items[this.i];
    return item;
  }
  next(): T {
    const item = this.items[this.i];
    this.i++;
    return item;
  }
}
console.log(all(new Kept(['k', 'l'])), all(new Kept([1.5, 2])));
const letters = {
  text: 'xy',
  i: 0,
  next() {
    const c = this.text[this.i];
    this.i += 1;
    return c;
  },
};
for (let c = letters.next(); c; c = letters.next()) console.log(c);
const names = ['a'];
function topName() {
  return names[names.length - 1];
}
const holder = { topName, other: topName };
const run = (f: typeof topName) => (f() === undefined ? 'none' : f());
console.log(run(topName), holder.other().length, holder.topName() + 1);
names.pop();
console.log(run(topName), run(() => 'x'), holder.topName() === undefined, holder.other() ?? 'none');
