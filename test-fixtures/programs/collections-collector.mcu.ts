// Maps, sets, dictionaries and JSON under the collector: much garbage, and nothing lost that is still reachable.
const kept = new Map<string, Map<number, string>>();
for (let round = 0; round < 60; round++) {
  const inner = new Map<number, string>();
  for (let i = 0; i < 50; i++) inner.set(i, `${round}-${i}`);
  for (let i = 0; i < 50; i += 2) inner.delete(i);
  kept.set(`round ${round % 10}`, inner);
}
let length = 0;
for (const [name, inner] of kept) for (const [key, value] of inner) length += name.length + key + value.length;
console.log(kept.size, length, kept.get('round 3')!.get(7), kept.get('round 9')!.get(8));
const objects = new Set<{ id: number }>();
const first = { id: 0 };
objects.add(first);
for (let i = 1; i < 500; i++) {
  const object = { id: i };
  objects.add(object);
  if (i % 5 !== 0) objects.delete(object);
}
let ids = 0;
for (const { id } of objects) ids += id;
console.log(objects.size, ids, objects.has(first));
interface Entry {
  name: string;
  values: number[];
}
let text = '[]';
for (let i = 0; i < 40; i++) {
  const entries: Entry[] = JSON.parse(text);
  entries.push({ name: `entry ${i}`, values: [i, i / 2] });
  if (entries.length > 12) entries.shift();
  text = JSON.stringify(entries);
}
console.log(text.length, text);
const counts: Record<string, number> = {};
for (let i = 0; i < 2000; i++) {
  const key = `k${(i * 7) % 41}`;
  counts[key] = (counts[key] ?? 0) + 1;
  if (i % 50 === 0) delete counts[key];
}
console.log(Object.keys(counts).length, Object.values(counts).reduce((sum, each) => sum + each, 0));
