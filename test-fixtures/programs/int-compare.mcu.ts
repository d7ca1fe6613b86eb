const values: int[] = [-2147483648, -1, 0, 1, 2147483647];
for (const a of values) {
  let row = '';
  for (const b of values) {
    row += (a < b ? '<' : '.') + (a <= b ? 'l' : '.') + (a > b ? '>' : '.') + (a >= b ? 'g' : '.') + (a === b ? '=' : '.') + (a !== b ? '!' : '.') + ' ';
  }
  console.log(row);
}
