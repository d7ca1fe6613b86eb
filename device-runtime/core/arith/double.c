// Double precision in C: correct first. Significands are held with the leading bit at bit 62, so that ten bits below
// the last place keep what rounding must know (the lowest is sticky).
#include <stdint.h>

#include "arith.h"

enum { BIAS = 1023, MAX_EXPONENT = 0x7ff, ROUND_BITS = 10 };
#define LEADING ((uint64_t)1 << 62)
#define QUIET_NAN 0x7ff8000000000000u

struct parts {
  uint32_t sign;  // 0 or 1
  int32_t exponent;  // biased
  uint64_t significand;
};

static uint64_t infinity(uint32_t sign) { return (uint64_t)(sign << 31 | 0x7ff00000u) << 32; }

static uint64_t shift_right_sticky(uint64_t value, int32_t count) {
  if (count == 0) return value;
  if (count > 63) return value != 0;
  return value >> count | ((value << (64 - count)) != 0);
}

/** Rounds to nearest, ties to even, and packs. The leading bit is at 62, or the value is 0. */
static uint64_t pack(uint32_t sign, int32_t exponent, uint64_t significand) {
  if (exponent <= 0) {
    significand = shift_right_sticky(significand, 1 - exponent);
    exponent = 0;
  }
  uint32_t rest = (uint32_t)significand & ((1u << ROUND_BITS) - 1);
  uint64_t rounded = (significand >> ROUND_BITS) + (rest >> (ROUND_BITS - 1));
  if (rest == 1u << (ROUND_BITS - 1)) rounded &= ~(uint64_t)1;
  // The leading bit of a normal number counts as one in the exponent's field.
  if (exponent > 0) exponent--;
  uint64_t bits = ((uint64_t)(uint32_t)exponent << 52) + rounded;
  if ((bits >> 52) >= MAX_EXPONENT) return infinity(sign);
  return bits | (uint64_t)sign << 63;
}

/** Normalizes (any leading bit) and packs; zero gets the sign. */
static uint64_t normalize_pack(uint32_t sign, int32_t exponent, uint64_t significand) {
  if (significand == 0) return (uint64_t)sign << 63;
  int32_t shift = gn_clz64(significand) - 1;
  if (shift < 0) return pack(sign, exponent + 1, shift_right_sticky(significand, 1));
  return pack(sign, exponent - shift, significand << shift);
}

/** A finite number's parts, subnormals normalized. */
static struct parts unpack(uint64_t bits) {
  struct parts p = {(uint32_t)(bits >> 63), (int32_t)(bits >> 52) & MAX_EXPONENT, bits << 12 >> 2};
  if (p.exponent) {
    p.significand |= LEADING;
  } else if (p.significand) {
    int32_t shift = gn_clz64(p.significand) - 1;
    p.significand <<= shift;
    p.exponent = 1 - shift;
  }
  return p;
}

static uint32_t is_special(uint64_t bits) { return ((uint32_t)(bits >> 52) & MAX_EXPONENT) == MAX_EXPONENT; }
static uint32_t is_nan(uint64_t bits) { return bits << 1 > (uint64_t)0x7ff << 53; }
static uint32_t is_zero(uint64_t bits) { return bits << 1 == 0; }

double gn_dsqrt(double da) {
  uint64_t a = gn_bits(da);
  if (is_nan(a)) return gn_double(QUIET_NAN);
  if (is_zero(a) || (is_special(a) && !(a >> 63))) return da;
  if (a >> 63) return gn_double(QUIET_NAN);
  struct parts x = unpack(a);
  int32_t exponent = x.exponent - BIAS;
  uint64_t rest = x.significand;
  if (exponent & 1) rest <<= 1;
  exponent >>= 1;
  // Digit by digit: root and rest such that rest is what remains of the operand, with one bit of the root a step.
  uint64_t root = 0, remainder = 0;
  for (int32_t i = 0; i < 56; i++) {
    remainder = remainder << 2 | rest >> 62;
    rest <<= 2;
    uint64_t trial = root << 2 | 1;
    root <<= 1;
    if (remainder >= trial) {
      remainder -= trial;
      root |= 1;
    }
  }
  return gn_double(normalize_pack(0, exponent + BIAS, root << 7 | (remainder != 0)));
}

double gn_drem(double da, double db) {
  uint64_t a = gn_bits(da), b = gn_bits(db);
  if (is_special(a) || is_nan(b) || is_zero(b)) return gn_double(QUIET_NAN);
  if (is_special(b) || is_zero(a)) return da;
  struct parts x = unpack(a), y = unpack(b);
  while (x.exponent >= y.exponent) {
    if (x.significand >= y.significand) x.significand -= y.significand;
    if (x.significand == 0) return gn_double((uint64_t)x.sign << 63);
    if (x.exponent == y.exponent) break;
    x.significand <<= 1;
    x.exponent--;
  }
  return gn_double(normalize_pack(x.sign, x.exponent, x.significand));
}

