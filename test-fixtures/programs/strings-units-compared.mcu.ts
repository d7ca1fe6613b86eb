// Units of texts beside others, beside known texts of any length, in constants and in switches.
function table(text: string, other: string): string {
  const rows: string[] = [];
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    const tests = [
      c === 'b',
      'b' === c,
      c !== 'b',
      c < 'b',
      c <= 'b',
      c > 'b',
      c >= 'b',
      'b' < c,
      'b' >= c,
      c === '',
      c !== '',
      c > '',
      c <= '',
      '' < c,
      c === 'bc',
      c !== 'bc',
      c < 'bc',
      c <= 'bc',
      c > 'bc',
      c >= 'bc',
      'bc' < c,
      'bc' >= c,
      c === other[i],
      c < other[i],
      c >= other[i],
      text[i] === other[i],
      text[i] !== text[text.length - 1 - i],
      c === other,
      c < other,
    ];
    rows.push(c + ': ' + tests.map((each) => (each ? 1 : 0)).join(''));
  }
  return rows.join('\n');
}
console.log(table('abcz', 'bbbb'));
console.log(table('äb\u{1F600}\uFFFF', 'ä\u0100\u{1F600}'));

function kinds(text: string): string {
  let result = '';
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    switch (c) {
      case '(':
        depth++;
        result += 'o' + depth;
        break;
      case ')':
        result += 'c' + depth--;
        break;
      case '+':
      case '-':
        result += 's';
        break;
      default:
        result += c >= '0' && c <= '9' ? 'd' : c === ' ' ? '_' : c;
    }
  }
  return result;
}
console.log(kinds('(12 + x) - (3-(y))'));

function isPalindrome(text: string): boolean {
  for (let i = 0, j = text.length - 1; i < j; i++, j--) if (text[i] !== text[j]) return false;
  return true;
}
console.log(isPalindrome('racecar'), isPalindrome('racecat'), isPalindrome(''));

function longest(a: string, b: string): number {
  let best = 0;
  for (let i = 0; i < a.length; i++)
    for (let j = 0; j < b.length; j++) {
      let n = 0;
      while (i + n < a.length && j + n < b.length && a[i + n] === b[j + n]) n++;
      if (n > best) best = n;
    }
  return best;
}
console.log(longest('the quick brown fox', 'a quick crown'));

// Changed between: the unit is what it was.
let word = 'abc';
const first = word[0];
word = 'xyz';
console.log(first === 'a', first === word[0], word[0] === 'x', first < word[0]);
let last = word[2];
for (const letter of ['z', 'y', 'x']) {
  console.log(last === letter, last > 'y', last);
  last = letter;
}
