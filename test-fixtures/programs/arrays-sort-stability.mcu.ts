// Sorting is stable, puts undefined last, compares as text by default, and copes with odd comparators.
interface Row {
  key: number;
  order: number;
}
const rows: Row[] = Array.from({ length: 40 }, (_, order) => ({ key: (order * 7) % 5, order }));
rows.sort((a, b) => a.key - b.key);
console.log(rows.map((r) => `${r.key}.${r.order}`).join(' '));
console.log(rows.every((r, i) => i === 0 || rows[i - 1]!.key < r.key || rows[i - 1]!.order < r.order));
console.log([10, 9, 1, 100, -1, -10].sort(), [10, 9, 1, 100].sort((a, b) => b - a));
console.log([3, undefined, 1, undefined, 2].sort(), ['b', undefined, 'a'].toSorted());
console.log([true, false, true].sort(), ['B', 'a', 'C', 'é', 'e', 'Z'].sort(), ['10', '9', '1'].sort());
console.log([NaN, 2, -0, 1, 0, Infinity, -Infinity].sort((a, b) => a - b).length);
console.log([5, 1, 4].sort(() => 0), [3, 2, 1].sort((a, b) => (a < b ? -1 : 1)), [1, 2, 3].sort((a, b) => Number(a > b) - 0.5 < 0 ? 1 : -1));
const original = [3, 1, 2];
const sorted = original.toSorted();
console.log(original, sorted, original.sort() === original, original);
const words = ['pear', 'fig', 'apple', 'kiwi', 'date', 'plum'];
console.log(words.toSorted((a, b) => a.length - b.length || a.localeCompare(b)), words.sort((a, b) => b.length - a.length));
const big = Array.from({ length: 300 }, (_, i) => (i * 7919) % 1000);
big.sort((a, b) => a - b);
console.log(big.slice(0, 5), big.slice(-5), big.every((x, i) => i === 0 || big[i - 1]! <= x));
