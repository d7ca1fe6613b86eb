let total = 0;
for (let round = 0; round < 60; round++) {
  const words = Array.from({ length: 50 }, (_, i) => `w${(i * 7 + round) % 50}`);
  const sorted = words.toSorted((a, b) => a.localeCompare(b));
  const grouped = sorted.flatMap((w) => [w, w.toUpperCase()]).filter((w) => w.length > 2);
  total += grouped.map((w) => w.padStart(6, '-').slice(1)).join('').length;
  total += words.toSpliced(5, 10, ...sorted.slice(0, 3)).concat(sorted).length;
  total += [...words.entries()].reduce((n, [i, w]) => n + i + w.length, 0);
  total += (1234.5678 * round).toPrecision(12).length + (0.001 * round).toExponential(5).length;
  total += [[words], [sorted]].flat(2).length + [1, [2, [3]]].flat(Infinity).length;
}
console.log(total);
