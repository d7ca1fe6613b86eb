const xs = [0, -0, 1, -1, 2 ** 31, 2 ** 32, 2 ** 32 + 5, -(2 ** 31) - 1, 0.9, -0.9, 1e20, NaN, Infinity, 255];
for (const x of xs) console.log(x, Math.clz32(x), Math.imul(x, 3), Math.imul(x, 0xffffffff), x | 0, x >>> 0, ~x, x << 3, x >> 1, x & 0xff, x ^ 1);
const i: int = 0x12345678;
console.log(Math.clz32(i), Math.imul(i, i), i >>> 28, i & 0xf0f0, (i << 8) >>> 24, Math.imul(0x7fffffff, 2), Math.clz32(-1));
console.log(Math.max(-0, 0), Math.min(0, -0), 1 / Math.max(-0, -0), 1 / Math.min(0, -0), Math.max(NaN, 1), Math.min(1, NaN), Math.max(1, 2, 3), Math.min(3, 1, 2), Math.max(i, 5), Math.max(1.5, i));
console.log(Math.PI, Math.E, Math.LN2, Math.LN10, Math.LOG2E, Math.LOG10E, Math.SQRT2, Math.SQRT1_2);
for (let k = 0; k < 50; k++) {
  const r = Math.random();
  if (!(r >= 0 && r < 1)) console.log('out of range', r);
}
