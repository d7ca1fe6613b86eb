// What a call or a new object is made of follows from what is wanted of it, where that is more general.
class Box<T> {
  constructor(readonly value: T) {}
  map<U>(f: (value: T) => U): Box<U> {
    return new Box(f(this.value));
  }
}
const either: Box<number | string> = new Box(3);
console.log(either.value, either.map((value) => typeof value).value, new Box(4).value + 1);
const boxes: Box<unknown>[] = [new Box(1), new Box('a'), new Box(null)];
console.log(boxes.map((box) => box.value));

interface Expression<T> {
  evaluate(): T;
}
class Literal<T> implements Expression<T> {
  constructor(private readonly value: T) {}
  evaluate(): T {
    return this.value;
  }
}
const expressions: Expression<unknown>[] = [new Literal(1), new Literal('x'), new Literal([true])];
console.log(expressions.map((each) => each.evaluate()));

abstract class Option<T> {
  abstract get(): T | undefined;
}
class Some<T> extends Option<T> {
  constructor(private readonly value: T) {
    super();
  }
  get(): T {
    return this.value;
  }
}
const sign = (x: number): Option<number | string> => (x > 0 ? new Some(x) : new Some('negative'));
console.log(sign(1).get(), sign(-1).get());

type Result<T> = { ok: true; value: T } | { ok: false; error: string };
const success = <T>(value: T): Result<T> => ({ ok: true, value });
const results: Result<unknown>[] = [success(1), success('s'), { ok: false, error: 'e' }];
console.log(results.map((each) => (each.ok ? each.value : each.error)));
const numeric: Result<number> = success(2);
console.log(numeric.ok && numeric.value + 1);

type Parser<T> = (text: string) => T | undefined;
const map = <A, B>(parser: Parser<A>, f: (value: A) => B): Parser<B> => (text) => {
  const found = parser(text);
  return found === undefined ? undefined : f(found);
};
const word = (wanted: string): Parser<string> => (text) => (text === wanted ? wanted : undefined);
type Data = null | boolean | string;
const parsers: Parser<Data>[] = [map(word('null'), () => null), map(word('true'), () => true), word('text')];
for (const text of ['null', 'true', 'text', 'none'])
  console.log(text, parsers.map((parser) => parser(text)).find((value) => value !== undefined));

function wrap<T>(value: T): { value: T } {
  return { value };
}
const anything: { value: unknown } = wrap(5);
const perhaps: { value: number | undefined } = wrap(6);
console.log(anything.value, perhaps.value! + 1, wrap(7).value + 1);
