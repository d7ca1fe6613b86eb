const buffer = new Uint8Array(16);
for (let i = 0; i < buffer.length; i++) buffer[i] = i * 17;
let sum = 0;
for (const b of buffer) sum += b;
console.log(sum, buffer);
let crc: int = -1;
for (let i: int = 0; i < buffer.length; i++) {
  crc ^= buffer[i];
  for (let k: int = 0; k < 8; k++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
}
console.log(~crc >>> 0, ~crc);
