// Objects of generic types as ones of other types: what they hold is kept as a value that says itself what it is.
class Box<T> {
  constructor(public value: T) {}
  map<U>(f: (x: T) => U): Box<U> {
    return new Box(f(this.value));
  }
  get(): T {
    return this.value;
  }
}
const boxes: Box<unknown>[] = [new Box(1), new Box('a'), new Box(true)];
for (const b of boxes) console.log(b.value, b.get());
const five = new Box(5);
function showBox(b: Box<unknown>): string {
  return String(b.value);
}
console.log(showBox(five), showBox(new Box('x')));
const list: Box<number | string>[] = [];
list.push(new Box<number | string>(1));
console.log(list.length);
function unwrapAll(bs: Box<any>[]): any[] {
  return bs.map((b) => b.get());
}
console.log(unwrapAll([five, new Box('q')]));
class Pile<T> {
  private items: T[] = [];
  push(x: T): this {
    this.items.push(x);
    return this;
  }
  pop(): T | undefined {
    return this.items.pop();
  }
  peek(): T {
    return this.items[this.items.length - 1]!;
  }
  get size() {
    return this.items.length;
  }
  map<U>(f: (x: T) => U): U[] {
    return this.items.map(f);
  }
  toArray(): T[] {
    return [...this.items];
  }
  *[Symbol.iterator]() {
    yield* this.items;
  }
}
const ns = new Pile<number>().push(1).push(2),
  ss = new Pile<string>().push('a');
const piles: Pile<unknown>[] = [ns, ss];
for (const s of piles) console.log(s.size, s.peek(), s.toArray());
console.log(
  ns.peek() + 1,
  ns.map((x) => x * 2),
  ss.pop()!.toUpperCase(),
  ss.size,
);
let sum = 0;
for (const x of ns) sum += x;
console.log(sum, ns);
class Sorted<T extends number | string> {
  xs: T[] = [];
  add(x: T) {
    let i = 0;
    while (i < this.xs.length && this.xs[i]! < x) i++;
    this.xs.splice(i, 0, x);
    return this;
  }
  min(): T {
    return this.xs[0]!;
  }
}
const sn = new Sorted<number>().add(3).add(1).add(2);
const anyS: Sorted<any>[] = [sn, new Sorted<string>().add('b').add('a')];
console.log(
  anyS.map((s) => s.min()),
  sn.min() * 2,
  sn.xs,
);
interface Container<T> {
  get(): T;
  readonly label: string;
}
class Cell<T> implements Container<T> {
  constructor(
    private v: T,
    readonly label: string,
  ) {}
  get() {
    return this.v;
  }
  set(v: T) {
    this.v = v;
  }
}
const cn = new Cell(1, 'n'),
  cs = new Cell('x', 's');
const cells: Container<unknown>[] = [cn, cs];
console.log(cells.map((c) => `${c.label}=${c.get()}`));
const one: Container<number> = cn;
console.log(one.get() + 1);
cn.set(cn.get() + 5);
console.log(cells[0]!.get());
class Node2<T> {
  next: Node2<T> | null = null;
  constructor(public value: T) {}
}
class List<T> {
  head: Node2<T> | null = null;
  len = 0;
  add(v: T) {
    const n = new Node2(v);
    n.next = this.head;
    this.head = n;
    this.len++;
    return this;
  }
  each(f: (v: T, i: number) => void) {
    let i = 0;
    for (let n = this.head; n; n = n.next) f(n.value, i++);
  }
}
const li = new List<number>().add(1).add(2);
const lu: List<unknown> = li;
let out = '';
lu.each((v, i) => {
  out += `${i}:${v} `;
});
console.log(out);
let total = 0;
li.each((v) => {
  total += v;
});
console.log(total, li);
class Animal {
  constructor(public name: string) {}
}
class Dog extends Animal {
  bark() {
    return `${this.name}!`;
  }
}
class Pen<T extends Animal> {
  constructor(private a: T[]) {}
  first(): T {
    return this.a[0]!;
  }
  names() {
    return this.a.map((x) => x.name).join();
  }
}
const dp = new Pen([new Dog('Rex')]);
const ap: Pen<Animal> = dp;
console.log(ap.first().name, ap.names(), dp.first().bark());
class Emitter<E extends Record<string, unknown>> {
  private h = new Map<keyof E, ((p: any) => void)[]>();
  on<K extends keyof E>(k: K, f: (p: E[K]) => void) {
    const l = this.h.get(k) ?? [];
    l.push(f);
    this.h.set(k, l);
  }
  emit<K extends keyof E>(k: K, p: E[K]) {
    for (const f of this.h.get(k) ?? []) f(p);
  }
}
const em = new Emitter<{ a: number; b: string }>();
em.on('a', (n) => console.log('a', n + 1));
em.on('b', (s) => console.log('b', s.length));
em.emit('a', 1);
em.emit('b', 'xyz');
