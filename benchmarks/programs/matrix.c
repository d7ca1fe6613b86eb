enum { n = 20 };
static int a[n * n], b[n * n], c[n * n];

static void __attribute__((noinline)) multiply(const int *a, const int *b, int *c) {
  for (int i = 0; i < n; i++) {
    for (int j = 0; j < n; j++) {
      int sum = 0;
      for (int k = 0; k < n; k++) sum += a[i * n + k] * b[k * n + j];
      c[i * n + j] = sum;
    }
  }
}

int bench(void) {
  for (int i = 0; i < n * n; i++) {
    a[i] = i;
    b[i] = i * 3;
  }
  multiply(a, b, c);
  return c[n * n - 1];
}
