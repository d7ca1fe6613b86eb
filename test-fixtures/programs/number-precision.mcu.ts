const xs = [0, -0, 1, 123.456, 0.000123, 1e21, 1.5e-7, 5e-324, 1.7976931348623157e308, 0.1, -99.995, 1 / 3, 2 ** 53, 1e-10];
for (const x of xs) console.log(x.toPrecision(1), x.toPrecision(3), x.toPrecision(15), x.toPrecision(21), x.toPrecision());
for (const x of xs) console.log(x.toPrecision(60));
console.log((2.5).toPrecision(1), (0.15).toPrecision(1), (999.5).toPrecision(3), (9.995).toPrecision(3), (1e6).toPrecision(6), (1e6).toPrecision(7));
console.log(NaN.toPrecision(3), Infinity.toPrecision(2), (-Infinity).toPrecision(1), (25).toPrecision(undefined));
const i: int = 12345;
console.log(i.toPrecision(2), i.toPrecision(7), (0.000001).toPrecision(2), (0.0000001).toPrecision(2));
