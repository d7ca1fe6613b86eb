// Text as numbers: StringToNumber of ECMA-262, rounded correctly.
//
// A decimal number is first computed in doubles, which is exact if its digits and its power of ten are small.
// If not, the result may be off by a few units in the last place: then the text is compared with the exact
// digits of the point half-way to the neighbouring double, and the result moves until it is the nearest.
#include "digits.h"
#include "values.h"

// Decimal exponents beyond this are beyond all doubles, whatever the text's length (below 2^24).
enum { EXPONENT_CAP = 1 << 26 };

struct text {
  const struct gn_string *string;
  uint32_t index;
};

/** A decimal number's digits, from the first to the last that is not 0; a decimal point may be among them. */
struct decimal {
  struct text digits;
  int32_t count;  // of digits, without the point
  int32_t point;  // the value is 0.DDDD... * 10^point
};

union pattern {
  double number;
  uint64_t bits;
};

static const union pattern infinity = {.bits = 0x7ff0000000000000};
static const union pattern not_a_number = {.bits = 0x7ff8000000000000};

/** The unit under the cursor, 0 at the end (which no number contains). */
static uint32_t peek(const struct text *text) {
  return text->index < text->string->length ? gn_unit(text->string, text->index) : 0;
}

static int is_digit(uint32_t unit) {
  return unit - '0' < 10;
}

static int is_space(uint32_t unit) {
  if (unit < 0x100) return unit == ' ' || unit - 9 < 5 || unit == 0xa0;
  return unit == 0x1680 || unit - 0x2000 < 11 || unit - 0x2028 < 2 || unit == 0x202f || unit == 0x205f ||
         unit == 0x3000 || unit == 0xfeff;
}

static void skip_space(struct text *text) {
  while (is_space(peek(text))) text->index++;
}

/** The value of the next digit of a decimal's text. */
static uint32_t next_digit(struct text *text) {
  if (peek(text) == '.') text->index++;
  uint32_t digit = peek(text) - '0';
  text->index++;
  return digit;
}

/** The sign of the decimal minus the point half-way between a double, given by its bits, and the next one. */
static int32_t compare(const struct decimal *decimal, uint64_t lower) {
  struct gn_digits digits;
  uint32_t high = (uint32_t)(lower >> 32);
  uint32_t biased = high >> 20;
  high &= 0xfffff;
  if (biased) {
    high |= 0x100000;
  } else {
    biased = 1;
  }
  digits.high = high << 1 | (uint32_t)lower >> 31;
  digits.low = (uint32_t)lower << 1 | 1;
  digits.exponent = (int32_t)biased - 1076;
  digits.margin_above = 0;
  digits.inclusive = 1;
  gn_digits_begin(&digits);
  if (decimal->point != digits.point) return decimal->point - digits.point;
  struct text text = decimal->digits;
  for (int32_t i = 0; i < decimal->count; i++) {
    int32_t difference = (int32_t)(next_digit(&text) - gn_digits_take(&digits));
    if (difference) return difference;
    gn_digits_advance(&digits);
  }
  return -gn_digits_sign(&digits, 0, 0);
}

static double decimal_value(const struct decimal *decimal) {
  if (decimal->count == 0 || decimal->point < -330) return 0;
  if (decimal->point > 309) return infinity.number;
  struct text text = decimal->digits;
  int32_t used = decimal->count < 17 ? decimal->count : 17;
  double value = 0;
  for (int32_t i = 0; i < used; i++) value = value * 10 + (double)(int32_t)next_digit(&text);
  int32_t exponent = decimal->point - used;
  int32_t left = exponent < 0 ? -exponent : exponent;
  int exact = decimal->count < 16 && left <= 22;
  while (left) {
    // Powers of ten up to 10^22 are exact.
    double power = 1;
    for (int32_t i = 0; left && i < 22; i++, left--) power *= 10;
    if (exponent < 0) {
      value /= power;
    } else {
      value *= power;
    }
  }
  if (exact) return value;
  union pattern result = {.number = value};
  int32_t sign;
  int moved = 0;
  while (result.bits < infinity.bits) {
    sign = compare(decimal, result.bits);
    if (sign < 0 || (sign == 0 && !(result.bits & 1))) break;
    result.bits++;
    moved = 1;
  }
  while (!moved && result.bits) {
    sign = compare(decimal, result.bits - 1);
    if (sign > 0 || (sign == 0 && !(result.bits & 1))) break;
    result.bits--;
  }
  return result.number;
}

/** Reads a decimal number without sign. Returns whether there was one. */
static int read_decimal(struct text *text, struct decimal *decimal) {
  int32_t any = 0, after_point = 0, seen_point = 0, seen = 0;
  decimal->count = 0;
  decimal->point = 0;
  for (;; text->index++) {
    uint32_t unit = peek(text);
    if (unit == '.' && !seen_point) {
      seen_point = 1;
      continue;
    }
    if (!is_digit(unit)) break;
    any = 1;
    after_point += seen_point;
    if (unit != '0' && !seen) decimal->digits = *text;
    if (unit != '0' || seen) seen++;
    if (unit != '0') decimal->count = seen;
  }
  if (!any) return 0;
  int32_t exponent = 0;
  if ((peek(text) | 0x20) == 'e') {
    text->index++;
    uint32_t sign = peek(text);
    if (sign == '+' || sign == '-') text->index++;
    if (!is_digit(peek(text))) return 0;
    for (; is_digit(peek(text)); text->index++) {
      if (exponent < EXPONENT_CAP) exponent = exponent * 10 + (int32_t)(peek(text) - '0');
    }
    if (sign == '-') exponent = -exponent;
  }
  decimal->point = seen - after_point + exponent;
  return 1;
}

/** Reads the digits of a number in base 2^shift, rounding what a double can't hold. NaN if there is none. */
static double read_power_of_two(struct text *text, uint32_t shift) {
  // The highest 64 bits or a few less; if more follow, their factor, and whether any of them was set.
  uint32_t high = 0, low = 0, sticky = 0;
  double factor = 1;
  uint32_t first = text->index;
  for (;; text->index++) {
    uint32_t unit = peek(text);
    uint32_t digit = unit - '0';
    if (digit > 9) digit = (unit | 0x20) - 'a' < 6 ? (unit | 0x20) - 'a' + 10 : 99;
    if (digit >> shift) break;
    if (high >> 28) {
      sticky |= digit;
      factor *= 1 << shift;
    } else {
      high = high << shift | low >> (32 - shift);
      low = low << shift | digit;
    }
  }
  if (text->index == first) return not_a_number.number;
  if (sticky) low |= 1;
  return ((double)high * 4294967296.0 + (double)low) * factor;
}

double gn_str_to_f64(gn_ref ref) {
  struct text text = {gn_string_at(ref), 0};
  double value;
  skip_space(&text);
  uint32_t first = peek(&text);
  uint32_t shift = 0;
  if (first == '0' && text.string->length > text.index + 1) {
    uint32_t letter = gn_unit(text.string, text.index + 1) | 0x20;
    shift = letter == 'x' ? 4 : letter == 'o' ? 3 : letter == 'b' ? 1 : 0;
  }
  if (shift) {
    text.index += 2;
    value = read_power_of_two(&text, shift);
  } else {
    struct decimal decimal;
    if (first == '+' || first == '-') text.index++;
    if (peek(&text) == 'I') {
      const char *rest = "Infinity";
      while (*rest && peek(&text) == (uint8_t)*rest) {
        rest++;
        text.index++;
      }
      value = *rest ? not_a_number.number : infinity.number;
    } else if (read_decimal(&text, &decimal)) {
      value = decimal_value(&decimal);
    } else {
      // No number: that is 0 if there is nothing at all.
      value = first ? not_a_number.number : 0;
    }
    if (first == '-') value = -value;
  }
  skip_space(&text);
  return text.index < text.string->length ? not_a_number.number : value;
}
