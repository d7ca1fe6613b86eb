function f(a: int, b: int = 10, c: string = 'x' + a): string {
  return `${a} ${b} ${c}`;
}
console.log(f(1), f(1, 2), f(1, 2, 'z'), f(1, undefined, 'u'));
function g(a: number = 1.5): number {
  return a * 2;
}
console.log(g(), g(4));
