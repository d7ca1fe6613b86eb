const values: int[] = [7, -7, 1, 0, 2147483647, -2147483648];
const divisors: int[] = [2, -2, 3, 10, -1];
for (const v of values) {
  for (const d of divisors) {
    console.log(v, d, v / d, (v / d) | 0, Math.trunc(v / d), v % d, Math.floor(v / d));
  }
}
console.log(7 / 2, 1 / 3, -1 / 3, (5 / 0) | 0);
