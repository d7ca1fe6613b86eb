const n: int = 100;
function biquad(x: Float32Array, y: Float32Array): void {
  const b0: float = 0.2929;
  const b1: float = 0.5858;
  const b2: float = 0.2929;
  const a1: float = -0.0001;
  const a2: float = 0.1716;
  let x1: float = 0;
  let x2: float = 0;
  let y1: float = 0;
  let y2: float = 0;
  for (let i: int = 0; i < n; i++) {
    const x0: float = x[i];
    const y0: float = b0 * x0 + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2;
    x2 = x1;
    x1 = x0;
    y2 = y1;
    y1 = y0;
    y[i] = y0;
  }
}
const x = new Float32Array(n);
const y = new Float32Array(n);

// %%
for (let i: int = 0; i < n; i++) x[i] = (i * 37) % 64;
biquad(x, y);
let sum: float = 0;
for (let i: int = 0; i < n; i++) sum += y[i];
sum | 0;
