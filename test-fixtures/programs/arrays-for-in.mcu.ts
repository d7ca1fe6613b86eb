// `for (const i in array)`, whose i is a text, and what is read and changed by it.
const values = [1, 2, 3];
let keys = '';
for (const i in values) {
  values[i]!++;
  values[i]! *= 2;
  keys += i + typeof i;
}
console.log(values, keys);

const names = ['x', 'y'];
const lines: string[] = [];
for (const i in names) {
  lines.push(`${i}=${names[i]}`);
  if (names[i] === 'x') names[i] = 'z';
}
console.log(lines, names);

function sum(numbers: readonly number[]) {
  let total = 0;
  for (const i in numbers) total += numbers[i]!;
  return total;
}
console.log(sum([1, 2]), sum([]));

const grid = [[1, 2], [3]];
const cells: string[] = [];
for (const row in grid) for (const column in grid[row]!) cells.push(`${row}${column}:${grid[row]![Number(column)]}`);
console.log(cells);

const pair: [number, string] = [1, 'a'];
const bytes = new Uint8Array([5, 6]);
let text = '';
for (const i in pair) text += pair[i];
for (const i in bytes) text += bytes[i];
console.log(text);
