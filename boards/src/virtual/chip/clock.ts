// Simulated time. It is counted in cycles of the core at 125 MHz: those that it executed and those that it slept.

import type { CortexM0Plus } from '../cpu/core.ts';

/** Cycles in a microsecond. The emulated core always runs at 125 MHz, whatever the firmware makes of the PLLs. */
export const CYCLES_PER_MICROSECOND = 125;
/** Nanoseconds in a cycle, exactly. */
const NANOS_PER_CYCLE = 8;

/** Calls back once at a moment of simulated time. rp2040js's peripherals use this interface too. */
export class ClockAlarm {
  readonly #clock: CycleClock;
  readonly callback: () => void;
  /** In cycles; meaningful while scheduled. */
  due = 0;

  constructor(clock: CycleClock, callback: () => void) {
    this.#clock = clock;
    this.callback = callback;
  }

  /** Sets the alarm, moving it if it was set. */
  schedule(deltaNanos: number): void {
    this.scheduleAt(this.#clock.now + Math.max(0, Math.ceil(deltaNanos / NANOS_PER_CYCLE)));
  }

  /** Sets the alarm to a moment in cycles. */
  scheduleAt(due: number): void {
    this.cancel();
    this.due = due;
    this.#clock.insert(this);
  }

  cancel(): void {
    this.#clock.remove(this);
  }
}

export class CycleClock {
  #core: CortexM0Plus | undefined;
  /** Cycles besides those that the present core has executed. */
  #offset = 0;
  /** In order of due time; of equal ones the older first. */
  #alarms: ClockAlarm[] = [];

  /** Starts counting the cycles of a (new) core; time goes on, alarms of an old one are forgotten. */
  attach(core: CortexM0Plus): void {
    this.#offset = this.now - core.cycles;
    this.#core = core;
    this.#alarms = [];
  }

  /** Cycles since the board was created, a whole number. */
  get now(): number {
    return this.#offset + (this.#core === undefined ? 0 : this.#core.cycles);
  }

  get nanos(): number {
    return this.now * NANOS_PER_CYCLE;
  }

  createAlarm(callback: () => void): ClockAlarm {
    return new ClockAlarm(this, callback);
  }

  /** When the next alarm is due, in cycles; infinite if there is none. */
  get nextDue(): number {
    return this.#alarms.length === 0 ? Number.POSITIVE_INFINITY : this.#alarms[0]!.due;
  }

  /** Calls back every alarm that is due. */
  fireDue(): void {
    while (this.#alarms.length > 0 && this.#alarms[0]!.due <= this.now) {
      this.#alarms.shift()!.callback();
    }
  }

  /**
   * Lets time pass without executing anything, not backwards. A moment of the wall clock lies between two cycles; it
   * is rounded up: counters count whole cycles, and a fraction would get lost or become one whenever one is read.
   */
  skipTo(cycle: number): void {
    this.#offset += Math.max(0, Math.ceil(cycle - this.now));
  }

  insert(alarm: ClockAlarm): void {
    let index = this.#alarms.length;
    while (index > 0 && this.#alarms[index - 1]!.due > alarm.due) index--;
    this.#alarms.splice(index, 0, alarm);
    // The core may be running towards a later alarm.
    if (index === 0) this.#core?.requestExit();
  }

  remove(alarm: ClockAlarm): void {
    const index = this.#alarms.indexOf(alarm);
    if (index >= 0) this.#alarms.splice(index, 1);
  }
}
