enum { pixels = 60 };
static unsigned char red[pixels], green[pixels], blue[pixels];
static unsigned frame[pixels];

static void __attribute__((noinline)) pack(const unsigned char *red, const unsigned char *green,
                                           const unsigned char *blue, unsigned *frame, int brightness) {
  for (int i = 0; i < pixels; i++) {
    unsigned r = red[i] * brightness >> 8, g = green[i] * brightness >> 8, b = blue[i] * brightness >> 8;
    frame[i] = g << 24 | r << 16 | b << 8;
  }
}

int bench(void) {
  for (int i = 0; i < pixels; i++) {
    red[i] = i * 4;
    green[i] = 255 - i;
    blue[i] = i ^ 85;
  }
  int sum = 0;
  for (int brightness = 0; brightness < 256; brightness += 32) {
    pack(red, green, blue, frame, brightness);
    for (int i = 0; i < pixels; i++) sum ^= (int)frame[i] >> 8;
  }
  return sum;
}
