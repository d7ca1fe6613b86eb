// Generic methods that classes have different ones of.
abstract class Seq<T> {
  abstract map<U>(f: (value: T) => U): Seq<U>;
  abstract fold<A>(start: A, f: (acc: A, value: T) => A): A;
  toArray(): T[] {
    return this.fold<T[]>([], (acc, value) => [...acc, value]);
  }
  join(separator = ','): string {
    return this.fold('', (acc, v) => (acc === '' ? `${v}` : `${acc}${separator}${v}`));
  }
}
class Cons<T> extends Seq<T> {
  constructor(
    readonly head: T,
    readonly tail: Seq<T>,
  ) {
    super();
  }
  map<U>(f: (value: T) => U): Seq<U> {
    return new Cons(f(this.head), this.tail.map(f));
  }
  fold<A>(start: A, f: (acc: A, value: T) => A): A {
    return this.tail.fold(f(start, this.head), f);
  }
}
class Nil<T> extends Seq<T> {
  map<U>(_f: (value: T) => U): Seq<U> {
    return new Nil<U>();
  }
  fold<A>(start: A, _f: (acc: A, value: T) => A): A {
    return start;
  }
}
const seq = <T>(...values: T[]): Seq<T> => values.reduceRight<Seq<T>>((tail, v) => new Cons(v, tail), new Nil<T>());
const numbers = seq(1, 2, 3);
console.log(numbers.map((n) => n * 1.5).join(), numbers.map((n) => `<${n}>`).join(' '), numbers.toArray());
console.log(numbers.fold(0, (a, b) => a + b), seq<string>().join(), seq('a', 'b').map((s) => s.length).toArray());

// With a method that is there already, and the parent's called.
class Loader {
  calls = 0;
  load<T>(key: string, make: () => T): T {
    this.calls++;
    return make();
  }
}
class Cache extends Loader {
  private last = '';
  override load<T>(key: string, make: () => T): T {
    if (key === this.last) console.log('again', key);
    this.last = key;
    return super.load(key, make);
  }
}
const loaders: Loader[] = [new Loader(), new Cache()];
for (const loader of loaders) {
  console.log(loader.load('a', () => 5), loader.load('a', () => 'text'), loader.calls);
}

// Of an interface.
interface Parser<T> {
  parse(input: string): T | undefined;
  map<U>(f: (value: T) => U): Parser<U>;
}
class DigitParser implements Parser<number> {
  parse(input: string) {
    const n = Number.parseInt(input, 10);
    return Number.isNaN(n) ? undefined : n;
  }
  map<U>(f: (value: number) => U): Parser<U> {
    return new MapParser(this, f);
  }
}
class MapParser<A, B> implements Parser<B> {
  constructor(
    private readonly inner: Parser<A>,
    private readonly f: (value: A) => B,
  ) {}
  parse(input: string) {
    const value = this.inner.parse(input);
    return value === undefined ? undefined : this.f(value);
  }
  map<C>(f: (value: B) => C): Parser<C> {
    return new MapParser(this, f);
  }
}
const digits: Parser<number> = new DigitParser();
const doubled = digits.map((n) => n * 2);
console.log(doubled.parse('21'), doubled.map((n) => `#${n}`).parse('4'), doubled.parse('x'));
