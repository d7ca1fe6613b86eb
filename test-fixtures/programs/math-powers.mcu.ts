const xs = [0, -0, 1, -1, 0.5, -0.5, 1.5, -1.5, 2.5, 1e-320, 1e300, -1e300, 5e-324, 0.1, 10, 100.7, 2 ** 31, -(2 ** 31), 2 ** 53, NaN, Infinity, -Infinity];
for (const x of xs) console.log(x, Math.sqrt(x), Math.cbrt(x), Math.exp(x), Math.expm1(x), Math.pow(x, 2), Math.pow(x, 0.5), Math.pow(2, x), Math.pow(x, -3));
console.log(Math.pow(0, 0), Math.pow(NaN, 0), Math.pow(1, Infinity), Math.pow(-8, 1 / 3), Math.pow(-0, -1), Math.pow(-0, -2), Math.pow(2, -1074), 2 ** 0.5, (-2) ** 3, (-2) ** 2);
const n: int = 10;
console.log(n ** 2, 2 ** n, Math.pow(n, 3), Math.sqrt(n), n ** -1, n ** 0.5, (n ** 9) / 7);
console.log(Math.hypot(3, 4), Math.hypot(-5, 12), Math.hypot(1e300, 1e300), Math.hypot(0, -0), Math.hypot(NaN, 1));
