// Parameters that take an array apart which may be shorter, and of which the function asks whether they are there.
const sum = ([head, ...tail]: number[]): number => (head === undefined ? 0 : head + sum(tail));
function describe([first, second]: string[]): string {
  if (first === undefined) return 'none';
  return second === undefined ? first : `${first} and ${second}`;
}
const longest = ([first, ...others]: string[], found = ''): string =>
  first === undefined ? found : longest(others, first.length > found.length ? first : found);
console.log(sum([1, 2, 3]), sum([]), describe([]), describe(['a']), describe(['a', 'b', 'c']));
console.log(longest(['to', 'three', 'of']), [[1, 2], [3]].map(([a, b]) => (b === undefined ? a! : a! + b)));
