for (const x of [0, 1, 255, -255, 4294967296, 0.5, 0.1, -1.75, 1e21, 1 / 3, 123.456]) console.log(x.toString(2), x.toString(16), x.toString(36), x.toString(7));
console.log((255).toString(), (255).toString(10), (255).toString(undefined), NaN.toString(2), Infinity.toString(16), (-0).toString(2));
const i: int = -2147483648;
console.log(i.toString(2), i.toString(16), i.toString(36), (35).toString(36), (2 ** 53).toString(3));
console.log((1e-7).toString(2), (0.000001).toString(), (1e-7).toString(), (123456789012345680000).toString(), (1e21).toString());
const radix = 8;
console.log((64).toString(radix), true.toString(), String(1e300), `${-0}`, String(-0), (-1e-7).toString());
