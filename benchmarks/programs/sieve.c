static unsigned char flags[4000];

static int __attribute__((noinline)) sieve(unsigned char *flags, int length) {
  int count = 0;
  for (int i = 0; i < length; i++) flags[i] = 1;
  for (int i = 2; i < length; i++) {
    if (!flags[i]) continue;
    count++;
    for (int j = i + i; j < length; j += i) flags[j] = 0;
  }
  return count;
}

int bench(void) { return sieve(flags, 4000); }
