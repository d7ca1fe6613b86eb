static int xs[200];

static void __attribute__((noinline)) fill(int *xs, int count) {
  int seed = 74755;
  for (int i = 0; i < count; i++) {
    seed = (seed * 1309 + 13849) & 65535;
    xs[i] = seed;
  }
}

static void __attribute__((noinline)) sort(int *xs, int length) {
  for (int end = length - 1; end > 0; end--) {
    for (int i = 0; i < end; i++) {
      if (xs[i] > xs[i + 1]) {
        int t = xs[i];
        xs[i] = xs[i + 1];
        xs[i + 1] = t;
      }
    }
  }
}

int bench(void) {
  fill(xs, 200);
  sort(xs, 200);
  return xs[0] + xs[199] * 3;
}
