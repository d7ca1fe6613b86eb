// Toggles a pin, and shifts bytes out over two pins.
const led = new Pin(25);
const clock = new Pin(2);
const data = new Pin(3);
function shiftOut(value: int): void {
  for (let mask: int = 128; mask > 0; mask >>= 1) {
    data.write((value & mask) !== 0);
    clock.high();
    clock.low();
  }
}

// %%
let lit: int = 0;
for (let i: int = 0; i < 1001; i++) {
  led.toggle();
  if (led.read()) lit++;
}
for (let byte: int = 0; byte < 64; byte++) {
  shiftOut(byte * 5);
  if (data.read()) lit++;
}
lit;
