// Doubles and singles as bits, and what the arithmetic routines share.
#ifndef GN_ARITH_H
#define GN_ARITH_H

#include <stdint.h>

#include "../generated/abi.h"

static inline uint64_t gn_bits(double value) {
  union { double value; uint64_t bits; } u = {.value = value};
  return u.bits;
}
static inline double gn_double(uint64_t bits) {
  union { uint64_t bits; double value; } u = {.bits = bits};
  return u.value;
}
static inline uint32_t gn_single_bits(float value) {
  union { float value; uint32_t bits; } u = {.value = value};
  return u.bits;
}
static inline float gn_single(uint32_t bits) {
  union { uint32_t bits; float value; } u = {.bits = bits};
  return u.value;
}
static inline int32_t gn_clz64(uint64_t value) {
  uint32_t high = (uint32_t)(value >> 32);
  return high ? gn_clz((int32_t)high) : 32 + gn_clz((int32_t)(uint32_t)value);
}
double __aeabi_dadd(double a, double b);
double __aeabi_dsub(double a, double b);
int32_t __aeabi_dcmpeq(double a, double b);
int32_t __aeabi_dcmplt(double a, double b);
int32_t __aeabi_dcmple(double a, double b);
int32_t __aeabi_dcmpun(double a, double b);
double __aeabi_i2d(int32_t value);
double __aeabi_ui2d(uint32_t value);
double __aeabi_f2d(float value);
float __aeabi_d2f(double value);
double __aeabi_dmul(double a, double b);
double __aeabi_ddiv(double a, double b);
#endif
