function many(a: int, b: number, c: int, d: float, e: string, f: boolean, g: number, h: int): string {
  return `${a} ${b} ${c} ${d} ${e} ${f} ${g} ${h}`;
}
console.log(many(1, 2.5, 3, 4.5, 'five', true, 7.25, 8));
function sum8(a: int, b: int, c: int, d: int, e: int, f: int, g: int, h: int): int {
  return a + 2 * b + 3 * c + 4 * d + 5 * e + 6 * f + 7 * g + 8 * h;
}
console.log(sum8(1, 2, 3, 4, 5, 6, 7, 8));
function doubles(a: number, b: number, c: number, d: number): number {
  return a - b * c + d;
}
console.log(doubles(1.5, 2.5, 3.5, 4.5), doubles(sum8(1, 1, 1, 1, 1, 1, 1, 1), 1, 2, 3));
