// Conversions between 64-bit integers and floating point: only C of the runtime itself asks for them.
#include <stdint.h>

enum { BIAS = 1023, MAX_EXPONENT = 0x7ff };

double __aeabi_i2d(int32_t value);
double __aeabi_ui2d(uint32_t value);
double __aeabi_f2d(float value);
float __aeabi_d2f(double value);

double __aeabi_ul2d(uint64_t value);
double __aeabi_l2d(int64_t value);
float __aeabi_ul2f(uint64_t value);
float __aeabi_l2f(int64_t value);
uint64_t __aeabi_d2ulz(double value);
int64_t __aeabi_d2lz(double value);
uint64_t __aeabi_f2ulz(float value);
int64_t __aeabi_f2lz(float value);

static uint64_t bits_of(double value) {
  union {
    double value;
    uint64_t bits;
  } u = {.value = value};
  return u.bits;
}

// The halves are exact as doubles, so that only their sum rounds.
double __aeabi_ul2d(uint64_t value) {
  return __aeabi_ui2d((uint32_t)(value >> 32)) * 4294967296.0 + __aeabi_ui2d((uint32_t)value);
}
double __aeabi_l2d(int64_t value) {
  return __aeabi_i2d((int32_t)(value >> 32)) * 4294967296.0 + __aeabi_ui2d((uint32_t)value);
}

// Through a double, which must be exact: of a long value the low bits become one sticky bit, which is far enough
// below a single's last place to decide the rounding as all of them would.
float __aeabi_ul2f(uint64_t value) {
  if (value >> 53) value = (value | (uint64_t)((value & 0xfff) != 0) << 12) & ~(uint64_t)0xfff;
  return __aeabi_d2f(__aeabi_ul2d(value));
}
float __aeabi_l2f(int64_t value) {
  return value < 0 ? -__aeabi_ul2f(0 - (uint64_t)value) : __aeabi_ul2f((uint64_t)value);
}

// Truncates; what does not fit is not defined (here: what is left modulo 2^64, or 0).
uint64_t __aeabi_d2ulz(double value) {
  uint64_t bits = bits_of(value);
  int32_t exponent = ((int32_t)(bits >> 52) & MAX_EXPONENT) - BIAS;
  if (exponent < 0 || exponent > 63) return 0;
  uint64_t significand = (bits << 12 >> 12) | (uint64_t)1 << 52;
  return exponent <= 52 ? significand >> (52 - exponent) : significand << (exponent - 52);
}
int64_t __aeabi_d2lz(double value) {
  uint64_t magnitude = __aeabi_d2ulz(value);
  return (int64_t)(bits_of(value) >> 63 ? -magnitude : magnitude);
}
uint64_t __aeabi_f2ulz(float value) { return __aeabi_d2ulz(__aeabi_f2d(value)); }
int64_t __aeabi_f2lz(float value) { return __aeabi_d2lz(__aeabi_f2d(value)); }
