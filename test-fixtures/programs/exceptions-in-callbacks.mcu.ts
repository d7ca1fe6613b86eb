// Exceptions through callbacks of the library leave arrays and maps in order.
function attempt<T>(f: () => T): T | string {
  try {
    return f();
  } catch (e) {
    return `caught ${(e as Error).message}`;
  }
}
const xs = [5, 3, 8, 1];
const seen: number[] = [];
console.log(attempt(() => xs.map((x) => {
  seen.push(x);
  if (x === 8) throw new Error(`at ${x}`);
  return x * 2;
})), seen);
console.log(attempt(() => xs.sort(() => {
  throw new Error('compare');
})));
console.log([...xs].sort((a, b) => a - b));
console.log(attempt(() => xs.reduce((a, b) => {
  if (a > 10) throw new Error(`sum ${a}`);
  return a + b;
}, 0)));
const m = new Map([['a', 1], ['b', 2], ['c', 3]]);
console.log(attempt(() => m.forEach((v, k) => {
  if (v === 2) throw new Error(k);
  m.set(k, v * 10);
})), [...m]);
console.log(attempt(() => Array.from({ length: 3 }, (_, i) => {
  if (i === 2) throw new Error('from');
  return i;
})));
console.log(attempt(() => 'a-b'.replace('-', () => {
  throw new Error('replace');
})));
function* numbers(): Generator<number> {
  try {
    yield 1;
    yield 2;
  } finally {
    console.log('left');
  }
}
console.log(attempt(() => {
  for (const n of numbers()) if (n === 2) return n;
  return 0;
}));
console.log(attempt(() => {
  class Bad {
    constructor() {
      throw new Error('constructor');
    }
  }
  return typeof new Bad();
}));
console.log(xs.length, m.size);
