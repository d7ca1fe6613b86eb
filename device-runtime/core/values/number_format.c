// Numbers as text: Number::toString of ECMA-262 in base ten, the shortest digits that read back as the number.
#include "../arith/arith.h"
#include "digits.h"
#include "values.h"

enum { MOST_DIGITS = 17, MOST_TEXT = 28 };

/** Writes the decimal digits of a number so that they end at `end`; returns where they begin. */
static uint8_t *put_decimal(uint8_t *end, uint32_t number) {
  do {
    uint32_t rest = number / 10;
    *--end = (uint8_t)('0' + number - rest * 10);
    number = rest;
  } while (number);
  return end;
}

gn_ref gn_str_from_i32(int32_t number) {
  uint8_t text[11];
  uint8_t *end = text + sizeof text;
  uint8_t *begin = put_decimal(end, number < 0 ? 0u - (uint32_t)number : (uint32_t)number);
  if (number < 0) *--begin = '-';
  return gn_string_from_bytes(begin, (uint32_t)(end - begin));
}

/** Makes the shortest digits ('0'..'9') that identify a positive double; returns how many. */
static uint32_t shortest(uint32_t high, uint32_t low, uint8_t *text, int32_t *point) {
  struct gn_digits digits;
  uint32_t biased = high >> 20;
  uint32_t fraction = high & 0xfffff;
  // A power of two is twice as far from its upper neighbour as from the lower one. (Not so 2^-1022, but that
  // makes no difference to its digits.)
  uint32_t shift = fraction == 0 && low == 0 ? 2 : 1;
  if (biased) {
    fraction |= 0x100000;
  } else {
    biased = 1;
  }
  digits.high = fraction << shift | low >> (32 - shift);
  digits.low = low << shift;
  digits.exponent = (int32_t)(biased - 1075 - shift);
  digits.margin_above = shift;
  digits.inclusive = !(low & 1);
  gn_digits_begin(&digits);
  *point = digits.point;
  for (uint32_t count = 0;; gn_digits_advance(&digits)) {
    uint32_t digit = gn_digits_take(&digits);
    int32_t below = gn_digits_sign(&digits, -1, 0);
    int32_t above = gn_digits_sign(&digits, (int32_t)shift, -1);
    int down = below < 0 || (below == 0 && digits.inclusive);  // with this digit the text reads back
    int up = above > 0 || (above == 0 && digits.inclusive);    // and with the next one
    if (down && up) {
      // Both do: the nearer one, or the even one.
      memcpy(digits.margin, digits.rest, sizeof digits.rest);
      int32_t half = gn_digits_sign(&digits, 1, -1);
      up = half > 0 || (half == 0 && (digit & 1));
    }
    text[count++] = (uint8_t)('0' + digit + (uint32_t)up);
    if (down || up) return count;
  }
}

gn_ref gn_str_from_number(gn_number held) {
  if (held >> 32 == 0) return gn_str_from_i32((int32_t)held);
  double number = gn_double(held);
  int32_t small = gn_d2i(number);
  if ((double)small == number) return gn_str_from_i32(small);
  union {
    double number;
    uint32_t words[2];
  } bits = {.number = number};
  uint32_t high = bits.words[1] & 0x7fffffff;
  uint32_t low = bits.words[0];
  uint8_t digits[MOST_DIGITS];
  uint8_t text[MOST_TEXT];
  uint8_t *end = text + MOST_TEXT;
  uint8_t *begin = end;
  if (high > 0x7ff00000 || (high == 0x7ff00000 && low)) return gn_string_from_bytes((const uint8_t *)"NaN", 3);
  if (high == 0x7ff00000) {
    begin -= 8;
    memcpy(begin, "Infinity", 8);
  } else {
    int32_t point;
    int32_t count = (int32_t)shortest(high, low, digits, &point);
    if (point > 21 || point < -5) {
      uint32_t exponent = (uint32_t)(point - 1);
      int negative = point < 0;
      begin = put_decimal(begin, negative ? 0 - exponent : exponent);
      *--begin = negative ? '-' : '+';
      *--begin = 'e';
      point = 1;
    }
    for (int32_t i = count > point ? count - 1 : point - 1; i >= 0; i--) {
      *--begin = i < count ? digits[i] : '0';
      if (i == point && i > 0) *--begin = '.';
    }
    if (point <= 0) {
      for (; point < 0; point++) *--begin = '0';
      *--begin = '.';
      *--begin = '0';
    }
  }
  if (bits.words[1] >> 31) *--begin = '-';
  return gn_string_from_bytes(begin, (uint32_t)(end - begin));
}
