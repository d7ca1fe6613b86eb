// Code for all types that asks what it has got, as assertions of tests do.
function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((each, i) => equal(each, b[i]));
  return false;
}
interface Matchers<T> {
  toBe(expected: T): void;
  toEqual(expected: unknown): void;
  toContain(part: unknown): void;
  toThrow(message?: string): void;
  toBeGreaterThan(limit: number): void;
}
class Failure extends Error {}
function expect<T>(actual: T): Matchers<T> {
  const check = (holds: boolean, what: string) => {
    if (!holds) throw new Failure(`expected ${JSON.stringify(actual) ?? 'a function'} ${what}`);
  };
  return {
    toBe: (expected) => check(Object.is(actual, expected), `to be ${JSON.stringify(expected)}`),
    toEqual: (expected) => check(equal(actual, expected), `to equal ${JSON.stringify(expected)}`),
    toContain(part) {
      const has =
        typeof actual === 'string' ? actual.includes(part as string) : (actual as unknown as unknown[]).includes(part);
      check(has, `to contain ${JSON.stringify(part)}`);
    },
    toThrow(message) {
      try {
        (actual as unknown as () => void)();
      } catch (error) {
        check(message === undefined || (error as Error).message.includes(message), `to throw ${message}`);
        return;
      }
      throw new Failure('expected a function to throw');
    },
    toBeGreaterThan: (limit) => check((actual as unknown as number) > limit, `to be more than ${limit}`),
  };
}
function test(name: string, body: () => void): void {
  try {
    body();
    console.log('passed', name);
  } catch (error) {
    console.log('failed', name, error instanceof Failure ? error.message : String(error));
  }
}
test('numbers', () => expect(1 + 2).toBe(3));
test('more', () => expect(4).toBeGreaterThan(5));
test('arrays', () => {
  expect([1, [2, 3]]).toEqual([1, [2, 3]]);
  expect(['a', 'b']).toContain('b');
  expect([1, 2]).toContain(3);
});
test('texts', () => {
  expect('hello').toContain('ell');
  expect('hello').toBe('hallo');
});
test('errors', () => {
  expect(() => {
    throw new RangeError('out of range');
  }).toThrow('range');
  expect(() => 1).toThrow();
});

// What is of another type after all.
function seen<T>(value: T): string {
  if (typeof value === 'string') return `text of ${value.length}`;
  if (typeof value === 'number') return `number ${value.toFixed(1)}`;
  if (Array.isArray(value)) return `${value.length} elements`;
  return typeof value === 'boolean' && value ? 'true' : 'something else';
}
console.log(seen('abc'), seen(2), seen([1, 2]), seen(true), seen({ a: 1 }));
function asNumber<T>(value: T): number {
  return value as unknown as number;
}
console.log(asNumber(3) + 1);

// Null that comes from anywhere.
const from: Record<string, string | null> = { a: null, b: 'a', c: 'b' };
function trace(start: string): string {
  const seen: string[] = [];
  for (let at: string | null = start; at; at = from[at] ?? null) seen.unshift(at);
  return seen.join('>');
}
console.log(trace('c'), trace('x'));
let held: string | null = 'x';
const nothing: any = null;
console.log((held = nothing), held);

// Elements that are not there, in variables that may be undefined.
interface Branch {
  readonly below: Record<string, Branch>;
  readonly value: number;
}
const root: Branch = { below: { a: { below: { b: { below: {}, value: 2 } }, value: 1 } }, value: 0 };
function find(path: string): number | string {
  let branch: Branch | undefined = root;
  for (const step of path) {
    branch = branch.below[step];
    if (!branch) return `nothing at ${step}`;
  }
  return branch.value;
}
console.log(find('a'), find('ab'), find('ac'), find('x'));
const words = ['one', 'two'];
let word: string | undefined;
let at = 0;
while ((word = words[at++])) console.log(word);
word = words[7];
console.log(word, word === undefined);
try {
  word = words[8];
  console.log(word.length);
} catch (error) {
  console.log(error instanceof TypeError);
}

// Functions that interfaces call methods, as values.
interface Sink {
  next(value: number): void;
  done(): void;
}
function through(sink: Sink): Sink {
  return { next: (value) => sink.next(value + 1), done: sink.done };
}
const printing: Sink = { next: (value) => console.log('next', value), done: () => console.log('done') };
const outer = through(through(printing));
outer.next(1);
outer.done();

// Classes with the same members.
abstract class Maybe<T> {
  abstract isThere(): this is There<T>;
  keep(holds: (value: T) => boolean): Maybe<T> {
    return this.isThere() && holds(this.value) ? this : new Gone<T>();
  }
}
class There<T> extends Maybe<T> {
  constructor(readonly value: T) {
    super();
  }
  isThere(): this is There<T> {
    return true;
  }
}
class Gone<T> extends Maybe<T> {
  isThere(): this is There<T> {
    return false;
  }
}
console.log(new There(3).keep((n) => n > 2).isThere(), new There(3).keep((n) => n > 5).isThere());

// Comparisons and classes that only code for all types asks for.
class Check<T> {
  constructor(private readonly actual: T) {}
  get isTrue(): boolean {
    return (this.actual as unknown) === true;
  }
  is(type: new (...args: any[]) => object): boolean {
    return this.actual instanceof type;
  }
  equals(other: unknown): boolean {
    return this.actual === other;
  }
}
const date = new Failure('late');
console.log(new Check(5).isTrue, new Check(true).isTrue, new Check([1]).isTrue, new Check(new Map()).isTrue);
console.log(new Check(5).is(Failure), new Check(date).is(Failure), new Check('x').is(Failure), new Check([1]).is(Failure));
console.log(new Check(5).equals(5), new Check(5).equals('5'), new Check(date).equals(date), new Check(date).equals(true));
function nested([a, [b = 6] = []]: [number?, number[]?] = []): (number | undefined)[] {
  return [a, b];
}
console.log(nested(), nested([1]), nested([1, [2]]));
