// Texts that grow in several places of a loop, on some ways more than on others; what was kept of them stays as it was.
const hex = '0123456789abcdef';
function digit(i: number): string { if (i % 3 === 0) return 'x'; if (i % 5 === 0) return hex[i & 15]!; return 'zz'; }
function joined(n: number): string {
  let out = '';
  for (let i = 0; i < n; i++) { out += hex[i & 15]; if (i < n - 1) out += ', '; }
  return out;
}
function marked(n: number): string {
  let out = 'start:';
  for (let i = 0; i < n; i++) {
    if (i === 3) { out += '/ '; continue; }
    out += 'a';
    out += digit(i);
    if (i > 4) out += 'é'; else if (i > 2) out += `<${i}>`; else out += i;
    if (i === 9) break;
  }
  return out + '.';
}
console.log(joined(20), joined(1), joined(0) === '', marked(5), marked(30));

// Each step is kept, or read, or given away before the text grows on.
function steps(n: number): string[] {
  const kept: string[] = [];
  let text = '';
  for (let i = 0; i < n; i++) {
    text += 'a';
    if (i % 2 === 0) kept.push(text);
    text += 'b';
    if (i % 3 === 0) text += text.length;
    else if (text.length > 6) text = text.slice(2) + text[0];
  }
  kept.push(text);
  return kept;
}
console.log(steps(8));
let shared = 'x'.repeat(3);
const first = shared;
for (let i = 0; i < 4; i++) { const before = shared; shared += '-'; if (i & 1) shared += before; else shared += i; }
console.log(first, shared);
function both(flag: boolean, parts: string[]): [string, string] {
  let left = '', right = '';
  for (const part of parts) {
    left += part;
    if (flag) { left += '|'; right = left; } else { right += left; left += '+'; }
    right += '!';
  }
  return [left, right];
}
console.log(both(true, ['one', 'two']), both(false, ['one', '', 'two']));

// Joined out of single units, narrow and wide.
const key = 'k', value = 5;
console.log(`${key}:${value};`, key + '=' + value + '→' + key, '€' + key + '€' + '', '' + key + '' + value + '');

// Arrays that get room before a loop fills them, and those that end sooner or grow on.
function rows(w: number, h: number): number[][] {
  const all: number[][] = [];
  for (let y = 0; y < h; y++) { const row: number[] = []; for (let x = 0; x < w; x++) row.push(x * y); all.push(row); }
  return all;
}
console.log(rows(6, 3), rows(0, 2), rows(7, 1).map((row) => row.length));
const flat: number[] = [];
for (let y = 0; y < 5; y++) for (let x = y; x <= 5; x++) flat.push(x - y, x);
flat.push(100);
console.log(flat.length, flat.join(' '));
const downward: string[] = [];
for (let i = 12; i > 0; i--) downward.push(`${i}`);
downward.length = 3;
for (let i = 0; i < 6; i++) downward.push('more');
console.log(downward);
function early(limit: number): number[] { const found: number[] = []; for (let i = 0; i < 1000; i++) { if (i * i > limit) return found; found.push(i * i); } return found; }
console.log(early(50), early(-1));
const large: number[] = [];
for (let i = 0; i < 700; i++) large.push(i / 2);
console.log(large.length, large[699], large.reduce((sum, each) => sum + each, 0));
