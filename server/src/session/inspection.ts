// A look at the board while it does what it does: memory, pins and variables, by reads that the board answers in
// interrupt context, whatever runs.
import { HeapState } from '../compiler/abi/heap.ts';
import type { LiveVariable } from '../compiler/frontend/index.ts';
import type { ShadowMachine } from '../shadow/index.ts';
import type { Chip } from './chips.ts';
import type { FirmwareManifest } from './contract.ts';
import type { SourceLocation } from './runtime-error.ts';
import type { ReadMemory } from './unwind.ts';
import { readVariables } from './variables/read-variables.ts';

/** GPIO levels, a bit a pin, as numbers from 0 to 2^32 - 1. */
export interface PinLevels {
  /** Levels at the pins. */
  readonly input: number;
  /** Levels that outputs drive. */
  readonly output: number;
  /** Pins that are outputs. */
  readonly outputEnable: number;
}

/** Bytes. */
export interface MemoryUse {
  readonly used: number;
  readonly size: number;
}

export interface BoardMemory {
  readonly code: MemoryUse;
  readonly data: MemoryUse;
  /** What is used is reachable, or garbage that was made since the last collection. */
  readonly heap: MemoryUse;
  /** Size of the stack of the program. */
  readonly stack: { readonly size: number };
}

/** A variable of the live program. */
export interface ProgramVariable {
  readonly name: string;
  /** As a hover shows it. */
  readonly type: string;
  /** As Node's REPL shows it, in one line, cut where it is long; `(changing)` where it could not be read whole. */
  readonly value: string;
  /** Where it is declared; undefined if that text is not known. */
  readonly location: SourceLocation | undefined;
}

/** The pins of a chip: one read. */
export async function inspectPins({ pins }: Chip, read: ReadMemory): Promise<PinLevels> {
  const view = viewOf(await read(pins.block.address, pins.block.length));
  return {
    input: view.getUint32(pins.input, true),
    output: view.getUint32(pins.output, true),
    outputEnable: view.getUint32(pins.outputEnable, true),
  };
}

/** How full the board is: what the host has placed, and the heap as the collector counts it, by one read. */
export async function inspectMemory(
  shadow: ShadowMachine,
  firmware: FirmwareManifest,
  read: ReadMemory,
): Promise<BoardMemory> {
  const heap = viewOf(await read(firmware.heapState, HeapState.size));
  const word = (offset: number) => heap.getUint32(offset, true);
  const size = word(HeapState.span);
  // While the collector is at work, what it counts may be counted twice for a moment.
  const used = Math.min(size, word(HeapState.used) + word(HeapState.pointer) - word(HeapState.run));
  const { code, data } = shadow.use;
  const { begin, end } = shadow.memory.stack;
  return {
    code: { used: code.size - code.free, size: code.size },
    data: { used: data.size - data.free, size: data.size },
    heap: { used, size },
    stack: { size: end - begin },
  };
}

/** The variables of the live program, by a few reads. `locate` says where in a cell's text an offset is. */
export async function inspectVariables(
  variables: readonly LiveVariable[],
  places: Parameters<typeof readVariables>[1],
  locate: (unit: string, offset: number) => SourceLocation | undefined,
  read: ReadMemory,
): Promise<ProgramVariable[]> {
  const values = await readVariables(variables, places, read);
  return variables.map(({ cell, start, type, global }, i) => ({
    name: global.name,
    type,
    value: values[i]!,
    location: locate(cell, start),
  }));
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
