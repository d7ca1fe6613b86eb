console.log(Math.abs(-5), Math.abs(5.5), Math.max(1, 2), Math.min(1.5, -2), Math.max(1, 2, 3), Math.max(NaN, 1), Math.min(0, -0));
console.log(Math.floor(-1.5), Math.ceil(-1.5), Math.round(-1.5), Math.round(2.5), Math.round(0.49999999999999994), Math.trunc(-1.9));
console.log(Math.sign(-3), Math.sign(0), Math.sign(2.5), Math.imul(65537, 65537), Math.clz32(1), Math.clz32(0), Math.fround(0.1));
const a: int = -7;
const b: int = 3;
console.log(Math.abs(a), Math.max(a, b), Math.min(a, b), Math.floor(a / b), Math.sqrt(b * b));
