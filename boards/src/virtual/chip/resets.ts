// The RESETS block: which peripherals are held in reset. Source: RP2040 datasheet, 2.14.
// Unlike rp2040js's, a peripheral in reset does not work, as firmware that forgets to release one finds out on
// silicon: its registers read as zero and ignore writes.

import { RegisterBlock } from './register-block.ts';

const RESET = 0x0;
const WDSEL = 0x4;
const RESET_DONE = 0x8;
const ALL = 0x01ffffff;

/** Bits of the blocks that the boot ROM has released by the time it starts a program: QSPI. */
const RELEASED_BY_ROM = (1 << 6) | (1 << 9);

/** Bit in RESETS of the block at each base address. */
export const RESET_BITS: Readonly<Record<number, number>> = {
  1073741824: 19, // SYSINFO
  1073758208: 18, // SYSCFG
  1073823744: 5, // IO_BANK0
  1073840128: 6, // IO_QSPI
  1073856512: 8, // PADS_BANK0
  1073872896: 9, // PADS_QSPI
  1073905664: 12, // PLL_SYS
  1073922048: 13, // PLL_USB
  1073938432: 1, // BUSCTRL
  1073954816: 22, // UART0
  1073971200: 23, // UART1
  1073987584: 16, // SPI0
  1074003968: 17, // SPI1
  1074020352: 3, // I2C0
  1074036736: 4, // I2C1
  1074053120: 0, // ADC
  1074069504: 14, // PWM
  1074085888: 21, // TIMER
  1074118656: 15, // RTC
  1074184192: 20, // TBMAN
  1342177280: 2, // DMA
  1343291392: 24, // USBCTRL
  1344274432: 10, // PIO0
  1345323008: 11, // PIO1
};

export class Resets extends RegisterBlock {
  #held = ALL & ~RELEASED_BY_ROM;
  #watchdogSelect = 0;
  readonly #onHold: (bits: number) => void;

  /** `onHold` hears the bits of blocks that newly go into reset. */
  constructor(onHold: (bits: number) => void) {
    super();
    this.#onHold = onHold;
  }

  /** Bits of the blocks in reset. */
  get held(): number {
    return this.#held;
  }

  readUint32(offset: number): number {
    switch (offset) {
      case RESET:
        return this.#held;
      case WDSEL:
        return this.#watchdogSelect;
      case RESET_DONE:
        return ALL & ~this.#held;
      default:
        return 0;
    }
  }

  protected write(offset: number, value: number): void {
    if (offset === RESET) {
      const newly = value & ALL & ~this.#held;
      this.#held = value & ALL;
      if (newly !== 0) this.#onHold(newly);
    } else if (offset === WDSEL) this.#watchdogSelect = value & ALL;
  }
}
