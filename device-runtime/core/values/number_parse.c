// Text as numbers: StringToNumber of ECMA-262, rounded correctly.
//
// A decimal number is first computed in doubles, which is exact if its digits and its power of ten are small.
// If not, the result may be off by a few units in the last place: then the text is compared with the exact
// digits of the point half-way to the neighbouring double, and the result moves until it is the nearest.
#include "digits.h"
#include "values.h"

// Decimal exponents beyond this are beyond all doubles, whatever the text's length (below 2^24).
enum { EXPONENT_CAP = 1 << 26 };

/** A position in the text. */
struct text {
  const struct gn_string *string;
  uint32_t index;
  uint32_t unit;  // there; 0, which no number contains, at the end
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

/** Goes to the next unit, and returns it. */
static uint32_t advance(struct text *text) {
  uint32_t index = ++text->index;
  return text->unit = index < text->string->length ? gn_unit(text->string, index) : 0;
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
  while (is_space(text->unit)) advance(text);
}

/** The value of the next digit of a decimal's text. */
static uint32_t next_digit(struct text *text) {
  if (text->unit == '.') advance(text);
  uint32_t digit = text->unit - '0';
  advance(text);
  return digit;
}

/** Whether a decimal is nearer to the double after the one with the bits `lower`; if half-way, which is even. */
static int rounds_up(const struct decimal *decimal, uint64_t lower) {
  struct gn_digits digits;
  uint32_t high = (uint32_t)(lower >> 32);
  uint32_t biased = high >> 20;
  high &= 0xfffff;
  // Nothing is above infinity, nothing below zero (whose predecessor has a sign here).
  if (biased >= 2047) return biased > 2047;
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
  int32_t difference = decimal->point - digits.point;
  struct text text = decimal->digits;
  for (int32_t i = decimal->count; !difference && i > 0; i--) {
    difference = (int32_t)(next_digit(&text) - gn_digits_take(&digits));
    gn_digits_advance(&digits);
  }
  if (!difference) difference = -gn_digits_sign(&digits, 0, 0);
  return difference ? difference > 0 : (int)(lower & 1);
}

static double decimal_value(const struct decimal *decimal) {
  if (decimal->count == 0 || decimal->point < -330) return 0;
  if (decimal->point > 309) return infinity.number;
  struct text text = decimal->digits;
  int32_t used = decimal->count < 17 ? decimal->count : 17;
  int32_t exponent = decimal->point - used;
  int32_t left = exponent < 0 ? -exponent : exponent;
  int inexact = used > 15 || left > 22;
  union pattern result = {.number = 0};
  while (used--) result.number = result.number * 10 + (double)(int32_t)next_digit(&text);
  while (left) {
    // Powers of ten up to 10^22 are exact.
    double power = 1;
    for (int32_t i = 22; left && i; i--, left--) power *= 10;
    result.number = exponent < 0 ? result.number / power : result.number * power;
  }
  if (inexact) {
    while (rounds_up(decimal, result.bits)) result.bits++;
    while (!rounds_up(decimal, result.bits - 1)) result.bits--;
  }
  return result.number;
}

/** Reads a decimal number without sign. Returns whether there was one. */
static int read_decimal(struct text *text, struct decimal *decimal) {
  int32_t digits = 0, leading = 0, last = 0, point = -1, exponent = 0;
  for (uint32_t unit = text->unit;; unit = advance(text)) {
    if (unit == '.' && point < 0) {
      point = digits;
      continue;
    }
    if (!is_digit(unit)) break;
    digits++;
    if (unit == '0') continue;
    if (!last) {
      decimal->digits = *text;
      leading = digits - 1;
    }
    last = digits;
  }
  if (!digits) return 0;
  if (point < 0) point = digits;
  if ((text->unit | 0x20) == 'e') {
    uint32_t sign = advance(text);
    if (sign == '+' || sign == '-') advance(text);
    if (!is_digit(text->unit)) return 0;
    for (; is_digit(text->unit); advance(text)) {
      if (exponent < EXPONENT_CAP) exponent = exponent * 10 + (int32_t)(text->unit - '0');
    }
    if (sign == '-') exponent = -exponent;
  }
  decimal->count = last - leading;
  decimal->point = point - leading + exponent;
  return 1;
}

/** Reads the digits of a number in base 2^shift, rounding what a double can't hold. */
static double read_power_of_two(struct text *text, uint32_t shift) {
  // The highest 64 bits or a few less; if more follow, their factor. Any set bit among them sets the lowest.
  uint32_t high = 0, low = 0;
  double factor = 1;
  for (uint32_t unit = text->unit;; unit = advance(text)) {
    uint32_t digit = unit - '0';
    if (digit > 9) {
      digit = (unit | 0x20) - 'a' + 10;
      if (digit < 10) break;
    }
    if (digit >> shift) break;
    if (high >> 28) {
      if (digit) low |= 1;
      factor *= 1 << shift;
    } else {
      high = high << shift | low >> (32 - shift);
      low = low << shift | digit;
    }
  }
  return ((double)high * 4294967296.0 + (double)low) * factor;
}

double gn_str_to_f64(gn_ref ref) {
  struct text text = {.string = gn_string_at(ref), .index = (uint32_t)-1};
  double value = not_a_number.number;
  advance(&text);
  skip_space(&text);
  uint32_t sign = text.unit;
  uint32_t shift = 0;
  if (sign == '0') {
    uint32_t letter = advance(&text) | 0x20;
    shift = letter == 'x' ? 4 : letter == 'o' ? 3 : letter == 'b' ? 1 : 0;
    if (!shift) {
      text.index -= 2;
      advance(&text);
    }
  }
  if (shift) {
    advance(&text);
    uint32_t first = text.index;
    double number = read_power_of_two(&text, shift);
    if (text.index != first) value = number;
  } else {
    struct decimal decimal;
    if (sign == '+' || sign == '-') advance(&text);
    if (text.unit == 'I') {
      const char *rest = "Infinity";
      for (; *rest && text.unit == (uint8_t)*rest; rest++) advance(&text);
      if (!*rest) value = infinity.number;
    } else if (read_decimal(&text, &decimal)) {
      value = decimal_value(&decimal);
    } else if (!sign) {
      value = 0;  // nothing at all
    }
    if (sign == '-') value = -value;
  }
  skip_space(&text);
  return text.index < text.string->length ? not_a_number.number : value;
}
