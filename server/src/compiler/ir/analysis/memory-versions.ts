// Numbers the states that each alias class of memory goes through, as memory SSA does: two loads of a class at
// which it has the same version read the same bytes. A version is the id of the store or call that made the
// state, or the negated id of the block where different states meet (less 3), or -1 at the function's start.
import type { AliasClass, Inst } from '../ir.ts';
import { opInfo } from '../ops.ts';
import type { Cfg } from './cfg.ts';
import { callWrites, clobbers } from './effects.ts';

/** Stands for all memory: what a call of a helper with effect `read` depends on. */
const ANY = 0;

export class MemoryVersions {
  private readonly classes: AliasClass[] = [];
  private readonly indexOf = new Map<AliasClass, number>();
  /** By block position and class: the version at the block's start. */
  private readonly atStart: Int32Array;
  private readonly count: number;
  /** Versions at the place that `enter` and `pass` have come to. */
  private readonly now: Int32Array;

  constructor(cfg: Cfg) {
    for (const block of cfg.order) {
      for (const inst of block.insts) {
        if ((inst.op === 'load' || inst.op === 'store') && !this.indexOf.has(inst.alias!)) {
          this.classes.push(inst.alias!);
          this.indexOf.set(inst.alias!, this.classes.length);
        }
      }
    }
    this.count = this.classes.length + 1;
    this.now = new Int32Array(this.count);
    this.atStart = this.solve(cfg);
  }

  /** Goes to the start of a block. */
  enter(block: number): void {
    this.now.set(this.atStart.subarray(block * this.count, (block + 1) * this.count));
  }

  /** Goes past an instruction of the block. */
  pass(inst: Inst): void {
    this.step(inst, this.now, 0);
  }

  /** The version of a class here. */
  of(alias: AliasClass): number {
    return this.now[this.indexOf.get(alias)!]!;
  }

  /** The version of a class here; undefined if the function neither reads nor writes it. */
  ofAny(alias: AliasClass): number | undefined {
    const index = this.indexOf.get(alias);
    return index === undefined ? undefined : this.now[index];
  }

  /** The version of all memory here. */
  ofAll(): number {
    return this.now[ANY]!;
  }

  private step(inst: Inst, versions: Int32Array, base: number): void {
    const { effect } = opInfo(inst.op);
    if (effect === 'store') {
      versions[base + this.indexOf.get(inst.alias!)!] = inst.id;
      versions[base + ANY] = inst.id;
    } else if (effect === 'call' && callWrites(inst) !== 'none') {
      versions[base + ANY] = inst.id;
      for (let c = 1; c < this.count; c++) {
        if (clobbers(inst, this.classes[c - 1]!)) versions[base + c] = inst.id;
      }
    }
  }

  /**
   * Sweeps forward, assuming that loops change nothing; where the end of a loop contradicts, its header gets a
   * version of its own and the sweep is repeated. One or two repetitions for each level of nesting at most.
   */
  private solve(cfg: Cfg): Int32Array {
    const { count } = this;
    const blocks = cfg.order.length;
    const start = new Int32Array(blocks * count).fill(-1);
    const end = new Int32Array(blocks * count);
    const changing = new Uint8Array(blocks * count);
    // What each block does to each class: the id of its last write, or `nothing`.
    const nothing = -2;
    const writes = new Int32Array(blocks * count).fill(nothing);
    for (let b = 0; b < blocks; b++) {
      for (const inst of cfg.order[b]!.insts) this.step(inst, writes, b * count);
    }
    for (let settled = false; !settled; ) {
      for (let b = 0; b < blocks; b++) {
        const own = -3 - cfg.order[b]!.id;
        for (let c = 0; c < count; c++) {
          const at = b * count + c;
          if (changing[at]) {
            start[at] = own;
          } else if (b > 0) {
            let version = nothing;
            for (const from of cfg.predecessors[b]!) {
              if (from >= b) continue;
              const there = end[from * count + c]!;
              version = version === nothing || version === there ? there : own;
            }
            start[at] = version === nothing ? own : version;
          }
          end[at] = writes[at] === nothing ? start[at]! : writes[at]!;
        }
      }
      settled = true;
      for (let b = 0; b < blocks; b++) {
        for (const from of cfg.predecessors[b]!) {
          if (from < b) continue;
          for (let c = 0; c < count; c++) {
            const at = b * count + c;
            if (changing[at] || end[from * count + c] === start[at]) continue;
            changing[at] = 1;
            settled = false;
          }
        }
      }
    }
    return start;
  }
}
