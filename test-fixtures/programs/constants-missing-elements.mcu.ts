// Constants with elements that are not there, which the program shows or asks for: from an index, and from patterns.
const numbers = [1, 2];
const third = numbers[2];
console.log(third);
const first = numbers[0];
console.log(first, first + 1);

const [one, two, three] = numbers;
console.log(one, two, three);
const [h, i, j] = 'hi';
console.log(h, i, j);

for (const row of ['k=v', 'x', '']) {
  const [key, value] = row.split('=');
  console.log(key, value);
  const [name, text] = row.split('=');
  if (text === undefined) console.log('no text', name);
  else console.log('text', text.length, name);
  const [, second] = row.split('=');
  console.log(second ?? 'none', second?.length);
  const [left, right] = row.split('=');
  if (!right) console.log('nothing on the right of', left);
  const [a, b = 'default'] = row.split('=');
  console.log(a, b);
}
for (const [x, y] of [[1, 2], [3], []]) console.log(x, y);

function* two_() {
  yield 'first';
}
const [g0, g1] = two_();
console.log(g0, g1);
const [s0, s1] = new Set([5]);
console.log(s0, s1 === undefined);
const [e0, e1] = new Map([['a', 1]]);
console.log(e0, e1);
const [b0, b1, b2] = new Uint8Array([7, 8]);
console.log(b0, b1, b2);
const empty: string[] = [];
const [none] = empty;
console.log(none, typeof none);

const record: Record<string, number> = { a: 1 };
const found = record['a'];
const lost = record['b'];
console.log(found, lost);
const [p, q] = numbers;
console.log((p ?? 0) + (q ?? 0));
