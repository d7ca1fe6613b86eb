// Operands for the arithmetic tests: special values, and random ones of several kinds from a seed.

const view = new DataView(new ArrayBuffer(8));

export function doubleFromWords(low: number, high: number): number {
  view.setInt32(0, low, true);
  view.setInt32(4, high, true);
  return view.getFloat64(0, true);
}

export function wordsFromDouble(value: number): [number, number] {
  view.setFloat64(0, value, true);
  return [view.getInt32(0, true), view.getInt32(4, true)];
}

export function singleFromWord(word: number): number {
  view.setInt32(0, word, true);
  return view.getFloat32(0, true);
}

export function wordFromSingle(value: number): number {
  view.setFloat32(0, value, true);
  return view.getInt32(0, true);
}

function withNegatives(values: readonly number[]): number[] {
  return values.flatMap((value) => (Number.isNaN(value) ? [value] : [value, -value]));
}

const two = (exponent: number): number => 2 ** exponent;

export const specialDoubles: readonly number[] = withNegatives([
  ...[
    0,
    two(-1074),
    3 * two(-1074),
    two(-1044),
    two(-1042) + two(-1074),
    two(-1023),
    two(-1022) - two(-1074),
  ],
  ...[two(-1022), two(-1022) + two(-1074), two(-1021), two(-970), 1e-300, two(-538), two(-512), two(-511)],
  ...[two(-149), two(-150), two(-150) + two(-180), two(-126), two(-126) - two(-150), two(-126) - two(-149)],
  ...[
    two(-54),
    two(-53),
    two(-53) + two(-105),
    two(-52),
    0.1,
    0.5 - two(-54),
    0.5,
    0.5 + two(-53),
    1 - two(-53),
  ],
  ...[1, 1 + two(-52), 1 + two(-23), 1 + two(-24), 1 + two(-24) + two(-52), 1.5, 2.5, 3, 10, 1000, 65535.5],
  ...[two(31) - 1, two(31), two(31) + 0.5, two(32) - 1, two(32), two(32) + 1, two(51) + 0.5, two(52) - 0.5],
  ...[
    two(52) + 1,
    two(53) - 1,
    two(53),
    two(53) + 2,
    two(63),
    two(64) - 2048,
    two(83),
    two(84),
    two(84) + two(32),
  ],
  ...[two(127), two(128) - two(104), two(128) - two(103), two(128), two(511), two(512), two(970), two(1023)],
  ...[1.7e308, Number.MAX_VALUE, Number.MAX_VALUE - two(970), Number.POSITIVE_INFINITY, Number.NaN],
]);

export const specialSingles: readonly number[] = withNegatives([
  ...[0, two(-149), 3 * two(-149), two(-130), two(-127), two(-126) - two(-149), two(-126)],
  ...[
    two(-126) + two(-149),
    two(-125),
    two(-100),
    two(-75),
    two(-74),
    two(-63),
    two(-25),
    two(-24),
    two(-23),
  ],
  ...[
    two(-24) + two(-47),
    0.1,
    0.5 - two(-25),
    0.5,
    1 - two(-24),
    1,
    1 + two(-23),
    1 + two(-12),
    1.5,
    2.5,
    3,
  ],
  ...[10, 1000, two(23) + 1, two(24) - 1, two(24), two(24) + 2, two(31), two(32) - 256, two(32), two(54)],
  ...[two(55), two(56), two(63), two(64), two(103), two(104), two(126), two(127), two(128) - two(104)],
  ...[Number.POSITIVE_INFINITY, Number.NaN],
]).map(Math.fround);

export const specialInts: readonly number[] = [
  ...[0, 1, 2, 3, 5, 7, 9, 10, 15, 16, 17, 100, 255, 256, 257, 1000, 4095, 4096, 65535, 65536, 65537],
  ...[
    (1 << 24) - 1,
    1 << 24,
    (1 << 24) + 1,
    (1 << 25) + 2,
    (1 << 25) + 6,
    0x12345678,
    0x3fffffff,
    0x40000000,
  ],
  ...[0x7fffff80, 0x7fffffbf, 0x7fffffc0, 0x7fffffff],
].flatMap((value) => [value, -value | 0, ~value]);

/** A generator of pseudo-random operands (xorshift32), the same in every run. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 1;
  }

  /** 32 random bits, signed. */
  word(): number {
    let x = this.#state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.#state = x;
    return Math.imul(x, 0x9e3779b1) ^ (x >>> 15);
  }

  below(limit: number): number {
    return (this.word() >>> 0) % limit;
  }

  /** 64 random bits, low word first; in one of four all are 0 from some place down, in one all are 1. */
  #mantissa(bits: number): [number, number] {
    const low = this.word();
    const high = this.word();
    const kind = this.below(4);
    if (kind > 1) return [low, high];
    const cut = this.below(bits + 1);
    const lowMask = cut >= 32 ? -1 : (1 << cut) - 1;
    const highMask = cut > 32 ? (1 << (cut - 32)) - 1 : 0;
    return kind === 0 ? [low & ~lowMask, high & ~highMask] : [low | lowMask, high | highMask];
  }

  /** A double whose biased exponent is `exponent`, or random (all of them) if it is undefined. */
  double(exponent?: number): number {
    const [low, high] = this.#mantissa(52);
    const biased = exponent ?? this.below(2048);
    return doubleFromWords(low, (this.below(2) << 31) | (biased << 20) | (high & 0xfffff));
  }

  single(exponent?: number): number {
    const biased = exponent ?? this.below(256);
    return singleFromWord((this.below(2) << 31) | (biased << 23) | (this.#mantissa(23)[0] & 0x7fffff));
  }

  /** Two exponents: anything, or close to each other, or near the ends of the range. `bits` of exponent. */
  exponents(bits: number, mantissa: number): [number, number] {
    const top = (1 << bits) - 1;
    const clamp = (value: number): number => Math.max(0, Math.min(top, value));
    const first = this.below(top + 1);
    switch (this.below(5)) {
      case 0:
        return [first, this.below(top + 1)];
      case 1:
        return [first, clamp(first - 2 + this.below(5))];
      case 2:
        return [first, clamp(first - mantissa - 3 + this.below(2 * mantissa + 6))];
      case 3: {
        // Products and quotients near the smallest, the largest, the subnormal.
        const sum = this.below(2) ? (top >> 1) + this.below(8) - 4 : top + (top >> 1) + this.below(8) - 4;
        const drop = this.below(2) ? this.below(mantissa + 4) : 0;
        return this.below(2)
          ? [first, clamp(sum - drop - first)]
          : [first, clamp(first - (top >> 1) + this.below(8) - 4)];
      }
      default: {
        const middle = top >> 1;
        return [middle - 8 + this.below(17), middle - 8 + this.below(17)];
      }
    }
  }

  doubles(): [number, number] {
    const [a, b] = this.exponents(11, 52);
    return [this.double(a), this.double(b)];
  }

  singles(): [number, number] {
    const [a, b] = this.exponents(8, 23);
    return [this.single(a), this.single(b)];
  }

  /** Any magnitude is as likely as any other. */
  int(): number {
    return this.word() >> this.below(32);
  }

  long(): bigint {
    return ((BigInt(this.word()) << 32n) | BigInt(this.word() >>> 0)) >> BigInt(this.below(64));
  }
}
