// The text of numbers at the borders of notations, and all ways to format them.
const xs = [0, -0, 1e21, 123456789012345680000, 1e-6, 1e-7, 0.000001234, 123e-20, 1.7976931348623157e308, 5e-324, 2 ** 53, -1.5, 1 / 3, 100, 1e100, 4.35, 0.1 + 0.2];
for (const x of xs) console.log(x, `${x}`, String(-x), x.toString(2).slice(0, 60));
for (const x of [0, 1.005, 1.45, 123.456, -1.5, 2.5, 1e21, 0.00001, 999.995, -0.0000001]) {
  console.log(x.toFixed(0), x.toFixed(2), x.toFixed(7), x.toPrecision(1), x.toPrecision(3), x.toExponential(), x.toExponential(2));
}
for (const r of [2, 3, 8, 16, 36]) console.log((255).toString(r), (-255.5).toString(r), (0.1).toString(r).slice(0, 30), (2 ** 40 + 0.25).toString(r));
console.log(NaN.toString(), Infinity.toFixed(2), (-Infinity).toPrecision(3), NaN.toExponential(), (0).toPrecision(4), (-0).toFixed(1));
console.log(1e21 + 1, 1e21.toFixed(2), 0.1 * 3, 9007199254740993, 1 / 0, -1 / 0, 0 / 0, 5 % 0, -5 % 2, 5.5 % -2, -0 % 1);
