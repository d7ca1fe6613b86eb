enum { n = 500, width = 16 };
static unsigned short samples[n], window[width];

static int __attribute__((noinline)) smooth(const unsigned short *samples, unsigned short *window) {
  int sum = 0, at = 0, peak = 0;
  for (int i = 0; i < n; i++) {
    int sample = samples[i];
    sum += sample - window[at];
    window[at] = (unsigned short)sample;
    at = at + 1 == width ? 0 : at + 1;
    int mean = sum >> 4;
    if (mean > peak) peak = mean;
  }
  return peak;
}

int bench(void) {
  for (int i = 0; i < n; i++) samples[i] = i * 97 & 4095;
  for (int i = 0; i < width; i++) window[i] = 0;
  return smooth(samples, window);
}
