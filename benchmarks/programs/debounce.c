enum { n = 500 };
static unsigned char levels[n];

static int __attribute__((noinline)) presses(const unsigned char *levels) {
  enum { RELEASED, PRESSING, PRESSED, RELEASING };
  int state = RELEASED, since = 0, count = 0;
  for (int time = 0; time < n; time++) {
    int down = levels[time] != 0;
    switch (state) {
      case RELEASED:
        if (down) {
          state = PRESSING;
          since = time;
        }
        break;
      case PRESSING:
        if (!down) {
          state = RELEASED;
        } else if (time - since >= 4) {
          state = PRESSED;
          count++;
        }
        break;
      case PRESSED:
        if (!down) {
          state = RELEASING;
          since = time;
        }
        break;
      case RELEASING:
        if (down) state = PRESSED;
        else if (time - since >= 4) state = RELEASED;
        break;
    }
  }
  return count;
}

int bench(void) {
  for (int i = 0; i < n; i++) levels[i] = (i >> 4 & 1) ^ ((i * 7 & 15) == 3);
  return presses(levels);
}
