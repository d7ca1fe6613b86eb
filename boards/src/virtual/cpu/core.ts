// A Cortex-M0+ processor: registers, modes, exceptions, sleep. The instructions are in interpreter.ts.
// Source: ARMv6-M Architecture Reference Manual (DDI 0419), chapter B1. Cycle counts follow rp2040js, so that
// figures compare with those published for it.

import { type Bus, BusFault, type CodeRegion, type FaultReason } from './bus.ts';
import type { CycleProfile } from './cycle-profile.ts';
import { interpret } from './interpreter.ts';
import { HARD_FAULT, NMI, Nvic, SVCALL } from './nvic.ts';

/** Where the RAM is that the core accesses without asking the bus. Fixed, because constants are fast. */
export const RAM_BASE = 0x20000000;
/** Size of that RAM in bytes: the RP2040's 264 KiB. */
export const RAM_SIZE = 264 * 1024;

/** Cycles from an interrupt request to the first instruction of its handler (Cortex-M0+ TRM, 2.3). */
const EXCEPTION_ENTRY_CYCLES = 15;
/** Cycles of an exception return besides those of the instruction: eight words are popped. Estimated. */
const EXCEPTION_RETURN_CYCLES = 11;

/** A fault as the emulator saw it: more than the processor tells its handler. */
export interface CoreFault {
  readonly reason: FaultReason;
  /** Address of the instruction at fault. */
  readonly pc: number;
  /** Address of the refused access (of the instruction for faults without an access). */
  readonly address: number;
}

export class CortexM0Plus {
  readonly bus: Bus;
  readonly nvic = new Nvic();
  readonly ram: Uint8Array;
  readonly ram16: Uint16Array;
  readonly ram32: Int32Array;
  /** r0 to r15. While instructions run, the program counter lives in the interpreter; here it is settled. */
  readonly registers = new Int32Array(16);

  /** N is the sign bit of `n`, Z is `z === 0`, C is 0 or 1, V is the sign bit of `v`. */
  n = 0;
  z = 1;
  c = 0;
  v = 0;

  /** Number of the active exception, 0 in thread mode. */
  ipsr = 0;
  /** PRIMASK: configurable exceptions are held off. */
  primask = false;
  /** CONTROL.nPRIV; kept, but unprivileged accesses are not refused. */
  unprivileged = false;
  /** CONTROL.SPSEL: thread mode runs on the process stack. */
  spsel = false;
  /** The stack pointer that is not in r13. */
  bankedSp = 0;
  vtor = 0;
  /** SCR.SLEEPONEXIT and SCR.SEVONPEND. */
  sleepOnExit = false;
  sendEventOnPend = false;
  eventRegister = false;
  /** Stopped by WFI or WFE until an interrupt or event. */
  sleeping = false;
  sleepingForEvent = false;
  /** A fault inside the HardFault handler: the processor has stopped for good. */
  lockedUp = false;
  /** The last fault, for people and tests. */
  lastFault: CoreFault | undefined;

  /** Region of the last instruction fetch. */
  region: CodeRegion;
  /** Cycles left of the current budget; written by the interpreter before anything that could look at it. */
  left = 0;
  /** Instructions executed, ever. */
  instructions = 0;

  /**
   * Called instead of raising HardFault if set. Returning true means that the fault was dealt with and execution
   * goes on at registers[15]; false raises the HardFault. It may throw, which ends `run`.
   */
  faultHook: ((fault: CoreFault) => boolean) | undefined;
  /** Called once when the processor locks up. */
  onLockup: ((fault: CoreFault) => void) | undefined;

  /** Counts the cycles of each instruction if set. */
  profile: CycleProfile | undefined;

  #settled = 0;
  #budget = 0;
  #exitRequested = false;

  constructor(bus: Bus, ram: Uint8Array = new Uint8Array(RAM_SIZE)) {
    if (ram.length !== RAM_SIZE) throw new RangeError(`the core's RAM must have ${RAM_SIZE} bytes`);
    this.bus = bus;
    this.ram = ram;
    this.ram16 = new Uint16Array(ram.buffer, ram.byteOffset, RAM_SIZE / 2);
    this.ram32 = new Int32Array(ram.buffer, ram.byteOffset, RAM_SIZE / 4);
    this.region = { base: RAM_BASE, size: RAM_SIZE, halfwords: this.ram16, words: this.ram32 };
  }

  /** Code that runs from RAM. */
  get ramRegion(): CodeRegion {
    return { base: RAM_BASE, size: RAM_SIZE, halfwords: this.ram16, words: this.ram32 };
  }

  /** Cycles executed, ever; sleep not included. */
  get cycles(): number {
    return this.#settled + (this.#budget - this.left);
  }

  /** Adds cycles that pass while the core waits for the bus. */
  stall(cycles: number): void {
    this.left -= cycles;
  }

  /** Makes `run` return after the current instruction. */
  requestExit(): void {
    this.#exitRequested = true;
    if (this.left > 0) {
      this.#budget -= this.left;
      this.left = 0;
    }
  }

  /** Processor reset: everything except RAM and the counters. Execution starts at `pc` with stack pointer `sp`. */
  reset(pc: number, sp: number): void {
    this.registers.fill(0);
    this.registers[13] = sp & ~3;
    this.registers[14] = -1;
    this.registers[15] = pc & ~1;
    this.n = 0;
    this.z = 1;
    this.c = this.v = 0;
    this.ipsr = 0;
    this.primask = this.unprivileged = this.spsel = false;
    this.bankedSp = 0;
    this.vtor = 0;
    this.sleepOnExit = this.sendEventOnPend = this.eventRegister = false;
    this.sleeping = this.sleepingForEvent = this.lockedUp = false;
    this.lastFault = undefined;
    this.nvic.reset();
  }

  /**
   * Executes about `budget` cycles (an integer below 2^31; the last instruction may overrun it), less if the core
   * goes to sleep, locks up, or `requestExit` is called.
   */
  run(budget: number): void {
    if (this.profile) this.#runProfiled(budget, this.profile);
    else this.#run(budget);
  }

  #runProfiled(budget: number, profile: CycleProfile): void {
    const end = this.cycles + budget;
    this.#exitRequested = false;
    while (this.cycles < end && !this.#exitRequested && this.runnable) {
      // So that an interrupt's first instruction is counted where it is.
      if (this.nvic.dirty) this.takePending();
      const before = this.cycles;
      const pc = this.registers[15]! >>> 0;
      const inHandler = this.ipsr !== 0;
      this.#run(1);
      profile.add(pc, this.cycles - before, inHandler);
    }
  }

  #run(budget: number): void {
    this.#budget = this.left = budget;
    while (this.left > 0 && !this.lockedUp) {
      if (this.nvic.dirty || this.sleeping) this.takePending();
      if (this.sleeping) break;
      interpret(this);
    }
    this.#settled += this.#budget - this.left;
    this.#budget = this.left = 0;
  }

  /** Whether the core would do something if it were run. */
  get runnable(): boolean {
    if (this.lockedUp) return false;
    if (!this.sleeping) return true;
    this.takePending();
    return !this.sleeping;
  }

  /** A peripheral drives an interrupt line. */
  setInterrupt(irq: number, level: boolean): void {
    if (this.nvic.setLine(irq, level)) this.requestExit();
  }

  get apsr(): number {
    return (
      (this.n & 0x80000000) |
      (this.z === 0 ? 0x40000000 : 0) |
      (this.c ? 0x20000000 : 0) |
      (this.v < 0 ? 0x10000000 : 0)
    );
  }

  set apsr(value: number) {
    this.n = value & 0x80000000;
    this.z = value & 0x40000000 ? 0 : 1;
    this.c = (value >>> 29) & 1;
    this.v = value << 3;
  }

  /** The main and the process stack pointer, wherever each is kept now. */
  get msp(): number {
    return this.#onProcessStack ? this.bankedSp : this.registers[13]!;
  }

  set msp(value: number) {
    if (this.#onProcessStack) this.bankedSp = value & ~3;
    else this.registers[13] = value & ~3;
  }

  get psp(): number {
    return this.#onProcessStack ? this.registers[13]! : this.bankedSp;
  }

  set psp(value: number) {
    if (this.#onProcessStack) this.registers[13] = value & ~3;
    else this.bankedSp = value & ~3;
  }

  get #onProcessStack(): boolean {
    return this.spsel && this.ipsr === 0;
  }

  #swapStacks(): void {
    const sp = this.registers[13]!;
    this.registers[13] = this.bankedSp;
    this.bankedSp = sp;
  }

  /** MRS. Reserved numbers read as zero. */
  readSpecial(sysm: number): number {
    if (sysm < 8) return (sysm & 4 ? 0 : this.apsr) | (sysm & 1 ? this.ipsr : 0);
    switch (sysm) {
      case 8:
        return this.msp;
      case 9:
        return this.psp;
      case 16:
        return this.primask ? 1 : 0;
      case 20:
        return (this.spsel ? 2 : 0) | (this.unprivileged ? 1 : 0);
      default:
        return 0;
    }
  }

  /** MSR. Reserved numbers are ignored. */
  writeSpecial(sysm: number, value: number): void {
    if (sysm < 4) {
      this.apsr = value;
      return;
    }
    switch (sysm) {
      case 8:
        this.msp = value;
        break;
      case 9:
        this.psp = value;
        break;
      case 16:
        this.primask = (value & 1) !== 0;
        this.nvic.dirty = true;
        break;
      case 20:
        this.unprivileged = (value & 1) !== 0;
        if (this.ipsr === 0 && ((value & 2) !== 0) !== this.spsel) {
          this.#swapStacks();
          this.spsel = !this.spsel;
        }
        break;
    }
  }

  load32(address: number): number {
    const offset = (address - RAM_BASE) >>> 0;
    if (address & 3) throw new BusFault('unaligned', address);
    return offset < RAM_SIZE ? this.ram32[offset >>> 2]! : this.bus.read32(address >>> 0) | 0;
  }

  store32(address: number, value: number): void {
    const offset = (address - RAM_BASE) >>> 0;
    if (address & 3) throw new BusFault('unaligned', address);
    if (offset < RAM_SIZE) this.ram32[offset >>> 2] = value;
    else this.bus.write32(address >>> 0, value);
  }

  /** Takes the first pending exception if its priority allows; ends sleep when the architecture says so. */
  takePending(): void {
    const nvic = this.nvic;
    if (this.sendEventOnPend && nvic.pendedNewly) this.eventRegister = true;
    nvic.pendedNewly = false;
    nvic.dirty = false;
    if (this.sleepingForEvent && this.eventRegister) {
      this.eventRegister = false;
      this.sleeping = this.sleepingForEvent = false;
    }
    const exception = nvic.highestPending();
    if (exception === 0) return;
    const priority = nvic.priorityOf(exception);
    if (priority >= nvic.priorityOf(this.ipsr)) return;
    if (this.primask && priority >= 0) {
      // Ends WFI without entering the handler; WFE goes on sleeping.
      if (this.sleeping && !this.sleepingForEvent) this.sleeping = false;
      return;
    }
    this.sleeping = this.sleepingForEvent = false;
    this.enter(exception, this.registers[15]!, true);
  }

  /** SVC: taken at once, or escalated to HardFault if its priority does not allow that. `pc` is the next one. */
  supervisorCall(pc: number): void {
    const current = this.primask
      ? Math.min(0, this.nvic.priorityOf(this.ipsr))
      : this.nvic.priorityOf(this.ipsr);
    this.registers[15] = pc;
    if (this.nvic.svCallPriority < current) this.enter(SVCALL, pc, true);
    else this.fault(new BusFault('svc-priority', pc - 2), pc - 2);
  }

  /** Pushes a frame and goes to the handler. Faults while doing so escalate, at last to lockup. */
  enter(exception: number, returnAddress: number, thumb: boolean): void {
    const r = this.registers;
    const before = this.ipsr;
    const frameSp = r[13]!;
    const frame = (frameSp - 0x20) & ~4;
    const psr = this.apsr | before | (thumb ? 0x01000000 : 0) | (frameSp & 4 ? 0x200 : 0);
    try {
      this.store32(frame, r[0]!);
      this.store32(frame + 4, r[1]!);
      this.store32(frame + 8, r[2]!);
      this.store32(frame + 12, r[3]!);
      this.store32(frame + 16, r[12]!);
      this.store32(frame + 20, r[14]!);
      this.store32(frame + 24, returnAddress & ~1);
      this.store32(frame + 28, psr);
    } catch (error) {
      if (!(error instanceof BusFault)) throw error;
      if (exception !== HARD_FAULT && exception !== NMI) {
        this.registers[15] = returnAddress;
        this.fault(error, returnAddress);
        return;
      }
      // The frame is lost, but HardFault is entered: only faults inside its handler, or at unstacking, lock the
      // processor up (Cortex-M0+ Devices Generic User Guide, 2.4.1). So a program stack that is full does not.
    }
    try {
      r[13] = frame;
      const link = before !== 0 ? 0xfffffff1 : this.spsel ? 0xfffffffd : 0xfffffff9;
      if (this.#onProcessStack) this.#swapStacks();
      this.nvic.activate(exception);
      this.ipsr = exception;
      r[14] = link | 0;
      const vector = this.load32(this.vtor + 4 * exception);
      r[15] = vector & ~1;
      this.left -= EXCEPTION_ENTRY_CYCLES;
      this.eventRegister = true;
      this.nvic.dirty = true;
      if (!(vector & 1)) this.fault(new BusFault('not-thumb', vector), vector, false);
    } catch (error) {
      if (!(error instanceof BusFault)) throw error;
      this.registers[15] = returnAddress;
      if (exception === HARD_FAULT || exception === NMI) this.#lockUp(error, returnAddress);
      else this.fault(error, returnAddress);
    }
  }

  /** BX or POP to an EXC_RETURN value in handler mode. `pc` is the instruction's address, for faults. */
  exceptionReturn(link: number, pc: number): void {
    const left = this.ipsr;
    const toProcessStack = (link & 0xf) === 0xd;
    const toHandler = (link & 0xf) === 1;
    if (!toHandler && !toProcessStack && (link & 0xf) !== 9) {
      this.fault(new BusFault('not-thumb', link), pc);
      return;
    }
    try {
      this.ipsr = 0;
      this.spsel = toHandler ? this.spsel : toProcessStack;
      if (toProcessStack) this.#swapStacks();
      const r = this.registers;
      const frame = r[13]!;
      const values: number[] = [];
      for (let i = 0; i < 8; i++) values.push(this.load32(frame + 4 * i));
      const psr = values[7]!;
      r.set(values.slice(0, 4));
      r[12] = values[4]!;
      r[14] = values[5]!;
      r[15] = values[6]! & ~1;
      r[13] = (frame + 0x20) | (psr & 0x200 ? 4 : 0);
      this.apsr = psr;
      this.ipsr = toHandler ? psr & 0x3f : 0;
      this.nvic.deactivate(left);
      this.eventRegister = true;
      this.left -= EXCEPTION_RETURN_CYCLES;
      if (!(psr & 0x01000000)) this.fault(new BusFault('not-thumb', r[15]!), r[15]!, false);
      else if (this.sleepOnExit && this.ipsr === 0) this.sleeping = true;
    } catch (error) {
      if (!(error instanceof BusFault)) throw error;
      this.ipsr = left;
      this.fault(error, pc);
    }
  }

  /** Raises HardFault for the instruction at `pc`, or locks up if that can't be. */
  fault(cause: BusFault, pc: number, thumb = true): void {
    const fault: CoreFault = { reason: cause.reason, address: cause.address, pc: pc >>> 0 };
    this.lastFault = fault;
    this.registers[15] = pc;
    if (this.faultHook?.(fault)) return;
    if (this.nvic.priorityOf(this.ipsr) < 0) this.#lockUp(cause, pc);
    else this.enter(HARD_FAULT, pc, thumb);
  }

  #lockUp(cause: BusFault, pc: number): void {
    if (this.lockedUp) return;
    this.lockedUp = true;
    this.onLockup?.({ reason: cause.reason, address: cause.address, pc: pc >>> 0 });
  }
}
