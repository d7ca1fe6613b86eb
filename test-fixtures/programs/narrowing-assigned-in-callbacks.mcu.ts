// What a callback assigns TypeScript does not see: comparisons tell all the same.
let found: string[] | null = null;
[1, 2].forEach(() => {
  found = ['a'];
});
if (found !== null) console.log('found');
else console.log('none');
console.log(found === null, found == null, !found, found ? 'yes' : 'no');
function last(values: number[]): string {
  let best: number | undefined = undefined;
  values.forEach((x) => {
    best = x;
  });
  return best !== undefined ? 'some' : 'none';
}
console.log(last([1, 2]), last([]));
let later: string[] | null = null as string[] | null;
if (later) console.log('there');
else {
  [1].forEach(() => {
    later ??= ['b'];
  });
  if (later != null) console.log('later');
  console.log(later ? 'yes' : 'no');
}
