const xs = [0, -0, 1, -1, 0.5, -0.5, 1.5, -1.5, 2.5, 1e-320, 5e-324, 0.1, 10, 100.7, 2 ** 31, -(2 ** 31), NaN, Infinity, -Infinity];
for (const x of xs) console.log(x, Math.sin(x), Math.cos(x), Math.tan(x), Math.asin(x), Math.acos(x), Math.atan(x));
for (let d = 0; d <= 360; d += 30) {
  const r = (d * Math.PI) / 180;
  console.log(d, Math.sin(r), Math.cos(r), Math.tan(r));
}
for (const y of [0, -0, 1, -1, Infinity, -Infinity, NaN, 0.3]) for (const x of [0, -0, 1, -2, Infinity, -Infinity]) console.log(y, x, Math.atan2(y, x));
