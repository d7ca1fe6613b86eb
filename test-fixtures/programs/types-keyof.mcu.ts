// Functions over the keys of a type: keyof, T[K].
function get<T, K extends keyof T>(object: T, key: K): T[K] {
  return object[key];
}
const point = { x: 1.5, y: 2, label: 'p' };
console.log(get(point, 'x') + 1, get(point, 'label').length);
console.log(get({ a: 1, b: 2 }, 'b'));

function pluck<T, K extends keyof T>(objects: T[], key: K): T[K][] {
  return objects.map((each) => each[key]);
}
console.log(pluck([{ n: 1, m: 2 }, { n: 3, m: 4 }], 'm'));

const names: (keyof typeof point)[] = ['x', 'label'];
for (const name of names) console.log(name, point[name]);

type Shape = { kind: 'circle'; r: number } | { kind: 'square'; side: number };
const kinds: Shape['kind'][] = ['circle', 'square'];
console.log(kinds);
const first: (typeof kinds)[number] = kinds[0]!;
console.log(first);
