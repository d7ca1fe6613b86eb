enum { n = 100 };
static float x[n], y[n];

static void __attribute__((noinline)) biquad(const float *x, float *y) {
  const float b0 = 0.2929f, b1 = 0.5858f, b2 = 0.2929f, a1 = -0.0001f, a2 = 0.1716f;
  float x1 = 0, x2 = 0, y1 = 0, y2 = 0;
  for (int i = 0; i < n; i++) {
    float x0 = x[i];
    float y0 = b0 * x0 + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2;
    x2 = x1;
    x1 = x0;
    y2 = y1;
    y1 = y0;
    y[i] = y0;
  }
}

int bench(void) {
  for (int i = 0; i < n; i++) x[i] = (float)((i * 37) % 64);
  biquad(x, y);
  float sum = 0;
  for (int i = 0; i < n; i++) sum += y[i];
  return (int)sum;
}
