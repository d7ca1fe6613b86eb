// Counts where the cycles of a core go. A core that is profiled runs one instruction at a time, some ten times slower.

/** Cycles by the address of the instruction that took them. */
export class CycleProfile {
  readonly cycles = new Map<number, number>();

  /** Counts an instruction, which may be one of an interrupt's handler. */
  add(pc: number, cycles: number, _inHandler: boolean): void {
    this.cycles.set(pc, (this.cycles.get(pc) ?? 0) + cycles);
  }

  /** Cycles of the instruction at an address. */
  at(pc: number): number {
    return this.cycles.get(pc) ?? 0;
  }

  /** Cycles of the instructions from one address to before another. */
  between(begin: number, end: number): number {
    let sum = 0;
    for (let pc = begin; pc < end; pc += 2) sum += this.at(pc);
    return sum;
  }
}
