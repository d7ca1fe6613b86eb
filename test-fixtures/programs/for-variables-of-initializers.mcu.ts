// A function that the initializer of a loop makes keeps the variables from before the first round.

let read = (): number => 0;
let write = (_: number): void => {};

function keep(reader: () => number, writer: (n: number) => void): number {
  read = reader;
  write = writer;
  return 0;
}

const tests: (() => number)[] = [];

function test(reader: () => number, result: boolean): boolean {
  tests.push(reader);
  return result;
}

for (let i = 7, none = keep(() => i, (n) => { i = n; }); test(() => i, false); i++) console.log('never', none);
write(9);
console.log(read(), tests.map((f) => f()));

const bodies: (() => number)[] = [];
for (let i = 0, first = () => i, add = () => { i += 10; }; i < 3; i++) {
  add();
  bodies.push(() => i * 100 + first());
  if (i === 1) add();
}
console.log(bodies.map((f) => f()));

// What the initializer calls at once changes the loop's own variable.
for (let i = 0, start = (() => { i = 2; return i; })(); i < 4; i++) console.log(i, start);

// Functions in objects, and several variables.
const views: { get(): string }[] = [];
for (let a = 1, b = 'x', view = { get: () => `${a}${b}` }; a < 4; a++, b += 'y') views.push(view, { get: () => `${a}${b}` });
console.log(views.map((view) => view.get()).join());

// Variables of patterns are each round's own, too.
const sums: (() => number)[] = [];
for (let { x, y: [y] } = { x: 0, y: [10] }; x < 3; x++, y += 10) sums.push(() => x + y);
for (let [a, b = 5, ...rest]: (number | undefined)[] = [1, undefined, 2, 3]; a! < 3; a!++, rest = [...rest, 4]) sums.push(() => a! * 100 + b + rest.length * 10);
console.log(sums.map((f) => f()));
