static int count, v[6];

static void swap(int *v, int i, int j) {
  int t = v[i];
  v[i] = v[j];
  v[j] = t;
}

static void permute(int *v, int n) {
  count++;
  if (n != 0) {
    int last = n - 1;
    permute(v, last);
    for (int i = last; i >= 0; i--) {
      swap(v, last, i);
      permute(v, last);
      swap(v, last, i);
    }
  }
}

int bench(void) {
  count = 0;
  for (int i = 0; i < 6; i++) v[i] = i;
  permute(v, 6);
  return count;
}
