// Builders whose type grows with each call, and tables of handlers by the type that each takes.

class Builder<T extends object = {}> { constructor(private v: T = {} as T) {} with<K extends string, V>(k: K, v: V): Builder<T & Record<K, V>> { return new Builder({ ...this.v, [k]: v } as T & Record<K, V>); } build(): T { return this.v; } }
const built = new Builder().with('a', 1).with('b', 'x').build(); console.log(built.a, built.b);
console.log(built);
class Query<S extends Record<string, unknown>> {
  constructor(private readonly state: S) {}
  where<K extends string, V>(key: K, value: V) { return new Query({ ...this.state, [key]: value } as S & { [P in K]: V }); }
  get(): S { return this.state; }
}
const q = new Query({ table: 't' }).where('limit', 10).where('order', 'asc').get();
console.log(q.table, q.limit + 1, q.order.length, JSON.stringify(q));

type Action = { type: 'add'; n: number } | { type: 'mul'; n: number } | { type: 'reset' };
type Handlers = { [A in Action as A['type']]: (state: number, action: A) => number };
const handlers: Handlers = {
  add: (state, action) => state + action.n,
  mul: (state, action) => state * action.n,
  reset: () => 0,
};
function reduce(state: number, action: Action): number {
  return handlers[action.type](state, action as never);
}
function reduceBy(state: number, action: Action): number {
  return (handlers[action.type] as (state: number, action: Action) => number)(state, action);
}
const actions: Action[] = [{ type: 'add', n: 5 }, { type: 'mul', n: 3 }, { type: 'reset' }, { type: 'add', n: 1 }];
console.log(actions.reduce(reduce, 0), actions.slice(0, 2).reduce(reduceBy, 1));

function isKeyOf<T extends object>(object: T, key: PropertyKey): key is keyof T {
  return key in object;
}
const colors = { red: 1, green: 2 } as const;
for (const name of ['red', 'blue']) console.log(name, isKeyOf(colors, name) ? colors[name] : 'none');
