// Quotients and remainders of the same numbers beside each other, where the divisor may be zero.
const toBase = (n: number, b: number): string => (n < b ? '' : toBase(Math.floor(n / b), b)) + '0123456789abcdef'[n % b];
console.log(toBase(255, 16), toBase(255, 2), toBase(35, 7), toBase(0, 10));
function digits(n: number, base: number): number[] {
  return n < base ? [n] : [...digits(Math.trunc(n / base), base), n % base];
}
console.log(digits(1234, 10), digits(255, 16), digits(7.5, 2));
function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}
console.log(gcd(48, 18), gcd(17, 0), gcd(0, 0), 5 % gcd(0, 0));
