// Shifts and bitwise operators on numbers of all sizes.
const xs = [0, 1, -1, 2147483647, -2147483648, 2147483648, 4294967295, 4294967296, -4294967297, 1.9, -1.9, 1e15, -1e15, NaN, Infinity];
for (const x of xs) {
  console.log(x, x | 0, x >>> 0, ~x, x & 0xff, x ^ -1, x << 1, x >> 1, x >>> 1, x << 31, x >> 31, x >>> 31, x << 32, x >>> 33);
}
for (const n of [-1, 0, 5, 31, 32, 33, 63, 64.9, -33]) console.log(n, 1 << n, -8 >> n, -8 >>> n);
let v = 0x12345678;
v = (v << 8) | (v >>> 24);
console.log(v.toString(16), (v >>> 0).toString(16), (v ^ 0xffffffff) >>> 0, Math.clz32(v), Math.imul(v, v));
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}
console.log(hash(''), hash('a'), hash('hello world'));
const bits = (n: number): number => {
  let count = 0;
  for (let x = n >>> 0; x; x &= x - 1) count++;
  return count;
};
console.log([0, 1, 255, -1, 2 ** 31].map(bits));
