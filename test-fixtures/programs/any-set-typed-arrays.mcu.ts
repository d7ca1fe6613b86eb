// Elements of typed arrays are stored through values of type any, as the array's kind holds them.

function put(array: any, index: number, value: number) {
  array[index] = value;
}
function fill(array: any, first: number) {
  for (let i = 0; i < array.length; i++) array[i] = first + i;
  return array;
}

const i8 = new Int8Array(2);
const u8 = new Uint8Array(2);
const clamped = new Uint8ClampedArray(2);
const i16 = new Int16Array(2);
const u16 = new Uint16Array(2);
const i32 = new Int32Array(2);
const u32 = new Uint32Array(2);
const f32 = new Float32Array(2);
const f64 = new Float64Array(2);
const all: any[] = [i8, u8, clamped, i16, u16, i32, u32, f32, f64];

for (const value of [-300.75, 70000.6, 1e10, NaN, 2.5]) {
  for (const each of all) put(each, 0, value);
  console.log(value, i8[0], u8[0], clamped[0], i16[0], u16[0], i32[0], u32[0], f32[0], f64[0]);
}
for (const each of all) {
  each[1] = 100;
  each[1] += 200.5;
  each[1]++;
  console.log(each[1]);
}

// What is read before and after the call is what is there.
function changes(array: Int16Array): number {
  array[1] = 5;
  put(array, 1, 77);
  return array[1]!;
}
console.log(changes(i16));

console.log(fill(new Uint8Array(3), 254), fill(new Float32Array(2), 0.1), fill([0, 0], 1));
const bytes = new Uint8Array(4);
put(new Int16Array(bytes.buffer), 1, 513);
console.log(bytes);
