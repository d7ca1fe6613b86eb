// String.prototype.localeCompare: the order of Unicode's root collation for Latin-1, as Node has it for English. First
// the letters without case and accents decide, then accents, then case. What is beyond Latin-1 comes last, by units.

function string_localeCompare(text: string, other: string): int {
  const a = string_expandLigatures(text);
  const b = string_expandLigatures(other);
  for (let level: int = 1; level <= 3; level++) {
    const order = string_compareAtLevel(a, b, level);
    if (order !== 0) return order;
  }
  // What only a ligature tells apart: the ligature comes last.
  const expandedMore: int = __length(a) - __length(text) - (__length(b) - __length(other));
  if (expandedMore > 0) return 1;
  return expandedMore < 0 ? -1 : 0;
}

/** With `æ` and `ß` as two letters: of the latter, the long s. */
function string_expandLigatures(text: string): string {
  let result = '';
  let start: int = 0;
  const length = __length(text);
  for (let i: int = 0; i < length; i++) {
    const unit = __unit(text, i);
    let letters = '';
    if (unit === 0xdf) letters = 'ſſ';
    else if (unit === 0xe6) letters = 'ae';
    else if (unit === 0xc6) letters = 'AE';
    if (__length(letters) > 0) {
      result = result + __slice(text, start, i) + letters;
      start = i + 1;
    }
  }
  return start === 0 ? text : result + __slice(text, start, length);
}

function string_compareAtLevel(a: string, b: string, level: int): int {
  let i: int = 0;
  let j: int = 0;
  while (true) {
    i = string_nextWeighty(a, i);
    j = string_nextWeighty(b, j);
    const isEnd = i >= __length(a);
    if (isEnd || j >= __length(b)) return isEnd ? (j < __length(b) ? -1 : 0) : 1;
    const x = string_weight(__unit(a, i), level);
    const y = string_weight(__unit(b, j), level);
    if (x !== y) return x < y ? -1 : 1;
    i++;
    j++;
  }
}

/** The index of the next unit that counts: control characters and soft hyphens do not. */
function string_nextWeighty(text: string, from: int): int {
  let i: int = from;
  while (i < __length(text)) {
    const unit = __unit(text, i);
    const isControl = unit < 32 ? unit < 9 || unit > 13 : unit >= 0x7f && unit < 0xa0 && unit !== 0x85;
    if (!isControl && unit !== 0xad) break;
    i++;
  }
  return i;
}

/** The weight of a unit at a level: 1 for letters and signs, 2 for accents, 3 for case and the like. */
function string_weight(unit: int, level: int): int {
  if (level === 3) return string_caseWeight(unit);
  const isAccented = unit >= 0xc0 && unit <= 0xff && unit !== 0xd7 && unit !== 0xf7;
  // The letters and their accents in the order of Latin-1: capitals and small letters are 32 apart.
  if (level === 2) return isAccented ? __unit('21365408213521357621365072135105', unit & 31) : 48;
  let base = unit;
  if (isAccented) base = __unit('aaaaaa.ceeeeiiiidnooooo.ouuuuyþy', unit & 31);
  else if (unit >= 65 && unit <= 90) base = unit + 32;
  else if (unit === 0xa0) base = 32;
  else if (unit === 0xaa) base = 97;
  else if (unit === 0xba) base = 111;
  else if (unit === 0xb9) base = 49;
  else if (unit === 0x17f) base = 115;
  else if (unit === 0xb2 || unit === 0xb3) base = unit - 0xb2 + 50;
  const order =
    '\t\n\v\f\r\x85 _-,;:!¡?¿.·\'"«»()[]{}§¶@*/\\&#%`´^¯¨¸°©®+±÷×<=>¬|¦~¤¢$£¥0123456789abcdefghijklmnopqrstuvwxyzþµ';
  const place = __indexOf(order, __fromUnit(base), 0);
  return place >= 0 ? place : 1000 + unit;
}

function string_caseWeight(unit: int): int {
  if ((unit >= 65 && unit <= 90) || (unit >= 0xc0 && unit <= 0xde && unit !== 0xd7)) return 2;
  if (unit === 0xaa || unit === 0xba || unit === 0xb9 || unit === 0xb2 || unit === 0xb3 || unit === 0xa0)
    return 3;
  return unit === 0x17f ? 4 : 1;
}
