// Templates with a tag: behind the end of the array of texts are the same texts as they are written.

/** `strings.raw`. */
function template_raw(strings: string[]): string[] {
  const length = __length(strings);
  const raw: string[] = [];
  // An array that no template made has no room for them.
  const data = __dataOf(strings);
  const isTemplate = data !== 0 && __word(data - 4) >>> 8 > 2 * length && __word(data + 8 * length - 4) !== 0;
  for (let i: int = 0; i < length; i++) raw.push(__element(strings, isTemplate ? length + i : i));
  return raw;
}

/** `String.raw(strings, ...values)`. */
function string_rawOf(raw: string[], values: __Value[]): string {
  let text = '';
  for (let i: int = 0; i < raw.length; i++) {
    text += raw[i];
    if (i < values.length && i + 1 < raw.length) text += __text(values[i]);
  }
  return text;
}
