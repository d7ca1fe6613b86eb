function fib(n: number): number {
  return n < 2 ? n : fib(n - 1) + fib(n - 2);
}
console.log(fib(0), fib(1), fib(15));
let a = 0;
let b = 1;
for (let i = 0; i < 100; i++) {
  const next = a + b;
  a = b;
  b = next;
}
console.log(a);
