const bytes = Uint8Array.from([0x12, 0x34, 0x56, 0x78]); const view = new DataView(bytes.buffer);
console.log(view.getUint16(0).toString(16), view.getUint16(0, true).toString(16), view.getInt32(0), view.getUint8(3), view.byteLength);
const f = new Float32Array(2); f[0] = 0.1; f[1] = 1e40; console.log(f[0], f[1], f[0] === 0.1, Math.fround(0.1) === f[0]);
const i8 = new Int8Array([127, 128, 255, 256, -129, 1.9, -1.9, NaN]); console.log(i8, [...new Uint16Array([-1, 65536, 1e10])], new Int32Array([2 ** 31, 2 ** 32 + 5]), new Uint8ClampedArray([-5, 300, 1.5, 0.5, NaN]));
function crc32(data: Uint8Array): number { let c = 0xffffffff; for (const b of data) { c ^= b; for (let k = 0; k < 8; k++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1; } return (c ^ 0xffffffff) >>> 0; }
const text = (s: string) => Uint8Array.from(s, (ch) => ch.charCodeAt(0)); console.log(crc32(text('123456789')).toString(16));
function base64(data: Uint8Array): string { const abc = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'; let out = ''; for (let i = 0; i < data.length; i += 3) { const n = (data[i] << 16) | ((data[i + 1] ?? 0) << 8) | (data[i + 2] ?? 0); out += abc[n >> 18] + abc[(n >> 12) & 63] + (i + 1 < data.length ? abc[(n >> 6) & 63] : '=') + (i + 2 < data.length ? abc[n & 63] : '='); } return out; }
console.log(base64(text('Man')), base64(text('Ma')), base64(text('M')), base64(text('')), base64(text('hello world')));
const hex = (d: Uint8Array): string => Array.from(d, (b) => b.toString(16).padStart(2, '0')).join(' '); console.log(hex(bytes), hex(bytes.subarray(1, 3)), hex(new Uint8Array(bytes.buffer, 2)), hex(bytes.slice().reverse()));
const shared = new Uint32Array(2); const asBytes = new Uint8Array(shared.buffer); shared[0] = 0x01020304; asBytes[7] = 0xff; console.log([...asBytes], shared[1].toString(16));
function fnv(s: string): number { let h = 0x811c9dc5; for (let i = 0; i < s.length; i++) { h ^= s.charCodeAt(i); h = Math.imul(h, 0x01000193); } return h >>> 0; } console.log(fnv('hello'), fnv(''));
const ring = new Uint8Array(4); let head = 0; for (let i = 1; i <= 6; i++) { ring[head] = i; head = (head + 1) % ring.length; } console.log(ring, head);
console.log(bytes.map((b) => b >> 1), bytes.some((b) => b > 100), bytes.find((b) => b > 20), bytes.indexOf(0x56), bytes.join(','), Array.from(bytes.entries()), bytes.reduce((a, b) => a + b), bytes.at(-1), bytes.includes(9));
const big = new Float64Array([3, 1, NaN, -0, 0, -Infinity]); console.log(big.sort(), big.toSorted((a, b) => b - a), big.length, big.fill(1, 1, 3), big.lastIndexOf(1));
bytes.set([9, 8], 2); console.log(bytes, bytes.copyWithin(0, 2), new Uint8Array([1, 2, 3]).toString(), new Uint8Array(3).every((x) => x === 0)); console.log(new Int16Array(bytes.buffer.slice(0, 2)), bytes.byteOffset, bytes.BYTES_PER_ELEMENT);
const bits = (n: number): number => { let c = 0; while (n) { n &= n - 1; c++; } return c; }; console.log(bits(255), bits(0b1011), (0xff ^ 0x0f).toString(2), 1 << 31, (1 << 31) >>> 0, -1 >>> 24, ~0xf0 & 0xff, 0xdeadbeef | 0, 0xdeadbeef >>> 0);
