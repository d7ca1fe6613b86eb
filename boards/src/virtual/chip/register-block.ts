// A block of 32-bit peripheral registers with the RP2040's atomic aliases (datasheet 2.1.2).

import type { Peripheral } from 'rp2040js';

const ALIAS_XOR = 1;
const ALIAS_SET = 2;
const ALIAS_CLEAR = 3;

export abstract class RegisterBlock implements Peripheral {
  /** Value of the register at `offset` (a multiple of 4 below 0x1000). Unknown registers read as zero. */
  abstract readUint32(offset: number): number;

  /**
   * Writes a register. `raw` is what the program stored, `value` what becomes of it through an alias; bits that are
   * cleared by writing one look at `raw`.
   */
  protected abstract write(offset: number, value: number, raw: number): void;

  writeUint32(offset: number, value: number): void {
    this.write(offset, value >>> 0, value >>> 0);
  }

  writeUint32Atomic(offset: number, value: number, alias: number): void {
    const old = alias === 0 ? 0 : this.readUint32(offset);
    switch (alias) {
      case ALIAS_XOR:
        this.write(offset, (old ^ value) >>> 0, value >>> 0);
        break;
      case ALIAS_SET:
        this.write(offset, (old | value) >>> 0, value >>> 0);
        break;
      case ALIAS_CLEAR:
        this.write(offset, (old & ~value) >>> 0, value >>> 0);
        break;
      default:
        this.write(offset, value >>> 0, value >>> 0);
    }
  }
}
