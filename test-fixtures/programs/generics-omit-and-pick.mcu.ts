// What a type parameter has but for one property, beside that property perhaps: data for a table of rows.
interface Row { id: number }
class Table<T extends Row> { private rows: T[] = []; private seq = 0;
  insert(data: Omit<T, 'id'> & Partial<Pick<T, 'id'>>): T { const row = { ...data, id: data.id ?? ++this.seq } as T; this.rows.push(row); return row; }
  all() { return this.rows; } }
interface User extends Row { name: string; age: number }
const users = new Table<User>(); console.log(users.insert({ name: 'Ann', age: 3 }), users.insert({ name: 'B', age: 4, id: 10 }), users.all().length);
function made<T extends Row>(data: Omit<T, 'id'> & Partial<Pick<T, 'id'>>): T { return { ...data, id: 4 } as T; }

console.log(made<User>({ name: 'Ann', age: 3 }));
interface Person { id: number; name: string; age: number }
class Repo<T extends { id: number }> { protected items: T[] = [];
  add(x: T) { this.items.push(x); }
  update(id: number, patch: Partial<Omit<T, 'id'>>): T { const i = this.items.findIndex((x) => x.id === id); const next = { ...this.items[i]!, ...patch }; this.items[i] = next; return next; } }
const repo = new Repo<Person>(); repo.add({ id: 1, name: 'a', age: 2 }); console.log(repo.update(1, { name: 'b' }));
