// Tuples: of one type, and of several.
const pair: [number, number] = [1, 2];
console.log(pair, pair[0] + pair[1], pair.length);
const named: [string, number] = ['a', 1];
console.log(named, named[0].length, named[1] * 2);
const [name, count] = named;
console.log(name.toUpperCase(), count + 1);
function minMax(values: number[]): [number, number] {
  let low = values[0]!;
  let high = low;
  for (const each of values) {
    if (each < low) low = each;
    if (each > high) high = each;
  }
  return [low, high];
}
const [low, high] = minMax([3, 1, 2]);
console.log(low, high);
const entries: [string, number][] = [
  ['one', 1],
  ['two', 2],
];
for (const [key, value] of entries) console.log(key, value * 10);
entries.push(['three', 3]);
console.log(entries, entries.length);
console.log(entries.map(([key, value]) => `${key}=${value}`).join(' '));
type Point3 = readonly [x: number, y: number, z?: number];
const flat: Point3 = [1, 2];
const deep: Point3 = [1, 2, 3];
console.log(flat.length, deep.length, deep[2]);
let swap: [string, boolean] = ['t', true];
swap = ['f', false];
swap[0] = 'g';
console.log(swap, swap[0], swap[1]);
const nested: [[number, string], boolean] = [[1, 'a'], true];
const [[n, t], flag] = nested;
console.log(n, t, flag);
const constant = [1, 'x', false] as const;
console.log(constant[0], constant[1], constant[2]);
function useState(initial: number): [() => number, (value: number) => void] {
  let state = initial;
  return [
    () => state,
    (value) => {
      state = value;
    },
  ];
}
const [get, set] = useState(4);
set(get() + 1);
console.log(get());
