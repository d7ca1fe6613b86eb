const xs = [0, -0, 1, -1, 0.5, -0.5, 1.5, -1.5, 2.5, 1e-320, 1e300, -1e300, 5e-324, 0.1, 10, 100.7, 2 ** 31, -(2 ** 31), 2 ** 53, NaN, Infinity, -Infinity];
for (const x of xs) console.log(x, Math.sinh(x), Math.cosh(x), Math.tanh(x), Math.asinh(x), Math.acosh(x), Math.atanh(x));
for (let x = -3; x <= 3; x += 0.37) console.log(Math.sinh(x), Math.cosh(x), Math.tanh(x), Math.asinh(x), Math.acosh(1 + x * x), Math.atanh(x / 4));
