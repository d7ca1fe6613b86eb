const xs = [0, -0, 1, 123.456, 0.000123, 1e21, 1.5e-7, 5e-324, 1.7976931348623157e308, 0.1, -99.995, 1 / 3, 2 ** 53, 100];
for (const x of xs) console.log(x.toExponential(), x.toExponential(0), x.toExponential(2), x.toExponential(20));
console.log((2.5).toExponential(0), (0.00015).toExponential(0), (9.995).toExponential(2), (99.99).toExponential(1));
console.log(NaN.toExponential(), Infinity.toExponential(3), (-Infinity).toExponential(), (5).toExponential(undefined));
const i: int = -1234567;
console.log(i.toExponential(), i.toExponential(3), (1e100).toExponential(5), (1.23e-100).toExponential());
