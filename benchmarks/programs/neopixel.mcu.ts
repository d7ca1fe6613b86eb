const pixels: int = 60;
function pack(red: Uint8Array, green: Uint8Array, blue: Uint8Array, frame: Uint32Array, brightness: int): void {
  for (let i: int = 0; i < pixels; i++) {
    const r: int = (red[i] * brightness) >> 8;
    const g: int = (green[i] * brightness) >> 8;
    const b: int = (blue[i] * brightness) >> 8;
    frame[i] = (g << 24) | (r << 16) | (b << 8);
  }
}
const red = new Uint8Array(pixels);
const green = new Uint8Array(pixels);
const blue = new Uint8Array(pixels);
const frame = new Uint32Array(pixels);

// %%
for (let i: int = 0; i < pixels; i++) {
  red[i] = i * 4;
  green[i] = 255 - i;
  blue[i] = i ^ 85;
}
let sum: int = 0;
for (let brightness: int = 0; brightness < 256; brightness += 32) {
  pack(red, green, blue, frame, brightness);
  for (let i: int = 0; i < pixels; i++) sum ^= (frame[i] | 0) >> 8;
}
sum;
