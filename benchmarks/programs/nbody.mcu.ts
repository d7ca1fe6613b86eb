const n: int = 5;
const px = new Float32Array(n);
const py = new Float32Array(n);
const pz = new Float32Array(n);
const vx = new Float32Array(n);
const vy = new Float32Array(n);
const vz = new Float32Array(n);
const mass = new Float32Array(n);
function root(x: float): float {
  let guess: float = x > 1 ? x * 0.5 : 1;
  for (let i: int = 0; i < 12; i++) guess = 0.5 * (guess + x / guess);
  return guess;
}
function advance(dt: float): void {
  for (let i: int = 0; i < n; i++) {
    for (let j: int = i + 1; j < n; j++) {
      const dx: float = (px[i] as float) - (px[j] as float);
      const dy: float = (py[i] as float) - (py[j] as float);
      const dz: float = (pz[i] as float) - (pz[j] as float);
      const d2: float = dx * dx + dy * dy + dz * dz;
      const mag: float = dt / (d2 * root(d2));
      const mi: float = (mass[i] as float) * mag;
      const mj: float = (mass[j] as float) * mag;
      vx[i] -= dx * mj;
      vy[i] -= dy * mj;
      vz[i] -= dz * mj;
      vx[j] += dx * mi;
      vy[j] += dy * mi;
      vz[j] += dz * mi;
    }
  }
  for (let i: int = 0; i < n; i++) {
    px[i] += dt * (vx[i] as float);
    py[i] += dt * (vy[i] as float);
    pz[i] += dt * (vz[i] as float);
  }
}

// %%
for (let i: int = 0; i < n; i++) {
  px[i] = i * 3 - 5;
  py[i] = i * i;
  pz[i] = 7 - i;
  vx[i] = 0;
  vy[i] = 0;
  vz[i] = 0;
  mass[i] = i + 1;
}
for (let step: int = 0; step < 10; step++) advance(0.01);
const first: float = px[0];
(first * 1000) | 0;
