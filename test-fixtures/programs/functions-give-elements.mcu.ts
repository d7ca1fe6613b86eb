// Functions and getters that give elements, which may not be there: where the call asks, that is undefined.
const src = 'ab1';
let pos = 0;
const peek = (): string => src[pos];
function isDigit(c: string): boolean {
  return c >= '0' && c <= '9';
}
function isAlpha(c: string) {
  return c >= 'a' && c <= 'z';
}
const isAlnum = (c: string) => isDigit(c) || isAlpha(c);
while (isAlnum(peek())) pos++;
console.log(pos);
console.log(isDigit(src[7]), isDigit(src[2]), isAlnum(src[-1]), isAlnum(src[0]));
let k = 0;
while (isAlpha(src[k])) k++;
while (isDigit(src[k])) k++;
console.log(k, 'abc'.includes(src[5]), 'abc'.indexOf(src[1]), 'undefined'.includes(src[9]));
switch (peek()) {
  case 'a':
    console.log('a');
    break;
  default:
    console.log('none');
}
// getters
class Scanner {
  private i = 0;
  constructor(
    private text: string,
    private marks: number[] = [],
  ) {}
  get current(): string {
    return this.text[this.i];
  }
  get atEnd(): boolean {
    return this.current === undefined;
  }
  get mark(): number {
    return this.marks[this.i];
  }
  advance(): string {
    return this.text[this.i++];
  }
  take(ok: (c: string) => boolean): string {
    let out = '';
    while (this.current !== undefined && ok(this.current)) out += this.advance();
    return out;
  }
}
const sc = new Scanner('foo42', [7]);
console.log(
  sc.take((c) => c >= 'a'),
  sc.take((c) => c >= '0' && c <= '9'),
  sc.atEnd,
  sc.current,
  sc.mark,
);
// overriding
class Base {
  protected s = 'ab';
  at(i: number): string {
    return this.s[i];
  }
}
class Loud extends Base {
  at(i: number): string {
    return super.at(i) ?? '!';
  }
}
const both: Base[] = [new Base(), new Loud()];
for (const b of both) console.log(b.at(1), b.at(0) === 'a');
console.log(new Loud().at(9));
// try inside
function safe(xs: string[], i: number): string {
  try {
    return xs[i];
  } finally {
    count++;
  }
}
let count = 0;
console.log(safe(['a'], 3), safe(['a'], 0), count);
if (safe(['q'], 1) === undefined) console.log('none');
// generic
function first<T>(xs: T[]): T {
  return xs[0];
}
function last<T>(xs: readonly T[]): T {
  return xs[xs.length - 1];
}
console.log(first<string>([]), last<number>([]), first([3]), last(['x', 'y']));
console.log(first<number>([]) === undefined);
// recursion
function nth(xs: string[], i: number): string {
  return i > 10 ? nth(xs, i - 10) : xs[i];
}
console.log(nth(['a', 'b'], 11), nth(['a'], 15));
// closures
const makeReader = (s: string) => {
  let p = 0;
  return { peek: () => s[p], next: () => s[p++], more: () => p < s.length };
};
const reader = makeReader('xy');
while (reader.more()) console.log(reader.next());

// dictionary
const names: Record<string, string> = { a: 'alpha' };
const nameOf = (k: string): string => names[k];
console.log(nameOf('a'), nameOf('zz'), nameOf('q') || 'unknown');
// Map non-null
const m = new Map<string, number>([['a', 1]]);
const got = (k: string): number => m.get(k)!;
console.log(got('a'), got('b'), got('b') === undefined);
class Queue<T> {
  private q: T[] = [];
  push(x: T) {
    this.q.push(x);
    return this;
  }
  pop(): T {
    return this.q.shift()!;
  }
  front(): T {
    return this.q[0];
  }
}
const qq = new Queue<number>().push(1);
console.log(qq.front(), qq.pop(), qq.pop(), qq.front());
const qs = new Queue<{ id: number }>();
console.log(qs.front() ? 'full' : 'empty', qs.pop()?.id);
