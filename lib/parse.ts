// Text as numbers: Number(text) and unary + (StringToNumber of ECMA-262), parseInt, parseFloat. What is decimal, or in a
// base that is a power of two, is rounded correctly.
//
// Up to 15 digits and a power of ten up to 10^22 are exact as doubles, so one operation on them rounds correctly
// (Clinger, "How to read floating point numbers accurately", PLDI 1990). All else is a division of large integers, of
// which as many bits are computed as the double has; what is left then says how to round.

/** The sign that stands at an index: 45 for minus, 43 for plus, 0 for none. */
function number_signAt(text: string, index: int): int {
  if (index >= __length(text)) return 0;
  const unit = __unit(text, index);
  return unit === 45 || unit === 43 ? unit : 0;
}

function number_fromText(text: string): number {
  let i = string_firstNonSpace(text);
  const end = string_trimmedEnd(text);
  if (i >= end) return 0;
  const shift = number_prefixShift(text, i);
  if (shift > 0) {
    i += 2;
    if (i === end || number_skipDigits(text, i, 1 << shift) < end) return NaN;
    return number_ofBits(text, i, end, shift);
  }
  const sign = number_signAt(text, i);
  if (sign !== 0) i++;
  let value = Infinity;
  if (string_matches(text, 'Infinity', i)) {
    if (i + 8 !== end) return NaN;
  } else {
    if (i === end || number_decimalEnd(text, i) !== end) return NaN;
    value = number_ofDecimal(text, i, end);
  }
  return sign === 45 ? -value : value;
}

function number_parseFloat(text: string): number {
  let i = string_firstNonSpace(text);
  const sign = number_signAt(text, i);
  if (sign !== 0) i++;
  let value = Infinity;
  if (!string_matches(text, 'Infinity', i)) {
    const end = number_decimalEnd(text, i);
    if (end === i) return NaN;
    value = number_ofDecimal(text, i, end);
  }
  return sign === 45 ? -value : value;
}

function number_parseInt(text: string, radix: number = 0): number {
  let i = string_firstNonSpace(text);
  const sign = number_signAt(text, i);
  if (sign !== 0) i++;
  let base: int = radix | 0;
  if ((base === 0 || base === 16) && number_prefixShift(text, i) === 4) {
    i += 2;
    base = 16;
  }
  if (base === 0) base = 10;
  if (base < 2 || base > 36) return NaN;
  const end = number_skipDigits(text, i, base);
  if (i === end) return NaN;
  let value = 0;
  if (base === 10) {
    value = number_ofDecimal(text, i, end);
  } else if ((base & (base - 1)) === 0) {
    let shift: int = 1;
    while (1 << shift < base) shift++;
    value = number_ofBits(text, i, end, shift);
  } else {
    value = number_ofDigits(text, i, end, base);
  }
  return sign === 45 ? -value : value;
}

/** Bits of a digit of the base that a prefix at an index stands for: 4 for 0x, 3 for 0o, 1 for 0b; 0 without prefix. */
function number_prefixShift(text: string, index: int): int {
  if (index + 1 >= __length(text) || __unit(text, index) !== 48) return 0;
  const letter = __unit(text, index + 1) | 32;
  if (letter === 120) return 4;
  if (letter === 111) return 3;
  return letter === 98 ? 1 : 0;
}

/** The value of a digit or letter, 99 if it is neither. */
function number_digitValue(unit: int): int {
  if (unit >= 48 && unit <= 57) return unit - 48;
  if (unit >= 97 && unit <= 122) return unit - 87;
  if (unit >= 65 && unit <= 90) return unit - 55;
  return 99;
}

/** The end of the digits of a base that start at an index. */
function number_skipDigits(text: string, from: int, base: int): int {
  let i: int = from;
  while (i < __length(text) && number_digitValue(__unit(text, i)) < base) i++;
  return i;
}

/** The end of the decimal number without sign that starts at an index; the index itself if there is none. */
function number_decimalEnd(text: string, from: int): int {
  const length = __length(text);
  const wholeEnd = number_skipDigits(text, from, 10);
  let end: int = wholeEnd;
  if (wholeEnd < length && __unit(text, wholeEnd) === 46) {
    end = number_skipDigits(text, wholeEnd + 1, 10);
    if (end - from === 1) return from; // nothing but the point
  }
  if (end === from) return from;
  if (end < length && (__unit(text, end) | 32) === 101) {
    let exponent: int = end + 1;
    if (number_signAt(text, exponent) !== 0) exponent++;
    const exponentEnd = number_skipDigits(text, exponent, 10);
    if (exponentEnd > exponent) return exponentEnd;
  }
  return end;
}

/** The exponent that stands from the letter e on; 0 if it is empty. What is beyond all doubles is cut off there. */
function number_exponent(text: string, from: int, end: int): int {
  if (from === end) return 0;
  const sign = number_signAt(text, from + 1);
  let exponent: int = 0;
  for (let i: int = sign !== 0 ? from + 2 : from + 1; i < end; i++) {
    if (exponent < 10000000) exponent = exponent * 10 + (__unit(text, i) - 48);
  }
  return sign === 45 ? -exponent : exponent;
}

/** The value of a decimal number without sign: digits, perhaps a point among them, perhaps an exponent. */
function number_ofDecimal(text: string, from: int, end: int): number {
  if (end - from < 10) {
    // Most are short integers.
    let whole: int = 0;
    let at: int = from;
    for (; at < end; at++) {
      const digit = __unit(text, at) - 48;
      if (digit < 0 || digit > 9) break;
      whole = whole * 10 + digit;
    }
    if (at === end) return whole;
  }
  let value = 0; // of the first digits,
  let count: int = 0; // so many, without leading zeros
  let dropped: int = 0; // so many follow,
  let exact = true; // all of them zero
  let decimals: int = 0; // so many of all are behind the point
  let behindPoint = false;
  let i: int = from;
  for (; i < end; i++) {
    const unit = __unit(text, i);
    if (unit > 57) break;
    if (unit === 46) {
      behindPoint = true;
    } else {
      if (behindPoint) decimals++;
      if (count === 15) {
        dropped++;
        if (unit !== 48) exact = false;
      } else {
        if (count > 0 || unit !== 48) count++;
        value = value * 10 + (unit - 48);
      }
    }
  }
  const tens = number_exponent(text, i, end) - decimals;
  const power = tens + dropped;
  if (count === 0 || count + power < -323) return 0;
  if (count + power > 309) return Infinity;
  if (!exact || power < -22 || power > 22) return number_ofLargeDecimal(text, from, i, tens);
  let factor = 1;
  for (let left: int = power < 0 ? -power : power; left > 0; left--) factor *= 10;
  return power < 0 ? value / factor : value * factor;
}

/** The value of an integer in base 2^shift, of any length. */
function number_ofBits(text: string, from: int, end: int, shift: int): number {
  const base: int = 1 << shift;
  let i: int = from;
  // The first digits, exact: from 2^48 on, and below 2^53.
  let high = 0;
  for (; i < end && high < 281474976710656; i++) high = high * base + number_digitValue(__unit(text, i));
  // More than a double holds. What follows only matters as "not zero", so that one addition rounds all of it.
  let low: int = 0;
  let scale: int = 1;
  for (; i < end && scale < 16777216; i++) {
    low = (low << shift) | number_digitValue(__unit(text, i));
    scale <<= shift;
  }
  let factor = 1;
  for (; i < end; i++) {
    if (__unit(text, i) !== 48) low |= 1;
    factor *= base;
  }
  return (high * scale + low) * factor;
}

/** The value of an integer in another base: above 2^53 rounded where V8 rounds, which the standard leaves open. */
function number_ofDigits(text: string, from: int, end: int, base: int): number {
  const most: int = (119304647 / base) | 0;
  let value = 0;
  let i: int = from;
  while (i < end && __unit(text, i) === 48) i++;
  while (i < end) {
    let part: int = 0;
    let factor: int = 1;
    for (; i < end && factor <= most; i++) {
      part = part * base + number_digitValue(__unit(text, i));
      factor *= base;
    }
    value = value * factor + part;
  }
  return value;
}

// Large integers: limbs of 16 bits, the lowest first, zeros at the top as may be.

/** limbs = limbs * factor + addend; both are at most 10000. */
function limbs_scale(limbs: int[], factor: int, addend: int): void {
  let carry: int = addend;
  const count = __length(limbs);
  for (let i: int = 0; i < count; i++) {
    carry += limbs[i] * factor;
    limbs[i] = carry & 0xffff;
    carry >>= 16;
  }
  if (carry > 0) limbs.push(carry);
}

/** limbs *= 10^power */
function limbs_scaleByTens(limbs: int[], power: int): void {
  let left: int = power;
  for (; left >= 4; left -= 4) limbs_scale(limbs, 10000, 0);
  for (; left > 0; left--) limbs_scale(limbs, 10, 0);
}

/** limbs * 2^(16 * by), as a new number of `count` limbs. */
function limbs_raised(limbs: int[], by: int, count: int): int[] {
  const result = __newArray<int>(count);
  for (let i: int = 0; i < __length(limbs); i++) result[i + by] = limbs[i];
  return result;
}

/** a >= b, of numbers with as many limbs. */
function limbs_reach(a: int[], b: int[]): boolean {
  for (let i: int = __length(a) - 1; i >= 0; i--) {
    if (a[i] !== b[i]) return a[i] > b[i];
  }
  return true;
}

/** a -= b, of numbers with as many limbs, a >= b. */
function limbs_subtract(a: int[], b: int[]): void {
  let borrow: int = 0;
  const count = __length(a);
  for (let i: int = 0; i < count; i++) {
    borrow += a[i] - b[i];
    a[i] = borrow & 0xffff;
    borrow >>= 16;
  }
}

/**
 * The double nearest to the digits text[from..end], taken as an integer (there may be a point among them), times
 * 10^tens: a number from 10^-324 to 10^309.
 */
function number_ofLargeDecimal(text: string, from: int, end: int, tens: int): number {
  // No point half-way between doubles has more digits than 767: further ones only matter as "not zero".
  let above: int[] = [];
  let count: int = 0;
  let power: int = tens;
  let more = false;
  for (let i: int = from; i < end; i++) {
    const unit = __unit(text, i);
    if (unit !== 46 && (count > 0 || unit !== 48)) {
      if (count < 770) {
        limbs_scale(above, 10, unit - 48);
        count++;
      } else {
        power++;
        if (unit !== 48) more = true;
      }
    }
  }
  let below: int[] = [1];
  if (power > 0) limbs_scaleByTens(above, power);
  else limbs_scaleByTens(below, -power);
  // The value is above / below * 2^exponent. Brought to as many limbs, then to 1 <= above / below < 2.
  const aboveLength = __length(above);
  const belowLength = __length(below);
  const length = aboveLength > belowLength ? aboveLength : belowLength;
  let exponent: int = (aboveLength - belowLength) * 16;
  above = limbs_raised(above, length - aboveLength, length + 1);
  below = limbs_raised(below, length - belowLength, length + 1);
  while (limbs_reach(above, below)) {
    limbs_scale(below, 2, 0);
    exponent++;
  }
  while (!limbs_reach(above, below)) {
    limbs_scale(above, 2, 0);
    exponent--;
  }
  // Long division, bit by bit; subnormal numbers have fewer. What it leaves says how to round: half to even.
  const bits: int = exponent < -1022 ? exponent + 1075 : 53;
  if (bits < 0) return 0;
  let value = 0;
  let odd = false;
  for (let i: int = 0; i < bits; i++) {
    value *= 2;
    odd = limbs_reach(above, below);
    if (odd) {
      limbs_subtract(above, below);
      value += 1;
    }
    limbs_scale(above, 2, 0);
  }
  if (limbs_reach(above, below) && (odd || more || !limbs_reach(below, above))) value += 1;
  let scale: int = exponent < -1022 ? -1074 : exponent - 52;
  if (scale < -1022) {
    value *= 7.888609052210118e-31; // 2^-100, for a power of two that is not subnormal is left
    scale += 100;
  }
  return value * __makeDouble((scale + 1023) << 20, 0);
}
