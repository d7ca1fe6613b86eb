// `T[K][]`, `Map<T[K], T>`: functions of a key give arrays and maps of just what the property is.
interface User { id: number; name: string; tags: string[]; admin?: boolean; born: Date2 }
class Date2 { constructor(public y: number) {} }
const users: User[] = [{ id: 1, name: 'ann', tags: ['x'], admin: true, born: new Date2(1990) }, { id: 2, name: 'bob', tags: [], born: new Date2(2000) }];
function pluck<T, K extends keyof T>(xs: readonly T[], key: K): T[K][] { return xs.map((x) => x[key]); }
const names = pluck(users, 'name'); console.log(names, names.map((n) => n.toUpperCase()).join('-'));
const ids: number[] = pluck(users, 'id'); console.log(ids.reduce((a, b) => a + b, 0), Math.max(...pluck(users, 'id')));
console.log(pluck(users, 'tags').flat().length, pluck(users, 'admin'), pluck(users, 'born').map((d) => d.y));
function groupBy<T, K extends keyof T>(xs: T[], key: K): Map<T[K], T[]> {
  const groups = new Map<T[K], T[]>();
  for (const x of xs) { const k = x[key]; const g = groups.get(k); if (g) g.push(x); else groups.set(k, [x]); }
  return groups;
}
const byName = groupBy(users, 'name'); console.log([...byName.keys()], byName.get('bob')![0]!.id, byName.size);
for (const [id, us] of groupBy(users, 'id')) console.log(id + 1, us.length);
const indexBy = <T, K extends keyof T>(xs: T[], key: K) => { const m = new Map<T[K], T>(); for (const x of xs) m.set(x[key], x); return m; };
console.log(indexBy(users, 'id').get(2)?.name, indexBy(users, 'name').has('ann'));
function unique<T, K extends keyof T>(xs: T[], key: K): T[K][] { return [...new Set(pluck(xs, key))]; }
console.log(unique([...users, users[0]!], 'name'), unique(users, 'id').length);
function props<T extends object, K extends keyof T>(o: T, ...keys: K[]): T[K][] { return keys.map((k) => o[k]); }
console.log(props({ a: 1, b: 2, c: 3 }, 'a', 'c'), props(users[0]!, 'name', 'id'));
function get<T, K extends keyof T>(o: T, k: K): T[K] { return o[k]; }
console.log(get(users[0]!, 'name').length, get(users[0]!, 'id') + 1);
class Table<R> { private rows: R[] = []; add(r: R) { this.rows.push(r); return this; } column<K extends keyof R>(k: K): R[K][] { return this.rows.map((r) => r[k]); } where<K extends keyof R>(k: K, v: R[K]): R[] { return this.rows.filter((r) => r[k] === v); } }
const t = new Table<{ city: string; pop: number }>().add({ city: 'A', pop: 10 }).add({ city: 'B', pop: 20 });
console.log(t.column('city').join(), t.column('pop').reduce((a, b) => a + b), t.where('city', 'B')[0]!.pop, t.where('pop', 10).length);
function sumBy<T, K extends keyof T>(xs: T[], k: K): number { return pluck(xs, k).reduce((s, v) => s + Number(v), 0); }
console.log(sumBy(users, 'id'));
const key: 'id' | 'name' = users.length > 1 ? 'name' : 'id'; console.log(pluck(users, key));
