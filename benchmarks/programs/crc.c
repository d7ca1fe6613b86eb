static unsigned char data[1000];

static int __attribute__((noinline)) crc32(const unsigned char *data, int length) {
  int crc = -1;
  for (int i = 0; i < length; i++) {
    crc ^= data[i];
    for (int bit = 0; bit < 8; bit++) crc = crc & 1 ? (int)((unsigned)crc >> 1) ^ (int)0xedb88320 : (int)((unsigned)crc >> 1);
  }
  return ~crc;
}

int bench(void) {
  for (int i = 0; i < 1000; i++) data[i] = i * 7;
  return crc32(data, 1000);
}
