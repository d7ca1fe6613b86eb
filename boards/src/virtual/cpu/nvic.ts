// The interrupt controller of a Cortex-M0+: which exceptions are pending, and which of them comes first.
// Source: ARMv6-M Architecture Reference Manual, B1.5 (exception model) and B3.4 (NVIC).

export const HARD_FAULT = 3;
export const NMI = 2;
export const SVCALL = 11;
export const PENDSV = 14;
export const SYSTICK = 15;
/** Exception number of interrupt line 0. */
export const FIRST_IRQ = 16;
/** Priority of thread mode: below every exception. */
export const THREAD_PRIORITY = 4;

/** Interrupt lines that an RP2040 connects; the remaining six can be pended by software only. */
const LINES = 32;

export class Nvic {
  /** Interrupt enable bits, one a line. */
  enabled = 0;
  /** Latched requests: rising edges of lines, and what software pends. */
  pending = 0;
  /** Levels of the interrupt lines as the peripherals drive them. */
  lines = 0;
  /** Priority 0 (first) to 3 of each line. */
  readonly priorities = new Uint8Array(LINES);
  svCallPriority = 0;
  pendSvPriority = 0;
  sysTickPriority = 0;
  nmiPending = false;
  svCallPending = false;
  pendSvPending = false;
  sysTickPending = false;
  /** Something changed that could let an exception in: the core must look before the next instruction. */
  dirty = false;
  /** Set when a request was newly pended; the SEVONPEND feature turns it into an event. */
  pendedNewly = false;

  /** Back to the state after a reset of the processor; levels of the lines stay as they are. */
  reset(): void {
    this.enabled = 0;
    this.pending = this.lines;
    this.priorities.fill(0);
    this.svCallPriority = this.pendSvPriority = this.sysTickPriority = 0;
    this.nmiPending = this.svCallPending = this.pendSvPending = this.sysTickPending = false;
    this.dirty = true;
    this.pendedNewly = false;
  }

  /** A peripheral drives its interrupt line. Returns true if the core should look. */
  setLine(irq: number, level: boolean): boolean {
    const bit = 1 << irq;
    if (!level) {
      // What has been latched stays pending, as in silicon.
      this.lines &= ~bit;
      return false;
    }
    if (this.lines & bit) return false;
    this.lines |= bit;
    return this.pend(bit);
  }

  /** Latches requests of lines given as a mask. Returns true if the core should look. */
  pend(mask: number): boolean {
    this.pending |= mask;
    this.dirty = true;
    this.pendedNewly = true;
    return true;
  }

  /** Software clears pending bits. A line that is still high pends again at once. */
  unpend(mask: number): void {
    this.pending = (this.pending & ~mask) | (this.lines & mask);
  }

  /** The handler of an interrupt is entered: its request is consumed. */
  activate(exception: number): void {
    if (exception >= FIRST_IRQ) this.pending &= ~(1 << (exception - FIRST_IRQ));
    else if (exception === NMI) this.nmiPending = false;
    else if (exception === SVCALL) this.svCallPending = false;
    else if (exception === PENDSV) this.pendSvPending = false;
    else if (exception === SYSTICK) this.sysTickPending = false;
  }

  /** The handler returned: a line that is still high asks again. */
  deactivate(exception: number): void {
    if (exception >= FIRST_IRQ) this.pending |= this.lines & (1 << (exception - FIRST_IRQ));
    this.dirty = true;
  }

  /** Priority of an exception: smaller goes first; thread mode (0) is 4. */
  priorityOf(exception: number): number {
    if (exception >= FIRST_IRQ) return this.priorities[exception - FIRST_IRQ]!;
    switch (exception) {
      case NMI:
        return -2;
      case HARD_FAULT:
        return -1;
      case SVCALL:
        return this.svCallPriority;
      case PENDSV:
        return this.pendSvPriority;
      case SYSTICK:
        return this.sysTickPriority;
      default:
        return THREAD_PRIORITY;
    }
  }

  /** The exception that would be taken first, or 0 if nothing is pending and enabled. */
  highestPending(): number {
    if (this.nmiPending) return NMI;
    let best = 0;
    let bestPriority = THREAD_PRIORITY;
    const consider = (exception: number, priority: number): void => {
      if (priority < bestPriority) {
        best = exception;
        bestPriority = priority;
      }
    };
    // In order of exception number, because that decides between equal priorities.
    if (this.svCallPending) consider(SVCALL, this.svCallPriority);
    if (this.pendSvPending) consider(PENDSV, this.pendSvPriority);
    if (this.sysTickPending) consider(SYSTICK, this.sysTickPriority);
    let set = this.pending & this.enabled;
    while (set !== 0) {
      const irq = 31 - Math.clz32(set & -set);
      consider(FIRST_IRQ + irq, this.priorities[irq]!);
      set &= set - 1;
    }
    return best;
  }
}
