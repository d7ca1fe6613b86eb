// Mapped types over type parameters that extend something: they have all properties of what the parameter stands for.
interface HasId { id: number }
class Repo<T extends HasId> { private rows: T[] = []; private next = 1;
  insert(row: Omit<T, 'id'>): T { const r = { ...row, id: this.next++ } as T; this.rows.push(r); return r; }
  update(id: number, change: Partial<T>): T | undefined { const i = this.rows.findIndex((r) => r.id === id); if (i < 0) return undefined; this.rows[i] = { ...this.rows[i], ...change }; return this.rows[i]; }
  all(): readonly T[] { return this.rows; } where(p: (r: Readonly<T>) => boolean): T[] { return this.rows.filter(p); } }
interface Task extends HasId { title: string; done: boolean }
const repo = new Repo<Task>(); repo.insert({ title: 'a', done: false }); repo.insert({ title: 'b', done: true });
console.log(repo.update(1, { done: true }), repo.update(9, {}), repo.all(), repo.where((t) => t.title === 'b'));
function merge<T extends { a: number }>(x: T, y: Partial<T>): T { return { ...x, ...y }; }
console.log(merge({ a: 1, b: 'x', c: true }, { b: 'y' }), merge({ a: 1 }, { a: 2 }));
function pick<T extends { a: number }, K extends keyof T>(o: T, ...ks: K[]): Pick<T, K> { const r = {} as Pick<T, K>; for (const k of ks) r[k] = o[k]; return r; }
console.log(pick({ a: 1, b: 'x', c: true }, 'b', 'c'));
function ro<T extends { a: number }>(o: Readonly<T>): number { return o.a; } console.log(ro({ a: 4, z: 1 }));
{
  interface User { id: string; name: string; age: number }
  class Users<T extends { id: string }> {
    constructor(private items: T[]) {}
    find(pattern: Partial<T>): T[] {
      const keys = Object.keys(pattern) as (keyof T)[];
      return this.items.filter((item) => keys.every((key) => item[key] === pattern[key]));
    }
  }
  const users = new Users<User>([{ id: '1', name: 'A', age: 3 }, { id: '2', name: 'B', age: 3 }]);
  console.log(users.find({ age: 3, name: 'B' }), users.find({ age: 3 }).length, users.find({}).length);
}
