// Functions with type parameters as values: where a type wants one for all types.
const same = <T>(value: T): T => value;
function head<T>(list: T[]): T | undefined {
  return list[0];
}

let pass: <V>(value: V) => V = same;
console.log(pass(1) + 1, pass('a').length, pass(true), pass([1, 2]), pass({ a: 1 }).a);
pass = (value) => {
  console.log('passed', value);
  return value;
};
console.log(pass('x').toUpperCase(), pass(2.5) * 2);

// As a function of one type.
const increase: (n: number) => number = same;
console.log(increase(4), [1, 2].map(same), [[3], [4, 5]].map(head));

// With arrays, however they keep their elements.
const headOf: typeof head = head;
const numbers = [1.5, 2];
const texts = ['p', 'q'];
console.log(headOf(numbers), headOf(texts)?.length, headOf([]), headOf([{ a: 1 }])?.a);

type Transform = <T>(list: T[]) => T[];
const transforms: Record<string, Transform> = {
  same: (list) => list,
  reversed: (list) => {
    const result = [];
    for (const each of list) result.unshift(each);
    return result;
  },
  tail: <T>(list: T[]) => {
    const result: T[] = [];
    for (let i = 1; i < list.length; i++) result.push(list[i]!);
    return result;
  },
};
for (const name of Object.keys(transforms)) {
  const transform = transforms[name]!;
  console.log(name, transform(numbers), transform(texts), transform([true, false])[0]);
}
console.log(transforms.same!(numbers) === numbers);

// In interfaces, classes, arrays, parameters and results.
interface Tools {
  wrap: <T>(value: T) => T[];
  readonly count: number;
}
const tools: Tools = { wrap: (value) => [value], count: 1 };
console.log(tools.wrap(1), tools.wrap('s')[0]!.length, tools.count);

class Runner {
  run: <T>(action: () => T) => T = (action) => action();
}
console.log(
  new Runner().run(() => 7),
  new Runner().run(() => 'seven').length,
);

type Choose = <T>(a: T, b: T) => T;
const choices: Choose[] = [(a) => a, (_, b) => b, <T>(a: T, b: T) => a ?? b];
for (const choose of choices) console.log(choose(1, 2), choose('a', 'b').toUpperCase());

const count = (f: <T>(value: T) => T) => [f(1), f(2)].length + f('abc').length;
console.log(
  count(same),
  count((value) => value),
);

function pairs(): <T>(value: T) => [T, T] {
  return (value) => [value, value];
}
const pair = pairs();
console.log(pair(1), pair('b'));

class Animal {
  constructor(readonly name: string) {}
}
class Dog extends Animal {
  bark(): string {
    return `${this.name} barks`;
  }
}
const named: <T extends Animal>(animal: T) => T = (animal) => {
  console.log(animal.name);
  return animal;
};
console.log(named(new Dog('Rex')).bark());

// Methods with type parameters, of objects of literals and of classes.
interface Shown {
  show<T>(value: T): string;
}
class Quoted implements Shown {
  constructor(private readonly quote: string) {}
  show<T>(value: T): string {
    return this.quote + value + this.quote;
  }
}
const plain: Shown = {
  show(value) {
    return String(value);
  },
};
for (const each of [plain, new Quoted('|')]) console.log(each.show(1), each.show('z'), each.show(true));

interface Sequence<T> {
  map<U>(f: (value: T) => U): U[];
  size(): number;
}
const sequence = <T>(list: T[]): Sequence<T> => ({
  map(f) {
    return list.map(f);
  },
  size: () => list.length,
});
const three = sequence([1, 2, 3]);
console.log(
  three.map((n) => n * 2),
  three.map((n) => `n${n}`),
  three.size(),
);

// What gives functions that take what the parameter stands for.
let forEach = <T extends unknown[]>(rows: T[]) => (action: (...row: T) => void) => {
  for (const row of rows) action(...row);
};
const before = forEach;
forEach = (rows) => {
  console.log('rows');
  return before(rows);
};
forEach([[1, 2, 3], [2, 3, 6]])((a, b, c) => console.log(a! + b!, c));
forEach([['x', 2], ['y', 3]] as [string, number][])((text, n) => console.log(text.repeat(n)));
let visit = <T>(list: T[]) => (see: (value: T) => void) => list.forEach((each) => see(each));
visit = visit;
visit([1, 2])((n) => console.log(n + 1));
