// The method: Steele and White, "How to print floating-point numbers accurately" (PLDI 1990), in the form of
// Burger and Dybvig, "Printing floating-point numbers quickly and accurately" (PLDI 1996). The value is kept as
// the fraction rest / unit of two large integers, the margin as an integer over the same unit. The next digit
// is the quotient; then rest and margin are multiplied by ten.
//
// Limbs have 16 bits, because a product of two of them is one instruction on small cores, and leaves room for
// signed coefficients and the carry. All numbers of one conversion have the same count of limbs.
#include "digits.h"

#include "values.h"

/** number *= factor, which is below 2^16. */
static void scale(const struct gn_digits *digits, uint16_t *number, uint32_t factor) {
  uint32_t carry = 0;
  for (uint32_t i = 0; i < digits->limbs; i++) {
    carry += number[i] * factor;
    number[i] = (uint16_t)carry;
    carry >>= 16;
  }
}

int32_t gn_digits_sign(const struct gn_digits *digits, int32_t margins, int32_t units) {
  int32_t carry = 0;
  int32_t any = 0;
  for (uint32_t i = 0; i < digits->limbs; i++) {
    carry += digits->rest[i] + digits->margin[i] * margins + digits->unit[i] * units;
    any |= carry & 0xffff;
    carry >>= 16;
  }
  return carry < 0 ? -1 : (carry | any) != 0;
}

/** rest -= units * unit. */
static void subtract(struct gn_digits *digits, int32_t units) {
  int32_t carry = 0;
  for (uint32_t i = 0; i < digits->limbs; i++) {
    carry += digits->rest[i] - digits->unit[i] * units;
    digits->rest[i] = (uint16_t)carry;
    carry >>= 16;
  }
}

/** number = (high, low) * 2^shift. */
static void set(const struct gn_digits *digits, uint16_t *number, uint32_t high, uint32_t low, uint32_t shift) {
  uint16_t *limb = number + (shift >> 4);
  limb[0] = (uint16_t)low;
  limb[1] = (uint16_t)(low >> 16);
  limb[2] = (uint16_t)high;
  limb[3] = (uint16_t)(high >> 16);
  scale(digits, number, 1u << (shift & 15));
}

/** number *= 10^tens */
static void scale_by_tens(const struct gn_digits *digits, uint16_t *number, int32_t tens) {
  for (; tens >= 4; tens -= 4) scale(digits, number, 10000);
  for (; tens > 0; tens--) scale(digits, number, 10);
}

void gn_digits_advance(struct gn_digits *digits) {
  scale(digits, digits->rest, 10);
  scale(digits, digits->margin, 10);
}

void gn_digits_begin(struct gn_digits *digits) {
  uint32_t up = digits->exponent > 0 ? (uint32_t)digits->exponent : 0;
  uint32_t down = digits->exponent < 0 ? (uint32_t)-digits->exponent : 0;
  // 10^(point - 1) <= value < 10^point * 10, from the position of its highest bit: 78913 / 2^18 is log10(2).
  int32_t log2 = digits->exponent + (digits->high ? 31 : -1);
  for (uint32_t bits = digits->high ? digits->high : digits->low; bits; bits >>= 1) log2++;
  int32_t point = ((log2 * 78913) >> 18) + 1;
  // Scaling makes rest and unit equal up to a factor of ten, by making the smaller one larger; then there is
  // one more factor of ten to come.
  digits->limbs = ((down > 52 ? down + 12 : up + 64) + 15) >> 4;
  memset(digits->rest, 0, sizeof digits->rest * 3);
  set(digits, digits->rest, digits->high, digits->low, up);
  set(digits, digits->unit, 0, 1, down);
  set(digits, digits->margin, 0, 1, up);
  scale_by_tens(digits, digits->unit, point);
  scale_by_tens(digits, digits->rest, -point);
  scale_by_tens(digits, digits->margin, -point);
  int32_t above = gn_digits_sign(digits, (int32_t)digits->margin_above, -1);
  if (above > 0 || (above == 0 && digits->inclusive)) {
    point++;
  } else {
    gn_digits_advance(digits);
  }
  digits->point = point;
  digits->top = digits->limbs;
  do digits->top--;
  while (!digits->unit[digits->top]);
}

uint32_t gn_digits_take(struct gn_digits *digits) {
  // The quotient of the highest bits, the divisor rounded up, is the digit or one less.
  const uint16_t *rest = digits->rest + digits->top;
  const uint16_t *unit = digits->unit + digits->top;
  uint32_t dividend = (uint32_t)rest[1] << 28 | (uint32_t)rest[0] << 12;
  uint32_t divisor = (uint32_t)unit[0] << 12;
  if (digits->top) {
    dividend |= rest[-1] >> 4;
    divisor |= unit[-1] >> 4;
  }
  uint32_t digit = dividend / (divisor + 1);
  if (digit) subtract(digits, (int32_t)digit);
  if (gn_digits_sign(digits, 0, -1) >= 0) {
    subtract(digits, 1);
    digit++;
  }
  return digit;
}
