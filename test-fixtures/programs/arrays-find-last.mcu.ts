const xs = [5, 12, 8, 130, 44];
console.log(xs.find((x) => x > 10), xs.findLast((x) => x > 10), xs.findLast((x) => x > 200));
console.log(xs.findIndex((x) => x > 10), xs.findLastIndex((x) => x > 45), xs.findLastIndex((x) => x < 0));
const seen: number[] = [];
xs.findLast((x, i) => {
  seen.push(i);
  return x === 8;
});
console.log(seen);
const words = ['apple', 'banana', 'cherry', 'avocado'];
console.log(words.findLast((w) => w.startsWith('a')), words.findLastIndex((w) => w.length === 6));
console.log(words.find((w) => w.length > 20) ?? 'none', words.findLast((w, i) => i < 2));
const mixed: (string | number)[] = [1, 'two', 3, 'four'];
const text = mixed.find((x): x is string => typeof x === 'string');
const lastNumber = mixed.findLast((x) => typeof x === 'number');
console.log(text?.length, lastNumber);
const empty: number[] = [];
console.log(empty.find(() => true), empty.findLast(() => true), empty.findLastIndex(() => true));
console.log(xs.find((x) => x % 2), xs.findLast((_, i, all) => i === all.length - 2));
