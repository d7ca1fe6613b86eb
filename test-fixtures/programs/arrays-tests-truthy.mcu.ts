const xs = [0, 1, 2, NaN, 3];
console.log(xs.filter((x) => x), xs.filter((x) => x % 2), xs.some((x) => x), xs.every((x) => x));
const words = ['', 'a', '', 'b'];
console.log(words.filter((w) => w), words.filter((w) => w.length), words.some((w) => w), words.findIndex((w) => w));
const maybe: (number | undefined)[] = [undefined, 0, 5];
console.log(maybe.filter((x) => x), maybe.find((x) => x), maybe.every((x) => x !== undefined));
const present = maybe.filter((x) => x !== undefined);
console.log(present.map((x) => x + 1), present.length);
const texts: (string | null)[] = ['x', null, 'yy'];
console.log(texts.filter((t) => t !== null).map((t) => t.length), texts.filter((t): t is string => t !== null).join());
const mixed: (number | string)[] = [1, 'a', 2, 'b'];
console.log(mixed.filter((x) => typeof x === 'string').map((s) => s.toUpperCase()), mixed.filter((x) => typeof x === 'number').reduce((a, b) => a + b, 0));
class Animal { constructor(readonly name: string) {} }
class Dog extends Animal { bark(): string { return `${this.name}!`; } }
const animals: Animal[] = [new Animal('cat'), new Dog('rex')];
console.log(animals.filter((a) => a instanceof Dog).map((d) => d.bark()), animals.find((a) => a instanceof Dog)?.bark());
console.log(xs.filter((_, i) => i % 2 === 0), xs.filter((x, i, all) => all.indexOf(x) === i));
