// Math.sin and its family, by the algorithms of fdlibm (Sun Microsystems, 1993), which V8 uses as well: the same
// polynomials evaluated in the same order give the same bits.

/** The polynomial of sin, of z = x * x. */
function math_sinPolynomial(z: number): number {
  return (
    8.33333333332248946124e-3 +
    z *
      (-1.98412698298579493134e-4 +
        z * (2.75573137070700676789e-6 + z * (-2.50507602534068634195e-8 + z * 1.58969099521155010221e-10)))
  );
}

/** sin(x + y) for |x| <= pi/4, y the tail of x. */
function math_sinKernel(x: number, y: number): number {
  const z = x * x;
  const v = z * x;
  const r = math_sinPolynomial(z);
  return x - (z * (0.5 * y - v * r) - y - v * -1.66666666666666324348e-1);
}

/** cos(x + y) for |x| <= pi/4, y the tail of x. */
function math_cosKernel(x: number, y: number): number {
  const high = __highWord(x) & 0x7fffffff;
  if (high < 0x3e400000) return 1;
  const z = x * x;
  const r =
    z *
    (4.16666666666666019037e-2 +
      z *
        (-1.38888888888741095749e-3 +
          z *
            (2.48015872894767294178e-5 +
              z *
                (-2.75573143513906633035e-7 +
                  z * (2.0875723212981748279e-9 + z * -1.13596475577881948265e-11)))));
  if (high < 0x3fd33333) return 1 - (0.5 * z - (z * r - x * y));
  const q = high > 0x3fe90000 ? 0.28125 : __makeDouble(high - 0x00200000, 0);
  const h = 0.5 * z - q;
  return 1 - q - (h - (z * r - x * y));
}

/** tan(x + y) for |x| <= pi/4 (`reciprocal` false), or -1 / tan(x + y). */
function math_tanKernel(x: number, y: number, reciprocal: boolean): number {
  const signed = __highWord(x);
  const high = signed & 0x7fffffff;
  if (high < 0x3e300000) {
    if (!reciprocal) return x;
    if ((high | __lowWord(x)) === 0) return Infinity;
    return -1 / x;
  }
  const big = high >= 0x3fe59428;
  if (big) {
    if (signed < 0) {
      x = -x;
      y = -y;
    }
    x = 7.85398163397448278999e-1 - x + (3.06161699786838301793e-17 - y);
    y = 0;
  }
  const z = x * x;
  const w = z * z;
  const odd =
    1.33333333333201242699e-1 +
    w *
      (2.18694882948595424599e-2 +
        w *
          (3.59207910759131235356e-3 +
            w *
              (5.88041240820264096874e-4 + w * (7.817944429395570923e-5 + w * -1.85586374855275456654e-5))));
  const even =
    z *
    (5.39682539762260521377e-2 +
      w *
        (8.86323982359930005737e-3 +
          w *
            (1.45620945432529025516e-3 +
              w *
                (2.46463134818469906812e-4 +
                  w * (7.14072491382608190305e-5 + w * 2.59073051863633712884e-5)))));
  const s = z * x;
  const r = y + z * (s * (odd + even) + y) + 3.33333333333334091986e-1 * s;
  const sum = x + r;
  if (big) {
    const v = reciprocal ? -1 : 1;
    return (1 - ((signed >> 30) & 2)) * (v - 2 * (x - ((sum * sum) / (sum + v) - r)));
  }
  if (!reciprocal) return sum;
  // -1 / (x + r) with more digits than one division has.
  const top = __makeDouble(__highWord(sum), 0);
  const rest = r - (top - x);
  const a = -1 / sum;
  const t = __makeDouble(__highWord(a), 0);
  return t + a * (1 + t * top + t * rest);
}

/** 24-bit digits of 2/pi, enough for every double. */
function math_twoOverPi(): Int32Array {
  return new Int32Array([
    0xa2f983, 0x6e4e44, 0x1529fc, 0x2757d1, 0xf534dd, 0xc0db62, 0x95993c, 0x439041, 0xfe5163, 0xabdebb,
    0xc561b7, 0x246e3a, 0x424dd2, 0xe00649, 0x2eea09, 0xd1921c, 0xfe1deb, 0x1cb129, 0xa73ee8, 0x8235f5,
    0x2ebb44, 0x84e99c, 0x7026b4, 0x5f7e41, 0x3991d6, 0x398353, 0x39f49c, 0x845f8b, 0xbdf928, 0x3b1ff8,
    0x97ffde, 0x05980f, 0xef2f11, 0x8b5a0a, 0x6d1f6d, 0x367ecf, 0x27cb09, 0xb74f46, 0x3f669e, 0x5fea2d,
    0x7527ba, 0xc7ebe5, 0xf17b3d, 0x0739f7, 0x8a5292, 0xea6bfb, 0x5fb11f, 0x8d5d08, 0x560330, 0x46fc7b,
    0x6babf0, 0xcfbc20, 0x9af436, 0x1da9e3, 0x91615e, 0xe61b08, 0x659985, 0x5f14a0, 0x68408d, 0xffd880,
    0x4d7327, 0x310606, 0x1556ca, 0x73a8c9, 0x60e27b, 0xc08c6b,
  ]);
}

/**
 * The remainder of a large x by pi/2: x is multiplied by those digits of 2/pi that matter (Payne and Hanek, 1983).
 * Result as for math_reduce.
 */
function math_reduceLarge(x: number, result: Float64Array): int {
  const digits = math_twoOverPi();
  const exponent = ((__highWord(x) >>> 20) & 0x7ff) - 1046;
  // |x| as three digits of 24 bits, the first one a whole number below 2^24.
  let z = __makeDouble((__highWord(x) & 0x7fffffff) - ((exponent as int) << 20), __lowWord(x));
  const parts = new Float64Array(3);
  for (let i: int = 0; i < 3; i++) {
    parts[i] = Math.trunc(z);
    z = (z - parts[i]) * 16777216;
  }
  // Digits before `first` contribute multiples of 8 to the quotient.
  let first: int = Math.trunc((exponent - 3) / 24);
  if (first < 0) first = 0;
  // The product's digits, by their weight: product[k] is worth 2^(exponent - 24 * (first + k + 1)).
  const count: int = 8;
  const product = new Float64Array(count + 3);
  for (let k: int = 0; k < count + 2; k++) {
    for (let i: int = 0; i < 3; i++) {
      const at: int = first + k - i;
      if (at >= 0 && at < digits.length) product[k] += parts[i] * digits[at];
    }
  }
  // Carries, so that each digit is below 2^24.
  for (let k: int = count + 1; k > 0; k--) {
    const carry = Math.floor(product[k] / 16777216);
    product[k] -= carry * 16777216;
    product[k - 1] += carry;
  }
  // The quotient modulo 4 and the fraction, which is brought into -1/2..1/2.
  let quotient = 0;
  let scale = math_powerOfTwo(exponent - 24 * (first + 1));
  const fraction = new Float64Array(count + 2);
  for (let k: int = 0; k < count + 2; k++) {
    const value = product[k] * scale;
    const whole = Math.floor(value / 8) * 8;
    const rest = value - whole;
    const integer = Math.floor(rest);
    quotient += integer;
    fraction[k] = rest - integer;
    scale /= 16777216;
  }
  let sum = 0;
  for (let k: int = count + 1; k >= 0; k--) sum += fraction[k];
  const extra = Math.floor(sum + 0.5);
  quotient += extra;
  // The fraction again, exactly: its largest parts first, then what rounding lost.
  let high = -extra;
  let low = 0;
  for (let k: int = 0; k < count + 2; k++) {
    const t = high + fraction[k];
    low += Math.abs(high) >= Math.abs(fraction[k]) ? high - t + fraction[k] : fraction[k] - t + high;
    high = t;
  }
  const head = high + low;
  const tail = high - head + low;
  math_timesHalfPi(head, tail, result);
  let n: int = (quotient % 8) | 0;
  if (__highWord(x) < 0) {
    result[0] = -result[0];
    result[1] = -result[1];
    n = -n;
  }
  return n & 3;
}

/** (head + tail) * pi/2 as a double and its tail. */
function math_timesHalfPi(head: number, tail: number, result: Float64Array): void {
  const halfPi = 1.570796326794896558;
  const halfPiTail = 6.12323399573676603587e-17;
  const p = head * halfPi;
  // The product's rounding error, by splitting both factors into halves (Dekker, 1971).
  const a = head * 134217729;
  const headTop = a - (a - head);
  const headRest = head - headTop;
  const b = halfPi * 134217729;
  const piTop = b - (b - halfPi);
  const piRest = halfPi - piTop;
  const error = headRest * piRest - (p - headTop * piTop - headRest * piTop - headTop * piRest);
  const low = error + (head * halfPiTail + tail * halfPi);
  result[0] = p + low;
  result[1] = p - result[0] + low;
}

/** 2 to an integer power between -1022 and 1023. */
function math_powerOfTwo(exponent: int): number {
  return __makeDouble((exponent + 1023) << 20, 0);
}

/**
 * x minus the nearest multiple of pi/2, as a double and its tail in result[0] and result[1]; the multiple modulo 4
 * (for negative x modulo -4) is returned. |x| > pi/4, finite.
 */
function math_reduce(x: number, result: Float64Array): int {
  const high = __highWord(x) & 0x7fffffff;
  if (high > 0x413921fb) return math_reduceLarge(x, result);
  const magnitude = Math.abs(x);
  if (high < 0x4002d97c) {
    let z = magnitude - 1.57079632673412561417;
    if (high !== 0x3ff921fb) {
      result[0] = z - 6.07710050650619224932e-11;
      result[1] = z - result[0] - 6.07710050650619224932e-11;
    } else {
      z -= 6.0771005063039659766e-11;
      result[0] = z - 2.02226624879595063154e-21;
      result[1] = z - result[0] - 2.02226624879595063154e-21;
    }
    if (x > 0) return 1;
    result[0] = -result[0];
    result[1] = -result[1];
    return -1;
  }
  const n: int = Math.trunc(magnitude * 6.36619772367581382433e-1 + 0.5);
  let r = magnitude - n * 1.57079632673412561417;
  let w = n * 6.07710050650619224932e-11;
  const exponent = high >> 20;
  result[0] = r - w;
  if (exponent - ((__highWord(result[0]) >> 20) & 0x7ff) > 16) {
    let t = r;
    w = n * 6.0771005063039659766e-11;
    r = t - w;
    w = n * 2.02226624879595063154e-21 - (t - r - w);
    result[0] = r - w;
    if (exponent - ((__highWord(result[0]) >> 20) & 0x7ff) > 49) {
      t = r;
      w = n * 2.0222662487111664558e-21;
      r = t - w;
      w = n * 8.47842766036889956997e-32 - (t - r - w);
      result[0] = r - w;
    }
  }
  result[1] = r - result[0] - w;
  if (x > 0) return n;
  result[0] = -result[0];
  result[1] = -result[1];
  return -n;
}

function math_sin(x: number): number {
  const high = __highWord(x) & 0x7fffffff;
  if (high <= 0x3fe921fb) {
    if (high < 0x3e400000) return x;
    const z = x * x;
    return x + z * x * (-1.66666666666666324348e-1 + z * math_sinPolynomial(z));
  }
  if (high >= 0x7ff00000) return NaN;
  const y = new Float64Array(2);
  const n = math_reduce(x, y) & 3;
  if (n === 0) return math_sinKernel(y[0], y[1]);
  if (n === 1) return math_cosKernel(y[0], y[1]);
  if (n === 2) return -math_sinKernel(y[0], y[1]);
  return -math_cosKernel(y[0], y[1]);
}

function math_cos(x: number): number {
  const high = __highWord(x) & 0x7fffffff;
  if (high <= 0x3fe921fb) return math_cosKernel(x, 0);
  if (high >= 0x7ff00000) return NaN;
  const y = new Float64Array(2);
  const n = math_reduce(x, y) & 3;
  if (n === 0) return math_cosKernel(y[0], y[1]);
  if (n === 1) return -math_sinKernel(y[0], y[1]);
  if (n === 2) return -math_cosKernel(y[0], y[1]);
  return math_sinKernel(y[0], y[1]);
}

function math_tan(x: number): number {
  const high = __highWord(x) & 0x7fffffff;
  if (high <= 0x3fe921fb) return math_tanKernel(x, 0, false);
  if (high >= 0x7ff00000) return NaN;
  const y = new Float64Array(2);
  const n = math_reduce(x, y);
  return math_tanKernel(y[0], y[1], (n & 1) === 1);
}

/** The rational approximation that asin and acos share, of t. */
function math_arcRatio(t: number): number {
  const p =
    t *
    (1.66666666666666657415e-1 +
      t *
        (-3.25565818622400915405e-1 +
          t *
            (2.01212532134862925881e-1 +
              t *
                (-4.00555345006794114027e-2 +
                  t * (7.91534994289814532176e-4 + t * 3.4793310759602116757e-5)))));
  const q =
    1 +
    t *
      (-2.40339491173441421878 +
        t * (2.02094576023350569471 + t * (-6.8828397160545329303e-1 + t * 7.70381505559019352791e-2)));
  return p / q;
}

function math_asin(x: number): number {
  const signed = __highWord(x);
  const high = signed & 0x7fffffff;
  if (high >= 0x3ff00000) {
    if (high === 0x3ff00000 && __lowWord(x) === 0) {
      return x * 1.570796326794896558 + x * 6.12323399573676603587e-17;
    }
    return NaN;
  }
  if (high < 0x3fe00000) {
    if (high < 0x3e400000) return x;
    return x + x * math_arcRatio(x * x);
  }
  const t = (1 - Math.abs(x)) * 0.5;
  const ratio = math_arcRatio(t);
  const s = Math.sqrt(t);
  let result: number;
  if (high >= 0x3fef3333) {
    result = 1.570796326794896558 - (2 * (s + s * ratio) - 6.12323399573676603587e-17);
  } else {
    const top = __makeDouble(__highWord(s), 0);
    const c = (t - top * top) / (s + top);
    const p = 2 * s * ratio - (6.12323399573676603587e-17 - 2 * c);
    const q = 7.85398163397448278999e-1 - 2 * top;
    result = 7.85398163397448278999e-1 - (p - q);
  }
  return signed > 0 ? result : -result;
}

function math_acos(x: number): number {
  const signed = __highWord(x);
  const high = signed & 0x7fffffff;
  if (high >= 0x3ff00000) {
    if (high === 0x3ff00000 && __lowWord(x) === 0) {
      return signed > 0 ? 0 : 3.141592653589793116 + 2 * 6.12323399573676603587e-17;
    }
    return NaN;
  }
  if (high < 0x3fe00000) {
    if (high <= 0x3c600000) return 1.570796326794896558 + 6.12323399573676603587e-17;
    return 1.570796326794896558 - (x - (6.12323399573676603587e-17 - x * math_arcRatio(x * x)));
  }
  if (signed < 0) {
    const z = (1 + x) * 0.5;
    const s = Math.sqrt(z);
    const w = math_arcRatio(z) * s - 6.12323399573676603587e-17;
    return 3.141592653589793116 - 2 * (s + w);
  }
  const z = (1 - x) * 0.5;
  const s = Math.sqrt(z);
  const top = __makeDouble(__highWord(s), 0);
  const c = (z - top * top) / (s + top);
  const w = math_arcRatio(z) * s + c;
  return 2 * (top + w);
}

function math_atan(x: number): number {
  const signed = __highWord(x);
  const high = signed & 0x7fffffff;
  if (high >= 0x44100000) {
    if (x !== x) return NaN;
    return signed > 0
      ? 1.570796326794896558 + 6.12323399573676603587e-17
      : -1.570796326794896558 - 6.12323399573676603587e-17;
  }
  // The interval of x: its arc tangent as a sum, and x reduced into it.
  let base = 0;
  let tail = 0;
  const reduced = high >= 0x3fdc0000;
  if (!reduced) {
    if (high < 0x3e400000) return x;
  } else {
    x = Math.abs(x);
    if (high < 0x3ff30000) {
      if (high < 0x3fe60000) {
        base = 4.63647609000806093515e-1;
        tail = 2.26987774529616870924e-17;
        x = (2 * x - 1) / (2 + x);
      } else {
        base = 7.85398163397448278999e-1;
        tail = 3.06161699786838301793e-17;
        x = (x - 1) / (x + 1);
      }
    } else if (high < 0x40038000) {
      base = 9.82793723247329054082e-1;
      tail = 1.39033110312309984516e-17;
      x = (x - 1.5) / (1 + 1.5 * x);
    } else {
      base = 1.570796326794896558;
      tail = 6.12323399573676603587e-17;
      x = -1 / x;
    }
  }
  const z = x * x;
  const w = z * z;
  const odd =
    z *
    (3.33333333333329318027e-1 +
      w *
        (1.42857142725034663711e-1 +
          w *
            (9.09088713343650656196e-2 +
              w *
                (6.66107313738753120669e-2 +
                  w * (4.97687799461593236017e-2 + w * 1.62858201153657823623e-2)))));
  const even =
    w *
    (-1.99999999998764832476e-1 +
      w *
        (-1.1111110405462355788e-1 +
          w *
            (-7.69187620504482999495e-2 + w * (-5.83357013379057348645e-2 + w * -3.6531572744216915527e-2))));
  if (!reduced) return x - x * (odd + even);
  const result = base - (x * (odd + even) - tail - x);
  return signed < 0 ? -result : result;
}

function math_atan2(y: number, x: number): number {
  if (x !== x || y !== y) return NaN;
  const tiny = 1e-300;
  const piTail = 1.2246467991473531772e-16;
  if (x === 1) return math_atan(y);
  const negativeX = __highWord(x) < 0;
  const negativeY = __highWord(y) < 0;
  if (y === 0) {
    if (!negativeX) return y;
    return negativeY ? -Math.PI - tiny : Math.PI + tiny;
  }
  if (x === 0) return negativeY ? -Math.PI / 2 - tiny : Math.PI / 2 + tiny;
  const infiniteY = Math.abs(y) === Infinity;
  if (Math.abs(x) === Infinity) {
    let angle = 0;
    if (infiniteY) angle = negativeX ? 3 * 7.85398163397448279e-1 + tiny : 7.85398163397448279e-1 + tiny;
    else angle = negativeX ? Math.PI + tiny : 0;
    return negativeY ? -angle : angle;
  }
  if (infiniteY) return negativeY ? -Math.PI / 2 - tiny : Math.PI / 2 + tiny;
  const k = ((__highWord(y) & 0x7fffffff) - (__highWord(x) & 0x7fffffff)) >> 20;
  let z = 0;
  let mirrored = negativeX;
  if (k > 60) {
    z = Math.PI / 2 + 0.5 * piTail;
    mirrored = false;
  } else if (negativeX && k < -60) z = 0;
  else z = math_atan(Math.abs(y / x));
  if (!mirrored) return negativeY ? -z : z;
  return negativeY ? z - piTail - Math.PI : Math.PI - (z - piTail);
}
