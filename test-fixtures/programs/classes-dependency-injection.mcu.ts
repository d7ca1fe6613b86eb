// Interfaces as dependencies, decorating objects, strategies, composites, chains of responsibility.
interface Notifier {
  send(to: string, text: string): string;
}
class Mail implements Notifier {
  send(to: string, text: string) {
    return `mail to ${to}: ${text}`;
  }
}
class Loud implements Notifier {
  constructor(private readonly inner: Notifier) {}
  send(to: string, text: string) {
    return this.inner.send(to, text.toUpperCase());
  }
}
class Twice implements Notifier {
  constructor(private readonly inner: Notifier) {}
  send(to: string, text: string) {
    return [1, 2].map((i) => this.inner.send(`${to}#${i}`, text)).join('; ');
  }
}
const silent: Notifier = { send: () => '' };
for (const notifier of [new Mail(), new Loud(new Mail()), new Twice(new Loud(new Mail())), silent])
  console.log(notifier.send('ada', 'hi'));

type Strategy = (price: number, amount: number) => number;
const strategies: { plain: Strategy; bulk: Strategy; gift: Strategy } = {
  plain: (price, amount) => price * amount,
  bulk: (price, amount) => price * amount * (amount > 10 ? 0.9 : 1),
  gift: () => 0,
};
const cost = (name: keyof typeof strategies, price: number, amount: number) => strategies[name](price, amount);
console.log(cost('plain', 2, 3), cost('bulk', 2, 20), cost('gift', 5, 5));

abstract class Handler {
  private next: Handler | null = null;
  then(next: Handler): Handler {
    this.next = next;
    return next;
  }
  handle(n: number): string {
    return this.accept(n) ?? this.next?.handle(n) ?? `nobody takes ${n}`;
  }
  protected abstract accept(n: number): string | undefined;
}
class Range_ extends Handler {
  constructor(
    private readonly name: string,
    private readonly from: number,
    private readonly to: number,
  ) {
    super();
  }
  protected accept(n: number) {
    return n >= this.from && n < this.to ? `${this.name} takes ${n}` : undefined;
  }
}
const chain = new Range_('small', 0, 10);
chain.then(new Range_('middle', 10, 100)).then(new Range_('large', 100, 1000));
for (const n of [5, 50, 500, 5000]) console.log(chain.handle(n));

interface Node_ {
  readonly name: string;
  size(): number;
}
class File_ implements Node_ {
  constructor(
    readonly name: string,
    private readonly bytes: number,
  ) {}
  size() {
    return this.bytes;
  }
}
class Folder implements Node_ {
  readonly children: Node_[] = [];
  constructor(readonly name: string) {}
  add(...nodes: Node_[]): this {
    this.children.push(...nodes);
    return this;
  }
  size(): number {
    return this.children.reduce((sum, child) => sum + child.size(), 0);
  }
  *walk(depth = 0): Generator<string> {
    yield `${'  '.repeat(depth)}${this.name}/ ${this.size()}`;
    for (const child of this.children) {
      if (child instanceof Folder) yield* child.walk(depth + 1);
      else yield `${'  '.repeat(depth + 1)}${child.name} ${child.size()}`;
    }
  }
}
const root = new Folder('root').add(new File_('a', 10), new Folder('sub').add(new File_('b', 5)), new Folder('empty'));
console.log([...root.walk()].join('\n'));
