static int __attribute__((noinline)) mandelbrot(int size) {
  int sum = 0;
  for (int y = 0; y < size; y++) {
    float ci = 2.0f * (float)y / (float)size - 1.0f;
    for (int x = 0; x < size; x++) {
      float cr = 2.0f * (float)x / (float)size - 1.5f;
      float zr = 0, zi = 0;
      int i = 0;
      while (i < 50) {
        float rr = zr * zr, ii = zi * zi;
        if (rr + ii > 4.0f) break;
        zi = 2.0f * zr * zi + ci;
        zr = rr - ii + cr;
        i++;
      }
      sum += i;
    }
  }
  return sum;
}

int bench(void) { return mandelbrot(12); }
