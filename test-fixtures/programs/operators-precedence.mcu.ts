// Precedence and associativity, with values that tell the groupings apart.
const [a, b, c] = [2, 3, 4];
console.log(a + b * c, (a + b) * c, a ** b ** 2, (-a) ** 2, a - b - c, a / b / c, a % b * c, -a + +b, a * -b);
console.log(a < b === true, a + b > c, a & b | c, a | b & c, a ^ b & c, 1 | 2 ^ 3 & 4, a << 1 + 1, 64 >> 1 << 2, ~a & 7, !a === false);
console.log(a > b ? 1 : a < b ? 2 : 3, a && b || c, a || b && c, !a || b, (a && 0) ?? c);
console.log(typeof a + b, typeof (a + b), void a === undefined, [a, b].length + 1, 'x' + a + b, a + b + 'x', a + -b + 'x');
let i = 5;
console.log(i++ + ++i, i, i-- - --i, i, -i++ + i, i, i++ * 2 + i, (i = 3) + i, i += i++ + ++i, i);
let x = 1;
x += x *= x + 2;
x -= -x;
console.log(x, x = 5, (x &= 6) | (x <<= 2), x, x ^= x >>= 1, x);
const f = (n: number) => {
  console.log('f', n);
  return n;
};
console.log(f(1) + f(2) * f(3), f(0) && f(4), f(5) || f(6), f(1) < f(2) ? f(7) : f(8), [f(9), f(10)][f(1)]);
console.log(1 < 2 && 2 < 3, 1 + (2 as number) ** 2 * 3 - 4 / 2 % 3, 10 - 2 ** 3 ** 0);
