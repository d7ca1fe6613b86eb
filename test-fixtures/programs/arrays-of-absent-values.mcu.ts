const maybeNull: (string | null)[] = ['b', null, 'a'];
console.log(maybeNull.map((x) => x ?? '-'), maybeNull.filter((x) => x), maybeNull.indexOf(null), maybeNull.includes(null), maybeNull.join('+'), maybeNull.find((x) => x?.startsWith('a')), maybeNull.findIndex((x) => x === null), maybeNull.some((x) => x == null));
const nums: (number | undefined)[] = [3, undefined, 1];
console.log(nums.indexOf(undefined), nums.includes(undefined), nums.lastIndexOf(3), nums.join(), nums.toReversed(), nums.map((n) => (n === undefined ? 0 : n * 2)), nums.flat(), nums.concat(undefined), nums.fill(undefined, 0, 1), nums.with(0, 9), nums.push(undefined), nums.pop(), nums.shift(), nums.at(-1), nums.reduce((a, b) => (a ?? 0) + (b ?? 0), 0));
