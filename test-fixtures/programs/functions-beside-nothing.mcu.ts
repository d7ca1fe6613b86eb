// Functions and methods that always give a value, or never, where there may be one.
const three = () => 3;
const orNull: () => number | null = three;
const orNot: () => number | undefined = three;
const anything: () => unknown = three;
console.log(orNull(), orNot(), anything(), three());
const text = () => 'abc'[1];
const textOrNull: () => string | null = text;
const texts: (() => string | undefined)[] = [text, () => 'abc'[9], () => undefined];
console.log(textOrNull(), texts.map((each) => each()?.length ?? 'none'));
const numbers: (() => null | number)[] = [() => null, () => 3];
console.log(numbers.map((each) => each()));
interface Source {
  peek(): string | null;
  item(): { a: number } | null;
}
class Always implements Source {
  peek() {
    return 'x';
  }
  item() {
    return { a: 1 };
  }
}
const sources: Source[] = [new Always(), { peek: () => 'q', item: () => null }];
for (const each of sources) console.log(each.peek(), each.item()?.a);
abstract class Base {
  abstract value(): number | undefined;
  abstract name(part?: string): string | undefined;
  shown() {
    const value = this.value();
    return `${value === undefined ? 'none' : value * 2} ${this.name('p')}`;
  }
}
class Five extends Base {
  value() {
    return 5;
  }
  name(part?: string) {
    return `five${part}`;
  }
}
class None extends Base {
  value() {
    return undefined;
  }
  name() {
    return undefined;
  }
}
class Beyond extends Base {
  value(): number | undefined {
    return [1][4];
  }
  name() {
    return 'beyond';
  }
}
console.log([new Five(), new None(), new Beyond()].map((each) => each.shown()));
console.log(new Five().value() + 1, new Five().name().length);
class Held {
  find: () => { a: number } | null = () => ({ a: 1 });
  count?: () => number;
}
const held = new Held();
console.log(held.find(), held.count?.());
held.find = () => null;
held.count = () => 8;
console.log(held.find()?.a, held.count() + 1);
