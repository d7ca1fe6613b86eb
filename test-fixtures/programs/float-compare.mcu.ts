const values: float[] = [0, -0, 1.5, -1.5, 1e-40, 3e38];
for (const a of values) {
  for (const b of values) console.log(a, b, a < b, a <= b, a === b, a > b, a >= b, a !== b);
}
const zero: float = 0;
const nan: float = zero / zero;
console.log(nan, nan === nan, nan < nan, nan >= nan, nan !== nan);
