// Digital pins of the RP2040, over its registers (RP2040 datasheet: 2.3.1.7 SIO, 2.19.6 IO and pads).
// A Pin is represented by its number alone, so that with a constant number a method is one access.

/** A digital pin. */
class Pin {
  /** An input without a resistor. */
  static readonly IN: int = 0;
  /** An output, low at first. */
  static readonly OUT: int = 1;
  /** An input that is high if nothing is connected. */
  static readonly PULL_UP: int = 2;
  /** An input that is low if nothing is connected. */
  static readonly PULL_DOWN: int = 3;

  /**
   * Makes a pin an input or an output.
   * @param number GPIO number, 0 to 29; the LED of the Pico is 25
   * @param mode Pin.OUT, Pin.IN, Pin.PULL_UP or Pin.PULL_DOWN
   */
  constructor(
    readonly number: int,
    mode: int = 1,
  ) {
    // Low before it drives, so that an output starts without a pulse: GPIO_OUT_CLR, GPIO_OE_SET or GPIO_OE_CLR.
    __store32(0xd0000018, 1 << number);
    if (mode === 1) __store32(0xd0000024, 1 << number);
    else __store32(0xd0000028, 1 << number);
    // PADS_BANK0: 4 mA, input enabled, Schmitt trigger; pull-up is bit 3, pull-down bit 2.
    let pad: int = 0x52;
    if (mode === 2) pad = 0x5a;
    if (mode === 3) pad = 0x56;
    __store32(0x4001c004 + number * 4, pad);
    // IO_BANK0 GPIOn_CTRL: function 5 is SIO.
    __store32(0x40014004 + number * 8, 5);
  }

  /** Sets an output. */
  write(value: boolean): void {
    if (value) __store32(0xd0000014, 1 << this.number);
    else __store32(0xd0000018, 1 << this.number);
  }

  /** Sets an output to high. */
  high(): void {
    __store32(0xd0000014, 1 << this.number);
  }

  /** Sets an output to low. */
  low(): void {
    __store32(0xd0000018, 1 << this.number);
  }

  /** Inverts an output. */
  toggle(): void {
    __store32(0xd000001c, 1 << this.number);
  }

  /** The level at the pin. */
  read(): boolean {
    return ((__load32(0xd0000004) >> this.number) & 1) !== 0;
  }
}
