// Maps: keys of each kind, order, chaining, what is found and what is not.
const ages = new Map<string, number>();
console.log(ages.size, ages.get('ann'), ages.has('ann'), ages.delete('ann'));
console.log(ages.set('ann', 31).set('bob', 27).set('cid', 44) === ages, ages.size);
ages.set('bob', 28);
console.log(ages.get('ann'), ages.get('bob'), ages.get('b' + 'ob'), ages.get('dora'));
for (const [name, age] of ages) console.log(name, age);
for (const entry of ages) console.log(entry[0], entry[1], entry.length);
for (const [name] of ages.entries()) console.log(name);
for (const [, age] of ages) console.log(age);
for (const name of ages.keys()) console.log(name);
for (const age of ages.values()) console.log(age);
ages.forEach((age, name) => console.log(`${name} is ${age}`));
ages.forEach((age) => console.log(age));
ages.forEach((age, name, map) => console.log(map.get(name) === age, map === ages));
console.log(ages.delete('bob'), ages.delete('bob'), ages.size, ages.has('bob'));
ages.set('bob', 1);
console.log([...ages.keys()], [...ages.values()], [...ages]);
ages.clear();
console.log(ages.size, [...ages], ages.has('ann'));
ages.set('x', 0);
console.log([...ages]);

const squares = new Map<int, int>();
for (let i: int = 0; i < 100; i++) squares.set(i * 7, i * i);
let sum: int = 0;
for (const [key, value] of squares) sum += key * value;
console.log(squares.size, sum, squares.get(70), squares.get(71), squares.get(693));

const numbers = new Map<number, string>([
  [0, 'zero'],
  [-0, 'minus zero'],
  [NaN, 'nan'],
  [1.5, 'one and a half'],
  [Infinity, 'infinite'],
  [1e300, 'large'],
]);
console.log(numbers.size, numbers.get(0), numbers.get(-0), numbers.get(0 / 0), numbers.get(1.5), numbers.get(1e300));
for (const key of numbers.keys()) console.log(key, 1 / key);
numbers.set(NaN, 'not a number');
console.log(numbers.get(NaN), numbers.get(-Infinity), numbers.size);

const flags = new Map([
  [true, 'yes'],
  [false, 'no'],
]);
console.log(flags.get(1 > 0), flags.get(1 < 0), flags.size);

class Point {
  constructor(
    public x: number,
    public y: number,
  ) {}
}
const origin = new Point(0, 0);
const names = new Map<Point, string>([[origin, 'origin']]);
console.log(names.get(origin), names.get(new Point(0, 0)), names.has(origin));
const shapes = new Map<string, Point>();
shapes.set('a', origin);
shapes.get('a')!.x = 5;
console.log(origin.x, shapes.get('a')?.y, shapes.get('b')?.y, shapes.get('b') === undefined);

const arrays = new Map<number[], string>();
const key = [1, 2];
arrays.set(key, 'mine');
console.log(arrays.get(key), arrays.get([1, 2]));
const functions = new Map<string, (x: number) => number>([
  ['double', (x) => x * 2],
  ['square', (x) => x * x],
]);
console.log(functions.get('double')!(21), functions.get('none') === undefined);

const counts = new Map<string, number>();
for (const word of 'the cat and the dog and the bird'.split(' ')) counts.set(word, (counts.get(word) ?? 0) + 1);
console.log([...counts].map(([word, count]) => `${word}:${count}`).join(' '));
const groups = new Map<number, string[]>();
for (const word of 'one two three four five six seven'.split(' ')) {
  const group = groups.get(word.length);
  if (group) group.push(word);
  else groups.set(word.length, [word]);
}
for (const [length, words] of groups) console.log(length, words);
const copy = new Map(counts);
copy.set('the', 0);
console.log(counts.get('the'), copy.get('the'), copy.size);
const sorted = [...counts.entries()].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
console.log(sorted);
console.log(new Map().size, new Map([]).size, new Map(null).size, new Map(undefined).size);
console.log(Array.from(counts.keys()), Array.from(counts.values(), (count) => count * 10), Array.from(counts).length);
console.log(Math.max(...counts.values()));
const nested = new Map<string, Map<string, number>>();
nested.set('a', new Map([['x', 1]]));
nested.get('a')!.set('y', 2);
for (const [outer, inner] of nested) for (const [k, v] of inner) console.log(outer, k, v);
