// The pins of a bare core: the GPIO registers of the RP2040's SIO (RP2040 datasheet, 2.3.1.7). What is driven is read back.
import { BusFault } from './cpu/bus.ts';

export const SIO_BASE = 0xd000_0000;

const IN = 0x04;
const OUT = 0x10;
const OUT_ENABLE = 0x20;

export class GpioRegisters {
  readonly #values = new Map([
    [OUT, 0],
    [OUT_ENABLE, 0],
  ]);

  /** Throws `BusFault` for what is none of these registers. */
  read(address: number): number {
    const offset = address - SIO_BASE;
    if (offset === IN) return this.#values.get(OUT)! & this.#values.get(OUT_ENABLE)!;
    const value = this.#values.get(offset);
    if (value === undefined) throw new BusFault('unmapped-read', address);
    return value;
  }

  /** Writes a register, or sets, clears or inverts bits of it by the three that follow it. Throws as `read` does. */
  write(address: number, bits: number): void {
    const offset = address - SIO_BASE;
    const register = offset & ~15;
    const old = this.#values.get(register);
    if (old === undefined) throw new BusFault('unmapped-write', address);
    this.#values.set(register, [bits, old | bits, old & ~bits, old ^ bits][(offset >> 2) & 3]!);
  }
}
