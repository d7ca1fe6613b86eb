// Upper and lower case of strings: of Latin, Greek and Cyrillic letters; others are left as they are.

function string_toUpperCase(text: string): string {
  const length = __length(text);
  let result = '';
  for (let i: int = 0; i < length; i++) {
    const unit = __unit(text, i);
    const upper = string_upperUnit(unit);
    if (upper === unit && unit >= 0xdf) result += string_upperSpecial(unit);
    else result += __fromUnit(upper);
  }
  return result;
}

function string_toLowerCase(text: string): string {
  const length = __length(text);
  let result = '';
  for (let i: int = 0; i < length; i++) {
    const unit = __unit(text, i);
    if (unit === 0x130) result += 'i\u0307';
    // A sigma at the end of a word.
    else if (unit === 0x3a3 && string_isLetterAt(text, i - 1) && !string_isLetterAt(text, i + 1))
      result += 'ς';
    else result += __fromUnit(string_lowerUnit(unit));
  }
  return result;
}

/** Letters whose capitals are more than one. */
function string_upperSpecial(unit: int): string {
  switch (unit) {
    case 0xdf:
      return 'SS';
    case 0x149:
      return '\u02bcN';
    case 0x1f0:
      return 'J\u030c';
    case 0x390:
      return '\u0399\u0308\u0301';
    case 0x3b0:
      return '\u03a5\u0308\u0301';
    default:
      return __fromUnit(unit);
  }
}

/** True if there is a letter that has two cases at an index. */
function string_isLetterAt(text: string, index: int): boolean {
  if (index < 0 || index >= __length(text)) return false;
  const unit = __unit(text, index);
  return string_upperUnit(unit) !== unit || string_lowerUnit(unit) !== unit;
}

function string_upperUnit(unit: int): int {
  if (unit < 0x80) return unit >= 97 && unit <= 122 ? unit - 32 : unit;
  if (unit < 0x100) {
    if (unit >= 0xe0 && unit !== 0xf7) return unit === 0xff ? 0x178 : unit - 32;
    return unit === 0xb5 ? 0x39c : unit;
  }
  if (unit === 0x131) return 73;
  if (unit === 0x17f) return 83;
  if (unit >= 0x3ac && unit <= 0x3ce) {
    if (unit === 0x3ac) return 0x386;
    if (unit <= 0x3af) return unit - 37;
    if (unit === 0x3c2) return 0x3a3;
    if (unit === 0x3cc) return 0x38c;
    if (unit >= 0x3cd) return unit - 63;
    return unit === 0x3b0 ? unit : unit - 32;
  }
  if (unit >= 0x430 && unit <= 0x45f) return unit - (unit < 0x450 ? 32 : 80);
  if (unit === 0x4cf) return 0x4c0;
  if (unit === 0x1e9b) return 0x1e60;
  const first = string_firstOfPair(unit);
  return first >= 0 ? first : unit;
}

function string_lowerUnit(unit: int): int {
  if (unit < 0x80) return unit >= 65 && unit <= 90 ? unit + 32 : unit;
  if (unit < 0x100) return unit >= 0xc0 && unit <= 0xde && unit !== 0xd7 ? unit + 32 : unit;
  if (unit === 0x178) return 0xff;
  if (unit >= 0x386 && unit <= 0x3ab) {
    if (unit === 0x386) return 0x3ac;
    if (unit >= 0x388 && unit <= 0x38a) return unit + 37;
    if (unit === 0x38c) return 0x3cc;
    if (unit === 0x38e || unit === 0x38f) return unit + 63;
    return unit >= 0x391 && unit !== 0x3a2 ? unit + 32 : unit;
  }
  if (unit >= 0x400 && unit <= 0x42f) return unit + (unit < 0x410 ? 80 : 32);
  if (unit === 0x4c0) return 0x4cf;
  if (unit === 0x1e9e) return 0xdf;
  return string_firstOfPair(unit) === unit ? unit + 1 : unit;
}

/** In alphabets where each capital is followed by its small letter, the capital of either; else -1. */
function string_firstOfPair(unit: int): int {
  if (unit >= 0x1e00) return unit <= 0x1eff && !(unit >= 0x1e96 && unit <= 0x1e9f) ? unit & ~1 : -1;
  if (unit >= 0x460) {
    if (unit > 0x52f || (unit >= 0x482 && unit <= 0x489)) return -1;
    return unit >= 0x4c1 && unit <= 0x4ce ? ((unit - 1) & ~1) + 1 : unit & ~1;
  }
  if (unit >= 0x1a0) {
    if (unit === 0x1af || unit === 0x1b0) return 0x1af;
    if (unit >= 0x1cd && unit <= 0x1dc) return ((unit - 1) & ~1) + 1;
    const isPaired =
      unit <= 0x1a5 ||
      (unit >= 0x1de && unit <= 0x1ef) ||
      (unit >= 0x1f8 && unit <= 0x21f) ||
      (unit >= 0x222 && unit <= 0x233);
    return isPaired ? unit & ~1 : -1;
  }
  if (unit < 0x100 || unit > 0x17e || unit === 0x130 || unit === 0x131 || unit === 0x138) return -1;
  if ((unit >= 0x139 && unit <= 0x148) || unit >= 0x179) return ((unit - 1) & ~1) + 1;
  return unit === 0x149 || unit === 0x178 ? -1 : unit & ~1;
}
