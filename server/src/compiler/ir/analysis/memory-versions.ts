// Numbers the states that each alias class of memory goes through, as memory SSA does: two loads of a class at
// which it has the same version read the same bytes. A version is the id of the store or call that made the
// state, or of the block where different states meet, or -1 at the function's start.
import type { AliasClass, Block, Inst } from '../ir.ts';
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

  /** Forward data flow; states are assumed equal until two of them meet. */
  private solve(cfg: Cfg): Int32Array {
    const { count } = this;
    const blocks = cfg.order.length;
    const unknown = -2;
    const start = new Int32Array(blocks * count).fill(unknown);
    const end = new Int32Array(blocks * count).fill(unknown);
    // What each block does to each class: the id of its last write, or `unknown` if it has none.
    const writes = new Int32Array(blocks * count).fill(unknown);
    for (let b = 0; b < blocks; b++) {
      for (const inst of cfg.order[b]!.insts) this.step(inst, writes, b * count);
    }
    start.fill(-1, 0, count);
    for (let c = 0; c < count; c++) end[c] = writes[c] === unknown ? -1 : writes[c]!;
    for (let changed = true; changed; ) {
      changed = false;
      for (let b = 1; b < blocks; b++) {
        for (let c = 0; c < count; c++) {
          const at = b * count + c;
          const version = meet(cfg.order[b]!, cfg.predecessors[b]!, end, c, count, unknown);
          if (version === start[at]) continue;
          start[at] = version;
          if (writes[at] === unknown) end[at] = version;
          else end[at] = writes[at]!;
          changed = true;
        }
      }
    }
    return start;
  }
}

/** The version where the ends of predecessors meet. */
function meet(
  block: Block,
  predecessors: readonly number[],
  end: Int32Array,
  c: number,
  count: number,
  unknown: number,
): number {
  let version = unknown;
  for (const predecessor of predecessors) {
    const there = end[predecessor * count + c]!;
    if (there === unknown || there === block.id || there === version) continue;
    if (version !== unknown) return block.id;
    version = there;
  }
  return version;
}
