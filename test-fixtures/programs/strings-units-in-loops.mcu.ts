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
