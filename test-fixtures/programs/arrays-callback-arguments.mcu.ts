// Callbacks get value, index and array; they may take fewer; results of all kinds.
const xs = [5, 6, 7];
const log: string[] = [];
xs.forEach((x, i, all) => log.push(`${x}${i}${all.length}${all === xs}`));
console.log(log, xs.map((_, i) => i), xs.map(() => 'k'), xs.map(String), xs.map(Number), xs.filter((_, i) => i !== 1));
console.log(xs.reduce((acc, x, i, all) => acc + x * i + all.length, 100), xs.reduceRight((acc, x, i) => `${acc}${x}@${i} `, ''));
console.log(xs.some((x, i) => x === i + 5), xs.every((x, i, all) => x === all[i]), xs.findIndex((x, i) => i === 2 && x > 0));
console.log(xs.flatMap((x, i) => (i === 1 ? [] : [x, [x]].flat())), xs.find((x) => x > 100), xs.findLastIndex((x) => x < 7));
const grouped = xs.reduce<Record<string, number[]>>((g, x) => {
  (g[x % 2 ? 'odd' : 'even'] ??= []).push(x);
  return g;
}, {});
console.log(grouped);
const table = xs.map((x) => xs.map((y) => x * y));
console.log(table, table.map((r) => r.reduce((a, b) => a + b)), Math.max(...table.flat()));
const indices = xs.map((x, i) => ({ x, i })).sort((a, b) => b.x - a.x).map(({ i }) => i);
console.log(indices, ['1', '2', '3'].map((t) => parseInt(t)), ['a', 'b'].map((c) => c.toUpperCase()));
const fs = xs.map((x) => (y: number) => x + y);
console.log(fs.map((f, i) => f(i)));
