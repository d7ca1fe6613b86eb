const values = [0, -0, 1.9, -1.9, 2147483648, 4294967295, 4294967296.5, -2147483649, 1e10, 1e20, 1e300, NaN, Infinity, -Infinity];
for (const v of values) console.log(v, v | 0, ~v, v >>> 0, v << 1, v >> 1, v ^ 5);
