// Where -0 and NaN come from, where they go, and what tells them apart.
const zero = 0;
const m = -zero;
const nan = zero / zero;
console.log(m, zero, m === zero, Object.is(m, zero), Object.is(m, -0), 1 / m, 1 / zero, Math.sign(m), Math.abs(m));
console.log(-0 + 0, -0 - 0, 0 * -1, -0 * -1, 0 / -3, -1 % 1, Math.round(-0.4), Math.ceil(-0.5), Math.trunc(-0.9), Math.floor(-0));
console.log(Math.max(-0, 0), Math.min(0, -0), Math.max(), Math.min(), Math.sqrt(-0), Math.cbrt(-0), Math.atan2(-0, 1), (-0) ** 3, (-0) ** 2);
console.log(`${m}`, String(m), m.toString(), m.toFixed(1), JSON.stringify(m), JSON.stringify([m]), [m], [m].join(), m + '', Number('-0'), parseInt('-0'), parseFloat('-0'));
console.log(nan === nan, nan !== nan, nan < 1, nan >= 1, !(nan < 1), Object.is(nan, NaN), isNaN(nan), nan || 7, nan ?? 8);
console.log(Math.max(1, nan), Math.min(nan, 1), nan ** 0, 1 ** nan, Math.sign(nan), nan | 0, nan >>> 0, ~nan, Math.round(nan), -nan);
console.log(m ? 'truthy' : 'falsy', m < zero, m <= zero, m | 0, m >>> 0, ~~m, [0].indexOf(m), new Set([0, m]).size, new Map([[m, 'x']]).get(0));
let x = 5;
x *= -0;
console.log(x, x + 0, x - 0, -x, x + x, x - x, x * x);
let i = 0;
i = -i;
console.log(i, i === 0, 10 / i);
const parts = [0.1, -0.1, -0].map((v) => Math.round(v));
console.log(parts);
