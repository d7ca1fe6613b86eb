// The phases of the target in order, each in its own file.
import type { CodeObject } from '../../code-object.ts';
import type { IrFunction } from '../../ir/ir.ts';
import { finish, type Sliced } from '../../slices.ts';
import { allocateInPlace } from './allocate-in-place.ts';
import type { Allocation } from './allocation.ts';
import { assignRegisters } from './assign.ts';
import { proposeRegisters } from './color.ts';
import { type EmittedCode, emit } from './emit.ts';
import { type Frame, frameInfo, layoutFrame } from './frame.ts';
import { placeStores } from './late-stores.ts';
import { layoutBlocks } from './layout.ts';
import { findLiveness } from './liveness.ts';
import { lower } from './lower.ts';
import { improve } from './peephole.ts';
import { COLD_REACHES, type PlacedCode, place } from './place.ts';
import { usePointers } from './pointers.ts';
import { select } from './select.ts';
import { planSpills } from './spill.ts';
import { copyReturns } from './tail-returns.ts';
import { wrapFrame } from './wrap.ts';

/** All that the phases made of a function, for tests and listings. */
export interface Compilation {
  readonly allocation: Allocation;
  readonly frame: Frame;
  readonly code: PlacedCode;
  readonly emitted: EmittedCode;
  readonly object: CodeObject;
}

/** Selects instructions and allocates registers. A phase is a slice. */
function* allocateInSlices(fn: IrFunction): Sliced<Allocation> {
  const machine = select(usePointers(allocateInPlace(fn)));
  copyReturns(machine);
  yield;
  const liveness = findLiveness(machine);
  yield;
  const plan = planSpills(machine, liveness);
  yield;
  const colors = proposeRegisters(machine, liveness, plan);
  yield;
  const wrapped = wrapFrame(machine, liveness, plan);
  const stores = placeStores(machine, liveness, plan, wrapped);
  const allocation = assignRegisters(machine, liveness, plan, stores, colors, wrapped);
  yield;
  return allocation;
}

/** Selects instructions and allocates registers, all at once. */
export function allocate(fn: IrFunction): Allocation {
  return finish(allocateInSlices(fn));
}

function offsetOf(label: number, code: PlacedCode, emitted: EmittedCode): number {
  return emitted.offsets[code.items.findIndex((item) => item.op === 'label' && item.a === label)]!;
}

/** Compiles a verified function, and keeps what the phases made. */
export function* compileInSlices(fn: IrFunction, sources: readonly string[]): Sliced<Compilation> {
  const allocation = yield* allocateInSlices(fn);
  const layout = layoutBlocks(allocation);
  const attempt = function* (keepLr: boolean): Sliced<Compilation> {
    const frame = layoutFrame(allocation, keepLr);
    const { items, cold, prologueEnd, nextLabel } = lower(allocation, frame, layout);
    yield;
    const improved = improve(items, cold);
    let code = place(improved, cold, nextLabel);
    yield;
    let emitted = emit(code, sources);
    for (const reach of COLD_REACHES.slice(1)) {
      if (emitted.longBranches === 0 || cold.length === 0) break;
      const nearer = place(improved, cold, nextLabel, reach);
      const again = emit(nearer, sources);
      if (again.longBranches < emitted.longBranches) [code, emitted] = [nearer, again];
    }
    const object: CodeObject = {
      symbol: fn.symbol,
      name: fn.name,
      ...(fn.shown ? { shown: fn.shown } : {}),
      bytes: emitted.bytes,
      relocations: emitted.relocations,
      lines: emitted.lines,
      frame: frameInfo(frame, offsetOf(prologueEnd, code, emitted)),
      inlined: [...fn.inlined],
    };
    yield;
    return { allocation, frame, code, emitted, object };
  };
  const first = yield* attempt(false);
  // A jump that had to become `bl` destroys lr: then the prologue must save it.
  return first.emitted.usesLr && !(first.frame.pushed & (1 << 14)) ? yield* attempt(true) : first;
}

/** The same, all at once. */
export function compileInSteps(fn: IrFunction, sources: readonly string[]): Compilation {
  return finish(compileInSlices(fn, sources));
}
