enum { size = 64 };
static int buffer[size], head, tail;

static int put(int value) {
  int next = (head + 1) & (size - 1);
  if (next == tail) return 0;
  buffer[head] = value;
  head = next;
  return 1;
}

static int take(void) {
  if (head == tail) return -1;
  int value = buffer[tail];
  tail = (tail + 1) & (size - 1);
  return value;
}

int bench(void) {
  int sum = 0;
  head = tail = 0;
  for (int round = 0; round < 100; round++) {
    for (int i = 0; i < 7; i++) put(round * i);
    for (int i = 0; i < 5; i++) sum += take();
  }
  return sum;
}
