type C3 = [number, number, number?];
function sc(c: C3) {
  const [x, y, z] = c;
  console.log(x, y, z, c.length, c[2]);
}
sc([1, 2]);
sc([1, 2, 3]);
sc([4, 5, undefined]);
type SNB = [string, number, ...boolean[]];
const t1: SNB = ['h', 1];
const t2: SNB = ['b', 2, true, false];
console.log(t1.length, t2, t2[2], t1.slice(1));
function rb(...args: [string, number, ...boolean[]]) {
  const [name, version, ...input] = args;
  console.log(name, version, input, input.length);
}
rb('n', 1, true, false);
rb('n', 2);
function opt(...args: [a: number, b?: string]) {
  const [a, b = 'def'] = args;
  console.log(a, b, args.length);
}
opt(1);
opt(2, 'q');
const [h, ...tail] = t2;
console.log(h, tail);
const nums: (number | undefined)[] = [1, undefined, 3];
const [n0, n1, n2, n3] = nums;
console.log(n0, n1, n2, n3);
const mixed: (string | number)[] = ['a', 1];
const [m0, ...ms] = mixed;
console.log(m0, ms);
function point(): [x: number, y: number] {
  return [1, 2];
}
const [px, py] = point();
console.log(px + py);
type Entry = readonly [key: string, value: number];
const es: Entry[] = [
  ['a', 1],
  ['b', 2],
];
for (const [k, v] of es) console.log(k, v);
console.log(new Map(es).get('b'), Object.fromEntries(es));
const swap = <A, B>([a, b]: [A, B]): [B, A] => [b, a];
console.log(swap(['x', 1]), swap(swap([true, 'y'])));
let a1 = 1,
  b1 = 2;
[a1, b1] = [b1, a1];
console.log(a1, b1);
const arr = [1, 2, 3];
[arr[0], arr[2]] = [arr[2], arr[0]];
console.log(arr);
const at2: [number, string] = [5, 'five'];
at2[0]++;
at2[1] += '!';
console.log(at2, at2.length, at2.join('-'));
function useState<T>(init: T): [() => T, (v: T) => void] {
  let s = init;
  return [
    () => s,
    (v) => {
      s = v;
    },
  ];
}
const [get, set] = useState(4);
set(get() + 1);
console.log(get());
const zip = <A, B>(a: A[], b: B[]): [A, B][] => a.map((x, i) => [x, b[i]]);
console.log(zip([1, 2], ['a', 'b']));
const tuple3 = [1, 'a', true] as const;
const [q1, q2, q3] = tuple3;
console.log(q1 + 1, q2.length, !q3, tuple3);
function concat2<T extends unknown[], U extends unknown[]>(t: [...T], u: [...U]): [...T, ...U] {
  return [...t, ...u];
}
console.log(concat2([1, 'a'], [true]));
type Args = Parameters<typeof sc>;
const args: Args = [[7, 8]];
sc(...args);
const lead: [...string[], number] = ['x', 'y', 3];
console.log(lead, lead.length);
const nested: [number, [string, boolean]] = [1, ['z', false]];
const [u, [v, w]] = nested;
console.log(u, v, w);
console.log(Math.max(...([1, 5, 3] as const)), Math.atan2(...([8, 5] as const)).toFixed(4));

// Callbacks that give tuples of different lengths.
type Instruction = readonly [op: string, arg?: number];
const listing: [string, string?][] = [['push', '5'], ['dup']];
const instructions: Instruction[] = listing.map(([op, arg]) => arg === undefined ? [op] : [op, Number(arg)]);
console.log(instructions, instructions[0][1], instructions[1][1]);
const flags1: Instruction[] = [true, false].map((b) => b ? ['x'] : ['y', 1]);
console.log(flags1);
const flags2: Instruction[] = [true, false].map((b) => { if (b) return ['x']; return ['y', 1]; });
console.log(flags2);
const flags3 = [true, false].map((b): Instruction => b ? ['x'] : ['y', 1]);
console.log(flags3);
