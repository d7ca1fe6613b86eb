static int __attribute__((noinline)) collatz(int limit) {
  int longest = 0;
  for (int start = 1; start < limit; start++) {
    int n = start;
    int steps = 0;
    while (n != 1) {
      n = (n & 1) == 0 ? n >> 1 : 3 * n + 1;
      steps++;
    }
    if (steps > longest) longest = steps;
  }
  return longest;
}

int bench(void) { return collatz(300); }
