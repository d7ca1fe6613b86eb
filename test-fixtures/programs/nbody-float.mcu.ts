let x: float = 0;
let y: float = 1;
let vx: float = 0.5;
let vy: float = 0;
for (let step: int = 0; step < 100; step++) {
  const r2: float = x * x + y * y;
  const r3: float = r2 * Math.sqrt(r2);
  vx -= (x / r3) * 0.01;
  vy -= (y / r3) * 0.01;
  x += vx * 0.01;
  y += vy * 0.01;
}
console.log(x, y, vx, vy);
