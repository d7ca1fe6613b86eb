// The control registers of the flash cache (XIP_CTRL). There is no cache here, so they are memory and counters of
// nothing. Source: RP2040 datasheet, 2.6.3.

import { RegisterBlock } from './register-block.ts';

const CTRL = 0x00;
const FLUSH = 0x04;
const STAT = 0x08;

const CTRL_EN = 1;
const CTRL_RESET = 3;
const STAT_READY = 3; // FIFO empty, flush ready

export class XipControl extends RegisterBlock {
  #control = CTRL_RESET;

  get cacheEnabled(): boolean {
    return (this.#control & CTRL_EN) !== 0;
  }

  readUint32(offset: number): number {
    return offset === CTRL ? this.#control : offset === STAT ? STAT_READY : 0;
  }

  protected write(offset: number, value: number): void {
    if (offset === CTRL) this.#control = value & 0xb;
    else if (offset === FLUSH) return; // complete at once
  }
}
