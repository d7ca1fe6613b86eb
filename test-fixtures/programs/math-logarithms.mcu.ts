const xs = [0, -0, 1, -1, 0.5, -0.5, 1.5, -1.5, 2.5, 1e-320, 1e300, -1e300, 5e-324, 0.1, 10, 100.7, 2 ** 31, -(2 ** 31), 2 ** 53, NaN, Infinity, -Infinity];
for (const x of xs) console.log(x, Math.log(x), Math.log2(x), Math.log10(x), Math.log1p(x));
for (let e = -10; e <= 10; e++) console.log(Math.log2(2 ** e), Math.log10(10 ** e), Math.log(Math.E ** e));
console.log(Math.log2(3), Math.log2(8), Math.log10(1000), Math.log10(2), Math.log(10), Math.log1p(1e-10), Math.log1p(-1), Math.log(1.0000001));
