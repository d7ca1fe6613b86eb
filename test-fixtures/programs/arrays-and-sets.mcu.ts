console.log(Array(3).fill(0).map((_, i) => i), new Array(3).fill(null).map((_, i) => i * 2), [...Array(3).keys()], Array.from(Array(4).keys()));
const xs = [3, 1, 3, 2, 1];
console.log([...new Set(xs)], Array.from(new Set(xs)), Array.from(new Set(xs), (x) => x * 2), xs.filter((x, i) => xs.indexOf(x) === i));
const m = new Map<string, number>();
for (const w of 'a b a'.split(' ')) m.set(w, (m.get(w) ?? 0) + 1);
console.log([...m], Array.from(m), [...m.keys()].sort(), [...m.values()].reduce((a, b) => a + b), Array.from(m.entries()).map(([k, v]) => k + v), Array.from(m, ([k, v]) => `${k}=${v}`));
const byLength = xs.reduce((map, x) => map.set(x, (map.get(x) ?? 0) + 1), new Map<number, number>());
console.log(byLength.size, [...byLength.entries()].sort((a, b) => b[1] - a[1])[0]);
console.log(xs.concat(...new Set([7, 8])), Math.max(...new Set(xs)), Uint8Array.from(new Set([1, 2])));
