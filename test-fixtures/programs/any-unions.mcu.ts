// Unions of unlike types in fields, parameters, results and closures; discriminated by type and value.
interface Box {
  label: string;
  content: string | number | Box | null;
}
const inner: Box = { label: 'inner', content: 42 };
const outer: Box = { label: 'outer', content: inner };
function show(box: Box): string {
  const { content } = box;
  if (content === null) return `${box.label}: empty`;
  if (typeof content === 'string') return `${box.label}: '${content}'`;
  if (typeof content === 'number') return `${box.label}: ${content.toFixed(1)}`;
  return `${box.label}: [${show(content)}]`;
}
console.log(show(outer), show({ label: 'e', content: null }), show({ label: 's', content: 'x' }));
console.log(outer);
inner.content = 'changed';
console.log(show(outer));

type Handler = ((value: number) => number) | undefined | null;
function apply(handler: Handler, value: number): number {
  return handler ? handler(value) : -1;
}
console.log(apply((x) => x * 2, 4), apply(null, 4), apply(undefined, 4));

type Value = string | number | boolean | Value[];
function depth(value: Value): number {
  if (!Array.isArray(value)) return 0;
  let most = 0;
  for (const each of value) {
    const d = depth(each);
    if (d > most) most = d;
  }
  return most + 1;
}
console.log(depth(1), depth([1, [2, ['x']], true]));

function parse(text: string): number | string {
  const n = Number(text);
  return Number.isNaN(n) ? text : n;
}
for (const text of ['12', 'abc', '-0.5']) {
  const value = parse(text);
  console.log(typeof value, value, typeof value === 'number' ? value + 1 : value + '!');
}
let last: string | number | undefined;
console.log(last);
last ??= 5;
console.log(last);
last ||= 'no';
console.log(last);
const picked = parse('x') || parse('1');
console.log(picked);
const either = outer.label.length > 3 ? 'text' : 7;
console.log(either);
const memory: { data: unknown } = { data: 5 };
if (typeof memory.data === 'number') console.log(memory.data + 1);
memory.data = 'text';
if (typeof memory.data === 'string') console.log(memory.data.length);
memory.data = [1, 2, 3];
console.log(memory.data);
const list = memory.data as number[];
console.log(list.length, list[1]);
const anything: any = 5;
const n: number = anything;
console.log(n + 1);
const text: any = 'hello';
const s: string = text;
console.log(s.length);
function isText(x: unknown): x is string {
  return typeof x === 'string';
}
const values: unknown[] = ['a', 1, 'b', null];
console.log(values.filter(isText).length, values.filter((x) => x !== null).length);
function swapped<A, B>(pair: [A, B]): [B, A] {
  return [pair[1], pair[0]];
}
console.log(swapped(['a', 1]), swapped([true, 'x']));
function wrap<T>(value: T): { value: T } {
  return { value };
}
const w = wrap<string | number>('q');
console.log(w, w.value);
