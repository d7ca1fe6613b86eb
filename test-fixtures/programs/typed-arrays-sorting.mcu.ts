console.log(new Int8Array([3, -1, 2, 10]).sort(), new Uint8Array([10, 9, 1]).sort(), new Float64Array([0.5, -0, 0, NaN, -Infinity, 3]).sort());
console.log(new Int16Array([3, 1, 2]).sort((a, b) => b - a), new Float32Array([2.5, 1.5]).toSorted(), new Uint32Array([4294967295, 1, 10]).sort());
const a = new Uint8Array([5, 3, 8]);
const sorted = a.toSorted((x, y) => y - x);
console.log(a, sorted, a.toReversed(), a.sort() === a);
const zeros = new Float64Array([0, -0, 0, -0]).sort();
console.log([...zeros].map((z) => 1 / z), new Float64Array([NaN, 1, NaN, 0]).toSorted());
const big = Uint8Array.from({ length: 40 }, (_, i) => (i * 37) % 41);
console.log(big.toSorted().join(' '));
