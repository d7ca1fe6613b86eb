function mandelbrot(size: int): int {
  let sum: int = 0;
  for (let y: int = 0; y < size; y++) {
    const ci: float = (2 * (y as float)) / (size as float) - 1;
    for (let x: int = 0; x < size; x++) {
      const cr: float = (2 * (x as float)) / (size as float) - 1.5;
      let zr: float = 0;
      let zi: float = 0;
      let i: int = 0;
      while (i < 50) {
        const rr: float = zr * zr;
        const ii: float = zi * zi;
        if (rr + ii > 4) break;
        zi = 2 * zr * zi + ci;
        zr = rr - ii + cr;
        i++;
      }
      sum += i;
    }
  }
  return sum;
}

// %%
mandelbrot(12);
