// for-in over arrays, objects and records; for-of with patterns; loops that change what they go over.
const o = { b: 1, a: 2, c: 3 };
for (const k in o) console.log(k, o[k as keyof typeof o]);
for (const i in ['x', 'y']) console.log(i, typeof i);
const r: Record<string, number> = { z: 1, 10: 2, 2: 3, y: 4 };
for (const k in r) console.log(k, r[k]);
const xs = [1, 2, 3];
for (const x of xs) {
  if (xs.length < 6) xs.push(x * 10);
  console.log(x);
}
for (const { name, tags: [first = 'none', ...rest] = [] } of [{ name: 'p', tags: ['t', 'u', 'v'] }, { name: 'q', tags: [] }, { name: 'r' }] as { name: string; tags?: string[] }[]) {
  console.log(name, first, rest);
}
for (const [k, v] of Object.entries(o)) console.log(k + v);
for (const [i, [a, b]] of [[1, 2], [3, 4]].entries()) console.log(i, a, b);
let target = 0;
for (target of [5, 6]) console.log(target);
const box = { n: 0 };
for (box.n of [7, 8]);
for (box.n = 0; box.n < 2; box.n++);
console.log(target, box);
for (const x of new Set('hello')) console.log(x);
