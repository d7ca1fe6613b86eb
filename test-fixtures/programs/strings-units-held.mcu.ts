// Units of texts that meet on several ways, where what is beyond the end is undefined.
function kindOf(text: string, i: number): string {
  const c = text[i];
  if (c === undefined) return 'none';
  switch (c) {
    case 'a':
      return 'first';
    case 'é':
      return 'accent';
    case '\u4e2d':
      return 'wide';
    default:
      return `other ${c}`;
  }
}
for (let i = 0; i <= 5; i++) console.log(i, kindOf('abé\u4e2dz', i));

// Told apart and then needed as a text after all, once or on several ways.
function words(text: string): string[] {
  const found: string[] = [];
  let word = '';
  for (let i = 0; i <= text.length; i++) {
    const c = text[i];
    if (c === undefined || c === ' ') {
      if (word !== '') found.push(word);
      word = '';
    } else if (c === '-') {
      found.push(c);
    } else {
      word += c;
    }
  }
  return found;
}
console.log(words(' one two- thr\u00e9e - \u4e2d\u6587 x'));

// Carried from round to round.
function runs(text: string): string {
  let out = '';
  let last: string | undefined;
  let count = 0;
  for (let i = 0; i <= text.length; i++) {
    const c = i < text.length ? text[i] : undefined;
    if (c === last) count++;
    else {
      if (last !== undefined) out += count > 1 ? `${count}${last}` : last;
      last = c;
      count = 1;
    }
  }
  return out;
}
console.log(runs('aaabccdddd'), runs(''), runs('zz'), runs('\u4e2d\u4e2d\u4e2da'));

// Their properties, order, and what is made of them.
function describe(text: string, i: int, j: int): string {
  const a = i < text.length ? text[i] : '?';
  const b = j < text.length ? text[j] : '!';
  const parts = [a.length, a.charCodeAt(0), a < b, a === b, a + b, a.toUpperCase()];
  return parts.join();
}
console.log(describe('ab', 0, 1), describe('ab', 1, 1), describe('ab', 5, 0), describe('ab', 2, 2));

function optional(c: string | undefined): string {
  return c === undefined ? 'nothing' : c + c;
}
function passed(text: string, i: number): string {
  const c = i < text.length ? text[i] : undefined;
  if (c === 'x') return 'found x';
  return optional(c);
}
console.log(passed('xy', 0), passed('xy', 1), passed('xy', 2));

// In a closure, an object and an array.
function kept(text: string): string[] {
  const all: { unit: string }[] = [];
  for (let i: int = 0; i < text.length; i++) {
    const c = i % 2 === 0 ? text[i] : '-';
    if (c !== 'b') all.push({ unit: c });
  }
  return all.map(({ unit }) => unit);
}
console.log(kept('abbcbd'));

// Digits and brackets, as parsers look at them.
function depth(text: string): int {
  let at: int = 0;
  let most: int = 0;
  let open: int = 0;
  while (at < text.length) {
    const c = text[at];
    if (c === '(' || c === '[') open++;
    else if (c === ')' || c === ']') open--;
    else if (c >= '0' && c <= '9') most = Math.max(most, open);
    at++;
  }
  return most;
}
console.log(depth('(1[2(3)]x)y'), depth(''), depth('((((\u4e2d'));
console.log('abcabc'.indexOf('c', 3), 'abc'.indexOf('', 2), 'a\u4e2db'.indexOf('b'), 'abc'.indexOf('\u4e2d'), 'aab'.indexOf('ab'));
const left = 'abcdefgh';
for (let i = 0; i < 8; i++) {
  const other = left.slice(0, i) + left.slice(i);
  const changed = `${left.slice(0, i)}X${left.slice(i + 1)}`;
  console.log(other === left, changed === left, left.slice(0, i) === changed.slice(0, i), left.slice(i) === left.slice(0, 8 - i));
}
