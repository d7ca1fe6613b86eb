// What the host knows of a firmware image: written by build.ts as images/<board>.json, read by the session to
// link against the helpers. It is valid only for a board that reports the same build hash.
import type { HelperName } from '../server/src/compiler/abi/helpers.ts';

/** Addresses [begin, end). */
export interface MemoryRange {
  readonly begin: number;
  readonly end: number;
}

export interface FirmwareManifest {
  readonly board: string;
  readonly chip: string;
  /** Sixteen hexadecimal digits; the board reports the same eight bytes, most significant first. */
  readonly buildHash: string;
  readonly compiler: string;
  readonly clockHz: number;
  /** Size of the image in flash. */
  readonly flashBytes: number;
  /** The runtime's static memory, without stacks and arenas. */
  readonly staticRamBytes: number;
  readonly memory: {
    readonly code: MemoryRange;
    readonly data: MemoryRange;
    readonly heap: MemoryRange;
    readonly stack: MemoryRange;
  };
  /** Address of the collector's state, `gn_heap` (server/src/compiler/abi/heap.ts). */
  readonly heapState: number;
  /** Where each helper starts; bit 0 is set, as a call through a register needs it. */
  readonly helpers: Readonly<Record<HelperName, number>>;
}

/** Where each function of an image starts, in ascending order: images/<board>.symbols.json, which profiles read. */
export type RuntimeFunctions = Readonly<Record<string, number>>;
