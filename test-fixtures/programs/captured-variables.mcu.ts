function counter(): int {
  let n: int = 0;
  function step(by: int): void {
    n += by;
  }
  step(1);
  step(10);
  n *= 2;
  step(100);
  return n;
}
console.log(counter(), counter());
function average(values: number[]): number {
  let total = 0;
  const add = (v: number): void => {
    total += v;
  };
  for (const v of values) add(v);
  return total / values.length;
}
console.log(average([1, 2, 3, 4.5]));
