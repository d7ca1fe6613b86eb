// Numbers as text with a given count of digits: toPrecision, toExponential and toLocaleString work on the exact decimal
// value of a double.

/** A positive number as decimal digits, the first of which is not 0 and stands for `exponent[0]` as a power of ten. */
function number_exactDigits(x: number, exponent: int[]): string {
  const high = __highWord(x);
  const biased: int = (high >> 20) & 0x7ff;
  // x = mantissa * 2^power
  let mantissa = (high & 0xfffff) * 4294967296 + (__lowWord(x) >>> 0);
  let power: int = biased - 1075;
  if (biased > 0) mantissa += 4503599627370496;
  else power += 1;
  while (power < 0 && mantissa % 2 === 0) {
    mantissa /= 2;
    power++;
  }
  // Limbs of seven decimal digits, the lowest first; x = limbs * 10^-decimals, since 2^-n = 5^n * 10^-n.
  const limbs: number[] = [];
  while (mantissa > 0) {
    limbs.push(mantissa % 10000000);
    mantissa = Math.floor(mantissa / 10000000);
  }
  let decimals: int = 0;
  if (power < 0) decimals = -power;
  number_multiplyByPower(limbs, power < 0 ? 5 : 2, power < 0 ? -power : power);
  let digits = String(limbs[__length(limbs) - 1]);
  for (let i: int = __length(limbs) - 2; i >= 0; i--) {
    digits = digits + string_padStart(String(limbs[i]), 7, '0');
  }
  exponent.push(__length(digits) - 1 - decimals);
  return digits;
}

/** Multiplies by base^power, ten powers at a time: their products fit into a double. */
function number_multiplyByPower(limbs: number[], base: number, power: int): void {
  let rest: int = power;
  while (rest > 0) {
    let factor = 1;
    for (let i: int = 0; i < 10 && rest > 0; i++) {
      factor *= base;
      rest--;
    }
    let carry = 0;
    for (let i: int = 0; i < __length(limbs); i++) {
      const product = limbs[i] * factor + carry;
      carry = Math.floor(product / 10000000);
      limbs[i] = product - carry * 10000000;
    }
    if (carry > 0) limbs.push(carry);
  }
}

/** The digits rounded to `count` of them, halves away from zero; with a carry, the exponent grows. */
function number_roundDigits(digits: string, count: int, exponent: int[]): string {
  if (__length(digits) <= count) return string_padEnd(digits, count, '0');
  if (__unit(digits, count) < 53) return __slice(digits, 0, count);
  let last: int = count - 1;
  while (last >= 0 && __unit(digits, last) === 57) last--;
  if (last < 0) {
    exponent[0] += 1;
    return string_padEnd('1', count, '0');
  }
  const kept = __slice(digits, 0, last) + __fromUnit(__unit(digits, last) + 1);
  return string_padEnd(kept, count, '0');
}

/** The fewest digits that tell a positive number from all others, without zeros around them. */
function number_shortestDigits(x: number, exponent: int[]): string {
  const text = String(x);
  let end = __length(text);
  let power: int = 0;
  const e = __indexOf(text, 'e', 0);
  if (e >= 0) {
    end = e;
    power = number_parseInt(__slice(text, e + 1, __length(text)));
  }
  let point = __indexOf(text, '.', 0);
  let digits = __slice(text, 0, end);
  if (point < 0) point = end;
  else digits = __slice(text, 0, point) + __slice(text, point + 1, end);
  let first: int = 0;
  while (__unit(digits, first) === 48) first++;
  let last: int = __length(digits);
  while (__unit(digits, last - 1) === 48) last--;
  exponent.push(power + point - 1 - first);
  return __slice(digits, first, last);
}

/** Digits with a point behind the first, and the exponent. */
function number_scientific(digits: string, exponent: int): string {
  let mantissa = __slice(digits, 0, 1);
  if (__length(digits) > 1) mantissa = mantissa + '.' + __slice(digits, 1, __length(digits));
  return mantissa + (exponent < 0 ? 'e-' : 'e+') + String(exponent < 0 ? -exponent : exponent);
}

/** Number.prototype.toExponential with a count of decimals. */
function number_toExponential(x: number, decimals: number): string {
  if (x !== x || x === Infinity || x === -Infinity) return String(x);
  if (decimals <= -1 || decimals >= 101) __badLength(decimals | 0);
  if (x < 0) return '-' + number_toExponential(-x, decimals);
  const count: int = (decimals | 0) + 1;
  if (x === 0) return number_scientific(string_repeat('0', count), 0);
  const exponent: int[] = [];
  const digits = number_roundDigits(number_exactDigits(x, exponent), count, exponent);
  return number_scientific(digits, exponent[0]);
}

/** Number.prototype.toExponential without an argument: as many decimals as it takes. */
function number_toShortestExponential(x: number): string {
  if (x !== x || x === Infinity || x === -Infinity) return String(x);
  if (x < 0) return '-' + number_toShortestExponential(-x);
  if (x === 0) return '0e+0';
  const exponent: int[] = [];
  const digits = number_shortestDigits(x, exponent);
  return number_scientific(digits, exponent[0]);
}

/** Number.prototype.toPrecision. */
function number_toPrecision(x: number, precision: number): string {
  if (x !== x || x === Infinity || x === -Infinity) return String(x);
  const count: int = precision | 0;
  if (!(precision >= 1 && precision < 101)) __badLength(count);
  if (x < 0) return '-' + number_toPrecision(-x, precision);
  const exponent: int[] = [];
  let digits = '';
  if (x === 0) {
    exponent.push(0);
    digits = string_repeat('0', count);
  } else {
    digits = number_roundDigits(number_exactDigits(x, exponent), count, exponent);
  }
  const e = exponent[0];
  if (e < -6 || e >= count) return number_scientific(digits, e);
  if (e === count - 1) return digits;
  if (e >= 0) return __slice(digits, 0, e + 1) + '.' + __slice(digits, e + 1, count);
  return '0.' + string_repeat('0', -1 - e) + digits;
}

/** Number.prototype.toLocaleString as in English: groups of three digits, and at most three decimals. */
function number_toLocaleString(x: number): string {
  return number_grouped(x, 0, 3);
}

/** The same with that many decimals at least and at most. */
function number_grouped(x: number, fewest: int, most: int): string {
  if (x !== x) return 'NaN';
  if (x < 0 || (x === 0 && 1 / x < 0)) return '-' + number_grouped(-x, fewest, most);
  if (x === Infinity) return '∞';
  let whole = '';
  let decimals = '';
  if (x >= 1e21) {
    const exponent: int[] = [];
    whole = number_exactDigits(x, exponent);
    if (fewest > 0) decimals = '.' + string_repeat('0', fewest);
  } else {
    const text = number_toFixed(x, most);
    const point: int = most === 0 ? __length(text) : __length(text) - most - 1;
    whole = __slice(text, 0, point);
    let end: int = __length(text);
    while (end > point + 1 + fewest && __unit(text, end - 1) === 48) end--;
    if (end > point + 1) decimals = __slice(text, point, end);
  }
  let start: int = __length(whole);
  let result = decimals;
  while (start > 3) {
    result = ',' + __slice(whole, start - 3, start) + result;
    start -= 3;
  }
  return __slice(whole, 0, start) + result;
}
