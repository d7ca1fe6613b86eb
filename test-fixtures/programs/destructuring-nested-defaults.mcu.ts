// Nested destructuring with defaults, renaming, rest; in parameters, loops and swaps.
interface Options {
  server?: { host?: string; port?: number; tls?: { cert: string } | undefined };
  users?: { name: string; roles: string[]; age?: number }[];
}
function start({ server: { host = 'localhost', port = 80, tls } = {}, users = [] }: Options = {}): string {
  return `${host}:${port} ${tls?.cert ?? 'plain'} ${users.map(({ name, age = 18 }) => `${name}/${age}`)}`;
}
console.log(start());
console.log(start({ server: { port: 8080 } }));
console.log(start({ server: { host: 'h', tls: { cert: 'c' } }, users: [{ name: 'ada', roles: [], age: 36 }, { name: 'bob', roles: ['x'] }] }));
const point = { x: 1, y: 2, z: { deep: [10, 20, 30] } };
const { x, z: { deep: [first, , third = 0] }, ...rest } = point;
console.log(x, first, third, rest);
let [a, b, c] = [1, 2, 3];
[a, b, c] = [c, a, b];
console.log(a, b, c);
const pairs: [string, { value: number; tags?: string[] }][] = [
  ['one', { value: 1, tags: ['odd'] }],
  ['two', { value: 2 }],
];
for (const [key, { value, tags: [tag = 'none'] = [] }] of pairs) console.log(key, value, tag);
const swap = <A, B>([p, q]: [A, B]): [B, A] => [q, p];
console.log(swap(['left', 7]));
const { length } = "hello";
console.log(length);
const matrix = [[1, 2], [3, 4]];
const [[m00], [, m11]] = matrix as [[number, number], [number, number]];
console.log(m00! + m11!);
const m = new Map([['k', { n: 5 }]]);
for (const [k, { n }] of m) console.log(k, n);
