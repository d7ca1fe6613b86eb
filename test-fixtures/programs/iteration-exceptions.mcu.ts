// An exception that leaves a loop has its generator or iterator return first.
function* gg(name: string) {
  try {
    yield 1;
    yield 2;
    yield 3;
  } finally {
    console.log('cleanup', name);
  }
}
try {
  for (const x of gg('a')) {
    if (x === 2) throw new Error('boom ' + x);
    console.log(x);
  }
} catch (e) {
  console.log((e as Error).message);
}
function f(limit: number): string {
  let total = 0;
  outer: for (const x of gg('o')) {
    for (const y of gg('i')) {
      total += y;
      if (y === 2) continue outer;
      if (x === limit) break outer;
      if (total > 100) return 'never';
    }
  }
  return 'total ' + total;
}
console.log(f(2), f(9));
function g() {
  for (const x of gg('g')) {
    try {
      if (x === 1) continue;
      return x;
    } finally {
      console.log('body finally', x);
    }
  }
  return 0;
}
console.log(g());
function h() {
  let seen = 0;
  try {
    for (const x of gg('h')) {
      seen = x;
      for (const y of [1, 2]) if (x === 2 && y === 2) throw new RangeError('deep');
    }
  } catch (e) {
    return seen + ' ' + (e as Error).name;
  }
  return 'none';
}
console.log(h());
class Res {
  open = 0;
  *[Symbol.iterator]() {
    this.open++;
    try {
      for (let i = 0; ; i++) yield i;
    } finally {
      this.open--;
    }
  }
}
const r = new Res();
try {
  for (const x of r) {
    if (x === 3) throw new TypeError('t');
  }
} catch (e) {
  console.log((e as Error).name, r.open);
}
for (const x of r) {
  if (x > 2) break;
}
console.log(r.open);
const fns: (() => number)[] = [];
for (const x of gg('c')) fns.push(() => x * 10);
console.log(fns.map((f) => f()));
class It {
  closed = 0;
  i = 0;
  [Symbol.iterator](): Iterator<number> {
    return {
      next: () => {
        if (this.i === 5) throw new Error('next failed');
        return { value: this.i++, done: false };
      },
      return: () => {
        this.closed++;
        throw new Error('return failed');
      },
    };
  }
}
const it = new It();
try {
  for (const x of it) if (x === 1) throw new Error('first');
} catch (e) {
  console.log((e as Error).message, it.closed);
}
try {
  for (const x of it) if (x === 3) break;
} catch (e) {
  console.log((e as Error).message, it.closed);
}
try {
  for (const x of it) console.log('x', x);
} catch (e) {
  console.log((e as Error).message, it.closed);
}
function* wrap(xs: Iterable<number>) {
  for (const x of xs) yield x * 2;
}
try {
  for (const x of wrap(gg('w'))) if (x === 4) throw new Error('outer');
} catch (e) {
  console.log((e as Error).message);
}
function* deleg() {
  yield* gg('d');
}
try {
  for (const x of deleg()) if (x === 2) throw new Error('deleg');
} catch (e) {
  console.log((e as Error).message);
}
const w = wrap(gg('manual'));
w.next();
console.log(w.return());
function* rethrow() {
  try {
    yield 1;
  } finally {
    throw new Error('from finally');
  }
}
try {
  for (const x of rethrow()) throw new Error('body ' + x);
} catch (e) {
  console.log((e as Error).message);
}
try {
  for (const x of rethrow()) break;
} catch (e) {
  console.log((e as Error).message);
}
function* nested() {
  for (const x of gg('n1')) {
    for (const y of gg('n2')) yield x * y;
  }
}
let count = 0;
for (const v of nested()) {
  count += v;
  if (count > 5) break;
}
console.log(count);
async function main() {
  let sum = 0;
  try {
    for (const x of gg('async')) {
      await null;
      sum += x;
      if (x === 2) throw new Error('later');
    }
  } catch (e) {
    console.log((e as Error).message, sum);
  }
}
main();
const [p] = gg('pattern');
console.log(p);
const [...all] = gg('rest');
console.log(all);
class Acc {
  total = 0;
  add(xs: Iterable<number>) {
    for (const x of xs) {
      this.total += x;
      if (x === 2) throw new Error('two');
    }
  }
}
const acc = new Acc();
try {
  acc.add(gg('this'));
} catch {
  console.log(acc.total);
}
acc.add([5, 6]);
console.log(acc.total);
