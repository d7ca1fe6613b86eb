// Generic containers with constraints, keyof and default type arguments.
interface HasId {
  id: number;
}
class Repository<T extends HasId> {
  protected items: T[] = [];
  add(...items: T[]): this {
    this.items.push(...items);
    return this;
  }
  find(id: T['id']): T | undefined {
    return this.items.find((item) => item.id === id);
  }
  where<K extends keyof T>(key: K, value: T[K]): T[] {
    return this.items.filter((item) => item[key] === value);
  }
  update(id: number, change: (item: T) => T): T {
    const index = this.items.findIndex((item) => item.id === id);
    if (index < 0) throw new Error(`no item ${id}`);
    return (this.items[index] = change(this.items[index]!));
  }
  get all(): readonly T[] {
    return this.items;
  }
}
interface User extends HasId {
  name: string;
  admin: boolean;
}
const users = new Repository<User>();
users.add({ id: 1, name: 'ada', admin: true }, { id: 2, name: 'bob', admin: false });
console.log(users.find(2)?.name, users.find(3), users.where('admin', true).length);
console.log(users.update(2, (u) => ({ id: u.id, name: u.name, admin: true })).admin, users.all);
class Stack<T = number> {
  #items: T[] = [];
  push(item: T) {
    this.#items.push(item);
    return this.#items.length;
  }
  pop(): T {
    const item = this.#items.pop();
    if (item === undefined) throw new Error('stack is empty');
    return item;
  }
  peek(): T | undefined {
    return this.#items[this.#items.length - 1];
  }
  isEmpty = () => this.#items.length === 0;
}
const stack = new Stack();
stack.push(1);
stack.push(2);
console.log(stack.pop(), stack.peek(), stack.isEmpty());
const texts = new Stack<string>();
try {
  texts.pop();
} catch (e) {
  console.log((e as Error).message);
}
function groupBy<T, K extends string | number>(items: T[], key: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const k = key(item);
    const group = groups.get(k);
    if (group) group.push(item);
    else groups.set(k, [item]);
  }
  return groups;
}
console.log(groupBy([1, 2, 3, 4, 5], (n) => (n % 2 ? 'odd' : 'even')));
const pluck = <T, K extends keyof T>(items: T[], key: K): T[K][] => items.map((item) => item[key]);
console.log(pluck([{ a: 1, b: 'x' }, { a: 2, b: 'y' }], 'b'));
function maxBy<T>(items: readonly T[], score: (item: T) => number): T | undefined {
  let best: T | undefined;
  let bestScore = -Infinity;
  for (const item of items) {
    const s = score(item);
    if (s > bestScore) [best, bestScore] = [item, s];
  }
  return best;
}
console.log(maxBy(['a', 'ccc', 'bb'], (s) => s.length), maxBy([], () => 0));
class Pair<A, B> {
  constructor(readonly first: A, readonly second: B) {}
  swap(): Pair<B, A> {
    return new Pair(this.second, this.first);
  }
  mapFirst<C>(f: (a: A) => C): Pair<C, B> {
    return new Pair(f(this.first), this.second);
  }
  static of<A, B>(a: A, b: B) {
    return new Pair(a, b);
  }
}
console.log(Pair.of(1, 'one').swap().mapFirst((s) => s.length));
