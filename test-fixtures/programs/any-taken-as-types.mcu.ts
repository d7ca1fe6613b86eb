// What was made without a type, or read from JSON, used as what a type says.
{
interface P { x: number; y: number }
const data: any = { x: 5, y: 6 };
const point: P = data;
console.log(point.x, point);
}
{
interface P { x: number; tags: string[] }
const data: any = { x: 5, tags: ['z'] };
const place: P = data;
console.log(place.x, place.tags[0], place);
place.tags.push('e');
console.log(data.tags.length);
}
{
interface User { id: number; name: string; tags: string[]; address?: { city: string }; grid: number[][] }
const text = '{"users":[{"id":1,"name":"Ann","tags":["a"],"address":{"city":"Rome"},"grid":[[1,2],[3]]},{"id":2,"name":"Bob","tags":[],"grid":[]}]}';
const data = JSON.parse(text);
const users: User[] = data.users;
console.log(users.map((u) => u.name.toUpperCase()), users[0].address?.city, users[1].address?.city);
users[0].grid[0].push(5);
console.log(users[0].grid, data.users[0].grid[0].length);
const first = data.users[0] as User;
console.log(first === users[0], first.tags.concat(['z']));
users.push({ id: 3, name: 'C', tags: ['q'], grid: [[9]] });
console.log(data.users.length, JSON.stringify(data.users[2]));
function makeUser(over: any): User { return { id: 1, name: 'x', tags: [], grid: [], ...over }; }
console.log(makeUser({ name: 'over' }));
const list: any = [3, 1, 2];
const nums: number[] = list;
nums.sort();
console.log(list, nums, list === nums);
function range(n: number): number[] { const out: any[] = []; for (let i = 0; i < n; i++) out.push(i * i); return out; }
console.log(range(4).reduce((a, b) => a + b, 0));
const [x, y] = data.users as User[];
console.log(x.id + y.id);
for (const u of data.users as User[]) console.log(u.id);
const names: string[] = data.users.map((u: any) => u.name);
console.log(names.join());
const byId = new Map<number, User>(data.users.map((u: User) => [u.id, u]));
console.log(byId.get(2)?.name);
}
{
interface User { id: number; tags: string[] }
const text = '{"users":[{"id":1,"tags":["a"]}]}';
async function fetchUsers(): Promise<User[]> { return JSON.parse(text).users; }
fetchUsers().then((us) => console.log(us.length, us[0].tags[0]));
async function fetchUser(): Promise<User> { const d = JSON.parse(text); return d.users[0]; }
fetchUser().then((us) => console.log(us.id, us.tags[0]));
}
{
function deepClone<T>(obj: T): T {
  if (obj === null || typeof obj !== 'object') return obj;
  if (Array.isArray(obj)) {
    const arr: any[] = [];
    for (const item of obj) arr.push(deepClone(item));
    return arr as any;
  }
  const result: Record<string, any> = {};
  for (const key in obj) {
    if (Object.hasOwn(obj, key)) result[key] = deepClone((obj as any)[key]);
  }
  return result as T;
}
const orig = { name: 'x', tags: ['a', 'b'], pos: { x: 1, y: 2 } };
const copy = deepClone(orig);
copy.tags.push('c');
copy.pos.x = 10;
console.log(orig, copy, orig.pos.x + copy.pos.x);
}
{
function deepClone<T>(x: T): T {
  if (x === null || typeof x !== 'object') return x;
  if (Array.isArray(x)) return x.map((e) => deepClone(e)) as unknown as T;
  const out: any = {};
  for (const k of Object.keys(x)) out[k] = deepClone((x as any)[k]);
  return out as T;
}
const a = { n: 1, list: [1, 2, 3], nested: { s: 'x', deep: [{ q: 1 }, { q: 2 }] } };
const b = deepClone(a);
b.list.push(4);
b.nested.deep[0].q = 9;
b.nested.s = 'y';
console.log(a.list.length, b.list.length, a.nested.deep[0].q, b.nested.deep[0].q, a.nested.s, b.nested.s);
console.log(a, b);
const arr = [[1, 2], [3, 4]];
const c = deepClone(arr);
c[0][0] = 99;
console.log(arr, c);
console.log(deepClone(5), deepClone('s'), deepClone(null));
}
