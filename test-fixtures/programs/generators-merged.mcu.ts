// Loops over generators that nobody else has: each becomes the generator's body, with the loop's in the place of a yield.
function* count(from: int, to: int): Generator<int> {
  for (let i: int = from; i < to; i++) yield i;
}
function sum(limit: int): int {
  let total: int = 0;
  for (const x of count(0, limit)) {
    if (x === 3) continue;
    total += x;
  }
  return total;
}
console.log(sum(10), sum(0), sum(-1), sum(1));

// Left early: by break, by return, by an outer loop's label.
function* naturals() {
  let n = 0;
  while (true) {
    yield n;
    n++;
  }
}
function firstSquareAbove(limit: number): number {
  for (const n of naturals()) if (n * n > limit) return n;
  return -1;
}
function broken(): string {
  let text = '';
  for (const n of naturals()) {
    if (n === 4) break;
    text += n;
  }
  return text;
}
function nested(): string {
  const text: string[] = [];
  outer: for (const a of count(0, 5)) {
    for (const b of count(a, 5)) {
      if (b === 4) continue outer;
      if (a === 3) break outer;
      text.push(`${a}${b}`);
    }
  }
  return text.join(' ');
}
console.log(firstSquareAbove(50), broken(), nested());

// Several places that yield, in branches, loops, and one behind the other; values live across them.
function* mixed(limit: int): Generator<string> {
  const head = `<${limit}`;
  yield head;
  for (let i: int = 0; i < limit; i++) {
    if (i % 3 === 0) {
      yield `fizz${i}`;
      continue;
    }
    const square = i * i;
    if (i % 2) yield `${square}`;
    else if (i > 6) return;
  }
  yield `${head}>`;
}
function gathered(limit: int): string {
  let text = '';
  let n: int = 0;
  for (const part of mixed(limit)) {
    n++;
    if (part.length > 5) continue;
    text += `${n}:${part};`;
  }
  return text + n;
}
console.log(gathered(0), gathered(4), gathered(20));
function* pairs(): Generator<int> {
  let a: int = 0;
  let b: int = 1;
  while (a < 60) {
    yield a;
    yield b;
    a += b;
    b += a;
  }
}
let fibonacci = '';
function writeFibonacci() {
  for (const x of pairs()) fibonacci += ` ${x}`;
}
writeFibonacci();
console.log(fibonacci);

// One generator over another; objects that yield; what is yielded is changed by the loop.
function* taken(source: Generator<int>, most: int): Generator<int> {
  if (most <= 0) return;
  let left: int = most;
  for (const x of source) {
    yield x;
    if (--left === 0) return;
  }
}
function* mapped(source: Generator<int>, change: (x: int) => int): Generator<int> {
  for (const x of source) yield change(x);
}
function piped(): int {
  let result: int = 0;
  for (const x of mapped(taken(count(5, 100), 4), (x) => x * x)) result = result * 2 + x;
  return result;
}
console.log(piped());
class Grid {
  constructor(readonly width: int, readonly height: int) {}
  *cells(): Generator<{ x: int; y: int }> {
    for (let y: int = 0; y < this.height; y++) for (let x: int = 0; x < this.width; x++) yield { x, y };
  }
  *[Symbol.iterator](): Generator<int> {
    for (const { x, y } of this.cells()) yield x + y * this.width;
  }
}
function area(grid: Grid): int {
  let result: int = 0;
  for (const cell of grid) result += cell + 1;
  for (const { x } of grid.cells()) result += x;
  return result;
}
console.log(area(new Grid(3, 4)), area(new Grid(0, 4)));

// Errors: of the body, of the loop, with its generator left behind; each time anew.
function* failing(at: int): Generator<int> {
  for (let i: int = 0; ; i++) {
    if (i === at) throw new Error(`at ${i}`);
    yield i;
  }
}
function caught(at: int, own: int): string {
  let text = '';
  try {
    for (const x of failing(at)) {
      text += x;
      if (x === own) throw new Error(`own ${x}`);
    }
  } catch (error) {
    text += (error as Error).message;
  }
  return text;
}
console.log(caught(2, 5), caught(5, 2), caught(0, 0));
let closed = 0;
function* minding(): Generator<int> {
  try {
    yield 1;
    yield 2;
  } finally {
    closed++;
  }
}
function leave(): int {
  for (const x of minding()) if (x === 1) break;
  for (const x of minding()) if (x === 1) return x;
  return 0;
}
console.log(leave(), closed);

// What is sent and returned; asked step by step.
function* running(): Generator<number, string, number> {
  let total = 0;
  for (let i = 0; i < 3; i++) total += yield total;
  return `total ${total}`;
}
function asked(): string {
  const steps = running();
  let step = steps.next();
  let text = '';
  let i = 1;
  while (!step.done) {
    text += `${step.value},`;
    step = steps.next(i++);
  }
  return text + step.value;
}
function polled(): number {
  const numbers = count(3, 6);
  let result = 0;
  while (true) {
    const { value, done } = numbers.next();
    if (done) break;
    result = result * 10 + value;
  }
  return result;
}
console.log(asked(), polled());

// Variables that a body and others share, a body that yields nothing on some ways, and one that goes over itself.
let shared = 0;
function* sharing(): Generator<number> {
  const add = (n: number) => {
    shared += n;
  };
  while (shared < 30) {
    add(7);
    if (shared % 2) yield shared;
  }
}
function share(): string {
  let text = '';
  for (const x of sharing()) {
    text += `${x} `;
    shared += 2;
  }
  return text;
}
console.log(share(), shared);
interface Tree {
  left?: Tree;
  right?: Tree;
  value: int;
}
function* walk(tree?: Tree): Generator<int> {
  if (!tree) return;
  for (const x of walk(tree.left)) yield x;
  yield tree.value;
  yield* walk(tree.right);
}
function inOrder(): string {
  let text = '';
  for (const x of walk({ value: 4, left: { value: 2, right: { value: 3 } }, right: { value: 9, left: { value: 7 } } }))
    text += ` ${x}`;
  return text;
}
console.log(inOrder());
async function waiting(): Promise<string> {
  let text = '';
  for (const x of count(0, 3)) {
    text += x;
    await undefined;
  }
  return text;
}
function* doubled(): Generator<int> {
  for (const x of count(1, 4)) {
    yield x;
    yield x + x;
  }
}
function twice(): string {
  let text = '';
  for (let round = 0; round < 2; round++) for (const x of doubled()) text += `${x}${round} `;
  return text;
}
console.log(twice());
waiting().then((text) => console.log(text));

// Numbers of which it is asked more than once whether they are integers, in copies of one loop.
{
  let logged = 0;
  function* untyped(n: number): Generator<number> {
    yield (n ^ 1) & 255;
    yield (n + 2) & 1023;
    yield (n ^ n) & 255;
    if ((n & 1) > 1) yield n;
    else logged = (logged * 5 + n) & 0xffffff;
  }
  const mixedUp = (p: number): number => {
    let sum = 0;
    for (let r = 0; r < 3; r++) {
      for (const x of untyped(p + r)) {
        for (let q = 0; q < 3; q++) sum = (sum + q + x) & 65535;
        sum = (sum * 3 + x) & 65535;
      }
    }
    return sum;
  };
  console.log(mixedUp(0), mixedUp(5), mixedUp(0.5), mixedUp(2 ** 31), logged);
}
