// Objects with an index signature: read, written, looked up, deleted from, gone over, printed.
const ages: Record<string, number> = { ann: 31, 'bob b': 27 };
ages.cid = 44;
ages['dora'] = 5;
console.log(ages, ages.ann, ages['bob b'], ages['c' + 'id']);
console.log(ages.nobody, ages['nobody'] === undefined, ages.nobody ?? -1, ages.nobody || 'none');
console.log('ann' in ages, 'nobody' in ages, !ages.nobody, typeof ages.nobody, typeof ages.ann);
ages.ann += 1;
ages.ann++;
ages['cid'] *= 2;
console.log(ages.ann, ages.cid);
delete ages.ann;
console.log(delete ages['dora'], delete ages['nobody'], ages);
ages.ann = 1;
console.log(ages);

const counts: { [word: string]: number } = {};
for (const word of 'the cat and the dog and the bird'.split(' ')) counts[word] = (counts[word] || 0) + 1;
console.log(counts);
const counts2: { [word: string]: number } = {};
for (const word of ['a', 'b', 'a']) {
  if (counts2[word]) counts2[word]++;
  else counts2[word] = 1;
}
console.log(counts2);
const groups: Record<string, string[]> = {};
for (const word of ['apple', 'avocado', 'banana', 'blueberry', 'cherry']) {
  const first = word[0]!;
  (groups[first] ??= []).push(word);
}
console.log(groups);
for (const word of ['x', 'y']) {
  if (!(word in groups)) groups[word] = [];
  groups[word]!.push(word + word);
}
console.log(groups);

const numbered: Record<number, string> = { 3: 'three', 1: 'one' };
numbered[2] = 'two';
console.log(numbered, numbered[1], numbered[9] ?? 'nine');
const mixed: Record<string, number> = { b: 1, '10': 2, a: 3, '9': 4, '01': 5, '-1': 6, '1.5': 7 };
console.log(mixed);
mixed['0'] = 8;
console.log(mixed);

const key = 'dynamic';
const made: Record<string, boolean> = { [key]: true, [`${key}2`]: false, plain: true };
console.log(made, made[key]);
const copy: Record<string, boolean> = { ...made, plain: false, more: true };
console.log(copy, made.plain);

interface Settings {
  [name: string]: string;
}
const settings: Settings = { color: 'red', size: 'large' };
function describe(all: Settings): string {
  return `${all.color} ${all.size} ${all.other ?? 'no other'}`;
}
console.log(describe(settings), settings);

const handlers: Record<string, (x: number) => number> = { twice: (x) => x * 2, square: (x) => x * x };
console.log(handlers.twice!(4), handlers['square']!(5), handlers.twice(6));
const anything: { [key: string]: unknown } = { n: 1, s: 'text', list: [1, 2], nothing: null };
console.log(anything, anything.n, anything.missing);
const maybe: Record<string, number | undefined> = { a: 1, b: undefined };
console.log(maybe, maybe.a, maybe.b, maybe.c, 'b' in maybe);
const nested: Record<string, Record<string, number>> = { a: { x: 1 }, b: {} };
nested.b!.y = 2;
nested.c = { z: 3 };
console.log(nested, nested.a?.x, nested.q?.x);
class Registry {
  private items: { [id: string]: { name: string } } = {};
  add(id: string, name: string): this {
    this.items[id] = { name };
    return this;
  }
  name(id: string): string {
    const item = this.items[id];
    return item ? item.name : 'unknown';
  }
}
console.log(new Registry().add('1', 'first').name('1'));
const cache: Record<number, number> = {};
function fibonacci(n: number): number {
  if (n < 2) return n;
  return (cache[n] ??= fibonacci(n - 1) + fibonacci(n - 2));
}
console.log(fibonacci(50));
console.log([{ ages }], { a: { b: { c: ages } } }, new Map([['k', ages]]));
