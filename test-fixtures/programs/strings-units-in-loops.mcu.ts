// Units of strings in loops: one byte wide, two bytes wide, one after the other in the same loop.
function sum(text: string): number {
  let total = 0;
  for (let i = 0; i < text.length; i++) total = (total * 31 + text.charCodeAt(i)) & 0xffffff;
  return total;
}
const texts = ['', 'a', 'héllo ÿ', 'čeština', '日本語', '\u0000\u00ff\u0100\uffff', 'pair 😀'];
for (const text of texts) console.log(text.length, sum(text));

// Parts of wide strings may be narrow.
console.log(sum('日本語 abc'.slice(4)), sum('日本語 abc'.slice(2)));

/** The index of the first letter that two texts have in common, in nested loops. */
function common(a: string, b: string): number {
  for (let i = 0; i < a.length; i++)
    for (let k = 0; k < b.length; k++) if (a.charCodeAt(i) === b.charCodeAt(k)) return i * 100 + k;
  return -1;
}
console.log(common('xyz', 'cbz'), common('xč', 'abč'), common('č', 'c'), common('ab', 'đb'));

let text = '';
let mixed = 0;
for (let i = 250; i < 262; i++) {
  text += String.fromCharCode(i);
  // The string becomes wide on the way.
  mixed = mixed * 2 + text.charCodeAt(text.length - 1) + text.charCodeAt(0);
}
console.log(mixed, text.length);

// Beyond the end it is NaN, in a loop too.
let missing = 0;
for (let i = -2; i < 5; i++) if (Number.isNaN('añ€'.charCodeAt(i))) missing++;
console.log(missing);
const vowels: int[] = [];
const line = 'a line of text';
let at: int = 0;
while (at < line.length) {
  const unit: int = line.charCodeAt(at);
  if ('aeiou'.includes(String.fromCharCode(unit))) vowels.push(at);
  at++;
}
console.log(vowels);

// As an int it is an error, before which all happens as written.
class Reader {
  at: int = 0;
  seen: int = 0;
  constructor(readonly text: string) {}
  next(): int {
    const unit: int = this.text.charCodeAt(this.at);
    this.at++;
    return unit;
  }
  /** The number that begins here, and where it ends. */
  number(): int {
    let value: int = 0;
    for (;;) {
      this.seen++;
      const digit: int = this.text.charCodeAt(this.at);
      if (digit < 48 || digit > 57) return value;
      value = value * 10 + (digit - 48);
      this.at++;
    }
  }
}
for (const text of ['12,345.', '7', '', 'č9x', '2024']) {
  const reader = new Reader(text);
  try {
    console.log(reader.number(), reader.at);
    console.log(reader.next(), reader.number(), reader.next());
  } catch {
    console.log(text, reader.at, reader.seen);
  }
}
const orFirst: int = 'abc'.charCodeAt(texts.length > 3 ? 1 : 7);
const unitOrNone = (text: string, i: int): int => (i < text.length ? text.charCodeAt(i) : -1);
console.log(orFirst, unitOrNone('abc', 2), unitOrNone('abc', 3), 'abc'.charCodeAt(9) | 0);

// Each character of a text, and its unit.
function units(text: string): int[] {
  const out: int[] = [];
  for (const c of text) out.push(c.charCodeAt(0) - 48);
  return out;
}
function characters(text: string): string {
  let out = '';
  for (const c of text) out += c.length * 10 + (c === 'b' || c === 'č' ? 1 : 0) + c.charCodeAt(c.length - 1) + ',';
  return out;
}
for (const text of ['', '0340', 'aéb', 'čb0', 'a\u{1f600}b', '\ud83d', 'x\ude00y'])
  console.log(units(text).join(), characters(text));
