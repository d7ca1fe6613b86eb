const s = 'aab';
console.log(s[5] === 'a', s[5] !== 'a', s[5] === undefined, s[-1] === s[99], s[0] === s[1], s[1] === s[2], s[2] === s[3], s[3] < 'z', s[3] >= 'a', 'a' <= s[0]);
const rle = (t: string): string => { let out = ''; for (let i = 0; i < t.length;) { let j = i; while (t[j] === t[i]) j++; out += (j - i > 1 ? j - i : '') + t[i]; i = j; } return out; };
console.log(rle('aaabbc'), rle('abc'), rle('') + '.');
function number(text: string, at: number): string { let end = at; while (text[end] >= '0' && text[end] <= '9') end++; return text.slice(at, end); }
console.log(number('x123', 1), number('45y', 0));
const values: Record<string, number> = { I: 1, V: 5, X: 10 };
let total = 0; const roman = 'XIV';
for (let i = 0; i < roman.length; i++) { const a = values[roman[i]]!, b = values[roman[i + 1] ?? ''] ?? 0; total += a < b ? -a : a; }
console.log(total);
const xs = [1, 1, 2, 3, 3];
console.log(xs.filter((x, i) => x !== xs[i - 1]), xs.filter((x, i) => xs[i + 1] === x), xs[9] === undefined, xs[-1] ?? 'none', xs[2] ?? 'none');
if (xs[7]) console.log('no'); else console.log('nothing at 7');
if (!xs[7]) console.log('still nothing');
const grid = [['#', '.'], ['.', '#']];
let open = 0;
for (let y = 0; y < 2; y++) for (let x = 0; x < 2; x++) for (const [dx, dy] of [[0, 1], [1, 0], [0, -1], [-1, 0]]) if (grid[y + dy]?.[x + dx] === '#') open++;
console.log(open, grid[5]?.[0], grid[1]?.[1], grid[0]?.[9]);
console.log(xs[10], `${xs[10]}`, typeof xs[10], String(s[7]));
const names: string[] = ['x']; const first = names[0] || 'default', second = names[1] || 'default'; console.log(first, second);
const flags: boolean[] = [true]; console.log(flags[0] ? 1 : 2, flags[1] ? 1 : 2, flags[1] === false);
const objs = [{ v: 1 }]; console.log(objs[0]?.v, objs[1]?.v, objs[2] === undefined);
const u8 = new Uint8Array(2); console.log(u8[5] === undefined, u8[1] === 0, u8[5]);
function peek(t: string, i: number): string { switch (t[i]) { case 'a': return 'A'; case undefined: return 'end'; default: return 'other'; } }
console.log(peek("ab", 0), peek("ab", 1), peek("ab", 2));
let word = ''; let k = 0; while (s[k]) word += s[k++].toUpperCase(); console.log(word);
const mixed: (string | null)[] = ['p', null]; console.log(mixed[0] === null, mixed[1] === null);
console.log(s[1] == null, s[9] == null, s[0] === s.charAt(0), s[9] === s.charAt(9));
