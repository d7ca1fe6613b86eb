// The exact decimal digits of m * 2^e, one by one, with the margins that tell when enough digits were made. See digits.c
// for the method.
#ifndef GN_DIGITS_H
#define GN_DIGITS_H

#include <stdint.h>

// 2^1077, the largest denominator, times ten, in limbs of 16 bits.
enum { GN_LIMBS = 72 };

struct gn_digits {
  // Set by the caller:
  uint32_t high, low;  // the mantissa, at most 2^55, not 0
  int32_t exponent;    // of 2
  // Distance to the next larger number that rounds differently, in units of the mantissa: 1 or 2. The next
  // smaller one is 1 away.
  uint32_t margin_above;
  int inclusive;  // numbers at the margins round to this one
  // Set by gn_digits_begin: the value is 0.DDDD... * 10^point, with the first digit not 0.
  int32_t point;
  uint32_t limbs, top;
  uint16_t rest[GN_LIMBS], unit[GN_LIMBS], margin[GN_LIMBS];
};

/** Starts at the first digit. */
void gn_digits_begin(struct gn_digits *digits);

/** The current digit; what follows it is left in `rest`. Call once a digit. */
uint32_t gn_digits_take(struct gn_digits *digits);

/** Goes to the next digit. */
void gn_digits_advance(struct gn_digits *digits);

/** The sign of rest + margins * margin + units * unit. */
int32_t gn_digits_sign(const struct gn_digits *digits, int32_t margins, int32_t units);

#endif
