// Bytes that typed arrays and data views share.

/**
 * Bytes, all zero at first. Typed arrays and a DataView read and write them.
 * @sealed
 * @parts
 */
class ArrayBuffer {
  __bytes: Uint8Array;

  constructor(byteLength: number, __bytes?: Uint8Array) {
    this.__bytes = __bytes ?? new Uint8Array(byteLength);
  }

  /** Number of bytes. */
  get byteLength(): number {
    return this.__bytes.length;
  }

  /** A copy of the bytes from `start` up to `end`. */
  slice(start?: number, end?: number): ArrayBuffer {
    return new ArrayBuffer(0, this.__bytes.slice(start ?? 0, end ?? this.__bytes.length));
  }
}

/** The buffer of a typed array. */
function typedArray_buffer<A>(array: A, byteLength: int): ArrayBuffer {
  if (__isView(array)) return __viewOwner(array);
  return new ArrayBuffer(0, __view<Uint8Array>(__dataOf(array), byteLength, array));
}

/** Where a typed array begins in its buffer. */
function typedArray_byteOffset<A>(array: A): int {
  return __isView(array) ? __dataOf(array) - __dataOf(__viewOwner(array).__bytes) : 0;
}

/** A typed array of the bytes of a buffer, whose elements are of `size` bytes; of all that follow if `length` is negative. */
function typedArray_over<A>(buffer: ArrayBuffer, offset: number, length: number, size: int): A {
  const bytes = __length(buffer.__bytes);
  const start = array_buffer_index(offset, bytes, 'Start offset');
  if (start % size !== 0)
    throw new RangeError(`start offset of the typed array should be a multiple of ${size}`);
  let count = array_buffer_div(bytes - start, size);
  if (length < 0) {
    if ((bytes - start) % size !== 0)
      throw new RangeError(`byte length of the typed array should be a multiple of ${size}`);
  } else {
    if (!(length <= count)) throw new RangeError(`Invalid typed array length: ${length}`);
    count = Math.trunc(length) | 0;
  }
  return __view<A>(__dataOf(buffer.__bytes) + start, count, buffer);
}

function array_buffer_div(a: int, b: int): int {
  return Math.trunc(a / b);
}

/** An offset of at most `most`; NaN is as 0. */
function array_buffer_index(offset: number, most: int, what: string): int {
  const whole = Math.trunc(offset) || 0;
  if (whole < 0 || whole > most) throw new RangeError(`${what} ${whole} is outside the bounds of the buffer`);
  return whole | 0;
}

/** `array.subarray(start, end)`, whose elements are of `size` bytes. */
function typedArray_subarray<A>(array: A, start: number, end: number, size: int): A {
  const length = __length(array);
  const from = array_buffer_clamp(start, length);
  const to = array_buffer_clamp(end, length);
  const buffer = typedArray_buffer(array, length * size);
  const count: int = to > from ? to - from : 0;
  return __view<A>(__dataOf(array) + from * size, count, buffer);
}

/** An index from 0 to `length`; negative ones count from the end. */
function array_buffer_clamp(index: number, length: int): int {
  const whole = Math.trunc(index) || 0;
  if (whole < 0) return whole + length < 0 ? 0 : (whole + length) | 0;
  return whole > length ? length : whole | 0;
}

/**
 * Reads and writes numbers of any kind anywhere in a buffer: big endian, unless told otherwise.
 * @sealed
 * @parts
 */
class DataView {
  readonly buffer: ArrayBuffer;
  readonly byteOffset: number;
  readonly byteLength: number;
  __bytes: Uint8Array;

  constructor(buffer: ArrayBuffer, byteOffset?: number, byteLength?: number) {
    const size = __length(buffer.__bytes);
    const start = array_buffer_index(byteOffset ?? 0, size, 'Start offset');
    const length = byteLength === undefined ? size - start : Math.trunc(byteLength) || 0;
    if (length < 0 || length > size - start) throw new RangeError(`Invalid DataView length ${length}`);
    this.buffer = buffer;
    this.byteOffset = start;
    this.byteLength = length;
    const count: int = length | 0;
    this.__bytes = __view<Uint8Array>(__dataOf(buffer.__bytes) + start, count, buffer);
  }

  __at(offset: number, size: int): int {
    const whole = Math.trunc(offset) || 0;
    if (whole < 0 || whole > __length(this.__bytes) - size)
      throw new RangeError('Offset is outside the bounds of the DataView');
    return whole | 0;
  }

  __get16(offset: number, littleEndian: boolean): int {
    const at = this.__at(offset, 2);
    const first: int = this.__bytes[at] | 0;
    const second: int = this.__bytes[at + 1] | 0;
    return littleEndian ? first | (second << 8) : (first << 8) | second;
  }

  __set16(offset: number, value: int, littleEndian: boolean): void {
    const at = this.__at(offset, 2);
    this.__bytes[at] = littleEndian ? value : value >> 8;
    this.__bytes[at + 1] = littleEndian ? value >> 8 : value;
  }

  __get32(offset: number, littleEndian: boolean): int {
    const at = this.__at(offset, 4);
    const first = this.__get16(at, littleEndian);
    const second = this.__get16(at + 2, littleEndian);
    return littleEndian ? first | (second << 16) : (first << 16) | second;
  }

  __set32(offset: number, value: int, littleEndian: boolean): void {
    const at = this.__at(offset, 4);
    this.__set16(at, littleEndian ? value : value >> 16, littleEndian);
    this.__set16(at + 2, littleEndian ? value >> 16 : value, littleEndian);
  }

  getInt8(byteOffset: number): number {
    return (this.__bytes[this.__at(byteOffset, 1)] << 24) >> 24;
  }

  getUint8(byteOffset: number): number {
    return this.__bytes[this.__at(byteOffset, 1)];
  }

  getInt16(byteOffset: number, littleEndian?: boolean): number {
    return (this.__get16(byteOffset, littleEndian ?? false) << 16) >> 16;
  }

  getUint16(byteOffset: number, littleEndian?: boolean): number {
    return this.__get16(byteOffset, littleEndian ?? false);
  }

  getInt32(byteOffset: number, littleEndian?: boolean): number {
    return this.__get32(byteOffset, littleEndian ?? false);
  }

  getUint32(byteOffset: number, littleEndian?: boolean): number {
    return this.__get32(byteOffset, littleEndian ?? false) >>> 0;
  }

  getFloat32(byteOffset: number, littleEndian?: boolean): number {
    return dataView_single(this.__get32(byteOffset, littleEndian ?? false));
  }

  getFloat64(byteOffset: number, littleEndian?: boolean): number {
    const isLittle = littleEndian ?? false;
    const at = this.__at(byteOffset, 8);
    const first = this.__get32(at, isLittle);
    const second = this.__get32(at + 4, isLittle);
    return isLittle ? __makeDouble(second, first) : __makeDouble(first, second);
  }

  setInt8(byteOffset: number, value: number): void {
    this.__bytes[this.__at(byteOffset, 1)] = value;
  }

  setUint8(byteOffset: number, value: number): void {
    this.__bytes[this.__at(byteOffset, 1)] = value;
  }

  setInt16(byteOffset: number, value: number, littleEndian?: boolean): void {
    this.__set16(byteOffset, value | 0, littleEndian ?? false);
  }

  setUint16(byteOffset: number, value: number, littleEndian?: boolean): void {
    this.__set16(byteOffset, value | 0, littleEndian ?? false);
  }

  setInt32(byteOffset: number, value: number, littleEndian?: boolean): void {
    this.__set32(byteOffset, value | 0, littleEndian ?? false);
  }

  setUint32(byteOffset: number, value: number, littleEndian?: boolean): void {
    this.__set32(byteOffset, value | 0, littleEndian ?? false);
  }

  setFloat32(byteOffset: number, value: number, littleEndian?: boolean): void {
    this.__set32(byteOffset, dataView_singleBits(value), littleEndian ?? false);
  }

  setFloat64(byteOffset: number, value: number, littleEndian?: boolean): void {
    const isLittle = littleEndian ?? false;
    const at = this.__at(byteOffset, 8);
    const [high, low] = [__highWord(value), __lowWord(value)];
    this.__set32(at, isLittle ? low : high, isLittle);
    this.__set32(at + 4, isLittle ? high : low, isLittle);
  }
}

/** The number that the bits of an IEEE single stand for. */
function dataView_single(bits: int): number {
  const exponent = (bits >>> 23) & 0xff;
  const fraction = bits & 0x7fffff;
  const sign = bits < 0 ? -1 : 1;
  if (exponent === 0xff) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  // 2 ** -149
  if (exponent === 0) return sign * fraction * 1.401298464324817e-45;
  return __makeDouble((bits & -0x80000000) | ((exponent + 896) << 20) | (fraction >> 3), fraction << 29);
}

/** The bits of the IEEE single that is nearest to a number. */
function dataView_singleBits(value: number): int {
  if (value !== value) return 0x7fc00000;
  const single = Math.fround(value);
  const high = __highWord(single);
  const sign: int = high & -0x80000000;
  const exponent = (high >>> 20) & 0x7ff;
  if (exponent === 0x7ff) return sign | 0x7f800000;
  if (exponent === 0) return sign;
  if (exponent > 896)
    return sign | ((exponent - 896) << 23) | ((high & 0xfffff) << 3) | (__lowWord(single) >>> 29);
  return sign | ((Math.abs(single) * 713623846352979940529142984724747568191373312) | 0);
}
