interface User {
  name: string;
  age: number;
}
const users: Record<string, User> = { ann: { name: 'Ann', age: 3 } };
function find(k: string): User | undefined {
  const user = users[k];
  if (!user) return undefined;
  console.log(user.name, user.age + 1);
  return user;
}
console.log(find('ann'), find('bob'));
function need(k: string): User {
  const user = users[k];
  if (user === undefined) throw new RangeError(`no ${k}`);
  const { name } = user;
  return { ...user, name: name + '!' };
}
console.log(need('ann'));
try {
  need('q');
} catch (e) {
  console.log(String(e));
}
function age(k: string) {
  const user = users[k];
  return user?.age ?? -1;
}
console.log(age('ann'), age('x'));
const list: User[] = [users['ann']];
const third = list[2];
if (third) console.log(third.name);
else console.log('no third');
const first = list[0];
if (first) [1].forEach(() => console.log(first.name));
const words = 'a b a c'.split(' ');
const count: Record<string, number> = {};
for (const w of words) {
  const n = count[w];
  if (n === undefined) count[w] = 1;
  else count[w] = n + 1;
}
console.log(count);
const handlers: { [k: string]: (x: number) => string } = { up: (x) => 'u' + x };
for (const k of ['up', 'down']) {
  const h = handlers[k];
  if (h === undefined) {
    console.log('none', k);
    continue;
  }
  console.log(h(1), [2, 3].map(h));
}
const grid = [[1, 2], [3]];
const row = grid[5];
console.log(row === undefined ? 'no row' : row.length);
const graph: Record<string, string[]> = { a: ['b'] };
function next(k: string) {
  const edges = graph[k];
  if (!edges) return [];
  return edges.map((e) => e.toUpperCase());
}
console.log(next('a'), next('z'));
const actions: Record<string, (n: number) => void> = { a: (n) => console.log('a', n) };
actions['a']?.(1);
actions['zz']?.(2);
const absent = actions['q'];
absent?.(3);
const present = actions['a'];
present?.(4);
const opt: { run?: () => string } = {};
console.log(opt.run?.());
