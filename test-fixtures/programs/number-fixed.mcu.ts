const xs = [0, -0, 0.5, 1.5, 2.5, 1.005, 1.45, -1.5, 123.456, 1e20, 123456789012345680000, 1e-7, 0.000001, 10.235, -0.0000001, 4.35, 1e21, 0.1 + 0.2];
for (const x of xs) console.log(x.toFixed(), x.toFixed(1), x.toFixed(2), x.toFixed(10), x.toFixed(20));
console.log(NaN.toFixed(2), Infinity.toFixed(2), (-1e300).toFixed(3), (12.34).toFixed(undefined), (7).toFixed(3));
console.log((0.1).toFixed(50), (1.25).toFixed(1), (1.35).toFixed(1), (-2.345).toFixed(2), (1000000).toFixed(2));
const i: int = 42;
const f: float = 0.1;
console.log(i.toFixed(2), f.toFixed(10), (5.9999).toFixed(3), (0.9999).toFixed(2));
