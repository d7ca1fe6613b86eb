// The pins of the virtual board, seen from outside: what the program drives, what the world drives.

import type { RP2040 } from 'rp2040js';
import type { CycleClock } from './chip/clock.ts';
import { CYCLES_PER_MICROSECOND } from './chip/clock.ts';

export interface PinState {
  /** The program drives the pin. */
  readonly output: boolean;
  /** Level at the pin: as driven by the program, else by the world, else by the pull resistor, else low. */
  readonly level: 0 | 1;
  readonly pull: 'up' | 'down' | 'keep' | 'none';
}

export interface PinChange extends PinState {
  readonly pin: number;
  /** Simulated time since the board was created, in microseconds. */
  readonly time: number;
}

const LOG_LIMIT = 10_000;
const PULLS = ['none', 'down', 'up', 'keep'] as const;

export class Pins {
  readonly #clock: CycleClock;
  #chip: RP2040 | undefined;
  readonly #states: PinState[] = [];
  /** What the world drives: 0, 1, or nothing. */
  readonly #driven: (0 | 1 | undefined)[] = [];
  readonly #log: PinChange[] = [];
  readonly #listeners = new Set<(change: PinChange) => void>();

  constructor(clock: CycleClock) {
    this.#clock = clock;
  }

  /** Watches the pins of a (new) chip; what the world drives goes on. */
  attach(chip: RP2040): void {
    this.#chip = chip;
    for (const gpio of chip.gpio) {
      gpio.addListener(() => this.#update(gpio.index));
      this.#update(gpio.index);
    }
  }

  /** Number of pins. */
  get count(): number {
    return this.#states.length;
  }

  /** State of a pin by GPIO number. Throws RangeError if there is none. */
  get(pin: number): PinState {
    const state = this.#states[pin];
    if (state === undefined) throw new RangeError(`there is no GPIO ${pin}`);
    return state;
  }

  /** The last changes of all pins, oldest first; at most 10,000. */
  get log(): readonly PinChange[] {
    return this.#log.slice(-LOG_LIMIT);
  }

  clearLog(): void {
    this.#log.length = 0;
  }

  /** Calls back at every change; returns a function that ends that. */
  onChange(listener: (change: PinChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Drives a pin from outside; `undefined` lets go of it. Throws RangeError if there is no such pin. */
  setInput(pin: number, level: 0 | 1 | undefined): void {
    this.get(pin);
    this.#driven[pin] = level;
    this.#update(pin);
  }

  #update(pin: number): void {
    const gpio = this.#chip!.gpio[pin]!;
    const output = gpio.outputEnable && !gpio.outputDisable;
    const pull = PULLS[(gpio.pulldownEnabled ? 1 : 0) | (gpio.pullupEnabled ? 2 : 0)]!;
    const before = this.#states[pin];
    const pulled = pull === 'up' ? 1 : pull === 'keep' ? (before?.level ?? 0) : 0;
    const level = output ? (gpio.outputValue ? 1 : 0) : (this.#driven[pin] ?? pulled);
    // A program that reads a pin sees its level, whoever drives it.
    if (level !== before?.level || (level === 1) !== gpio.inputValue) gpio.setInputValue(level === 1);
    if (before?.output === output && before.level === level && before.pull === pull) return;
    const state: PinState = { output, level, pull };
    this.#states[pin] = state;
    if (before === undefined) return; // power-on is no change
    const change = { pin, time: this.#clock.now / CYCLES_PER_MICROSECOND, ...state };
    this.#log.push(change);
    // Rarely, because removing the first elements moves all others.
    if (this.#log.length >= 2 * LOG_LIMIT) this.#log.splice(0, LOG_LIMIT);
    for (const listener of this.#listeners) listener(change);
  }
}
