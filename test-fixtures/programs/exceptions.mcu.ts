// throw, try, catch, finally.
function risky(n: number): number {
  if (n > 2) throw new Error(`too large: ${n}`);
  return n * 10;
}
function attempt(n: number): string {
  try {
    return `result ${risky(n)}`;
  } catch (error) {
    return error instanceof Error ? error.message : 'unknown';
  }
}
console.log(attempt(1), attempt(3));
let count = 0;
for (let i = 0; i < 6; i++) {
  try {
    if (i === 1) continue;
    if (i === 4) break;
    count += risky(i);
  } catch {
    count += 1000;
  } finally {
    count += 1;
  }
}
console.log(count);
function order(): string {
  let log = '';
  try {
    log += 'a';
    try {
      log += 'b';
      throw 'inner';
    } catch (e) {
      log += `c(${e})`;
      throw new TypeError('outer');
    } finally {
      log += 'd';
    }
  } catch (e) {
    log += `e(${(e as Error).name})`;
  } finally {
    log += 'f';
  }
  return log;
}
console.log(order());
function overriding(): number {
  try {
    return 1;
  } finally {
    // biome-ignore lint/correctness/noUnsafeFinally: this is what is tested
    return 2;
  }
}
console.log(overriding());
function late(): number {
  let x = 1;
  try {
    return x;
  } finally {
    x = 5;
  }
}
console.log(late());
function nested(depth: number): number {
  if (depth === 0) throw new RangeError('bottom');
  return nested(depth - 1) + 1;
}
try {
  nested(20);
} catch (e) {
  if (e instanceof RangeError) console.log('range', e.message, e.name, `${e}`);
}
class HttpError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
    this.name = 'HttpError';
  }
}
function fetchIt(status: number): string {
  if (status >= 400) throw new HttpError(status, 'failed');
  return 'ok';
}
for (const status of [200, 404, 500]) {
  try {
    console.log(fetchIt(status));
  } catch (e) {
    if (e instanceof HttpError && e.status === 404) console.log('not found', e.message, e instanceof Error);
    else if (e instanceof Error) console.log('other', e.toString());
  }
}
const thrown: unknown[] = [];
for (const value of [1, 'two', null, undefined, true]) {
  try {
    throw value;
  } catch (e) {
    thrown.push(e);
  }
}
console.log(thrown);
class Resource {
  open = 0;
  use(fail: boolean): number {
    this.open++;
    try {
      if (fail) throw new Error('in use');
      return this.open;
    } finally {
      this.open--;
    }
  }
}
const resource = new Resource();
console.log(resource.use(false), resource.open);
try {
  resource.use(true);
} catch (e) {
  console.log((e as Error).message, resource.open);
}
outer: for (let i = 0; i < 3; i++) {
  for (let j = 0; j < 3; j++) {
    try {
      if (j === 1) continue outer;
      if (i === 2) break outer;
      console.log(i, j);
    } finally {
      console.log('finally', i, j);
    }
  }
}
const withCause = new Error('outer', { cause: 'inner' });
console.log(withCause.cause, new Error().message === '', String(new Error()), String(new TypeError('t')));
function noValue(flag: boolean): void {
  try {
    if (flag) return;
    console.log('not returned');
  } finally {
    console.log('left');
  }
  console.log('after');
}
noValue(true);
noValue(false);
const fns: (() => number)[] = [];
for (let i = 0; i < 3; i++) {
  try {
    let k = i * 2;
    fns.push(() => k++);
    k += 10;
  } catch {
    console.log('never');
  }
}
console.log(fns.map((f) => f() + f()));
function optional(flag: number): string | undefined {
  try {
    if (flag === 0) return undefined;
    if (flag === 1) return 'one';
    throw 'x';
  } catch {
    return;
  }
}
console.log(optional(0), optional(1), optional(2));
