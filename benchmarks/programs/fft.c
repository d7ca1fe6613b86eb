enum { n = 64 };
static float re[n], im[n], wr[n / 2], wi[n / 2];

static void __attribute__((noinline)) fft(float *re, float *im, const float *wr, const float *wi) {
  int j = 0;
  for (int i = 1; i < n; i++) {
    int bit = n >> 1;
    while (j & bit) {
      j ^= bit;
      bit >>= 1;
    }
    j ^= bit;
    if (i < j) {
      float t = re[i];
      re[i] = re[j];
      re[j] = t;
      t = im[i];
      im[i] = im[j];
      im[j] = t;
    }
  }
  for (int size = 2; size <= n; size <<= 1) {
    int half = size >> 1, step = n / size;
    for (int start = 0; start < n; start += size) {
      for (int k = 0; k < half; k++) {
        float c = wr[k * step], s = wi[k * step];
        int a = start + k, b = a + half;
        float tr = re[b] * c - im[b] * s, ti = re[b] * s + im[b] * c;
        re[b] = re[a] - tr;
        im[b] = im[a] - ti;
        re[a] += tr;
        im[a] += ti;
      }
    }
  }
}

int bench(void) {
  float c = 0.99518472667f, s = -0.09801714033f;
  wr[0] = 1;
  wi[0] = 0;
  for (int i = 1; i < n / 2; i++) {
    wr[i] = wr[i - 1] * c - wi[i - 1] * s;
    wi[i] = wr[i - 1] * s + wi[i - 1] * c;
  }
  for (int i = 0; i < n; i++) {
    re[i] = (float)((i * 7) & 15);
    im[i] = 0;
  }
  fft(re, im, wr, wi);
  return (int)(re[0] + re[16] * 16.0f);
}
