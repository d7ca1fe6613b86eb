console.log(Math.PI, Math.E, Math.SQRT2, Math.LN2, Math.LN10, Math.LOG2E, Math.LOG10E, Math.SQRT1_2);
console.log(Math.sqrt(2), Math.sqrt(-1), Math.cbrt(27), Math.hypot(3, 4));
for (const x of [0, 0.5, 1, -2, 10, 100.25]) console.log(x, Math.sin(x), Math.cos(x), Math.tan(x), Math.exp(x), Math.atan(x));
for (const x of [0.1, 1, 2, 1000]) console.log(x, Math.log(x), Math.log2(x), Math.log10(x), Math.pow(x, 0.3), x ** 3);
console.log(Math.atan2(1, -1), Math.atan2(-0, -1), Math.asin(0.5), Math.acos(0.5), Math.sinh(1), Math.cosh(1), Math.tanh(0.5));
