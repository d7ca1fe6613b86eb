// The system control space of the Cortex-M0+ at 0xe000e000: SysTick, NVIC registers, system control block.
// Source: ARMv6-M Architecture Reference Manual, B3.2 to B3.4. The MPU is not emulated and says so in its type.

import type { CortexM0Plus } from '../cpu/core.ts';
import { type ClockAlarm, CYCLES_PER_MICROSECOND, type CycleClock } from './clock.ts';

const SYST_CSR = 0x010;
const SYST_RVR = 0x014;
const SYST_CVR = 0x018;
const SYST_CALIB = 0x01c;
const ISER = 0x100;
const ICER = 0x180;
const ISPR = 0x200;
const ICPR = 0x280;
const IPR0 = 0x400;
const IPR7 = 0x41c;
const CPUID = 0xd00;
const ICSR = 0xd04;
const VTOR = 0xd08;
const AIRCR = 0xd0c;
const SCR = 0xd10;
const CCR = 0xd14;
const SHPR2 = 0xd1c;
const SHPR3 = 0xd20;
const SHCSR = 0xd24;

const CPUID_CORTEX_M0_PLUS = 0x410cc601;
const CCR_VALUE = 0x208; // STKALIGN, UNALIGN_TRP: both always on
const CALIB_10MS_OF_MICROSECONDS = 0x0000270f;
const COUNTER_MASK = 0xffffff;

const AIRCR_KEY = 0x05fa;
const AIRCR_SYSRESETREQ = 1 << 2;
const SCR_SLEEPONEXIT = 1 << 1;
const SCR_SLEEPDEEP = 1 << 2;
const SCR_SEVONPEND = 1 << 4;

export class SystemControl {
  readonly #core: CortexM0Plus;
  readonly #sysTick: SysTick;
  readonly #onResetRequest: () => void;
  #sleepDeep = false;

  constructor(core: CortexM0Plus, clock: CycleClock, onResetRequest: () => void) {
    this.#core = core;
    this.#sysTick = new SysTick(core, clock);
    this.#onResetRequest = onResetRequest;
  }

  /** Reads the register at `offset` from 0xe000e000. Reserved ones read as zero. */
  read(offset: number): number {
    const core = this.#core;
    const nvic = core.nvic;
    if (offset >= IPR0 && offset <= IPR7) {
      let value = 0;
      for (let i = 0; i < 4; i++) value |= nvic.priorities[offset - IPR0 + i]! << (8 * i + 6);
      return value;
    }
    switch (offset) {
      case SYST_CSR:
        return this.#sysTick.control;
      case SYST_RVR:
        return this.#sysTick.reload;
      case SYST_CVR:
        return this.#sysTick.value;
      case SYST_CALIB:
        return CALIB_10MS_OF_MICROSECONDS;
      case ISER:
      case ICER:
        return nvic.enabled;
      case ISPR:
      case ICPR:
        return nvic.pending;
      case CPUID:
        return CPUID_CORTEX_M0_PLUS;
      case ICSR:
        return (
          (nvic.nmiPending ? 1 << 31 : 0) |
          (nvic.pendSvPending ? 1 << 28 : 0) |
          (nvic.sysTickPending ? 1 << 26 : 0) |
          (nvic.pending & nvic.enabled ? 1 << 22 : 0) |
          (nvic.highestPending() << 12) |
          core.ipsr
        );
      case VTOR:
        return core.vtor;
      case AIRCR:
        return 0xfa05 << 16;
      case SCR:
        return (
          (core.sleepOnExit ? SCR_SLEEPONEXIT : 0) |
          (this.#sleepDeep ? SCR_SLEEPDEEP : 0) |
          (core.sendEventOnPend ? SCR_SEVONPEND : 0)
        );
      case CCR:
        return CCR_VALUE;
      case SHPR2:
        return nvic.svCallPriority << 30;
      case SHPR3:
        return (nvic.sysTickPriority << 30) | (nvic.pendSvPriority << 22);
      case SHCSR:
        return nvic.svCallPending ? 1 << 15 : 0;
      default:
        return 0;
    }
  }

  write(offset: number, value: number): void {
    const core = this.#core;
    const nvic = core.nvic;
    if (offset >= IPR0 && offset <= IPR7) {
      for (let i = 0; i < 4; i++) nvic.priorities[offset - IPR0 + i] = (value >>> (8 * i + 6)) & 3;
      this.#look();
      return;
    }
    switch (offset) {
      case SYST_CSR:
        this.#sysTick.control = value;
        break;
      case SYST_RVR:
        this.#sysTick.reload = value & COUNTER_MASK;
        break;
      case SYST_CVR:
        this.#sysTick.clear();
        break;
      case ISER:
        nvic.enabled |= value;
        this.#look();
        break;
      case ICER:
        nvic.enabled &= ~value;
        break;
      case ISPR:
        nvic.pend(value);
        this.#look();
        break;
      case ICPR:
        nvic.unpend(value);
        break;
      case ICSR:
        if (value & (1 << 31)) nvic.nmiPending = true;
        if (value & (1 << 28)) nvic.pendSvPending = true;
        if (value & (1 << 27)) nvic.pendSvPending = false;
        if (value & (1 << 26)) nvic.sysTickPending = true;
        if (value & (1 << 25)) nvic.sysTickPending = false;
        this.#look();
        break;
      case VTOR:
        core.vtor = value & ~0xff;
        break;
      case AIRCR:
        if (value >>> 16 === AIRCR_KEY && value & AIRCR_SYSRESETREQ) this.#onResetRequest();
        break;
      case SCR:
        core.sleepOnExit = (value & SCR_SLEEPONEXIT) !== 0;
        this.#sleepDeep = (value & SCR_SLEEPDEEP) !== 0;
        core.sendEventOnPend = (value & SCR_SEVONPEND) !== 0;
        break;
      case SHPR2:
        nvic.svCallPriority = value >>> 30;
        break;
      case SHPR3:
        nvic.sysTickPriority = value >>> 30;
        nvic.pendSvPriority = (value >>> 22) & 3;
        this.#look();
        break;
    }
  }

  /** Makes the core look at pending exceptions before its next instruction. */
  #look(): void {
    this.#core.nvic.dirty = true;
    this.#core.requestExit();
  }
}

const CSR_ENABLE = 1;
const CSR_TICKINT = 2;
const CSR_CLKSOURCE = 4;
const CSR_COUNTFLAG = 1 << 16;

/** A 24-bit counter that counts down to zero and then starts again from the reload value. */
class SysTick {
  readonly #core: CortexM0Plus;
  readonly #clock: CycleClock;
  readonly #alarm: ClockAlarm;
  #control = 0;
  #reload = 0;
  #countFlag = false;
  /** While counting: the cycle when the counter next becomes zero. */
  #nextZero = 0;
  /** While counting: the cycle when a counter that is zero starts again. */
  #zeroUntil = 0;
  /** While not counting: the counter. */
  #stopped = 0;

  constructor(core: CortexM0Plus, clock: CycleClock) {
    this.#core = core;
    this.#clock = clock;
    this.#alarm = clock.createAlarm(() => this.#account());
  }

  /** Cycles a count: the core's clock, or the watchdog's microseconds as reference. */
  get #unit(): number {
    return this.#control & CSR_CLKSOURCE ? 1 : CYCLES_PER_MICROSECOND;
  }

  get #counting(): boolean {
    return (this.#control & CSR_ENABLE) !== 0 && this.#reload !== 0;
  }

  get reload(): number {
    return this.#reload;
  }

  set reload(value: number) {
    const counter = this.value;
    const was = this.#counting;
    this.#reload = value; // takes effect when the counter next becomes zero
    if (this.#counting && !was) this.#start(counter);
    this.#setAlarm();
  }

  get value(): number {
    if (!this.#counting) return this.#stopped;
    this.#account();
    const now = this.#clock.now;
    return now < this.#zeroUntil ? 0 : Math.ceil((this.#nextZero - now) / this.#unit);
  }

  /** Writing the counter clears it, and the flag. */
  clear(): void {
    this.#countFlag = false;
    this.#stopped = 0;
    if (this.#counting) this.#start(0);
    this.#setAlarm();
  }

  get control(): number {
    this.#account();
    const value = this.#control | (this.#countFlag ? CSR_COUNTFLAG : 0);
    this.#countFlag = false;
    return value;
  }

  set control(value: number) {
    const counter = this.value;
    this.#control = value & (CSR_ENABLE | CSR_TICKINT | CSR_CLKSOURCE);
    if (this.#counting) this.#start(counter);
    else this.#stopped = counter;
    this.#setAlarm();
  }

  #start(counter: number): void {
    const now = this.#clock.now;
    this.#nextZero = now + (counter === 0 ? this.#reload + 1 : counter) * this.#unit;
    this.#zeroUntil = counter === 0 ? now + this.#unit : now;
  }

  /** Notes that the counter has become zero, as often as it did. */
  #account(): void {
    if (!this.#counting || this.#clock.now < this.#nextZero) return;
    const period = (this.#reload + 1) * this.#unit;
    this.#nextZero += (Math.floor((this.#clock.now - this.#nextZero) / period) + 1) * period;
    this.#zeroUntil = this.#nextZero - period + this.#unit;
    this.#countFlag = true;
    if (this.#control & CSR_TICKINT) {
      this.#core.nvic.sysTickPending = true;
      this.#core.nvic.dirty = true;
      this.#core.requestExit();
    }
    this.#setAlarm();
  }

  #setAlarm(): void {
    this.#alarm.cancel();
    if (this.#counting && this.#control & CSR_TICKINT) this.#alarm.scheduleAt(this.#nextZero);
  }
}
