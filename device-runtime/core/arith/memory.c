// memcpy, memmove and memset: gcc calls them for copies of its own as well.
#include <stddef.h>
#include <stdint.h>

void *memcpy(void *restrict to, const void *restrict from, size_t count);
void *memmove(void *to, const void *from, size_t count);
void *memset(void *to, int value, size_t count);

void *memmove(void *to, const void *from, size_t count) {
  uint8_t *d = to;
  const uint8_t *s = from;
  if ((uintptr_t)d - (uintptr_t)s >= count) {
    if ((((uintptr_t)d | (uintptr_t)s) & 3) == 0) {
      for (; count >= 4; count -= 4, d += 4, s += 4) *(uint32_t *)(void *)d = *(const uint32_t *)(const void *)s;
    }
    while (count--) *d++ = *s++;
  } else {
    if ((((uintptr_t)d | (uintptr_t)s) & 3) == 0) {
      while (count & 3) {
        count--;
        d[count] = s[count];
      }
      for (; count; count -= 4) *(uint32_t *)(void *)(d + count - 4) = *(const uint32_t *)(const void *)(s + count - 4);
    }
    while (count--) d[count] = s[count];
  }
  return to;
}

void *memcpy(void *restrict to, const void *restrict from, size_t count) { return memmove(to, from, count); }

void *memset(void *to, int value, size_t count) {
  uint8_t *d = to;
  uint32_t word = (uint8_t)value * 0x01010101u;
  while (count && ((uintptr_t)d & 3)) *d++ = (uint8_t)word, count--;
  for (; count >= 4; count -= 4, d += 4) *(uint32_t *)(void *)d = word;
  while (count--) *d++ = (uint8_t)word;
  return to;
}
