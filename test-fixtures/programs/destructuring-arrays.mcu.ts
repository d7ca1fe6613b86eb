// Several variables from an array, and assignments of several at once.
const [a, b] = [1, 'x'];
let [c, , d] = [1, 2, 3];
const xs = [5, 6, 7, 8];
const [first, second = 0, ...rest] = xs;
const [x0 = -1, x1 = -2] = [9].slice(0);
console.log(a, b, c, d, first, second, rest, x0, x1);
for (const [p, q] of [[1, 2], [3, 4]]) console.log(p + q);
function sum() {
  const [u, v = u + 1] = xs.slice(0, 1);
  return u + v;
}
console.log(sum());
[c, d] = [d, c];
console.log(c, d);
const ys = [1, 2, 3];
[ys[0], ys[2]] = [ys[2], ys[0]];
console.log(ys);
let [f1, f2] = [0, 1];
for (let i = 0; i < 10; i++) [f1, f2] = [f2, f1 + f2];
console.log(f1, f2);
