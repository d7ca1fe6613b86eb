// Compound assignment to elements, fields, accessors: each part of the target is evaluated once.
let log = '';
const at = <T>(x: T): T => {
  log += `${x} `;
  return x;
};
const xs = [1, 2, 3];
const get = () => {
  log += 'xs ';
  return xs;
};
get()[at(1)]! += at(10);
get()[at(0)]!++;
--get()[at(2)]!;
console.log(xs, log);
log = '';
const o = { n: 2, s: 'a', inner: { list: [5] } };
const obj = () => {
  log += 'o ';
  return o;
};
obj().n **= at(3);
obj().s += at('b') + 1;
obj().inner.list[at(0)]! <<= at(2);
obj().n %= 5;
console.log(o, log);
let i = 0;
xs[i++] = i++;
xs[i] = xs[i - 1]! + (xs[i] = 50);
console.log(xs, i);
let a = 1;
a += (a = 5) + a;
a -= a++ + ++a;
console.log(a, (a *= 2) + a, a);
const m = [[1, 2], [3, 4]];
m[1]![0]! *= m[0]![1]! += 10;
console.log(m);
let s = 'x';
s += s += 'y';
console.log(s);
