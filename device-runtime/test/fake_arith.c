// What the C code needs of core/arith, by the machine's own arithmetic.
#include <math.h>
#include <string.h>

#include "arith/arith.h"

int32_t gn_d2i(double value) {
  return isfinite(value) ? (int32_t)(uint32_t)(int64_t)fmod(trunc(value), 4294967296.0) : 0;
}

int32_t gn_udiv(int32_t a, int32_t b) {
  return b ? (int32_t)((uint32_t)a / (uint32_t)b) : 0;
}

enum { UPPER_WORD = 32 };

double gn_double(gn_number held) {
  if (held >> UPPER_WORD == 0) return (int32_t)held;
  uint64_t bits = held ^ (uint64_t)0xffffffff << UPPER_WORD;
  double value;
  memcpy(&value, &bits, sizeof value);
  return value;
}

gn_number gn_held(double value) {
  uint64_t bits;
  memcpy(&bits, &value, sizeof bits);
  return bits ^ (uint64_t)0xffffffff << UPPER_WORD;
}
