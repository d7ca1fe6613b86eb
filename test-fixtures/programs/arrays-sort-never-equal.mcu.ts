// Comparing functions that never give 0: the order of equal elements is that of engines.
const xs = ['b1', 'a1', 'b2', 'a2', 'b3', 'c1'].map((s) => ({ k: s[0], s }));
console.log([...xs].sort((a, b) => (a.k > b.k ? 1 : -1)).map((x) => x.s).join());
console.log([...xs].sort((a, b) => (a.k < b.k ? -1 : 1)).map((x) => x.s).join());
console.log([...xs].sort((a, b) => (a.k >= b.k ? 1 : -1)).map((x) => x.s).join());
const big = Array.from({ length: 100 }, (_, i) => ({ k: (i * 7) % 10, i }));
console.log([...big].sort((a, b) => (a.k > b.k ? 1 : -1)).map((x) => x.i).join());
console.log([...big].toSorted((a, b) => (a.k < b.k ? -1 : 1)).map((x) => x.i).join());
console.log([3, 2, 1].sort(() => -1), [1, 2, 3].sort(() => 1), [3, 1, 2].toSorted(() => -1), [3, 1, 2].sort(() => 0));
