// What the core needs of core/arith, by the machine's own arithmetic.
#include <math.h>

#include "generated/abi.h"

int32_t gn_d2i(double value) {
  return isfinite(value) ? (int32_t)(uint32_t)(int64_t)fmod(trunc(value), 4294967296.0) : 0;
}

int32_t gn_udiv(int32_t a, int32_t b) {
  return b ? (int32_t)((uint32_t)a / (uint32_t)b) : 0;
}
