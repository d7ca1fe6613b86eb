// Function expressions that call themselves by their own names.
console.log(
  (function fact(n: number): number {
    return n <= 1 ? 1 : n * fact(n - 1);
  })(5),
);
const r = (function f(n: number): string {
  return n === 0 ? '' : f(n - 1) + n;
})(3);
console.log(r);
let k = 2;
console.log(
  (function g(n: number): number {
    return n === 0 ? k : g(n - 1) + k;
  })(3),
);
