// Elements of arrays and tuples taken by their index.
const { 0: first, [1]: second, length } = ['a', 'b'];
console.log(first, second, length);
const { 0: n, 1: text } = [1, 'x'] as [number, string];
console.log(n + 1, text.length);
const { 5: none = 'default', 0: there = 'no' } = ['q'];
console.log(none, there);
let last = 0;
({ 2: last } = [1, 2, 3]);
console.log(last);
function joined({ 0: a, 1: b }: [number, string]) {
  return b + a;
}
console.log(joined([1, 'k']));
for (const { 0: key, 1: value } of Object.entries({ a: 1 })) console.log(key, value + 1);
