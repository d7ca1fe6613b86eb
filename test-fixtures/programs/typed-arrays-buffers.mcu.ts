// Buffers, typed arrays over them, and data views.
const buffer = new ArrayBuffer(16);
console.log(buffer.byteLength, buffer);
const bytes = new Uint8Array(buffer);
const words = new Uint32Array(buffer);
bytes[0] = 0x78;
bytes[1] = 0x56;
bytes[2] = 0x34;
bytes[3] = 0x12;
console.log(words[0].toString(16), words.length, words.buffer === buffer);
words[1] = 0xdeadbeef;
console.log(bytes[4], bytes[5], bytes[6], bytes[7]);
const tail = new Uint8Array(buffer, 4, 4);
console.log(tail, tail.byteOffset, tail.byteLength, tail.length, tail.BYTES_PER_ELEMENT);
const shorts = new Int16Array(buffer, 2);
console.log(shorts.length, shorts[0].toString(16), shorts.byteOffset);
const sub = bytes.subarray(4, 8);
sub[0] = 1;
console.log(bytes[4], words[1].toString(16), sub.byteOffset, sub.length, sub.buffer === buffer);
console.log(bytes.subarray(-2), bytes.subarray(2, -12), bytes.subarray(9, 3).length);
const inner = sub.subarray(1, 3);
inner.fill(7);
console.log(bytes);
const view = new DataView(buffer);
view.setUint16(8, 0x1234);
view.setUint16(10, 0x1234, true);
console.log(bytes.slice(8, 12), view.getUint16(8), view.getUint16(8, true), view.getInt16(10, true));
view.setInt32(12, -2);
console.log(view.getInt32(12), view.getUint32(12), view.getInt32(12, true), view.getInt8(15), view.getUint8(15));
const numbers = [0, -0, 1, -1.5, 3.4028234663852886e38, 1e39, 1e-45, 1.1754943508222875e-38, 5e-40, Number.NaN, Number.NEGATIVE_INFINITY, 0.1, 16777217];
for (const n of numbers) {
  view.setFloat32(0, n);
  view.setFloat64(8, n, true);
  console.log(n, view.getFloat32(0), view.getUint32(0).toString(16), view.getFloat64(8, true), view.getUint8(15));
}
const floats = new Float32Array(buffer, 8, 2);
const doubles = new Float64Array(buffer);
doubles[1] = Math.PI;
console.log(floats, view.getFloat64(8, true), doubles.length);
const part = new DataView(buffer, 4, 8);
part.setInt8(0, -1);
console.log(part.byteOffset, part.byteLength, bytes[4], part.buffer === buffer);
function fails(what: () => unknown): string {
  try {
    what();
    return 'no error';
  } catch (e) {
    return e instanceof RangeError ? 'RangeError' : 'other';
  }
}
console.log(fails(() => view.getUint16(15)), fails(() => view.setInt8(-1, 0)), fails(() => new Uint16Array(buffer, 1)));
console.log(fails(() => new Uint8Array(buffer, 17)), fails(() => new Uint8Array(buffer, 8, 9)), fails(() => new DataView(buffer, 8, 9)));
console.log(fails(() => new Uint32Array(new ArrayBuffer(6))));
const copy = buffer.slice(8, 12);
new Uint8Array(copy)[0] = 99;
console.log(copy.byteLength, new Uint8Array(copy)[0], bytes[8] === 99);
const own = new Float32Array([1, 2]);
const raw = new Uint8Array(own.buffer);
console.log(raw, own.byteOffset, own.buffer.byteLength);
raw[3] = 0x40;
console.log(own[0]);
bytes.set([1, 2, 3, 4, 5]);
bytes.set(bytes.subarray(0, 4), 1);
console.log(bytes.subarray(0, 6));
bytes.copyWithin(0, 4, 8);
console.log([...bytes.subarray(0, 4)].join(), bytes.subarray(0, 4).map((b) => b * 2), bytes.indexOf(4));
bytes.subarray(0, 5).sort().reverse();
console.log(bytes.subarray(0, 5), Uint8Array.from(bytes.subarray(1, 3)), Uint8Array.of(1, 300));
// Many views, and nothing but them keeps a buffer.
function makeView(i: number): Uint16Array {
  const made = new Uint16Array(new ArrayBuffer(200), 100, 10);
  made.fill(i);
  return made.subarray(5);
}
const views: Uint16Array[] = [];
for (let i = 0; i < 2000; i++) {
  const made = makeView(i);
  if (i % 100 === 0) views.push(made);
}
console.log(views.length, views.map((each) => each[4]).join());
function mixed(a: Uint8Array, b: Uint32Array): number {
  let sum = 0;
  for (let i = 0; i < 4; i++) {
    b[0] = i;
    sum += a[0];
    a[1] = 1;
    sum += b[0];
  }
  return sum;
}
console.log(mixed(bytes, words), view);
