const xs = ['a', 'b', 'c'];
for (const [i, x] of xs.entries()) console.log(i, x);
for (const i of xs.keys()) console.log(i);
for (const x of xs.values()) console.log(x);
console.log([...xs.keys()], [...xs.values()], [...xs.entries()]);
for (const [i, n] of [10, 20].entries()) console.log(i + n);
for (const pair of [1.5, 2.5].entries()) console.log(pair[0], pair[1], pair.length);
const grid = [[1, 2], [3, 4]];
for (const [y, row] of grid.entries()) for (const [x, cell] of row.entries()) console.log(x, y, cell);
console.log([...[...'xyz'].entries()].map(([i, c]) => `${c}${i}`).join());
console.log([...new Uint8Array([5, 6]).entries()], [...new Int8Array([1]).keys()]);
const none: number[] = [];
console.log([...none.keys()], [...none.entries()]);
const growing = [1, 2, 3];
for (const [i, x] of growing.entries()) {
  if (i < 2) growing.push(x * 10);
  if (i + 1 < growing.length) growing[i + 1] += 1;
}
console.log(growing);
for (const i of growing.keys()) if (i > 3) growing.pop();
for (const pair of ['p', 'q'].entries()) console.log(pair, pair.length);
for (const [, x] of ['only', 'values'].entries()) console.log(x);
for (const [i] of ['a', 'b'].entries()) console.log(i);
for (const [i, { name, at: [first] }] of [{ name: 'n', at: [1, 2] }].entries()) console.log(i, name, first);
for (const [i, [a, b]] of [[1, 2], [3, 4]].entries()) console.log(i, a + b);
const makers: (() => string)[] = [];
for (const [i, x] of ['u', 'v'].entries()) makers.push(() => `${i}${x}`);
console.log(makers.map((f) => f()));
outer: for (const [i, row] of [[1, 2], [3, 4], [5]].entries()) {
  for (const [j, cell] of row.entries()) {
    if (cell === 2) continue outer;
    if (i === 2) break outer;
    console.log(i, j, cell);
  }
}
console.log([...growing.keys()].length);

// Of an array that a tuple holds with others.
function tupleOf<A, B>(a: A, b: B): [A, B] {
  return [a, b];
}
for (const [i, e] of tupleOf<(number | boolean)[], number>([3, false], 7)[0].entries()) console.log(i, e);
for (const [i, e] of tupleOf(['a', 'bc'], 7)[0].entries()) console.log(i, e.length);
for (const i of tupleOf(['a', 'b'], 7)[0].keys()) console.log(i);
