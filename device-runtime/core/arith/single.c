// Single precision through double: a double holds more than twice a single's digits and two, so rounding the exact
// double result again gives the correctly rounded single (Figueroa, "When is double rounding innocuous?", 1995).
#include "arith.h"

float gn_fsqrt(float value) { return __aeabi_d2f(gn_dsqrt(__aeabi_f2d(value))); }
