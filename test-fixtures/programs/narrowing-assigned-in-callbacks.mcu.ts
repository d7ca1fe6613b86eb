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
// In longer conditions, of loops, and where it is shown.
let word: string | undefined = undefined;
let count: number | null = null;
const set = (text: string | undefined, n: number | null): void => {
  word = text;
  count = n;
};
set('w', 0);
if (word && count === 0) console.log('both');
if (count || !word) console.log('never');
else console.log('zero, and a word');
console.log(word, count, typeof word, typeof count, (word) === undefined);
let rounds = 0;
let next: number[] | null = null;
[7].forEach((n) => {
  next = [n];
});
while (next && rounds < 3) rounds++;
do rounds++;
while (next !== null && rounds < 6);
for (; next && rounds < 9; ) rounds++;
console.log(rounds);
