// Math.exp, Math.log, Math.pow and their families, by the algorithms of fdlibm (Sun Microsystems, 1993), which V8 uses
// as well: the same polynomials evaluated in the same order give the same bits.

/** Adds k to the exponent of a double that stays normal. */
function math_addExponent(x: number, k: int): number {
  return __makeDouble(__highWord(x) + (k << 20), __lowWord(x));
}

function math_exp(x: number): number {
  const signed = __highWord(x);
  const high = signed & 0x7fffffff;
  if (high >= 0x40862e42) {
    if (x !== x) return NaN;
    if (x > 7.09782712893383973096e2) return Infinity;
    if (x < -7.4513321910194110842e2) return 0;
  }
  let k: int = 0;
  let upper = 0;
  let lower = 0;
  if (high > 0x3fd62e42) {
    if (high < 0x3ff0a2b2) {
      if (x === 1) return Math.E;
      if (signed >= 0) {
        upper = x - 6.9314718036912381649e-1;
        lower = 1.90821492927058770002e-10;
        k = 1;
      } else {
        upper = x + 6.9314718036912381649e-1;
        lower = -1.90821492927058770002e-10;
        k = -1;
      }
    } else {
      k = Math.trunc(1.442695040888963387 * x + (signed >= 0 ? 0.5 : -0.5));
      upper = x - k * 6.9314718036912381649e-1;
      lower = k * 1.90821492927058770002e-10;
    }
    x = upper - lower;
  } else if (high < 0x3e300000) return 1 + x;
  const t = x * x;
  const c =
    x -
    t *
      (1.66666666666666019037e-1 +
        t *
          (-2.77777777770155933842e-3 +
            t *
              (6.61375632143793436117e-5 + t * (-1.6533902205465251539e-6 + t * 4.13813679705723846039e-8))));
  if (k === 0) return 1 - ((x * c) / (c - 2) - x);
  const y = 1 - (lower - (x * c) / (2 - c) - upper);
  if (k === 1024) return y * 2 * __makeDouble(0x7fe00000, 0);
  if (k >= -1021) return y * __makeDouble((k + 1023) << 20, 0);
  return y * __makeDouble((k + 1000 + 1023) << 20, 0) * __makeDouble((1023 - 1000) << 20, 0);
}

function math_expm1(x: number): number {
  const signed = __highWord(x);
  const high = signed & 0x7fffffff;
  if (high >= 0x4043687a) {
    if (high >= 0x40862e42) {
      if (x !== x) return NaN;
      if (x === Infinity) return x;
      if (x === -Infinity) return -1;
      if (x > 7.09782712893383973096e2) return Infinity;
    }
    if (signed < 0) return -1;
  }
  let k: int = 0;
  let c = 0;
  if (high > 0x3fd62e42) {
    let upper = 0;
    let lower = 0;
    if (high < 0x3ff0a2b2) {
      if (signed >= 0) {
        upper = x - 6.9314718036912381649e-1;
        lower = 1.90821492927058770002e-10;
        k = 1;
      } else {
        upper = x + 6.9314718036912381649e-1;
        lower = -1.90821492927058770002e-10;
        k = -1;
      }
    } else {
      k = Math.trunc(1.442695040888963387 * x + (signed >= 0 ? 0.5 : -0.5));
      upper = x - k * 6.9314718036912381649e-1;
      lower = k * 1.90821492927058770002e-10;
    }
    x = upper - lower;
    c = upper - x - lower;
  } else if (high < 0x3c900000) return x;
  const halfX = 0.5 * x;
  const square = x * halfX;
  const r1 =
    1 +
    square *
      (-3.33333333333331316428e-2 +
        square *
          (1.58730158725481460165e-3 +
            square *
              (-7.93650757867487942473e-5 +
                square * (4.00821782732936239552e-6 + square * -2.01099218183624371326e-7))));
  let t = 3 - r1 * halfX;
  let e = square * ((r1 - t) / (6 - x * t));
  if (k === 0) return x - (x * e - square);
  e = x * (e - c) - c;
  e -= square;
  if (k === -1) return 0.5 * (x - e) - 0.5;
  if (k === 1) return x < -0.25 ? -2 * (e - (x + 0.5)) : 1 + 2 * (x - e);
  const power = __makeDouble((k + 1023) << 20, 0);
  if (k <= -2 || k > 56) {
    const y = 1 - (e - x);
    if (k === 1024) return y * 2 * __makeDouble(0x7fe00000, 0) - 1;
    return y * power - 1;
  }
  if (k < 20) {
    t = __makeDouble(0x3ff00000 - (0x200000 >> k), 0);
    return (t - (e - x)) * power;
  }
  t = __makeDouble((0x3ff - k) << 20, 0);
  return (x - (e + t) + 1) * power;
}

/** The polynomial that log and log1p share, of s = f / (2 + f). */
function math_logPolynomial(z: number): number {
  const w = z * z;
  const even = w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1));
  const odd =
    z *
    (6.66666666666673513e-1 +
      w * (2.857142874366239149e-1 + w * (1.818357216161805012e-1 + w * 1.479819860511658591e-1)));
  return odd + even;
}

function math_log(x: number): number {
  let high = __highWord(x);
  let k: int = 0;
  if (high < 0x00100000) {
    if (x === 0) return -Infinity;
    if (high < 0) return NaN;
    k -= 54;
    x *= 1.8014398509481984e16;
    high = __highWord(x);
  }
  if (high >= 0x7ff00000) return x + x;
  k += (high >> 20) - 1023;
  high &= 0x000fffff;
  const i: int = (high + 0x95f64) & 0x100000;
  x = __makeDouble(high | (i ^ 0x3ff00000), __lowWord(x));
  k += i >> 20;
  const f = x - 1;
  if ((0x000fffff & (2 + high)) < 3) {
    if (f === 0) return k === 0 ? 0 : k * 6.9314718036912381649e-1 + k * 1.90821492927058770002e-10;
    const r = f * f * (0.5 - 0.33333333333333333 * f);
    if (k === 0) return f - r;
    return k * 6.9314718036912381649e-1 - (r - k * 1.90821492927058770002e-10 - f);
  }
  const s = f / (2 + f);
  const z = s * s;
  const near: int = (high - 0x6147a) | (0x6b851 - high);
  const w = z * z;
  const t1 = w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1));
  const t2 =
    z *
    (6.66666666666673513e-1 +
      w * (2.857142874366239149e-1 + w * (1.818357216161805012e-1 + w * 1.479819860511658591e-1)));
  const r = t2 + t1;
  if (near > 0) {
    const half = 0.5 * f * f;
    if (k === 0) return f - (half - s * (half + r));
    return k * 6.9314718036912381649e-1 - (half - (s * (half + r) + k * 1.90821492927058770002e-10) - f);
  }
  if (k === 0) return f - s * (f - r);
  return k * 6.9314718036912381649e-1 - (s * (f - r) - k * 1.90821492927058770002e-10 - f);
}

function math_log1p(x: number): number {
  const signed = __highWord(x);
  const magnitude = signed & 0x7fffffff;
  let k: int = 1;
  let f = 0;
  let high: int = 1;
  let c = 0;
  if (signed < 0x3fda827a) {
    if (magnitude >= 0x3ff00000) return x === -1 ? -Infinity : NaN;
    if (magnitude < 0x3e200000) {
      if (magnitude < 0x3c900000) return x;
      return x - x * x * 0.5;
    }
    if (signed > 0 || signed <= (0xbfd2bec4 | 0)) {
      k = 0;
      f = x;
      high = 1;
    }
  }
  if (signed >= 0x7ff00000) return x + x;
  if (k !== 0) {
    let u: number;
    if (signed < 0x43400000) {
      u = 1 + x;
      high = __highWord(u);
      k = (high >> 20) - 1023;
      c = k > 0 ? 1 - (u - x) : x - (u - 1);
      c /= u;
    } else {
      u = x;
      high = __highWord(u);
      k = (high >> 20) - 1023;
      c = 0;
    }
    high &= 0x000fffff;
    if (high < 0x6a09e) {
      u = __makeDouble(high | 0x3ff00000, __lowWord(u));
    } else {
      k += 1;
      u = __makeDouble(high | 0x3fe00000, __lowWord(u));
      high = (0x00100000 - high) >> 2;
    }
    f = u - 1;
  }
  const half = 0.5 * f * f;
  if (high === 0) {
    if (f === 0) {
      if (k === 0) return 0;
      c += k * 1.90821492927058770002e-10;
      return k * 6.9314718036912381649e-1 + c;
    }
    const r = half * (1 - 0.66666666666666666 * f);
    if (k === 0) return f - r;
    return k * 6.9314718036912381649e-1 - (r - (k * 1.90821492927058770002e-10 + c) - f);
  }
  const s = f / (2 + f);
  const z = s * s;
  const r =
    z *
    (6.66666666666673513e-1 +
      z *
        (3.999999999940941908e-1 +
          z *
            (2.857142874366239149e-1 +
              z *
                (2.222219843214978396e-1 +
                  z *
                    (1.818357216161805012e-1 +
                      z * (1.531383769920937332e-1 + z * 1.479819860511658591e-1))))));
  if (k === 0) return f - (half - s * (half + r));
  return k * 6.9314718036912381649e-1 - (half - (s * (half + r) + (k * 1.90821492927058770002e-10 + c)) - f);
}

function math_log2(x: number): number {
  let high = __highWord(x);
  let k: int = 0;
  if (high < 0x00100000) {
    if (x === 0) return -Infinity;
    if (high < 0) return NaN;
    k -= 54;
    x *= 1.8014398509481984e16;
    high = __highWord(x);
  }
  if (high >= 0x7ff00000) return x + x;
  if (high === 0x3ff00000 && __lowWord(x) === 0) return 0;
  k += (high >> 20) - 1023;
  high &= 0x000fffff;
  const i: int = (high + 0x95f64) & 0x100000;
  x = __makeDouble(high | (i ^ 0x3ff00000), __lowWord(x));
  k += i >> 20;
  const y = k;
  const f = x - 1;
  const half = 0.5 * f * f;
  const s = f / (2 + f);
  const r = s * (half + math_logPolynomial(s * s));
  const top = __makeDouble(__highWord(f - half), 0);
  const low = f - top - half + r;
  let valueTop = top * 1.44269504072144627571;
  let valueLow = (low + top) * 1.67517131648865118353e-10 + low * 1.44269504072144627571;
  const w = y + valueTop;
  valueLow += y - w + valueTop;
  valueTop = w;
  return valueLow + valueTop;
}

function math_log10(x: number): number {
  let high = __highWord(x);
  let k: int = 0;
  if (high < 0x00100000) {
    if (x === 0) return -Infinity;
    if (high < 0) return NaN;
    k -= 54;
    x *= 1.8014398509481984e16;
    high = __highWord(x);
  }
  if (high >= 0x7ff00000) return x + x;
  if (high === 0x3ff00000 && __lowWord(x) === 0) return 0;
  k += (high >> 20) - 1023;
  const i: int = k < 0 ? 1 : 0;
  high = (high & 0x000fffff) | ((0x3ff - i) << 20);
  const y = k + i;
  x = __makeDouble(high, __lowWord(x));
  const z = y * 3.69423907715893078616e-13 + 4.34294481903251816668e-1 * math_log(x);
  return z + y * 3.01029995663611771306e-1;
}

/** True for whole numbers that are odd. */
function math_isOdd(x: number): boolean {
  return Math.abs(x) % 2 === 1;
}

function math_pow(x: number, y: number): number {
  if (y === 0) return 1;
  if (x !== x || y !== y) return NaN;
  const magnitude = Math.abs(x);
  if (Math.abs(y) === Infinity) {
    if (magnitude === 1) return NaN;
    return magnitude > 1 === y > 0 ? Infinity : 0;
  }
  if (y === 1) return x;
  if (y === -1) return 1 / x;
  if (y === 2) return x * x;
  const negative = __highWord(x) < 0;
  if (y === 0.5 && !negative) return Math.sqrt(x);
  const whole = Math.trunc(y) === y;
  const odd = whole && math_isOdd(y);
  if (magnitude === 0 || magnitude === 1 || magnitude === Infinity) {
    let z = magnitude;
    if (y < 0) z = 1 / z;
    if (negative) {
      if (magnitude === 1 && !whole) return NaN;
      if (odd) z = -z;
    }
    return z;
  }
  if (negative && !whole) return NaN;
  const sign = negative && odd ? -1 : 1;

  // log2(magnitude) as t1 + t2, t1 with few digits.
  let t1: number;
  let t2: number;
  const highY = __highWord(y) & 0x7fffffff;
  let high = __highWord(magnitude);
  if (highY > 0x41e00000) {
    if (highY > 0x43f00000) {
      if (high <= 0x3fefffff) return y < 0 ? Infinity : 0;
      if (high >= 0x3ff00000) return y > 0 ? Infinity : 0;
    }
    if (high < 0x3fefffff) return y < 0 ? sign * Infinity : sign * 0;
    if (high > 0x3ff00000) return y > 0 ? sign * Infinity : sign * 0;
    const t = magnitude - 1;
    const w = t * t * (0.5 - t * (0.3333333333333333333333 - t * 0.25));
    const u = 1.44269502162933349609 * t;
    const v = t * 1.92596299112661746887e-8 - w * 1.442695040888963387;
    t1 = __makeDouble(__highWord(u + v), 0);
    t2 = v - (t1 - u);
  } else {
    let n: int = 0;
    let ax = magnitude;
    if (high < 0x00100000) {
      ax *= 9007199254740992;
      n -= 53;
      high = __highWord(ax);
    }
    n += (high >> 20) - 0x3ff;
    const j: int = high & 0x000fffff;
    high = j | 0x3ff00000;
    let upperHalf = false;
    if (j > 0x3988e) {
      if (j < 0xbb67a) upperHalf = true;
      else {
        n += 1;
        high -= 0x00100000;
      }
    }
    ax = __makeDouble(high, __lowWord(ax));
    const base = upperHalf ? 1.5 : 1;
    const u = ax - base;
    const v = 1 / (ax + base);
    const ss = u * v;
    const ssTop = __makeDouble(__highWord(ss), 0);
    const sumTop = __makeDouble(((high >> 1) | 0x20000000) + 0x00080000 + (upperHalf ? 0x00040000 : 0), 0);
    const sumLow = ax - (sumTop - base);
    const ssLow = v * (u - ssTop * sumTop - ssTop * sumLow);
    let s2 = ss * ss;
    let r =
      s2 *
      s2 *
      (5.99999999999994648725e-1 +
        s2 *
          (4.28571428578550184252e-1 +
            s2 *
              (3.33333329818377432918e-1 +
                s2 *
                  (2.72728123808534006489e-1 +
                    s2 * (2.30660745775561754067e-1 + s2 * 2.06975017800338417784e-1)))));
    r += ssLow * (ssTop + ss);
    s2 = ssTop * ssTop;
    const top = __makeDouble(__highWord(3 + s2 + r), 0);
    const low = r - (top - 3 - s2);
    const p = ssTop * top;
    const q = ssLow * top + low * ss;
    const pTop = __makeDouble(__highWord(p + q), 0);
    const pLow = q - (pTop - p);
    const zTop = 9.61796700954437255859e-1 * pTop;
    const zLow =
      -7.02846165095275826516e-9 * pTop +
      pLow * 9.61796693925975554329e-1 +
      (upperHalf ? 1.35003920212974897128e-8 : 0);
    const shift = upperHalf ? 5.84962487220764160156e-1 : 0;
    const t = n;
    t1 = __makeDouble(__highWord(zTop + zLow + shift + t), 0);
    t2 = zLow - (t1 - t - shift - zTop);
  }

  // y * log2(magnitude) as pHigh + pLow.
  const yTop = __makeDouble(__highWord(y), 0);
  const pLow = (y - yTop) * t1 + y * t2;
  let pHigh = yTop * t1;
  let z = pLow + pHigh;
  const zHigh = __highWord(z);
  if (zHigh >= 0x40900000) {
    if (((zHigh - 0x40900000) | __lowWord(z)) !== 0 || pLow + 8.0085662595372944372e-17 > z - pHigh)
      return sign * Infinity;
  } else if ((zHigh & 0x7fffffff) >= 0x4090cc00) {
    if (((zHigh - (0xc090cc00 | 0)) | __lowWord(z)) !== 0 || pLow <= z - pHigh) return sign * 0;
  }

  // 2 to that power.
  let k: int = (zHigh & 0x7fffffff) >> 20;
  let n: int = 0;
  if ((zHigh & 0x7fffffff) > 0x3fe00000) {
    n = zHigh + (0x00100000 >> (k - 0x3fe));
    k = ((n & 0x7fffffff) >> 20) - 0x3ff;
    const t = __makeDouble(n & ~(0x000fffff >> k), 0);
    n = ((n & 0x000fffff) | 0x00100000) >> (20 - k);
    if (zHigh < 0) n = -n;
    pHigh -= t;
  }
  const t = __makeDouble(__highWord(pLow + pHigh), 0);
  const u = t * 6.93147182464599609375e-1;
  const v = (pLow - (t - pHigh)) * 6.93147180559945286227e-1 + t * -1.90465429995776804525e-9;
  z = u + v;
  const w = v - (z - u);
  const square = z * z;
  const c =
    z -
    square *
      (1.66666666666666019037e-1 +
        square *
          (-2.77777777770155933842e-3 +
            square *
              (6.61375632143793436117e-5 +
                square * (-1.6533902205465251539e-6 + square * 4.13813679705723846039e-8))));
  // fdlibm subtracts (w + z * w) from the quotient; V8 does so from the divisor, and its results are the reference.
  const r = (z * c) / (c - 2 - (w + z * w));
  z = 1 - (r - z);
  const result = __highWord(z) + (n << 20);
  if (result >> 20 <= 0) z = math_scale(z, n);
  else z = math_addExponent(z, n);
  return sign * z;
}

/** x times 2 to the power n, rounded once where the result is subnormal. */
function math_scale(x: number, n: int): number {
  while (n < -1000) {
    x *= __makeDouble((1023 - 1000) << 20, 0);
    n += 1000;
  }
  return x * __makeDouble((1023 + n) << 20, 0);
}

function math_sinh(x: number): number {
  const magnitude = Math.abs(x);
  const half = x < 0 ? -0.5 : 0.5;
  if (magnitude < 22) {
    if (magnitude < 3.7252902984619140625e-9) return x;
    const t = math_expm1(magnitude);
    if (magnitude < 1) return half * (2 * t - (t * t) / (t + 1));
    return half * (t + t / (t + 1));
  }
  if (magnitude < 709.7822265625) return half * math_exp(magnitude);
  if (magnitude <= 710.4758600739439) {
    const w = math_exp(0.5 * magnitude);
    return half * w * w;
  }
  return x * Infinity;
}

function math_cosh(x: number): number {
  const magnitude = Math.abs(x);
  const high = __highWord(x) & 0x7fffffff;
  if (high < 0x3fd62e43) {
    const t = math_expm1(magnitude);
    const w = 1 + t;
    if (high < 0x3c800000) return w;
    return 1 + (t * t) / (w + w);
  }
  if (high < 0x40360000) {
    const t = math_exp(magnitude);
    return 0.5 * t + 0.5 / t;
  }
  if (high < 0x40862e42) return 0.5 * math_exp(magnitude);
  if (magnitude <= 710.4758600739439) {
    const w = math_exp(0.5 * magnitude);
    return 0.5 * w * w;
  }
  return x !== x ? NaN : Infinity;
}

function math_tanh(x: number): number {
  const signed = __highWord(x);
  const high = signed & 0x7fffffff;
  if (high >= 0x7ff00000) return signed >= 0 ? 1 / x + 1 : 1 / x - 1;
  let z: number;
  if (high < 0x40360000) {
    if (high < 0x3e300000) return x;
    if (high >= 0x3ff00000) {
      const t = math_expm1(2 * Math.abs(x));
      z = 1 - 2 / (t + 2);
    } else {
      const t = math_expm1(-2 * Math.abs(x));
      z = -t / (t + 2);
    }
  } else z = 1;
  return signed >= 0 ? z : -z;
}

function math_asinh(x: number): number {
  const high = __highWord(x) & 0x7fffffff;
  if (high >= 0x7ff00000) return x + x;
  if (high < 0x3e300000) return x;
  let w: number;
  const magnitude = Math.abs(x);
  if (high > 0x41b00000) w = math_log(magnitude) + 6.93147180559945286227e-1;
  else if (high > 0x40000000) w = math_log(2 * magnitude + 1 / (Math.sqrt(x * x + 1) + magnitude));
  else {
    const t = x * x;
    w = math_log1p(magnitude + t / (1 + Math.sqrt(1 + t)));
  }
  return x > 0 ? w : -w;
}

function math_acosh(x: number): number {
  const high = __highWord(x);
  if (high < 0x3ff00000) return NaN;
  if (high >= 0x41b00000) {
    if (high >= 0x7ff00000) return x + x;
    return math_log(x) + 6.93147180559945286227e-1;
  }
  if (x === 1) return 0;
  if (high > 0x40000000) return math_log(2 * x - 1 / (x + Math.sqrt(x * x - 1)));
  const t = x - 1;
  return math_log1p(t + Math.sqrt(2 * t + t * t));
}

function math_atanh(x: number): number {
  const magnitude = Math.abs(x);
  if (magnitude > 1) return NaN;
  if (magnitude === 1) return x / 0;
  if (magnitude < 3.7252902984619140625e-9) return x;
  let t: number;
  if (magnitude < 0.5) {
    t = magnitude + magnitude;
    t = 0.5 * math_log1p(t + (t * magnitude) / (1 - magnitude));
  } else t = 0.5 * math_log1p((magnitude + magnitude) / (1 - magnitude));
  return __highWord(x) >= 0 ? t : -t;
}

function math_cbrt(x: number): number {
  const high = __highWord(x) & 0x7fffffff;
  const sign: int = __highWord(x) & -2147483648;
  if (high >= 0x7ff00000) return x + x;
  let t: number;
  if (high < 0x00100000) {
    if ((high | __lowWord(x)) === 0) return x;
    t = Math.abs(x) * 18014398509481984;
    t = __makeDouble(sign | (Math.trunc((__highWord(t) & 0x7fffffff) / 3) + 696219795), 0);
  } else t = __makeDouble(sign | (Math.trunc(high / 3) + 715094163), 0);
  let r = t * t * (t / x);
  t *=
    1.87595182427177009643 +
    r * (-1.88497979543377169875 + r * 1.62142972010535446614) +
    r * r * r * (-0.758397934778766047437 + r * 0.145996192886612446982);
  // Rounded to 23 bits, away from zero, so that t * t is exact.
  const low = __lowWord(t);
  const rounded: int = (low + -2147483648) & -1073741824;
  t = __makeDouble(__highWord(t) + (low < 0 ? 1 : 0), rounded);
  const s = t * t;
  r = x / s;
  const w = t + t;
  r = (r - t) / (w + r);
  return t + t * r;
}

/** The square root of x * x + y * y, scaled by the larger one and summed with compensation, as V8 does. */
function math_hypot(x: number, y: number): number {
  const a = Math.abs(x);
  const b = Math.abs(y);
  if (a === Infinity || b === Infinity) return Infinity;
  if (a !== a || b !== b) return NaN;
  const largest = a > b ? a : b;
  if (largest === 0) return 0;
  const first = (a / largest) * (a / largest);
  const n = b / largest;
  const second = n * n;
  // The first step of the compensated sum is exact, so that only the last one can round.
  return Math.sqrt(first + second) * largest;
}
