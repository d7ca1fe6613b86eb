// The integer divider of the RP2040's SIO. Source: RP2040 datasheet, 2.3.1.5.
// (rp2040js's own gives fractions and wrong results for a divisor of zero.)

import type { CycleClock } from './clock.ts';

export const DIVIDER_FIRST = 0x60;
export const DIVIDER_LAST = 0x78;

const UDIVIDEND = 0x60;
const UDIVISOR = 0x64;
const SDIVIDEND = 0x68;
const SDIVISOR = 0x6c;
const QUOTIENT = 0x70;
const REMAINDER = 0x74;
const CSR = 0x78;

const CSR_READY = 1;
const CSR_DIRTY = 2;
const CALCULATION_CYCLES = 8;

export class Divider {
  readonly #clock: CycleClock;
  #dividend = 0;
  #divisor = 0;
  #quotient = 0;
  #remainder = 0;
  #dirty = false;
  #readyAt = 0;

  constructor(clock: CycleClock) {
    this.#clock = clock;
  }

  read(offset: number): number {
    switch (offset) {
      case UDIVIDEND:
      case SDIVIDEND:
        return this.#dividend;
      case UDIVISOR:
      case SDIVISOR:
        return this.#divisor;
      case QUOTIENT:
        this.#dirty = false;
        return this.#quotient;
      case REMAINDER:
        return this.#remainder;
      case CSR:
        return (this.#clock.now >= this.#readyAt ? CSR_READY : 0) | (this.#dirty ? CSR_DIRTY : 0);
      default:
        return 0;
    }
  }

  write(offset: number, value: number): void {
    switch (offset) {
      case UDIVIDEND:
      case SDIVIDEND:
        this.#dividend = value | 0;
        this.#calculate(offset === SDIVIDEND);
        break;
      case UDIVISOR:
      case SDIVISOR:
        this.#divisor = value | 0;
        this.#calculate(offset === SDIVISOR);
        break;
      case QUOTIENT:
        this.#quotient = value | 0;
        this.#dirty = true;
        break;
      case REMAINDER:
        this.#remainder = value | 0;
        this.#dirty = true;
        break;
    }
  }

  #calculate(signed: boolean): void {
    const a = this.#dividend;
    const b = this.#divisor;
    if (b === 0) {
      this.#quotient = signed && a < 0 ? 1 : -1;
      this.#remainder = a;
    } else if (signed) {
      this.#quotient = (a / b) | 0; // also -2^31 / -1, which stays -2^31
      this.#remainder = (a % b) | 0;
    } else {
      this.#quotient = ((a >>> 0) / (b >>> 0)) | 0;
      this.#remainder = ((a >>> 0) % (b >>> 0)) | 0;
    }
    this.#dirty = true;
    this.#readyAt = this.#clock.now + CALCULATION_CYCLES;
  }
}
