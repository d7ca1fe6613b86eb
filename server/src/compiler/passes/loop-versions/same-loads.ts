// Loads of a loop that give the same in every round, such as the row in `for (...) row[y][x]`. They may not be made
// before the loop as it is, since an index could be outside: tests before a copy of the loop make them safe.
import { isLengthAlias } from '../../ir/analysis/bits.ts';
import type { Inst } from '../../ir/ir.ts';

export class SameLoads {
  /** What the loop defines. */
  private readonly defined: ReadonlySet<Inst>;
  private readonly mayChange: (load: Inst) => boolean;
  private readonly firsts = new Map<string, Inst>();
  private readonly firstOf = new Map<Inst, Inst>();
  /** Indices that were found inside arrays. */
  private readonly inside = new Set<string>();

  /** @param mayChange whether a round of the loop may change what a load reads */
  constructor(defined: ReadonlySet<Inst>, mayChange: (load: Inst) => boolean) {
    this.defined = defined;
    this.mayChange = mayChange;
  }

  /** True for what is from before the loop, and for loads that were added. */
  isSame(value: Inst): boolean {
    return !this.defined.has(value) || this.firstOf.has(value);
  }

  /** True for a load that was added. */
  isLoad(value: Inst): boolean {
    return this.firstOf.has(value);
  }

  /** The first of the equal loads. */
  first(value: Inst): Inst {
    return this.firstOf.get(value) ?? value;
  }

  /** Each load, with the first that is equal. */
  get loads(): Iterable<[load: Inst, first: Inst]> {
    return this.firstOf;
  }

  /** Takes note of an index that a test finds inside an array of a length, both the same in every round. */
  guard(index: Inst, length: Inst): void {
    this.inside.add(`${this.first(index).id} of ${this.ownerOf(length)}`);
  }

  /** Adds a load if it is the same, and safe after the tests; false if it isn't, or was added before. */
  add(load: Inst): boolean {
    if (load.op !== 'load' || load.alias === 'mmio' || this.firstOf.has(load)) return false;
    if (!load.args.every((arg) => this.isSame(arg)) || !this.isSafe(load) || this.mayChange(load))
      return false;
    const key = `${load.args.map((arg) => this.first(arg).id)}+${load.imm ?? 0}:${load.memory},${load.alias}`;
    const first = this.firsts.get(key) ?? load;
    this.firsts.set(key, first);
    this.firstOf.set(load, first);
    return true;
  }

  /** True for fields of arrays, which can be read at any time, and elements at an index that is inside. */
  private isSafe({ args, alias }: Inst): boolean {
    const [base, index] = args;
    if (!index) return isLengthAlias(alias) || alias === 'data';
    const array = base!.op === 'load' && base!.alias === 'data' ? this.ownerOf(base!) : this.first(base!).id;
    return this.inside.has(`${this.first(index).id} of ${array}`);
  }

  /** The id of the array or text whose field a load reads. */
  private ownerOf(field: Inst): number {
    return this.first(field.args[0]!).id;
  }
}
