// What asks a map twice for the same key: nothing, or something that changes it, in between.
function countAll(words: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
const words = 'the cat and the dog and the bird sing to the cat'.split(' ');
for (const [word, n] of countAll(words)) console.log(word, n);

// Numbers however they are held: integers, fractions, -0, NaN, what is too large for an integer.
const keys = [0, -0, 1, 0.5, 2 ** 31, 2 ** 31 + 1, -(2 ** 31), NaN, 1e300, Infinity, -1, 3 * 0.5 + 0.5, 6 / 3, 0 / 0];
const places = new Map<number, number[]>();
for (let i = 0; i < keys.length; i++) {
  const before = places.get(keys[i]);
  if (before) before.push(i);
  else places.set(keys[i], [i]);
}
for (const [key, at] of places) console.log(key, at.join());
console.log(places.get(2), places.get(-0), places.get(2.5), places.has(NaN), places.size);

function distinct(values: number[]): number {
  const seen = new Set<number>();
  let repeated = 0;
  for (const value of values) {
    if (!seen.has(value)) seen.add(value);
    else repeated++;
    if (seen.has(value) && seen.delete(value)) seen.add(value);
  }
  return seen.size * 100 + repeated;
}
console.log(distinct(keys), distinct([1, 2, 1, 3, 2, 1]));

// Between the two questions, the map changes.
function restless(map: Map<string, int>, key: string, change: (map: Map<string, int>) => void): string {
  const before = map.get(key);
  change(map);
  const after = map.get(key);
  return `${before} ${after} ${map.has(key)}`;
}
const map = new Map<string, int>([['a', 1]]);
console.log(restless(map, 'a', (m) => m.delete('a')));
console.log(restless(map, 'a', (m) => m.set('a', 7)));
console.log(restless(map, 'a', (m) => m.clear()));
function removed(key: string): string {
  map.set(key, 5);
  const had = map.has(key);
  map.delete(key);
  return `${had} ${map.has(key)} ${map.get(key) ?? -1}`;
}
console.log(removed('b'));

const dictionary: Record<string, int> = {};
for (const word of words) dictionary[word] = (dictionary[word] ?? 0) + 1;
for (let i: int = 0; i < 40; i++) dictionary[`k${i % 13}`] = (dictionary[`k${i % 13}`] ?? 100) - i;
console.log(JSON.stringify(dictionary));

const any = new Map<unknown, int>();
for (const key of [1, '1', true, null, undefined, 1.0, '1', NaN, NaN, -0, 0]) any.set(key, (any.get(key) ?? 0) + 1);
for (const [key, n] of any) console.log(key, n);

// Calls that write something else, the same, or only read, between loads.
class Node {
  next: Node | null = null;
  visits: int = 0;
  constructor(public value: int) {}
}
function length(node: Node | null): int {
  return node ? 1 + length(node.next) : 0;
}
function visit(node: Node | null, by: int): int {
  if (!node) return by;
  node.visits += by;
  return visit(node.next, by + 1);
}
function swap(list: int[], i: int, j: int): void {
  const kept = list[i];
  list[i] = list[j];
  list[j] = kept;
}
function permute(list: int[], n: int, out: string[]): void {
  if (n === 1) out.push(list.join(''));
  for (let i: int = 0; i < n; i++) {
    permute(list, n - 1, out);
    swap(list, n % 2 ? 0 : i, n - 1);
    if (n === 1) break;
  }
}
const first = new Node(1);
first.next = new Node(2);
first.next.next = new Node(3);
const sum = first.value + length(first) + first.visits * 1000;
visit(first, 4);
console.log(sum, length(first), first.value + first.visits, first.next.visits, length(first) + length(first.next));
const permutations: string[] = [];
permute([1, 2, 3], 3, permutations);
console.log(permutations.join());

// A call that fails is asked once more, and fails again.
function depth(node: Node, levels: int): int {
  if (levels === 0) return node.next!.value;
  return depth(node, levels - 1) + node.value;
}
for (const node of [first, first.next.next]) {
  try {
    console.log(depth(node, 2), depth(node, 2));
  } catch (error) {
    console.log(error instanceof TypeError);
  }
}
