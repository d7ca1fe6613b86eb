// Executes IR functions one instruction at a time. For tests only: it is the reference that passes and targets
// are compared with, so it is as plain as can be.

import type { HelperName } from '../abi/helpers.ts';
import { readNumber, writeNumber } from '../abi/numbers.ts';
import type { TrapKind } from '../abi/objects.ts';
import { evaluate } from './evaluate.ts';
import type { Edge, Inst, IrFunction, SourcePosition } from './ir.ts';
import { terminator } from './ir.ts';
import type { MemoryType } from './types.ts';
import { memorySize } from './types.ts';

/** How a run ended. */
export type Outcome =
  | { readonly kind: 'return'; readonly value: number | undefined }
  | {
      readonly kind: 'trap';
      readonly trap: TrapKind;
      /** What is reported in r0 and r1; for notAnInt the double itself. */
      readonly values: readonly number[];
      readonly position: SourcePosition | undefined;
    }
  /** An access outside of memory: compiled code must not make it. */
  | { readonly kind: 'fault'; readonly address: number }
  /** Too many steps or calls. */
  | { readonly kind: 'limit' };

export interface World {
  /** Memory from `base` on. */
  readonly memory: DataView;
  readonly base: number;
  function(symbol: string): IrFunction | undefined;
  /** Address of a global or constant. */
  address(symbol: string): number;
  helper?(name: HelperName, args: readonly number[]): number | undefined;
  /** Instructions to execute at most. */
  readonly fuel?: number;
}

class Stop extends Error {
  readonly outcome: Outcome;
  constructor(outcome: Outcome) {
    super(outcome.kind);
    this.outcome = outcome;
  }
}

/** Calls a function. i32 values are signed numbers, references are addresses. */
export function interpret(fn: IrFunction, args: readonly number[], world: World): Outcome {
  try {
    return { kind: 'return', value: new Machine(world).call(fn, args, 0) };
  } catch (error) {
    if (error instanceof Stop) return error.outcome;
    throw error;
  }
}

class Machine {
  private readonly world: World;
  private fuel: number;
  private depth = 0;

  constructor(world: World) {
    this.world = world;
    this.fuel = world.fuel ?? 100_000;
  }

  call(fn: IrFunction, args: readonly number[], closure: number): number | undefined {
    if (++this.depth > 200) throw new Stop({ kind: 'limit' });
    const values: number[] = [];
    const get = (inst: Inst): number => {
      const value = values[inst.id];
      if (value === undefined) throw new Error(`${fn.symbol}: v${inst.id} has no value`);
      return value;
    };
    const enter = (edge: Edge): void => {
      const passed = edge.args.map(get);
      edge.block.params.forEach((param, i) => {
        values[param.id] = passed[i]!;
      });
    };
    let block = fn.blocks[0]!;
    if (block.params.length !== args.length) throw new Error(`${fn.symbol}: ${args.length} arguments`);
    block.params.forEach((param, i) => {
      values[param.id] = args[i]!;
    });
    for (;;) {
      for (const inst of block.insts) {
        if (--this.fuel < 0) throw new Stop({ kind: 'limit' });
        const result = this.step(inst, get, closure);
        if (result !== undefined) values[inst.id] = result;
      }
      const last = terminator(block);
      if (last.op === 'return') {
        this.depth--;
        return last.args[0] ? get(last.args[0]) : undefined;
      }
      const edge = last.targets![last.op === 'branch' && get(last.args[0]!) === 0 ? 1 : 0]!;
      enter(edge);
      block = edge.block;
    }
  }

  private step(inst: Inst, get: (inst: Inst) => number, closure: number): number | undefined {
    const { world } = this;
    const args = inst.args.map(get);
    const trap = (kind: TrapKind, values: readonly number[]): never => {
      throw new Stop({ kind: 'trap', trap: kind, values, position: inst.position });
    };
    switch (inst.op) {
      case 'iconst':
      case 'fconst':
      case 'dconst':
        return inst.imm;
      case 'null':
        return 0;
      case 'address':
        return (world.address(inst.symbol!) + inst.imm!) | 0;
      case 'object':
        return world.address(inst.symbol!);
      case 'self':
        return closure;
      case 'load':
        return this.load(inst.memory!, this.locate(inst, args));
      case 'store':
        this.store(inst.memory!, this.locate(inst, args.slice(1)), args[0]!);
        return undefined;
      case 'bounds':
        return args[0]! >>> 0 < args[1]! >>> 0 ? undefined : trap('bounds', args);
      case 'check':
        return args[0] !== 0 ? undefined : trap(inst.trap!, args.slice(1));
      case 'trap':
        return trap(inst.trap!, args);
      case 'd2iExact':
        return evaluate('d2iExact', undefined, args[0]!, 0, 0) ?? trap('notAnInt', args);
      case 'call': {
        const callee = world.function(inst.symbol!);
        if (!callee) throw new Error(`no function ${inst.symbol}`);
        return this.call(callee, args, 0);
      }
      case 'helper':
        return world.helper?.(inst.symbol as HelperName, args);
      case 'callRef':
        throw new Error('calls of function values are not interpreted');
      case 'jump':
      case 'branch':
      case 'return':
        return undefined;
      default: {
        const value = evaluate(inst.op, inst.cond, args[0]!, args[1] ?? 0, args[2] ?? 0);
        if (value === undefined) throw new Error(`${inst.op} is not interpreted`);
        return value;
      }
    }
  }

  /** Offset into memory of an access: base + imm + index * size. */
  private locate(inst: Inst, [base, index = 0]: readonly number[]): number {
    const size = memorySize[inst.memory!];
    const address = (base! + inst.imm! + index * size) >>> 0;
    const offset = address - this.world.base;
    const aligned = address % Math.min(size, 4) === 0;
    if (offset < 0 || offset + size > this.world.memory.byteLength || !aligned) {
      throw new Stop({ kind: 'fault', address });
    }
    return offset;
  }

  private load(memory: MemoryType, offset: number): number {
    const view = this.world.memory;
    switch (memory) {
      case 'i8':
        return view.getInt8(offset);
      case 'u8':
        return view.getUint8(offset);
      case 'i16':
        return view.getInt16(offset, true);
      case 'u16':
        return view.getUint16(offset, true);
      case 'i32':
      case 'ref':
        return view.getInt32(offset, true);
      case 'f32':
        return view.getFloat32(offset, true);
      case 'f64':
        return view.getFloat64(offset, true);
      case 'num':
        return readNumber(view, offset);
    }
  }

  private store(memory: MemoryType, offset: number, value: number): void {
    const view = this.world.memory;
    switch (memory) {
      case 'i8':
      case 'u8':
        view.setInt8(offset, value);
        return;
      case 'i16':
      case 'u16':
        view.setInt16(offset, value, true);
        return;
      case 'i32':
      case 'ref':
        view.setInt32(offset, value, true);
        return;
      case 'f32':
        // The bits of a NaN tell nothing, so they shall not differ.
        if (Number.isNaN(value)) view.setUint32(offset, 0x7fc00000, true);
        else view.setFloat32(offset, value, true);
        return;
      case 'f64':
        if (Number.isNaN(value)) view.setBigUint64(offset, 0x7ff8000000000000n, true);
        else view.setFloat64(offset, value, true);
        return;
      case 'num':
        writeNumber(view, offset, value);
    }
  }
}
