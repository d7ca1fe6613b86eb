// Objects that were made as literals where a Record is wanted, and objects that get their properties later.
const prices = { apple: 1, pear: 2 };
function sum(values: Record<string, number>): number {
  let total = 0;
  for (const key in values) total += values[key]!;
  return total;
}
prices.apple += 4;
console.log(sum(prices), prices.apple, prices, Object.entries(prices));

function show(values: Record<string, unknown>): string {
  return Object.entries(values)
    .map(([key, value]) => `${key}=${String(value)}`)
    .join('&');
}
const person = { name: 'Ann', age: 30, isAdmin: false };
person.age++;
console.log(show(person), person.name.length, person.age + 1, show({ x: 1 }));

interface User {
  name: string;
  age: number;
  tags?: string[];
}
const user = {} as User;
user.name = 'Bob';
user.age = 3;
console.log(user, user.tags, user.name.length, user.tags?.length, 'tags' in user);
const users: User[] = [user, { name: 'Cid', age: 4, tags: ['x'] }];
for (const { name, age, tags = [] } of users) console.log(name, age, tags);

type Color = 'red' | 'green';
const lists = {} as Record<Color, string[]>;
lists.red = ['x'];
console.log(lists, lists.red.length, lists.green === undefined);
const counts = {} as { [color in Color]: number };
for (const color of ['red', 'green', 'red'] as Color[]) counts[color] = (counts[color] ?? 0) + 1;
console.log(counts, counts.red + counts.green);
