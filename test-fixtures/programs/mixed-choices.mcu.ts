// Choices between values of different types, printed or made into text at once.
const xs: number[] = [1, 0];
const name: string | undefined = xs.length > 5 ? 'x' : undefined;
for (const x of xs) {
  console.log(x || 'zero', x > 0 ? 'positive' : false, `${x ? x : 'none'}!`, x && 'some');
  console.log('a' + (x ? [x] : true), x ? x > 0 : null, xs.find((y) => y === x + 1) ?? 'not found');
  if (x ? 'yes' : 0) console.log('counts as true');
}
console.log(name ?? 5, name || xs, name && 1);
xs[0] ? 'last' : 3;
