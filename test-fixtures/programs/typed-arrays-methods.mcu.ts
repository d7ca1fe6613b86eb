const a = new Int16Array([5, -3, 9, 0, 9]);
console.log(a.at(-1), a.at(9), a.indexOf(9), a.lastIndexOf(9), a.indexOf(7), a.includes(0), a.includes(NaN), a.join('|'), a.toString(), a.length);
console.log(a.map((x) => x * 20000), a.filter((x) => x > 0), a.slice(1, 3), a.slice(-2), a.reduce((s, x) => s + x), a.reduceRight((s, x) => s - x, 100));
console.log(a.every((x) => x > -5), a.some((x) => x > 9), a.find((x) => x < 0), a.findLast((x) => x === 9), a.findIndex((x) => x === 0), a.findLastIndex((x) => x === 9));
a.forEach((x, i, all) => console.log(i, x, all.length));
console.log([...a], [...a.keys()], [...a.entries()].length, Array.from(a, (x) => x + 0.5), Math.max(...a));
console.log(a.fill(7, 1, 3), a.reverse(), a.copyWithin(0, 3), a.with(0, 1), a.toReversed(), a);
const f = new Float32Array([0.1, 0.2]);
console.log(f.includes(0.1), f.indexOf(Math.fround(0.2)), f.map((x) => x + 1), f.reduce((s, x) => s + x, 0));
const b = new Uint8Array(6);
b.set([1, 2], 2);
b.set(new Int16Array([-1, 300]), 4);
console.log(b, new Uint8Array(b), new Int8Array(b), new Float64Array(b).map((x) => x / 2));
console.log(Uint8Array.BYTES_PER_ELEMENT, Float64Array.BYTES_PER_ELEMENT, Uint8Array.of(1, 2), Int8Array.from([200, 1.5]), Uint16Array.from('123', (c) => Number(c) * 30000));
for (const x of f) console.log(x > 0.15);
try {
  b.set([9, 9], 5);
} catch (e) {
  console.log(e instanceof RangeError, b);
}
console.log(new Uint8Array(0), new Uint8Array(0).length, new Uint8Array().at(0));
console.log(b.byteLength, f.byteLength, a.BYTES_PER_ELEMENT, new Float64Array(3).byteLength, new Uint8Array(0).byteLength);
