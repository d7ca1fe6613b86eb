// Loops over strings: by index, by character, backwards, with changes of the variable.
let s = 'añ😀z';
const out: string[] = [];
for (const c of s) {
  out.push(c);
  s = 'changed';
}
console.log(out, s);
const t = 'hello world';
let vowels = 0;
for (let i = 0; i < t.length; i++) if ('aeiou'.includes(t[i]!)) vowels++;
let reversed = '';
for (let i = t.length - 1; i >= 0; i--) reversed += t.charAt(i);
console.log(vowels, reversed, [...t].filter((c, i, all) => all.indexOf(c) === i).join(''));
const caesar = (text: string, by: number) =>
  text.replaceAll('', '').split('').map((c) => {
    const code = c.charCodeAt(0);
    if (code >= 97 && code <= 122) return String.fromCharCode(((code - 97 + by + 26) % 26) + 97);
    return c;
  }).join('');
console.log(caesar(t, 3), caesar(caesar(t, 3), -3) === t);
const counts: Record<string, number> = {};
for (const c of t) counts[c] = (counts[c] ?? 0) + 1;
console.log(counts);
const isPalindrome = (x: string): boolean => {
  for (let i = 0, j = x.length - 1; i < j; i++, j--) if (x[i] !== x[j]) return false;
  return true;
};
console.log(['', 'a', 'abba', 'abc', 'racecar'].map(isPalindrome));
for (const [i, c] of [...'xyz'].entries()) console.log(i, c);
console.log(Array.from('abc', (c, i) => c.repeat(i + 1)), [...'ab', ...'cd'].join('-'));
