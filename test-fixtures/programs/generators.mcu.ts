// Generators.
function* count(to: number): Generator<number> {
  for (let i = 1; i <= to; i++) yield i;
}
for (const n of count(3)) console.log(n);
console.log([...count(4)]);
const g = count(2);
console.log(g.next(), g.next(), g.next(), g.next());
function* words() {
  const got: string = yield 'a';
  console.log('got', got);
  yield `b${got}`;
  return 7;
}
const w = words();
console.log(w.next().value);
console.log(w.next('sent').value);
console.log(w.next());
function* fibonacci() {
  let [a, b] = [0, 1];
  for (;;) {
    yield a;
    [a, b] = [b, a + b];
  }
}
let sum = 0;
for (const f of fibonacci()) {
  if (f > 100) break;
  sum += f;
}
console.log(sum);
function* nested(): Generator<string> {
  yield 'start';
  yield* ['x', 'y'];
  yield* inner();
  yield 'end';
}
function* inner(): Generator<string> {
  yield 'in1';
  yield 'in2';
}
console.log([...nested()].join(' '));
function* guarded(): Generator<number> {
  try {
    yield 1;
    yield 2;
  } finally {
    console.log('closed');
  }
}
for (const n of guarded()) {
  console.log(n);
  break;
}
for (const n of guarded()) console.log('all', n);
const r = guarded();
console.log(r.next().value, r.return(9), r.next());
function* catching(): Generator<string> {
  for (;;) {
    try {
      yield 'ok';
    } catch (e) {
      yield `caught ${(e as Error).message}`;
    }
  }
}
const c = catching();
console.log(c.next().value, c.throw(new Error('thrown')).value, c.next().value);
class Tree {
  constructor(
    readonly value: number,
    readonly left: Tree | undefined = undefined,
    readonly right: Tree | undefined = undefined,
  ) {}
  *walk(): Generator<number> {
    if (this.left) yield* this.left.walk();
    yield this.value;
    if (this.right) yield* this.right.walk();
  }
}
const tree = new Tree(4, new Tree(2, new Tree(1), new Tree(3)), new Tree(6, new Tree(5)));
console.log([...tree.walk()]);
function* failing(): Generator<number> {
  yield 1;
  throw new Error('inside');
}
const f = failing();
try {
  for (const n of f) console.log(n);
} catch (e) {
  console.log((e as Error).message, f.next().done);
}
function* empty(): Generator<number> {}
console.log([...empty()], empty().next());
const [first, second] = [...count(5)];
console.log(first, second);
