const f: float = 1.5;
const d = 2.25;
const n: int = 3;
console.log(f + d, f + n, f * n, d * n, f < d, n > f);
const back: float = d + 0.1;
console.log(back);
let accumulator: float = 0;
accumulator += d;
accumulator *= f;
accumulator -= n;
console.log(accumulator);
function half(x: float): float {
  return x / 2;
}
console.log(half(3), half(n), half(0.1));
