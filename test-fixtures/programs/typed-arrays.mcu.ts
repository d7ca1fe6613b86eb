const u8 = new Uint8Array(4);
u8[0] = 255;
u8[1] = 256;
u8[2] = -1;
u8[3] += 7;
console.log(u8, u8.length);
const i16 = new Int16Array([1, -2, 40000]);
console.log(i16, i16[2]);
const u32 = new Uint32Array(2);
u32[0] = -1;
console.log(u32[0], u32);
const f32 = new Float32Array([0.1, 1e40]);
console.log(f32[0], f32);
const f64 = new Float64Array(3);
f64[1] = 0.1;
console.log(f64);
const clamped = new Uint8ClampedArray(4);
clamped[0] = 300;
clamped[1] = -5;
clamped[2] = 1.5;
clamped[3] = 2.5;
console.log(clamped);

// Taken apart with a rest, which is an array of numbers.
const [head, ...others] = Uint8Array.of(7, 8, 9);
others.push(300);
let rest: number[]; [, ...rest] = Float32Array.of(1.5, 2.5);
console.log(head, others, rest, Array.isArray(others));
