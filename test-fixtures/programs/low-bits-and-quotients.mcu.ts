// Sums and products of which the low 32 bits are used, and rounded quotients: of integers, of what is none, and at the ends
// of where integers are enough.
const samples = [
  0, -0, 1, -1, 2, -2, 3, -3, 7, 31, -31, 100, 4095, -4096, 65535, 65536, 67108863, 67108864, -67108864, -67108865,
  1073741824, 2147483647, -2147483648, 2147483648, -2147483649, 4294967295, 9007199254740991, 0.5, -0.5, 2.75, 1e21, -1e300,
  NaN, Infinity, -Infinity,
];
function show(x: number): string {
  return Object.is(x, -0) ? '-0' : String(x);
}
function truncated(x: number, y: number): number { return Math.trunc(x / y); }
function floored(x: number, y: number): number { return Math.floor(x / y); }
function whole(x: number, y: number): number { return (x / y) | 0; }
function rest(x: number, y: number): number { return x % y; }
function product(x: number, y: number): number { return (x * y) | 0; }
function products(x: number, y: number): number { return (x * y - y * y) >> 8; }
function mixed(x: number, y: number): number { return (x * 31 + y) & 0xffff; }
function hash(x: number, y: number): number { return ((x << 5) - x + y) | 0; }
function large(x: number, y: number): number { return (x * 1103515245 + y) & 0x7fffffff; }
function three(x: number, y: number): number { return (x * x + y * y + x * y) >>> 3; }
function half(x: number): number { return Math.floor(x / 2); }
function eighth(x: number): number { return Math.trunc(x / 8); }
function third(x: number): number { return Math.floor(x / 3); }
function minusThird(x: number): number { return Math.trunc(x / -3); }
function quarter(x: number): number { return (x / 4) | 0; }

// %%
for (const x of samples) {
  const parts: string[] = [];
  for (const y of samples) {
    parts.push(show(truncated(x, y)), show(floored(x, y)), show(rest(x, y)));
  }
  console.log(show(x), parts.join(' '));
}

// %%
for (const x of samples) {
  const parts: string[] = [];
  for (const y of samples) {
    parts.push(show(whole(x, y)), show(product(x, y)), show(products(x, y)), show(mixed(x, y)));
    parts.push(show(hash(x, y)), show(large(x, y)), show(three(x, y)));
  }
  console.log(show(x), parts.join(' '));
}

// %%
for (const x of samples) {
  console.log(show(x), show(half(x)), show(eighth(x)), show(third(x)), show(minusThird(x)), show(quarter(x)));
}

// %%
// In loops, with sums that do not stay integers, and values that are no integers in the middle.
function sums(values: number[], factor: number, divisor: number): string {
  let bits = 0;
  let total = 0;
  let low = 0;
  for (let i = 0; i < values.length; i++) {
    bits = (bits * 31 + values[i] * factor) | 0;
    total += Math.floor(values[i] / divisor);
    low ^= (values[i] * values[values.length - 1 - i] + i) >> 4;
  }
  return `${bits} ${show(total)} ${low}`;
}
console.log(sums([1, 2, 3, 4, 5], 3, 2), sums([100, 200, -300, 400], 7, 3), sums([1, 2.5, 3, -0, 5], 3, -2));
console.log(sums([67108863, 67108864, -67108865, 5], 67108864, 1), sums([2147483647, 2147483647, 1], 2147483647, 1));
console.log(sums([1, 2, 3], 0.1, 0), sums([1, -2, 3, NaN, 5], 9, 4), sums([4, 5, 6, 1e10, 7], 1, 5));

// %%
function hashOf(text: string): number {
  let hash = 7;
  for (let i = 0; i < text.length; i++) hash = (hash * 31 + text.charCodeAt(i)) | 0;
  return hash;
}
class Mean {
  sum = 0;
  count = 0;
  add(value: number): number {
    this.sum += value;
    this.count++;
    return Math.trunc(this.sum / this.count);
  }
}
const mean = new Mean();
console.log(hashOf('the quick brown fox jumps over the lazy dog'), hashOf(''));
console.log([5, 6, -20, -3, 2147483647, 0.25].map((value) => show(mean.add(value))).join(' '));

// %%
// Units of texts, whatever variables they went through.
function runs(text: string): string {
  let out = '';
  let i = 0;
  while (i < text.length) {
    const c = text[i];
    let n = 1;
    while (i + n < text.length && text[i + n] === c) n++;
    out += n > 1 ? n + c : c;
    i += n;
  }
  return out;
}
function isSorted(text: string): boolean {
  for (let i = 1; i < text.length; i++) {
    const before = text[i - 1];
    const here = text[i];
    if (before > here) return false;
  }
  return true;
}
console.log(runs('wwwwbbbaac'), runs('äääö€€'), runs(''), isSorted('abbc'), isSorted('ab€ä'), isSorted('ä€'));
