const pixels = 60;
function pack(red: Uint8Array, green: Uint8Array, blue: Uint8Array, frame: Uint32Array, brightness: number): void {
  for (let i = 0; i < pixels; i++) {
    const r = (red[i] * brightness) >> 8;
    const g = (green[i] * brightness) >> 8;
    const b = (blue[i] * brightness) >> 8;
    frame[i] = (g << 24) | (r << 16) | (b << 8);
  }
}
const red = new Uint8Array(pixels);
const green = new Uint8Array(pixels);
const blue = new Uint8Array(pixels);
const frame = new Uint32Array(pixels);

// %%
for (let i = 0; i < pixels; i++) {
  red[i] = i * 4;
  green[i] = 255 - i;
  blue[i] = i ^ 85;
}
let sum = 0;
for (let brightness = 0; brightness < 256; brightness += 32) {
  pack(red, green, blue, frame, brightness);
  for (let i = 0; i < pixels; i++) sum ^= (frame[i] | 0) >> 8;
}
sum;
