// String.prototype.localeCompare with options: not all differences count, or digits are compared as numbers.

/** Of the levels that the bits say (1 << 1 to 1 << 3), the first that tells two texts apart. */
function string_collated(text: string, other: string, levels: int, isNumeric: boolean): int {
  const a = string_expandLigatures(text);
  const b = string_expandLigatures(other);
  for (let level: int = 1; level <= 3; level++) {
    if ((levels & (1 << level)) === 0) continue;
    const order = isNumeric ? string_compareNumbers(a, b, level) : string_compareAtLevel(a, b, level);
    if (order !== 0) return order;
  }
  return 0;
}

/** The order at a level: first of what is before the first number in each, then of the numbers, and so on. */
function string_compareNumbers(a: string, b: string, level: int): int {
  let i: int = 0;
  let j: int = 0;
  while (true) {
    const endA = string_numberFrom(a, i);
    const endB = string_numberFrom(b, j);
    const isLast = endA >= __length(a) || endB >= __length(b);
    // Where a text goes on with something else than a number, what is there decides.
    const order = isLast
      ? string_compareAtLevel(__slice(a, i, __length(a)), __slice(b, j, __length(b)), level)
      : string_compareAtLevel(__slice(a, i, endA + 1), __slice(b, j, endB + 1), level);
    const isSameBefore =
      !isLast && string_compareAtLevel(__slice(a, i, endA), __slice(b, j, endB), level) === 0;
    if (!isSameBefore) return order;
    i = string_skipZeros(a, endA);
    j = string_skipZeros(b, endB);
    const difference = string_compareDigits(a, i, b, j);
    if (difference !== 0) return difference;
    while (string_isDigit(a, i)) i++;
    while (string_isDigit(b, j)) j++;
  }
}

/** The index of the first digit from an index on; the length if there is none. */
function string_numberFrom(text: string, from: int): int {
  let i: int = from;
  while (i < __length(text) && !string_isDigit(text, i)) i++;
  return i;
}

function string_isDigit(text: string, index: int): boolean {
  if (index >= __length(text)) return false;
  const unit = __unit(text, index);
  return unit >= 48 && unit <= 57;
}

function string_skipZeros(text: string, from: int): int {
  let i: int = from;
  while (i < __length(text) && __unit(text, i) === 48) i++;
  return i;
}

/** The order of the numbers whose digits begin at two indices, without zeros before them. */
function string_compareDigits(a: string, from: int, b: string, other: int): int {
  let order: int = 0;
  let i: int = from;
  let j: int = other;
  while (string_isDigit(a, i) && string_isDigit(b, j)) {
    if (order === 0) order = __unit(a, i) - __unit(b, j);
    i++;
    j++;
  }
  if (string_isDigit(a, i)) return 1;
  if (string_isDigit(b, j)) return -1;
  return order < 0 ? -1 : order > 0 ? 1 : 0;
}
