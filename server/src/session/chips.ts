// What the host must know of each chip, by the name that the board says.
import type { Target } from '../compiler/code-object.ts';
import { thumb } from '../compiler/targets/thumb/index.ts';

export interface Chip {
  /** The back end that compiles for it. */
  readonly target: Target;
  /** Address at which the firmware image begins. */
  readonly flash: number;
  /** Registers of the GPIO pins, a bit a pin: offsets into a block that one read gives. All in bytes. */
  readonly pins: {
    readonly block: { readonly address: number; readonly length: number };
    /** Levels at the pins. */
    readonly input: number;
    /** Levels that outputs drive. */
    readonly output: number;
    /** Pins that are outputs. */
    readonly outputEnable: number;
  };
}

const chips: Readonly<Record<string, Chip>> = {
  rp2040: {
    target: thumb,
    flash: 0x10000000,
    // SIO: GPIO_IN, GPIO_OUT, GPIO_OE (RP2040 datasheet, 2.3.1.7).
    pins: { block: { address: 0xd0000004, length: 32 }, input: 0, output: 12, outputEnable: 28 },
  },
};

/** What is known of a chip. Throws an Error if there is nothing. */
export function chipNamed(name: string): Chip {
  const chip = chips[name];
  if (!chip) throw new Error(`there is no support for the chip "${name}" yet`);
  return chip;
}
