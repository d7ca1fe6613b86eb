// Methods of strings: `text.trim()` compiles to string_trim(text). Indices are in UTF-16 units; they are of type N or
// the like, mostly ints, for which the functions are compiled without doubles.

/** An index as an integer if it is in range, else -1. */
function string_indexInRange<N extends number>(length: int, index: N): int {
  // NaN is 0, and so is what rounds to it.
  if (!(index <= -1 || index >= length)) {
    if (length > 0) return index | 0;
  }
  return -1;
}

function string_charAt<N extends number>(text: string, index: N): string {
  const i = string_indexInRange(__length(text), index);
  if (i < 0) return '';
  return __fromUnit(__unit(text, i));
}

function string_charCodeAt<N extends number>(text: string, index: N): number {
  const i = string_indexInRange(__length(text), index);
  if (i < 0) return NaN;
  return __unit(text, i);
}

/** True if a pair of surrogates starts at an index. */
function string_isPair(text: string, index: int): boolean {
  if (index + 1 >= __length(text)) return false;
  return (__unit(text, index) & 0xfc00) === 0xd800 && (__unit(text, index + 1) & 0xfc00) === 0xdc00;
}

function string_codePoint(text: string, index: int): int {
  const unit = __unit(text, index);
  if (!string_isPair(text, index)) return unit;
  return ((unit & 0x3ff) << 10) + (__unit(text, index + 1) & 0x3ff) + 0x10000;
}

/** The code point that starts at an index, as a string. */
function string_character(text: string, index: int): string {
  if (string_isPair(text, index)) return __slice(text, index, index + 2);
  return __fromUnit(__unit(text, index));
}

/** The code points of a string, as `[...text]` has them. */
function string_characters(text: string): string[] {
  const result: string[] = [];
  const length = __length(text);
  for (let i: int = 0; i < length; ) {
    const character = string_character(text, i);
    result.push(character);
    i += __length(character);
  }
  return result;
}

function string_fromCharCode(unit: number): string {
  return __fromUnit(unit & 0xffff);
}

function string_fromCharCodes<T>(units: T[]): string {
  let result = '';
  for (let i: int = 0; i < __length(units); i++) {
    result = result + string_fromCharCode(__element(units, i) as unknown as number);
  }
  return result;
}

function string_fromCodePoint(point: number): string {
  if (!(point >= 0 && point <= 0x10ffff) || point !== Math.trunc(point)) __badLength(point | 0);
  const code: int = point | 0;
  if (code < 0x10000) return __fromUnit(code);
  return __fromUnit(0xd7c0 + (code >> 10)) + __fromUnit(0xdc00 + (code & 0x3ff));
}

function string_fromCodePoints<T>(points: T[]): string {
  let result = '';
  for (let i: int = 0; i < __length(points); i++) {
    result = result + string_fromCodePoint(__element(points, i) as unknown as number);
  }
  return result;
}

/** True if no half of a surrogate pair stands alone. */
function string_isWellFormed(text: string): boolean {
  const length = __length(text);
  for (let i: int = 0; i < length; i++) {
    if (string_isPair(text, i)) i++;
    else if ((__unit(text, i) & 0xf800) === 0xd800) return false;
  }
  return true;
}

/** The text with U+FFFD in place of lone surrogates. */
function string_toWellFormed(text: string): string {
  let result = '';
  const length = __length(text);
  let start: int = 0;
  for (let i: int = 0; i < length; i++) {
    if (string_isPair(text, i)) {
      i++;
    } else if ((__unit(text, i) & 0xf800) === 0xd800) {
      result = result + __slice(text, start, i) + __fromUnit(0xfffd);
      start = i + 1;
    }
  }
  return result + __slice(text, start, length);
}

/** An index from 0 to length; negative ones are 0. */
function string_clamp<N extends number>(length: int, index: N): int {
  if (index >= length) return length;
  if (index > 0) return index | 0;
  return 0;
}

/** True if `search` stands at an index. */
function string_matches(text: string, search: string, at: int): boolean {
  const length = __length(search);
  if (at + length > __length(text)) return false;
  for (let i: int = 0; i < length; i++) {
    if (__unit(text, at + i) !== __unit(search, i)) return false;
  }
  return true;
}

function string_indexOf<N extends number>(text: string, search: string, from: N): int {
  return __indexOf(text, search, string_clamp(__length(text), from));
}

function string_lastIndexOf<N extends number>(text: string, search: string, from: N): int {
  let i: int = __length(text) - __length(search);
  if (from < i) i = string_clamp(__length(text), from);
  for (; i >= 0; i--) {
    if (string_matches(text, search, i)) return i;
  }
  return -1;
}

function string_includes<N extends number>(text: string, search: string, from: N): boolean {
  return string_indexOf(text, search, from) >= 0;
}

function string_startsWith<N extends number>(text: string, search: string, from: N): boolean {
  return string_matches(text, search, string_clamp(__length(text), from));
}

function string_endsWith<N extends number>(text: string, search: string, end: N): boolean {
  const start: int = string_clamp(__length(text), end) - __length(search);
  return start >= 0 && string_matches(text, search, start);
}

function string_slice<S extends number, E extends number>(text: string, start: S, end: E): string {
  const length = __length(text);
  const from = array_clampIndex(length, start);
  const to = array_clampIndex(length, end);
  if (to <= from) return '';
  return __slice(text, from, to);
}

function string_substring<S extends number, E extends number>(text: string, start: S, end: E): string {
  const length = __length(text);
  const a = string_clamp(length, start);
  const b = string_clamp(length, end);
  if (a < b) return __slice(text, a, b);
  return __slice(text, b, a);
}

/** `count` units from `start` on, which counts from the end if it is negative. */
function string_substr<S extends number, N extends number>(text: string, start: S, count: N): string {
  const length = __length(text);
  const from = array_clampIndex(length, start);
  let to = length;
  if (!(count >= length - from)) to = from + string_clamp(length, count);
  return __slice(text, from, to);
}

/** White space and line ends, as trim removes them. */
function string_isSpace(unit: int): boolean {
  if (unit <= 32) return unit === 32 || (unit >= 9 && unit <= 13);
  if (unit < 160) return false;
  if (unit >= 0x2000 && unit <= 0x200a) return true;
  return (
    unit === 160 ||
    unit === 0x1680 ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000 ||
    unit === 0xfeff
  );
}

/** The index of the first unit that is not white space. */
function string_firstNonSpace(text: string): int {
  const length = __length(text);
  let start: int = 0;
  while (start < length && string_isSpace(__unit(text, start))) start++;
  return start;
}

function string_trimStart(text: string): string {
  return __slice(text, string_firstNonSpace(text), __length(text));
}

/** The index behind the last unit that is no white space. */
function string_trimmedEnd(text: string): int {
  let end: int = __length(text);
  while (end > 0 && string_isSpace(__unit(text, end - 1))) end--;
  return end;
}

function string_trimEnd(text: string): string {
  return __slice(text, 0, string_trimmedEnd(text));
}

function string_trim(text: string): string {
  return string_trimEnd(string_trimStart(text));
}

function string_repeat<N extends number>(text: string, count: N): string {
  if (count <= -1 || count >= 0x40000000) __badLength(count | 0);
  let n: int = count | 0;
  let result = '';
  if (__length(text) === 1 && n <= 32) {
    // Each unit is put behind the others, in their place.
    const unit = __unit(text, 0);
    for (; n > 0; n--) result += __fromUnit(unit);
    return result;
  }
  let power = text;
  while (n > 0) {
    if ((n & 1) !== 0) result = result + power;
    n >>= 1;
    if (n > 0) power = power + power;
  }
  return result;
}

/** What fills a string up to a length: `fill` again and again, cut off. */
function string_filler<N extends number>(text: string, length: N, fill: string): string {
  if (!(length > __length(text)) || __length(fill) === 0) return '';
  const missing: int = (length | 0) - __length(text);
  const count: int = Math.trunc(missing / __length(fill)) + 1;
  return __slice(string_repeat(fill, count), 0, missing);
}

function string_padStart<N extends number>(text: string, length: N, fill: string = ' '): string {
  return string_filler(text, length, fill) + text;
}

function string_padEnd<N extends number>(text: string, length: N, fill: string = ' '): string {
  return text + string_filler(text, length, fill);
}

function string_split(text: string, separator: string, limit: number = 0xffffffff): string[] {
  const most = limit >>> 0;
  const result: string[] = [];
  const length = __length(text);
  const width = __length(separator);
  if (width === 0) {
    const count: int = most < length ? most | 0 : length;
    for (let i: int = 0; i < count; i++) result.push(__fromUnit(__unit(text, i)));
    return result;
  }
  let start: int = 0;
  while (__length(result) < most) {
    const found = __indexOf(text, separator, start);
    if (found < 0) {
      result.push(__slice(text, start, length));
      break;
    }
    result.push(__slice(text, start, found));
    start = found + width;
  }
  return result;
}

/** A replacement with $$, $&, $` and $' filled in. */
function string_expand(replacement: string, text: string, at: int, width: int): string {
  let result = '';
  let start: int = 0;
  const length = __length(replacement);
  for (
    let i: int = __indexOf(replacement, '$', 0);
    i >= 0 && i + 1 < length;
    i = __indexOf(replacement, '$', start)
  ) {
    const unit = __unit(replacement, i + 1);
    let filled = '';
    let skipped: int = 2;
    if (unit === 36) filled = '$';
    else if (unit === 38) filled = __slice(text, at, at + width);
    else if (unit === 96) filled = __slice(text, 0, at);
    else if (unit === 39) filled = __slice(text, at + width, __length(text));
    else {
      filled = '$';
      skipped = 1;
    }
    result = result + __slice(replacement, start, i) + filled;
    start = i + skipped;
  }
  return result + __slice(replacement, start, length);
}

function string_replace(text: string, search: string, replacement: string): string {
  const at = __indexOf(text, search, 0);
  if (at < 0) return text;
  const end: int = at + __length(search);
  const middle = string_expand(replacement, text, at, __length(search));
  return __slice(text, 0, at) + middle + __slice(text, end, __length(text));
}

function string_replaceAll(text: string, search: string, replacement: string): string {
  const width = __length(search);
  const length = __length(text);
  let result = '';
  let start: int = 0;
  let at = __indexOf(text, search, 0);
  while (at >= 0) {
    result = result + __slice(text, start, at) + string_expand(replacement, text, at, width);
    start = at + width;
    let next: int = start;
    // An empty string is found between all units, once each.
    if (width === 0) next = at + 1;
    if (next > length) break;
    at = __indexOf(text, search, next);
  }
  return result + __slice(text, start, length);
}

function string_replaceBy<T>(
  text: string,
  search: string,
  replace: (found: string, index: number, text: string) => T,
): string {
  const at = __indexOf(text, search, 0);
  if (at < 0) return text;
  const middle = __text(replace(search, at, text));
  return __slice(text, 0, at) + middle + __slice(text, at + __length(search), __length(text));
}

function string_replaceAllBy<T>(
  text: string,
  search: string,
  replace: (found: string, index: number, text: string) => T,
): string {
  const width = __length(search);
  const length = __length(text);
  let result = '';
  let start: int = 0;
  let at = __indexOf(text, search, 0);
  while (at >= 0) {
    result = result + __slice(text, start, at) + __text(replace(search, at, text));
    start = at + width;
    let next: int = start;
    if (width === 0) next = at + 1;
    if (next > length) break;
    at = __indexOf(text, search, next);
  }
  return result + __slice(text, start, length);
}
