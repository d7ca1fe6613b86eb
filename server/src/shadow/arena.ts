// Allocation of the board's code and data arenas, done on the host: a sorted list of free ranges.

/** A range of board addresses: begin included, end excluded. */
export interface Range {
  readonly begin: number;
  readonly end: number;
}

/** First-fit allocator of address ranges. All addresses and sizes are in bytes. */
export class Arena {
  private free: { begin: number; end: number }[];

  constructor(
    /** For messages: `code` or `data`. */
    readonly name: string,
    private taken: Range,
  ) {
    this.free = [{ ...taken }];
  }

  get range(): Range {
    return this.taken;
  }

  get size(): number {
    return this.taken.end - this.taken.begin;
  }

  get freeBytes(): number {
    return this.free.reduce((sum, range) => sum + range.end - range.begin, 0);
  }

  /** End of the highest allocated byte below the last free range; `range.begin` when all is free. */
  get lowWaterMark(): number {
    const last = this.free[this.free.length - 1];
    return last && last.end === this.taken.end ? last.begin : this.taken.end;
  }

  /**
   * Takes `size` bytes at an address divisible by `alignment` (a power of two): from the low end, or from the
   * high end. Returns the address, or undefined if no free range is large enough.
   */
  allocate(size: number, alignment: number, end: 'low' | 'high' = 'low'): number | undefined {
    const mask = -alignment;
    if (end === 'low') {
      for (let i = 0; i < this.free.length; i++) {
        const { begin, end: limit } = this.free[i]!;
        const address = (begin + alignment - 1) & mask;
        if (address + size <= limit) return this.take(i, address, size);
      }
    } else {
      for (let i = this.free.length - 1; i >= 0; i--) {
        const { begin, end: limit } = this.free[i]!;
        const address = (limit - size) & mask;
        if (address >= begin) return this.take(i, address, size);
      }
    }
    return undefined;
  }

  private take(index: number, address: number, size: number): number {
    const { begin, end } = this.free[index]!;
    const rest: { begin: number; end: number }[] = [];
    if (address > begin) rest.push({ begin, end: address });
    if (address + size < end) rest.push({ begin: address + size, end });
    this.free.splice(index, 1, ...rest);
    return address;
  }

  /** Gives back a range that `allocate` returned; its bytes must not be free already. */
  release(address: number, size: number): void {
    if (size === 0) return;
    const end = address + size;
    let index = this.free.findIndex((range) => range.begin >= address);
    if (index < 0) index = this.free.length;
    const before = this.free[index - 1];
    const after = this.free[index];
    if ((before && before.end > address) || (after && after.begin < end)) {
      throw new Error(`bytes at 0x${address.toString(16)} of the ${this.name} arena are released twice`);
    }
    const joinsBefore = before?.end === address;
    const joinsAfter = after?.begin === end;
    if (joinsBefore && joinsAfter) {
      before!.end = after!.end;
      this.free.splice(index, 1);
    } else if (joinsBefore) before!.end = end;
    else if (joinsAfter) after!.begin = address;
    else this.free.splice(index, 0, { begin: address, end });
  }

  /** Takes in what lies below, from `begin` on. */
  growDown(begin: number): void {
    const { begin: before, end } = this.taken;
    this.taken = { begin, end };
    this.release(begin, before - begin);
  }

  /** A copy for trying things: the original is untouched until the copy replaces it. */
  clone(): Arena {
    const copy = new Arena(this.name, this.taken);
    copy.free = this.free.map((range) => ({ ...range }));
    return copy;
  }
}
