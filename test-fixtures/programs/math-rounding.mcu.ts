const xs = [0, -0, 1, -1, 0.5, -0.5, 1.5, -1.5, 2.5, 1e-320, 1e300, -1e300, 5e-324, 0.1, 10, 100.7, 2 ** 31, -(2 ** 31), 2 ** 53, NaN, Infinity, -Infinity];
for (const x of xs) console.log(x, Math.floor(x), Math.ceil(x), Math.round(x), Math.trunc(x), Math.sign(x), Math.abs(x), Math.fround(x));
console.log(Math.round(2.4999999999999996), Math.round(0.49999999999999994), Math.round(-0.5), Math.round(-0.2), Math.round(4503599627370495.5), Math.round(-2.5));
const i: int = -7;
console.log(Math.floor(i / 2), Math.ceil(i / 2), Math.trunc(i / 2), Math.round(i / 2), Math.abs(i), Math.sign(i), Math.floor(i));
const f: float = -2.5;
console.log(Math.floor(f), Math.round(f), Math.abs(f), Math.trunc(f), Math.ceil(f), Math.sign(f));
