function gcd(a: int, b: int): int {
  return b === 0 ? a : gcd(b, a % b);
}
console.log(gcd(1071, 462), gcd(17, 5));
function isEven(n: int): boolean {
  return n === 0 ? true : isOdd(n - 1);
}
function isOdd(n: int): boolean {
  return n === 0 ? false : isEven(n - 1);
}
console.log(isEven(10), isOdd(7), isEven(7));
function ackermann(m: int, n: int): int {
  if (m === 0) return n + 1;
  if (n === 0) return ackermann(m - 1, 1);
  return ackermann(m - 1, ackermann(m, n - 1));
}
console.log(ackermann(2, 3));
function hanoi(n: int, from: string, to: string, via: string): int {
  if (n === 0) return 0;
  return hanoi(n - 1, from, via, to) + 1 + hanoi(n - 1, via, to, from);
}
console.log(hanoi(6, 'a', 'b', 'c'));
