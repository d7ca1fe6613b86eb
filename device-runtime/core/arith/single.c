// Single precision through double: a double holds more than twice a single's digits and two, so rounding the exact
// double result again gives the correctly rounded single (Figueroa, "When is double rounding innocuous?", 1995).
#include "arith.h"

float __aeabi_fadd(float a, float b) { return __aeabi_d2f(__aeabi_dadd(__aeabi_f2d(a), __aeabi_f2d(b))); }
float __aeabi_fsub(float a, float b) { return __aeabi_d2f(__aeabi_dsub(__aeabi_f2d(a), __aeabi_f2d(b))); }
float __aeabi_fmul(float a, float b) { return __aeabi_d2f(__aeabi_dmul(__aeabi_f2d(a), __aeabi_f2d(b))); }
float __aeabi_fdiv(float a, float b) { return __aeabi_d2f(__aeabi_ddiv(__aeabi_f2d(a), __aeabi_f2d(b))); }
float gn_fsqrt(float value) { return __aeabi_d2f(gn_dsqrt(__aeabi_f2d(value))); }
float __aeabi_frsub(float a, float b) { return __aeabi_fsub(b, a); }
