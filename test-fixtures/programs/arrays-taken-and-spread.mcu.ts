// Elements that are taken from the front, arrays that begin with another one's elements, and texts in texts.
class Job {
  constructor(readonly name: string, public left: number) {}
}

const queue: Job[] = [new Job('a', 3), new Job('b', 1), new Job('c', 2)];
let log = '';
while (queue.length > 0) {
  const job = queue.shift()!;
  job.left--;
  log += job.name;
  if (job.left > 0) queue.push(job);
}
console.log(log, queue.length, queue.shift());

const ints: int[] = [];
for (let i: int = 0; i < 11; i++) ints.push(i * i);
let sum: int = 0;
for (let i: int = 0; i < 6; i++) sum += ints.shift()! * (i + 1);
console.log(sum, ints, ints.length);
ints.push(7);
console.log(ints.shift(), ints.shift(), ints);

const numbers = [0.5, -0, 1e300, 4, NaN];
console.log(numbers.shift(), Object.is(numbers.shift(), -0), numbers);
numbers.push(2 ** 40);
console.log(numbers.shift(), numbers.shift(), numbers.shift(), numbers.shift(), numbers.shift(), numbers);

const floats: float[] = [0.25, 0.5, 0.75];
console.log(floats.shift(), floats);
const flags = [true, false, true, true];
console.log(flags.shift(), flags.shift(), flags);
const mixed: (string | number | undefined)[] = ['x', 1, undefined, 'y'];
console.log(mixed.shift(), mixed.shift(), mixed.shift(), mixed.shift(), mixed.shift(), mixed.length);

// Copies are others' arrays no more, whatever happens to either.
const copy = [...ints];
copy[0] = 1000;
copy.push(1);
ints.push(2);
console.log(ints, copy, [...ints, ...copy], [...copy, 5, ...ints]);
const jobs = [new Job('d', 1), new Job('e', 2)];
const others = [...jobs, new Job('f', 3)];
others[0]!.left = 9;
others.shift();
console.log(jobs.map(({ name, left }) => name + left).join(), others.map((job) => job.name).join());
console.log([...flags], [...numbers, 1], [...floats, 0.125], [...mixed], [...new Uint8Array([1, 2, 255])]);
const empty: string[] = [];
console.log([...empty], [...empty, 'last'], [...'héllo'], [...[...['p', 'q']]]);
const grown = [...empty];
for (let i = 0; i < 20; i++) grown.push(`${i}`);
console.log(grown.join(' '), [...grown].slice(3, 6), grown.slice(-3, -1), grown.slice(5, 2), grown.slice(18, 90));
const made: number[] = [...new Array<number>(3).fill(4)];
made.push(5);
console.log(made, [...new Set(made)], [...made.entries()].length);

// Garbage comes and goes while arrays are made.
let total = 0;
for (let i = 0; i < 3000; i++) {
  const row = new Array<number>(1 + (i % 37)).fill(i);
  const again = [...row, i];
  total += again.slice(0, 2)[1]! + again.length;
}
console.log(total);

const text = 'the quick brown fox, the lazy dog; and ünïcode: the end';
const places: number[] = [];
for (let at = text.indexOf('the'); at >= 0; at = text.indexOf('the', at + 1)) places.push(at);
console.log(places, text.indexOf(''), text.indexOf('', 99), text.indexOf('d'), text.indexOf('dog;'), text.indexOf('dot'));
console.log(text.indexOf('ü'), text.indexOf('end'), text.indexOf('ends'), text.indexOf(text), text.indexOf('x', 19), 'ž'.indexOf('z'));
console.log(text.split(' ').length, 'a,b,,c'.split(','), 'abc'.split(''), 'abc'.split('', 2), 'abc'.split('', 0), ''.split(''));
