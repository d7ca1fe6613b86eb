// Sorting makes the comparisons that V8 makes: functions tell that contradict themselves, count or print.
function traced(values: number[]): string {
  const calls: string[] = [];
  const sorted = values.toSorted((a, b) => {
    calls.push(`${a}:${b}`);
    return a - b;
  });
  return `${sorted.join()} by ${calls.join(' ')}`;
}
console.log(traced([]), traced([1]), traced([2, 1]), traced([1, 2]));
console.log(traced([3, 2, 1]));
console.log(traced([1, 2, 3, 0]));
console.log(traced([5, 3, 3, 1, 4, 9, 2, 6, 5, 3, 5]));
console.log(traced([3, 2, 2, 1, 7, 8]));

// Never negative, never zero, never positive, and by chance.
const some = [5, 2, 8, 1, 9, 3, 7, 4, 6, 0];
console.log(some.toSorted((a, b) => (a > b ? 1 : 0)));
console.log(some.toSorted((a, b) => (a > b ? 1 : -1)));
console.log(some.toSorted((a, b) => (a < b ? -1 : 0)));
console.log(some.toSorted(() => 1), some.toSorted(() => -1), some.toSorted(() => 0));
console.log([0, NaN, 123.5, 4, NaN, -1, 5].sort((a, b) => b - a));
console.log([Infinity, 1, -Infinity, NaN, Infinity, 0].sort((a, b) => a - b));
let seed = 7;
const chance = (): number => {
  seed = (seed * 75 + 74) % 65537;
  return seed % 3 - 1;
};
console.log(Array.from({ length: 40 }, (_, i) => i).sort(chance).join(' '));
console.log(Array.from({ length: 63 }, (_, i) => (i * 37) % 63).sort((a, b) => (a % 7) - (b % 7)).join(' '));

// Stable, long or not; an exception leaves the array as it was.
interface Entry {
  key: number;
  at: number;
}
for (const length of [10, 63, 64, 65, 200]) {
  const entries: Entry[] = Array.from({ length }, (_, at) => ({ key: (at * 31) % 8, at }));
  entries.sort((a, b) => a.key - b.key);
  let isStable = true;
  for (let i = 1; i < length; i++) {
    const [a, b] = [entries[i - 1], entries[i]];
    if (a.key > b.key || (a.key === b.key && a.at > b.at)) isStable = false;
  }
  console.log(length, isStable);
}
const kept = [4, 3, 2, 1, 5];
try {
  kept.sort((a, b) => {
    if (a === 5) throw new Error('stop');
    return a - b;
  });
} catch (error) {
  console.log((error as Error).message, kept);
}
console.log(['b', undefined, 'a', 'C', '10', '9'].sort(), [true, false, true].sort(), [10, 9, 1].sort());
console.log(new Float32Array([3, -0, 0, NaN, -1]).sort(), new Uint8Array([3, 1, 2]).toSorted((a, b) => b - a));
