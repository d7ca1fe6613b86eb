static int columns[7];

static int safe(const int *columns, int row, int column) {
  for (int r = 0; r < row; r++) {
    int c = columns[r];
    if (c == column || c - column == row - r || column - c == row - r) return 0;
  }
  return 1;
}

static int __attribute__((noinline)) place(int *columns, int row, int n) {
  if (row == n) return 1;
  int count = 0;
  for (int column = 0; column < n; column++) {
    if (safe(columns, row, column)) {
      columns[row] = column;
      count += place(columns, row + 1, n);
    }
  }
  return count;
}

int bench(void) { return place(columns, 0, 7); }
