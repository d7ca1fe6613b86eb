let integral: float = 0;
let last: float = 0;
function step(target: float, actual: float): float {
  const error: float = target - actual;
  integral += error * 0.01;
  if (integral > 10) integral = 10;
  else if (integral < -10) integral = -10;
  const slope: float = (error - last) * 100;
  last = error;
  const output: float = 2 * error + 0.5 * integral + 0.01 * slope;
  return output > 100 ? 100 : output < -100 ? -100 : output;
}
function control(): int {
  let actual: float = 20;
  for (let i: int = 0; i < 200; i++) actual += step(60, actual) * 0.05;
  return (actual * 100) | 0;
}

// %%
control();
