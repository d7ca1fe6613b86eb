function wordCount(text: string): Map<string, number> { const m = new Map<string, number>(); for (const w of text.toLowerCase().split(' ')) { const k = w.trim(); if (k) m.set(k, (m.get(k) || 0) + 1); } return m; }
console.log([...wordCount('the cat and the  dog and the bird')].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])));
const caesar = (s: string, n: number) => s.split('').map((c) => { const code = c.charCodeAt(0); if (code >= 65 && code <= 90) return String.fromCharCode((code - 65 + n + 26) % 26 + 65); if (code >= 97 && code <= 122) return String.fromCharCode((code - 97 + n + 26) % 26 + 97); return c; }).join('');
console.log(caesar('Hello, World!', 3), caesar(caesar('Hello, World!', 3), -3));
function toRoman(n: number): string { const t: [number, string][] = [[1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']]; let s = ''; for (const [v, r] of t) while (n >= v) { s += r; n -= v; } return s; }
console.log([1, 4, 9, 14, 40, 90, 400, 1994, 2024, 3999].map(toRoman).join(' '));
function fromRoman(s: string): number { const v: { [k: string]: number } = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 }; let t = 0; for (let i = 0; i < s.length; i++) { const cur = v[s[i]], next = v[s[i + 1]] ?? 0; t += cur < next ? -cur : cur; } return t; }
console.log(fromRoman('MCMXCIV'), fromRoman('III'));
function wrap(text: string, width: number): string[] { const lines: string[] = []; let line = ''; for (const w of text.split(' ')) { if ((line + ' ' + w).trim().length > width) { lines.push(line); line = w; } else line = (line + ' ' + w).trim(); } if (line) lines.push(line); return lines; }
console.log(wrap('the quick brown fox jumps over the lazy dog', 12).map((l) => `|${l.padEnd(12)}|`).join('\n'));
const rle = (s: string) => { let out = ''; for (let i = 0; i < s.length;) { let j = i; while (s[j] === s[i]) j++; out += (j - i > 1 ? j - i : '') + s[i]; i = j; } return out; };
console.log(rle('aaabbc'), rle('abc'), rle(''));
const isPal = (s: string) => { const t = [...s.toLowerCase()].filter((c) => c >= 'a' && c <= 'z').join(''); return t === [...t].reverse().join(''); };
console.log(isPal('A man, a plan, a canal: Panama'), isPal('nope'));
const camel = (s: string) => s.split('-').map((w, i) => (i ? w[0].toUpperCase() + w.slice(1) : w)).join(''); console.log(camel('foo-bar-baz'));
const anagrams = ['listen', 'silent', 'enlist', 'google'].reduce((acc, w) => { const k = [...w].sort().join(''); (acc[k] ||= []).push(w); return acc; }, {} as Record<string, string[]>);
console.log(anagrams, Object.values(anagrams).filter((g) => g.length > 1));
function binary(n: number): string { return n < 2 ? String(n) : binary(Math.floor(n / 2)) + (n % 2); } console.log(binary(10), parseInt(binary(1023), 2));
function leap(y: number): boolean { return (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0; } console.log([1900, 2000, 2023, 2024].map(leap));
