// The TIMER of the RP2040: 64 bits of microseconds and four alarms. Source: RP2040 datasheet, 4.6.
// (rp2040js's own fires alarms up to a microsecond early.)

import { type ClockAlarm, CYCLES_PER_MICROSECOND, type CycleClock } from './clock.ts';
import { RegisterBlock } from './register-block.ts';

const TIMEHW = 0x00;
const TIMELW = 0x04;
const TIMEHR = 0x08;
const TIMELR = 0x0c;
const ALARM0 = 0x10;
const ALARM3 = 0x1c;
const ARMED = 0x20;
const TIMERAWH = 0x24;
const TIMERAWL = 0x28;
const DBGPAUSE = 0x2c;
const PAUSE = 0x30;
const INTR = 0x34;
const INTE = 0x38;
const INTF = 0x3c;
const INTS = 0x40;

const TWO_32 = 2 ** 32;

export class Timer extends RegisterBlock {
  readonly #clock: CycleClock;
  readonly #setLine: (alarm: number, level: boolean) => void;
  readonly #alarms: { target: number; armed: boolean; readonly alarm: ClockAlarm }[];
  /** Microseconds counted until `#startedAt`, the cycle when counting last began; not counting if undefined. */
  #counted = 0;
  #startedAt: number | undefined;
  #ticking = false;
  #paused = false;
  #debugPause = 7;
  #latchedHigh = 0;
  #pendingLow = 0;
  #raw = 0;
  #enabled = 0;
  #forced = 0;

  /** `setLine` drives interrupt line 0 to 3. */
  constructor(clock: CycleClock, setLine: (alarm: number, level: boolean) => void) {
    super();
    this.#clock = clock;
    this.#setLine = setLine;
    this.#alarms = [0, 1, 2, 3].map((index) => ({
      target: 0,
      armed: false,
      alarm: clock.createAlarm(() => this.#fire(index)),
    }));
  }

  /** The watchdog's tick generator, which drives the counter, is switched on or off. */
  setTick(on: boolean): void {
    this.#ticking = on;
    this.#update();
  }

  /** Microseconds counted. */
  get micros(): number {
    if (this.#startedAt === undefined) return this.#counted;
    return this.#counted + Math.floor((this.#clock.now - this.#startedAt) / CYCLES_PER_MICROSECOND);
  }

  #update(): void {
    const running = this.#ticking && !this.#paused;
    if (running === (this.#startedAt !== undefined)) return;
    this.#counted = this.micros;
    this.#startedAt = running ? this.#clock.now : undefined;
    for (const alarm of this.#alarms) this.#schedule(alarm);
  }

  #schedule(entry: { target: number; armed: boolean; readonly alarm: ClockAlarm }): void {
    entry.alarm.cancel();
    if (!entry.armed || this.#startedAt === undefined) return;
    const now = this.micros;
    const ahead = (entry.target - now) >>> 0;
    entry.alarm.scheduleAt(this.#startedAt + (now + ahead - this.#counted) * CYCLES_PER_MICROSECOND);
  }

  #fire(index: number): void {
    this.#alarms[index]!.armed = false;
    this.#raw |= 1 << index;
    this.#interrupts();
  }

  #interrupts(): void {
    const status = (this.#raw & this.#enabled) | this.#forced;
    for (let i = 0; i < 4; i++) this.#setLine(i, (status & (1 << i)) !== 0);
  }

  readUint32(offset: number): number {
    if (offset >= ALARM0 && offset <= ALARM3) return this.#alarms[(offset - ALARM0) >> 2]!.target;
    switch (offset) {
      case TIMELR: {
        const micros = this.micros;
        this.#latchedHigh = Math.floor(micros / TWO_32);
        return micros % TWO_32;
      }
      case TIMEHR:
        return this.#latchedHigh;
      case TIMERAWL:
        return this.micros % TWO_32;
      case TIMERAWH:
        return Math.floor(this.micros / TWO_32);
      case ARMED:
        return this.#alarms.reduce((bits, alarm, i) => bits | (alarm.armed ? 1 << i : 0), 0);
      case DBGPAUSE:
        return this.#debugPause;
      case PAUSE:
        return this.#paused ? 1 : 0;
      case INTR:
        return this.#raw;
      case INTE:
        return this.#enabled;
      case INTF:
        return this.#forced;
      case INTS:
        return (this.#raw & this.#enabled) | this.#forced;
      default:
        return 0;
    }
  }

  protected write(offset: number, value: number, raw: number): void {
    if (offset >= ALARM0 && offset <= ALARM3) {
      const alarm = this.#alarms[(offset - ALARM0) >> 2]!;
      alarm.target = value;
      alarm.armed = true;
      this.#schedule(alarm);
      return;
    }
    switch (offset) {
      case TIMELW:
        this.#pendingLow = value;
        break;
      case TIMEHW:
        this.#counted = value * TWO_32 + this.#pendingLow;
        if (this.#startedAt !== undefined) this.#startedAt = this.#clock.now;
        for (const alarm of this.#alarms) this.#schedule(alarm);
        break;
      case ARMED:
        this.#alarms.forEach((alarm, i) => {
          if (!(raw & (1 << i))) return;
          alarm.armed = false;
          alarm.alarm.cancel();
        });
        break;
      case DBGPAUSE:
        this.#debugPause = value & 7;
        break;
      case PAUSE:
        this.#paused = (value & 1) !== 0;
        this.#update();
        break;
      case INTR:
        this.#raw &= ~raw;
        this.#interrupts();
        break;
      case INTE:
        this.#enabled = value & 15;
        this.#interrupts();
        break;
      case INTF:
        this.#forced = value & 15;
        this.#interrupts();
        break;
    }
  }
}
