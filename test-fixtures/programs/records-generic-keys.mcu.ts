// Mapped types over type parameters: Record<K, V>, Pick, Partial, Required and types like them.
function group<T, K extends string>(items: T[], keyOf: (item: T) => K): Record<K, T[]> {
  const groups = {} as Record<K, T[]>;
  for (const item of items) (groups[keyOf(item)] ??= []).push(item);
  return groups;
}
const groups = group([1, 2, 3], (x) => (x % 2 ? 'odd' : 'even'));
console.log(groups, groups.odd, groups['even'].length);
console.log(group(['a', 'bb', 'cc'], (text) => String(text.length)));

function countBy<K extends string>(items: K[]): Record<K, number> {
  const counts = {} as Record<K, number>;
  for (const item of items) counts[item] = (counts[item] ?? 0) + 1;
  return counts;
}
console.log(countBy(['a', 'b', 'a']));

function pick<T, K extends keyof T>(object: T, keys: K[]): Pick<T, K> {
  const picked = {} as Pick<T, K>;
  for (const key of keys) picked[key] = object[key];
  return picked;
}
const picked = pick({ a: 1, b: 'x', c: true }, ['a', 'c']);
console.log(picked, picked.a + 1, picked.c);

function update<T extends object>(object: T, changes: Partial<T>): T {
  return { ...object, ...changes };
}
console.log(update({ a: 1, b: 'x' }, { b: 'y' }), update({ a: 1, b: 'x' }, {}));

class Store<S extends object> {
  constructor(private state: S) {}
  set(changes: Partial<S>): this {
    this.state = { ...this.state, ...changes };
    return this;
  }
  get(): S {
    return this.state;
  }
}
const store = new Store({ count: 0, name: 'none', tags: ['a'] });
store.set({ count: 5 }).set({ name: 'x', tags: [] });
console.log(store.get(), store.get().count + 1);

interface Events {
  login: { user: string };
  logout: { at: number };
}
class Emitter<E> {
  private handlers: { [K in keyof E]?: ((event: E[K]) => void)[] } = {};
  on<K extends keyof E>(name: K, handler: (event: E[K]) => void): void {
    (this.handlers[name] ??= []).push(handler);
  }
  emit<K extends keyof E>(name: K, event: E[K]): void {
    this.handlers[name]?.forEach((handler) => handler(event));
  }
}
const emitter = new Emitter<Events>();
emitter.emit('login', { user: 'nobody' });
emitter.on('login', (event) => console.log('in', event.user));
emitter.on('logout', (event) => console.log('out', event.at));
emitter.emit('login', { user: 'bob' });
emitter.emit('logout', { at: 5 });

type Flags<T> = { [K in keyof T]: boolean };
function allOf<T extends object>(object: T, value: boolean): Flags<T> {
  const flags = {} as Flags<T>;
  for (const key in object) flags[key] = value;
  return flags;
}
console.log(allOf({ x: 1, y: 'b' }, true));
