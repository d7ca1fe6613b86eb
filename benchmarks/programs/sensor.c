#include <stddef.h>
struct reading {
  const char *name, *unit;
  int value;
};
static char buffer[256];

static char *append(char *to, const char *text) {
  while (*text != '\0') *to++ = *text++;
  return to;
}

static char *append_number(char *to, int value) {
  char digits[11];
  int length = 0;
  unsigned rest = value < 0 ? -(unsigned)value : (unsigned)value;
  do {
    digits[length++] = '0' + rest % 10;
    rest /= 10;
  } while (rest > 0);
  if (value < 0) *to++ = '-';
  while (length > 0) *to++ = digits[--length];
  return to;
}

static char *append_reading(char *to, const struct reading *reading) {
  int size = reading->value < 0 ? -reading->value : reading->value;
  to = append(to, "{\"name\":\"");
  to = append(to, reading->name);
  to = append(to, "\",\"value\":");
  if (reading->value < 0) to = append(to, "-");
  to = append_number(to, size / 10);
  to = append(to, ".");
  to = append_number(to, size % 10);
  to = append(to, ",\"unit\":\"");
  to = append(to, reading->unit);
  return append(to, "\"}");
}

static char *append_message(char *to, const char *device, int time, const struct reading *readings, int count) {
  to = append(to, "{\"device\":\"");
  to = append(to, device);
  to = append(to, "\",\"time\":");
  to = append_number(to, time);
  to = append(to, ",\"readings\":[");
  for (int i = 0; i < count; i++) {
    if (i > 0) to = append(to, ",");
    to = append_reading(to, &readings[i]);
  }
  return append(to, "]}\n");
}

static struct reading readings[3] = {{"temperature", "C", 0}, {"humidity", "%", 0}, {"pressure", "hPa", 0}};

int bench(void) {
  int checksum = 0;
  for (int time = 0; time < 20; time++) {
    readings[0].value = time * 13 - 57;
    readings[1].value = 431 - time * 7;
    readings[2].value = 10132 + time;
    const char *end = append_message(buffer, "node-7", 86400 + time * 30, readings, 3);
    for (const char *at = buffer; at < end; at++) checksum = (checksum * 31 + *at) & 0xffffff;
  }
  return checksum;
}
