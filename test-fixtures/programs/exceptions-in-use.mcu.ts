// Errors of classes, nested and in closures, loops and labels.
class ValidationError extends Error {
  constructor(message: string, public readonly field: string) {
    super(message);
    this.name = 'ValidationError';
  }
}
class DbError extends Error {}
function validate(age: number): number {
  if (age < 0) throw new ValidationError('negative', 'age');
  if (age > 150) throw new DbError('too old');
  return age;
}
for (const age of [5, -1, 200]) {
  try {
    console.log(validate(age));
  } catch (e) {
    if (e instanceof ValidationError) console.log(e.name, e.field, e.message);
    else if (e instanceof DbError) console.log(e.name, e.message, e instanceof Error);
    else throw e;
  }
}
function f(): string {
  try {
    try {
      throw new Error('a');
    } finally {
      console.log('inner finally');
    }
  } catch (e) {
    return (e as Error).message;
  } finally {
    console.log('outer finally');
  }
}
console.log(f());
const results: string[] = [];
for (const x of [1, 2, 3, 4]) {
  try {
    if (x === 2) continue;
    if (x === 4) throw new RangeError(`bad ${x}`);
    results.push(`ok ${x}`);
  } catch (e) {
    results.push(String(e));
  } finally {
    results.push(`f${x}`);
  }
}
console.log(results.join());
function counter() {
  let count = 0;
  return {
    inc() {
      try {
        count++;
        if (count > 2) throw new Error('limit');
        return count;
      } catch {
        return -1;
      }
    },
    get: () => count,
  };
}
const c = counter();
console.log(c.inc(), c.inc(), c.inc(), c.get());
function parse(json: string): { ok: boolean; value?: number; error?: string } {
  try {
    const n = Number(json);
    if (Number.isNaN(n)) throw new SyntaxError(`not a number: ${json}`);
    return { ok: true, value: n };
  } catch (e) {
    return { ok: false, error: e instanceof Error ? e.message : String(e) };
  }
}
console.log(parse('12'), parse('zz'));
const e = new Error('with cause', { cause: new TypeError('root') });
console.log((e.cause as Error).message, e.cause instanceof TypeError);
try {
  try {
    throw 'one';
  } catch (x) {
    throw `${x} two`;
  }
} catch (y) {
  console.log(y);
}
function never(): never {
  throw new Error('never');
}
function pick(x: number | undefined): number {
  return x ?? never();
}
try {
  console.log(pick(3));
  console.log(pick(undefined));
} catch (err) {
  console.log((err as Error).message);
}
let depth = 0;
function recurse(n: number): number {
  depth++;
  try {
    return n <= 0 ? 0 : recurse(n - 1) + 1;
  } finally {
    depth--;
  }
}
console.log(recurse(10), depth);
switch (1 as number) {
  case 1:
    try {
      break;
    } finally {
      console.log('switch finally');
    }
  default:
    console.log('no');
}
label: {
  try {
    break label;
  } finally {
    console.log('label finally');
  }
}
console.log([1, 2, 3].map((x) => { try { if (x === 2) throw x; return x; } catch (y) { return (y as number) * 100; } }));
