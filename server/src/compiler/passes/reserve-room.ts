// Loops that add an element to a new array in every round, and have a last round: the array gets room for all of them
// before the first, instead of growing again and again. It is a hint: what is counted may be more or less than what is
// added then, and the helper takes only so much at once.
//
// After invert-loops.ts, so that counters are tested at the end, and before expand-pushes.ts, which learns of the room.
import { ElementKind } from '../abi/objects.ts';
import { pushedMemory } from '../ir/analysis/effects.ts';
import { inLoop, type Loop } from '../ir/analysis/loops.ts';
import { isMade } from '../ir/analysis/overwrites.ts';
import { Ranges } from '../ir/analysis/ranges/index.ts';
import { Trips } from '../ir/analysis/ranges/trips.ts';
import { constantOf } from '../ir/edit.ts';
import type { Inst, InstFields, IrFunction } from '../ir/ir.ts';
import { newInst, successors, terminator } from '../ir/ir.ts';
import type { Op } from '../ir/ops.ts';
import { type LoopStructure, withPreheaders } from '../ir/preheaders.ts';
import type { MemoryType } from '../ir/types.ts';

const elementKinds: Partial<Record<MemoryType, number>> = {
  ref: ElementKind.ref,
  i32: ElementKind.i32,
  f32: ElementKind.f32,
  num: ElementKind.number,
};

/** The ElementKind of the array that a push adds to; undefined if it is none. */
export function kindOfPushed({ op, symbol, args }: Inst): number | undefined {
  if (op !== 'helper') return undefined;
  const memory = pushedMemory.get(symbol);
  if (memory) return elementKinds[memory];
  return symbol === 'gn_array_push' ? constantOf(args[1]!) : undefined;
}

export function reserveRoom(fn: IrFunction): boolean {
  if (!fn.blocks.some(({ insts }) => insts.some((inst) => kindOfPushed(inst) !== undefined))) return false;
  return new Reservations(fn).run();
}

/** An array's first buffer has room for so many elements anyway. */
const MOST_NEW = 4;

/** How often a loop runs: as often as `to` is more than `from`, and once more if that is inclusive. */
interface Rounds {
  readonly from: Inst;
  readonly to: Inst;
  readonly isInclusive: boolean;
}

class Reservations {
  private readonly fn: IrFunction;
  private readonly structure: LoopStructure;
  private readonly trips: Trips;
  private readonly homes = new Map<Inst, number>();
  /** Of what was there before anything was added. */
  private ranges: Ranges | undefined;

  constructor(fn: IrFunction) {
    this.fn = fn;
    this.structure = withPreheaders(fn);
    const { cfg, dominators, forest } = this.structure;
    this.trips = new Trips(cfg, dominators, forest);
    for (const [b, { params, insts }] of cfg.order.entries())
      for (const inst of [...params, ...insts]) this.homes.set(inst, b);
  }

  run(): boolean {
    let changed = false;
    for (const loop of this.structure.forest.loops)
      for (const [array, pushes] of this.pushesIn(loop))
        changed = this.reserve(loop, array, pushes) || changed;
    return changed;
  }

  /** What every round of a loop adds to arrays that it did not make. */
  private pushesIn(loop: Loop): Map<Inst, Inst[]> {
    const { cfg, dominators, forest } = this.structure;
    const found = new Map<Inst, Inst[]>();
    for (const b of loop.blocks) {
      if (forest.innermost[b] !== loop || !loop.latches.every((latch) => dominators.dominates(b, latch)))
        continue;
      for (const inst of cfg.order[b]!.insts) {
        const array = kindOfPushed(inst) === undefined ? undefined : inst.args[0]!;
        if (array && isMade(array) && this.isOutside(array, loop))
          found.set(array, [...(found.get(array) ?? []), inst]);
      }
    }
    return found;
  }

  /** Makes room before the outermost loop in which the array is not made anew; false if how often that runs is not known. */
  private reserve(innermost: Loop, array: Inst, pushes: readonly Inst[]): boolean {
    const { cfg, forest, preheaders } = this.structure;
    const loops = [innermost];
    for (let around = innermost.parent; around && this.isOutside(array, around); around = around.parent) {
      if (!this.isInEveryRound(loops.at(-1)!, around)) return false;
      loops.push(around);
    }
    const outermost = loops.at(-1)!;
    const rounds: Rounds[] = [];
    for (const loop of loops) {
      const found = this.roundsOf(loop, outermost);
      if (!found) return false;
      rounds.push(found);
    }
    if (rounds.reduce((count, each) => count * this.mostRounds(each), pushes.length) <= MOST_NEW)
      return false;
    const block = cfg.order[preheaders[forest.loops.indexOf(outermost)]!]!;
    const insts: Inst[] = [];
    const make = (op: Op, args: Inst[], fields: InstFields = {}): Inst => {
      const inst = newInst(this.fn, op, 'i32', args, pushes[0]!.position, fields);
      insts.push(inst);
      return inst;
    };
    // What is defined in the loop, a constant or the length of an array, is computed before it.
    const before = (value: Inst): Inst =>
      this.isOutside(value, outermost) ? value : make(value.op, [...value.args], value);
    let count = make('iconst', [], { imm: pushes.length });
    for (const { from, to, isInclusive } of rounds) {
      let each = make('isub', [before(to), before(from)]);
      if (isInclusive) each = make('iadd', [each, make('iconst', [], { imm: 1 })]);
      count = make('imul', [count, each]);
    }
    const kind = make('iconst', [], { imm: kindOfPushed(pushes[0]!)! });
    make('helper', [array, kind, count], { symbol: 'gn_array_reserve' });
    block.insts.splice(-1, 0, ...insts);
    return true;
  }

  /** True if a round of the loop around reaches an inner loop, unless that has no rounds. */
  private isInEveryRound(inner: Loop, around: Loop): boolean {
    const { cfg, dominators, forest, preheaders } = this.structure;
    const isReached = (b: number) => around.latches.every((latch) => dominators.dominates(b, latch));
    const preheader = preheaders[forest.loops.indexOf(inner)]!;
    if (isReached(preheader)) return true;
    const guard = dominators.parent[preheader]!;
    const [condition] = terminator(cfg.order[guard]!).args;
    const isOfLoop = this.trips
      .testsOf(inner)
      .some(({ limit }) => condition?.args.some((arg) => isSame(arg, limit)));
    return isOfLoop && isReached(guard);
  }

  /** How often a loop runs, if it ends in one way alone; what that depends on is known before the outermost loop. */
  private roundsOf(loop: Loop, outermost: Loop): Rounds | undefined {
    const { cfg, forest } = this.structure;
    const exits = loop.blocks.flatMap((b) =>
      successors(cfg.order[b]!).filter(
        ({ block }) => !block.rare && !inLoop(forest, loop, cfg.position[block.id]!),
      ),
    );
    if (exits.length !== 1) return undefined;
    for (const { step, starts, limit, isInclusive, isAfterStep } of this.trips.testsOf(loop)) {
      const [start, other] = starts;
      if (!isAfterStep || Math.abs(step) !== 1 || other || limit.type !== 'i32') continue;
      if (!this.isKnownBefore(start!, outermost) || !this.isKnownBefore(limit, outermost)) continue;
      return step > 0 ? { from: start!, to: limit, isInclusive } : { from: limit, to: start!, isInclusive };
    }
    return undefined;
  }

  private mostRounds({ from, to, isInclusive }: Rounds): number {
    this.ranges ??= new Ranges(this.fn);
    return Math.max(0, this.ranges.of(to).hi - this.ranges.of(from).lo + Number(isInclusive));
  }

  private isKnownBefore(value: Inst, loop: Loop): boolean {
    if (this.isOutside(value, loop) || value.op === 'iconst') return true;
    return value.op === 'load' && value.alias === 'length' && this.isOutside(value.args[0]!, loop);
  }

  private isOutside(value: Inst, loop: Loop): boolean {
    return !inLoop(this.structure.forest, loop, this.homes.get(value)!);
  }
}

const isSame = (a: Inst, b: Inst): boolean =>
  a === b ||
  (a.op === 'iconst' && b.op === 'iconst' && a.imm === b.imm) ||
  (a.alias === 'length' && b.alias === 'length');
