const zero = 0;
const nan = zero / zero;
const inf = 1 / zero;
console.log(nan, inf, -inf, -zero, 1 / -zero, inf - inf, inf * zero);
console.log(nan === nan, nan !== nan, nan < 1, nan > 1, nan <= 1, nan >= 1, nan == 1);
console.log(-0 === 0, 0 < inf, -inf < inf, NaN, Infinity, -Infinity);
console.log(Number.MAX_VALUE, Number.MIN_VALUE, Number.EPSILON, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER);
console.log(Number.MAX_VALUE * 2, Number.MIN_VALUE / 2, -Number.MIN_VALUE / 2);
console.log([-0, 0, NaN, -1.5]);
