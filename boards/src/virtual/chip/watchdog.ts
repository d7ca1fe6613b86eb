// The WATCHDOG of the RP2040: a reset after a time, eight words that survive it, and the tick of the TIMER.
// Source: RP2040 datasheet, 4.7. (rp2040js's own forgets the scratch words when the chip is reset.)

import { type ClockAlarm, CYCLES_PER_MICROSECOND, type CycleClock } from './clock.ts';
import { RegisterBlock } from './register-block.ts';

const CTRL = 0x00;
const LOAD = 0x04;
const REASON = 0x08;
const SCRATCH0 = 0x0c;
const SCRATCH7 = 0x28;
const TICK = 0x2c;

const CTRL_TRIGGER = 0x80000000;
const CTRL_ENABLE = 0x40000000;
const CTRL_PAUSE = 0x07000000;
const TIME_MASK = 0xffffff;
const TICK_ENABLE = 1 << 9;
const TICK_RUNNING = 1 << 10;
const TICK_CYCLES = 0x1ff;

const REASON_TIMER = 1;
const REASON_FORCE = 2;

/** Erratum RP2040-E1: the counter goes down twice in every microsecond. */
const CYCLES_PER_COUNT = CYCLES_PER_MICROSECOND / 2;

/** What survives a reset by the watchdog. */
export interface WatchdogMemory {
  readonly scratch: Uint32Array;
  /** 0 after power-on, else why the watchdog fired. */
  reason: number;
}

export class Watchdog extends RegisterBlock {
  readonly #clock: CycleClock;
  readonly #memory: WatchdogMemory;
  readonly #onTick: (on: boolean) => void;
  readonly #onFire: () => void;
  readonly #alarm: ClockAlarm;
  #enabled = false;
  #pause = CTRL_PAUSE;
  #count = 0;
  #tick = TICK_ENABLE;
  #ticking = false;

  /** `onTick` hears whether the tick generator runs; `onFire` resets the chip. */
  constructor(clock: CycleClock, memory: WatchdogMemory, onTick: (on: boolean) => void, onFire: () => void) {
    super();
    this.#clock = clock;
    this.#memory = memory;
    this.#onTick = onTick;
    this.#onFire = onFire;
    this.#alarm = clock.createAlarm(() => this.#fire(REASON_TIMER));
    // ENABLE is set after a reset, but the generator has nothing to count until CYCLES is written.
  }

  #fire(reason: number): void {
    this.#memory.reason = reason;
    this.#onFire();
  }

  /** The count is exact when the alarm was set; while it runs it follows from the time that is left. */
  get #time(): number {
    if (!this.#enabled || !this.#ticking) return this.#count;
    return Math.max(0, Math.ceil((this.#alarm.due - this.#clock.now) / CYCLES_PER_COUNT));
  }

  #schedule(): void {
    this.#alarm.cancel();
    if (this.#enabled && this.#ticking) {
      this.#alarm.scheduleAt(this.#clock.now + Math.ceil(this.#count * CYCLES_PER_COUNT));
    }
  }

  readUint32(offset: number): number {
    if (offset >= SCRATCH0 && offset <= SCRATCH7) return this.#memory.scratch[(offset - SCRATCH0) >> 2]!;
    switch (offset) {
      case CTRL:
        return ((this.#enabled ? CTRL_ENABLE : 0) | this.#pause | (this.#time & TIME_MASK)) >>> 0;
      case REASON:
        return this.#memory.reason;
      case TICK:
        return this.#tick | (this.#ticking ? TICK_RUNNING : 0);
      default:
        return 0;
    }
  }

  protected write(offset: number, value: number): void {
    if (offset >= SCRATCH0 && offset <= SCRATCH7) {
      this.#memory.scratch[(offset - SCRATCH0) >> 2] = value;
      return;
    }
    switch (offset) {
      case CTRL:
        this.#count = this.#time;
        this.#enabled = (value & CTRL_ENABLE) !== 0;
        this.#pause = value & CTRL_PAUSE;
        this.#schedule();
        if (value & CTRL_TRIGGER) this.#fire(REASON_FORCE);
        break;
      case LOAD:
        this.#count = value & TIME_MASK;
        this.#schedule();
        break;
      case TICK:
        this.#count = this.#time;
        this.#tick = value & (TICK_CYCLES | TICK_ENABLE);
        this.#ticking = (value & TICK_ENABLE) !== 0 && (value & TICK_CYCLES) !== 0;
        this.#onTick(this.#ticking);
        this.#schedule();
        break;
    }
  }
}
