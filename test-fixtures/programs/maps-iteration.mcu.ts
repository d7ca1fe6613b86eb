// Maps that change while they are gone over, and tables that are rebuilt meanwhile.
const map = new Map<number, string>();
for (let i = 0; i < 5; i++) map.set(i, `v${i}`);
const seen: number[] = [];
for (const [key] of map) {
  seen.push(key);
  if (key === 1) map.delete(2);
  if (key === 3) map.delete(0);
  if (key < 20 && key % 2 === 0) map.set(key + 10, 'new');
}
console.log(seen, [...map.keys()]);

// A key that is removed and set again comes last.
map.clear();
map.set(1, 'a').set(2, 'b').set(3, 'c');
const order: string[] = [];
for (const [key, value] of map) {
  order.push(`${key}${value}`);
  if (order.length === 1) {
    map.delete(1);
    map.set(1, 'again');
  }
}
console.log(order);

// Cleared and filled in the middle.
const cleared: number[] = [];
for (const key of map.keys()) {
  cleared.push(key);
  if (cleared.length === 2) {
    map.clear();
    map.set(7, 'x').set(8, 'y');
  }
}
console.log(cleared);

// Many removals make the table smaller under an iterator.
const large = new Map<number, number>();
for (let i = 0; i < 200; i++) large.set(i, i * i);
let visited = 0;
let sum = 0;
for (const [key, value] of large) {
  visited++;
  sum += value;
  if (key === 20) for (let i = 0; i < 190; i++) if (i !== 100) large.delete(i);
  if (key === 195) large.set(1000, 1);
}
console.log(visited, sum, large.size, [...large.keys()]);

// The same with growth: the keys stay in order.
const growing = new Map<number, number>([[0, 0]]);
for (const [key] of growing) if (key < 300) growing.set(key + 1, key);
console.log(growing.size, growing.get(300));

// Deleting everything while going over it, as queues do.
const queue = new Set<number>();
for (let i = 0; i < 50; i++) queue.add(i);
let taken = 0;
for (const item of queue) {
  queue.delete(item);
  taken += item;
  if (item < 50) queue.add(item + 100);
}
console.log(taken, queue.size);

// Random operations against a list of pairs.
const model: [number, number][] = [];
const real = new Map<number, number>();
let seed: int = 12345;
function random(below: int): int {
  seed = (seed * 1103515245 + 12345) & 0x7fffffff;
  return (seed >> 8) % below;
}
let mistakes = 0;
for (let round = 0; round < 3000; round++) {
  const key = random(60);
  const action = random(10);
  const at = model.findIndex(([k]) => k === key);
  if (action < 5) {
    real.set(key, round);
    if (at < 0) model.push([key, round]);
    else model[at]![1] = round;
  } else if (action < 9) {
    if (real.delete(key) !== at >= 0) mistakes++;
    if (at >= 0) model.splice(at, 1);
  } else if (real.get(key) !== (at < 0 ? undefined : model[at]![1])) {
    mistakes++;
  }
  if (real.size !== model.length) mistakes++;
}
const text = model.map(([k, v]) => `${k}=${v}`).join(' ');
console.log(mistakes, [...real].map(([k, v]) => `${k}=${v}`).join(' ') === text, text);

// Iterators are values, too.
const letters = new Map([
  ['a', 1],
  ['b', 2],
  ['c', 3],
]);
const keys = letters.keys();
for (const key of keys) {
  console.log('first loop', key);
  if (key === 'a') break;
}
console.log([...keys], [...keys]);
function total(values: Iterable<number> | number[]): number {
  return Array.isArray(values) ? values.length : 0;
}
console.log(total([1, 2]));
outer: for (const [key, value] of letters) {
  for (const [other] of letters) {
    if (other === 'b') continue outer;
    console.log(key, value, other);
  }
}

// Asked by hand, and taken apart.
const byHand = letters.values();
console.log(byHand.next().value, byHand.next().value, byHand.next().done, byHand.next().done);
console.log(letters.keys().next().value, new Set<string>().values().next().value);
const [firstEntry, [secondKey, secondValue] = ['none', 0]] = letters;
console.log(firstEntry, secondKey, secondValue);
const [smallest] = new Set([9, 8]);
console.log(smallest);
