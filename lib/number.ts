// Numbers as text beyond the shortest decimal form, and what Math does without tables.

function number_digit(value: int): string {
  if (value < 10) return __fromUnit(48 + value);
  return __fromUnit(87 + value);
}

/**
 * Number.prototype.toString(radix). Of a fraction, the fewest digits that tell the number from its neighbours, as
 * V8 gives them.
 */
function number_toString(x: number, radix: number): string {
  if (!(radix >= 2 && radix < 37)) __badLength(radix | 0);
  const base: int = radix | 0;
  if (base === 10 || x !== x || x === Infinity || x === -Infinity) return String(x);
  if (x < 0) return '-' + number_toString(-x, base);
  let whole = Math.floor(x);
  let fraction = x - whole;
  const digits: int[] = [];
  // Half the distance to the next double.
  let delta = 0.5 * (number_next(x) - x);
  if (delta < 5e-324) delta = 5e-324;
  if (fraction >= delta) {
    do {
      fraction *= base;
      delta *= base;
      const digit: int = fraction | 0;
      digits.push(digit);
      fraction -= digit;
      if (fraction > 0.5 || (fraction === 0.5 && (digit & 1) === 1)) {
        if (fraction + delta > 1) {
          // Round up, with the carry.
          let last: int = __length(digits) - 1;
          while (last >= 0 && digits[last] + 1 === base) last--;
          __setLength(digits, last + 1);
          if (last >= 0) digits[last] += 1;
          else whole += 1;
          break;
        }
      }
    } while (fraction >= delta);
  }
  let result = number_wholeDigits(whole, base);
  const count = __length(digits);
  if (count > 0) result = result + '.';
  for (let i: int = 0; i < count; i++) result = result + number_digit(digits[i]);
  return result;
}

function number_wholeDigits(x: number, base: int): string {
  let result = '';
  let rest = x;
  // Digits below the precision of a double are zero.
  while (rest / base >= 9007199254740992) {
    rest /= base;
    result = '0' + result;
  }
  do {
    const digit = rest % base;
    result = number_digit(digit | 0) + result;
    rest = (rest - digit) / base;
  } while (rest > 0);
  return result;
}

/** The next larger double of one that is not negative. */
function number_next(x: number): number {
  const low = __lowWord(x);
  if (low === -1) return __makeDouble(__highWord(x) + 1, 0);
  return __makeDouble(__highWord(x), low + 1);
}

/** Number.prototype.toFixed: from the exact value of the double, halves away from zero. */
function number_toFixed(x: number, digits: number = 0): string {
  const count: int = digits | 0;
  if (digits <= -1 || digits >= 101) __badLength(count);
  if (x !== x || x >= 1e21 || x <= -1e21) return String(x);
  if (x < 0) {
    const text = number_toFixed(-x, digits);
    return '-' + text;
  }
  const whole = Math.floor(x);
  // The fraction in parts of 24 bits: each product by ten pushes one decimal digit out at the top.
  const parts: int[] = [];
  let rest = x - whole;
  while (rest > 0) {
    rest *= 16777216;
    const part: int = rest | 0;
    parts.push(part);
    rest -= part;
  }
  const decimals: int[] = [];
  for (let i: int = 0; i < count; i++) {
    let carry: int = 0;
    for (let j: int = __length(parts) - 1; j >= 0; j--) {
      const product: int = parts[j] * 10 + carry;
      parts[j] = product & 0xffffff;
      carry = product >> 24;
    }
    decimals.push(carry);
  }
  let up = __length(parts) > 0 && parts[0] >= 0x800000;
  for (let i: int = count - 1; up && i >= 0; i--) {
    if (decimals[i] === 9) {
      decimals[i] = 0;
    } else {
      decimals[i] += 1;
      up = false;
    }
  }
  let wholeUp = whole;
  if (up) wholeUp += 1;
  let result = number_exactWhole(wholeUp);
  if (count > 0) result = result + '.';
  for (let i: int = 0; i < count; i++) result = result + number_digit(decimals[i]);
  return result;
}

/** All decimal digits of an integer below 1e21. */
function number_exactWhole(x: number): string {
  if (x < 9007199254740992) return String(x);
  // x = high * 2^32 + low, in limbs of seven decimal digits; 2^32 is 429 limbs and 4967296.
  const high = Math.floor(x / 4294967296);
  const low = x - high * 4294967296;
  const top = Math.floor(high / 10000000);
  const bottom = high - top * 10000000;
  let first = bottom * 4967296 + low;
  let second = bottom * 429 + top * 4967296;
  let third = top * 429;
  const carry = Math.floor(first / 10000000);
  first -= carry * 10000000;
  second += carry;
  const carry2 = Math.floor(second / 10000000);
  second -= carry2 * 10000000;
  third += carry2;
  return String(third) + string_padStart(String(second), 7, '0') + string_padStart(String(first), 7, '0');
}

/** Math.min of two: NaN if one is, and -0 is less than 0. */
/** `Number(value)` of a value that says itself what it is. */
function number_fromAny(value: unknown): number {
  switch (__kind(value)) {
    case 1:
      return value as number;
    case 2:
      return (value as boolean) ? 1 : 0;
    case 3:
      return 0;
    case 5:
    case 7:
      return NaN;
    default:
      return number_fromText(any_text(value));
  }
}

function math_min(x: number, y: number): number {
  if (x < y) return x;
  if (y < x) return y;
  if (x !== x) return x;
  if (y !== y) return y;
  return __isHeldInteger(x) || __highWord(x) >= 0 ? y : x;
}

function math_max(x: number, y: number): number {
  if (x > y) return x;
  if (y > x) return y;
  if (x !== x) return x;
  if (y !== y) return y;
  return __isHeldInteger(x) || __highWord(x) >= 0 ? x : y;
}

function math_sign(x: number): number {
  if (x > 0) return 1;
  if (x < 0) return -1;
  return x;
}

/** State of Math.random, 0 before its first use. */
let random_state: int;

/** A generator of Marsaglia's xorshift kind with 32 bits, started by the clock. */
function random_next(): int {
  let x = random_state;
  if (x === 0) x = (__micros() | 0) ^ 0x9e3779b;
  x ^= x << 13;
  x ^= x >>> 17;
  x ^= x << 5;
  random_state = x;
  return x;
}

function math_random(): number {
  const high = random_next() >>> 6;
  const low = random_next() >>> 5;
  return (high * 134217728 + low) / 9007199254740992;
}
