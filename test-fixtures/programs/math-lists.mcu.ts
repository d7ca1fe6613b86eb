const xs = [3, -1, 7.5, 0];
console.log(Math.max(...xs), Math.min(...xs), Math.max(1, ...xs, 100), Math.min(...[]), Math.max(...[NaN, 1]));
console.log(Math.max(), Math.min(), Math.max(4), Math.min(...[-0, 0]), 1 / Math.max(...[-0, 0]));
const ints: int[] = [5, 9, -2];
console.log(Math.max(...ints), Math.min(...ints, ...xs), Math.max(...new Uint8Array([3, 250])));
console.log(Math.hypot(), Math.hypot(-3), Math.hypot(3, 4), Math.hypot(1, 2, 3), Math.hypot(...xs), Math.hypot(1e200, 1e200, 1e200));
console.log(Math.hypot(NaN, Infinity), Math.hypot(NaN, 1, 2), Math.hypot(0, -0, 0), Math.hypot(1e-320, 1e-320, 0.1));
const empty: number[] = [];
console.log(Math.max(...empty), Math.hypot(...empty), Math.max(...'a,bcd,ef'.split(',').map((s) => s.length)));
