// encodeURIComponent and its like: texts as UTF-8, in which `%` and two digits stand for most bytes.

/** `kept` are the units that are not encoded, beside letters, digits and `-_.!~*'()`. */
function uri_encode(text: string, kept: string): string {
  let result = '';
  for (let i: int = 0; i < __length(text); i++) {
    const unit = __unit(text, i);
    if (uri_isPlain(unit, kept)) {
      result += __fromUnit(unit);
      continue;
    }
    let code = unit;
    if (unit >= 0xd800 && unit <= 0xdfff) {
      i++;
      const low: int = i < __length(text) && unit < 0xdc00 ? __unit(text, i) : 0;
      if ((low & 0xfc00) !== 0xdc00) throw new URIError('URI malformed');
      code = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
    }
    if (code < 0x80) result += uri_byte(code);
    else {
      if (code < 0x800) result += uri_byte(0xc0 | (code >> 6));
      else {
        if (code < 0x10000) result += uri_byte(0xe0 | (code >> 12));
        else result += uri_byte(0xf0 | (code >> 18)) + uri_byte(0x80 | ((code >> 12) & 63));
        result += uri_byte(0x80 | ((code >> 6) & 63));
      }
      result += uri_byte(0x80 | (code & 63));
    }
  }
  return result;
}

function uri_isPlain(unit: int, kept: string): boolean {
  const letter: int = unit | 32;
  if ((letter >= 97 && letter <= 122) || (unit >= 48 && unit <= 57)) return unit < 128;
  if (unit >= 128) return false;
  return (
    string_indexOf("-_.!~*'()", __fromUnit(unit), 0) >= 0 || string_indexOf(kept, __fromUnit(unit), 0) >= 0
  );
}

function uri_byte(byte: int): string {
  const digits = '0123456789ABCDEF';
  return '%' + __fromUnit(__unit(digits, byte >> 4)) + __fromUnit(__unit(digits, byte & 15));
}

/** What stands for one of `kept` stays as it is. */
function uri_decode(text: string, kept: string): string {
  let result = '';
  for (let i: int = 0; i < __length(text); i++) {
    if (__unit(text, i) !== 37) {
      result += __fromUnit(__unit(text, i));
      continue;
    }
    const from = i;
    const first = uri_byteAt(text, i);
    i += 2;
    // The first byte says how many there are.
    const count: int =
      first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
    let code: int = count === 1 ? first : first & (0x7f >> count);
    for (let more: int = 1; more < count; more++) {
      const next = uri_byteAt(text, i + 1);
      i += 3;
      if ((next & 0xc0) !== 0x80) throw new URIError('URI malformed');
      code = (code << 6) | (next & 63);
    }
    const isWrong =
      count === 0 ||
      (count === 3 && (code < 0x800 || (code & 0xf800) === 0xd800)) ||
      (count === 4 && (code < 0x10000 || code > 0x10ffff));
    if (isWrong) throw new URIError('URI malformed');
    const decoded = string_fromCodePoint(code);
    result += string_indexOf(kept, decoded, 0) >= 0 ? __slice(text, from, i + 1) : decoded;
  }
  return result;
}

/** The byte that `%` and two digits stand for. */
function uri_byteAt(text: string, at: int): int {
  const isThere = at + 2 < __length(text) && __unit(text, at) === 37;
  const high: int = isThere ? json_digit(__unit(text, at + 1)) : -1;
  const low: int = isThere ? json_digit(__unit(text, at + 2)) : -1;
  if (high < 0 || low < 0) throw new URIError('URI malformed');
  return (high << 4) | low;
}
