// The shadow machine: the host's mirror of one board. It knows where every symbol lives, what is written there,
// who refers to whom, and from which source position each instruction comes. It knows no syntax and no wire.
import type { CodeObject, Relocation } from '../compiler/code-object.ts';
import type { ConstantData, GlobalData } from '../compiler/ir/ir.ts';
import { isHeldByClosures } from '../compiler/ir/symbols.ts';
import { memorySize } from '../compiler/ir/types.ts';
import { Arena, type Range } from './arena.ts';
import { MemoryImage } from './memory-image.ts';

/** The board's memory as it reports it at identification. */
export interface MemoryMap {
  readonly code: Range;
  readonly data: Range;
  readonly heap: Range;
  readonly stack: Range;
}

/** Something placed in the board's memory under a symbol. */
export type Segment =
  | {
      readonly kind: 'code';
      readonly symbol: string;
      readonly address: number;
      readonly size: number;
      readonly code: CodeObject;
    }
  | {
      readonly kind: 'constant';
      readonly symbol: string;
      readonly address: number;
      readonly size: number;
      readonly data: ConstantData;
    }
  | {
      readonly kind: 'global';
      readonly symbol: string;
      readonly address: number;
      readonly size: number;
      readonly data: GlobalData;
    };

/** A function and a place in it, for the stack of an error. */
export interface CodeLocation {
  /** The function's name as written in the source. */
  readonly name: string;
  /** Name of the source unit, and offset into its text; undefined if the code has no source. */
  readonly source: { readonly unit: string; readonly offset: number } | undefined;
}

/** Free and total bytes of the arenas. */
export interface ArenaUse {
  readonly code: { readonly free: number; readonly size: number };
  readonly data: { readonly free: number; readonly size: number };
}

/** Between the symbol of replaced code that is kept and a number. */
const REPLACED = '@';

/** True for code that was replaced while closures in the heap may still point to it. */
export function isReplaced(symbol: string): boolean {
  return symbol.includes(REPLACED);
}

export class ShadowMachine {
  readonly code: Arena;
  readonly data: Arena;
  readonly codeImage: MemoryImage;
  readonly dataImage: MemoryImage;
  private readonly segments = new Map<string, Segment>();
  /** Referring symbols by the symbol that they refer to. */
  private readonly referrers = new Map<string, Set<string>>();
  /** Ranges of replaced code: a callback may still run there until the board has answered the next call. */
  private quarantine: { arena: Arena; address: number; size: number }[] = [];

  private replacements = 0;

  constructor(
    private map: MemoryMap,
    /** Addresses of the C helpers in the firmware (bit 0 set), and of the heap's state, from its manifest. */
    readonly helpers: ReadonlyMap<string, number>,
  ) {
    this.code = new Arena('code', map.code);
    this.data = new Arena('data', map.data);
    this.codeImage = new MemoryImage(map.code);
    this.dataImage = new MemoryImage(map.data);
  }

  get memory(): MemoryMap {
    return this.map;
  }

  /** The board's code arena has grown: the map differs from the one before in where it begins and the heap ends. */
  growCode(map: MemoryMap): void {
    this.map = map;
    this.code.growDown(map.code.begin);
    this.codeImage.growDown(map.code.begin);
  }

  get use(): ArenaUse {
    return {
      code: { free: this.code.freeBytes, size: this.code.size },
      data: { free: this.data.freeBytes, size: this.data.size },
    };
  }

  segment(symbol: string): Segment | undefined {
    return this.segments.get(symbol);
  }

  allSegments(): Iterable<Segment> {
    return this.segments.values();
  }

  /** Address that a reference to `symbol` resolves to (bit 0 set for code), or undefined if there is none. */
  addressOf(symbol: string): number | undefined {
    const segment = this.segments.get(symbol);
    if (segment) return segment.kind === 'code' ? segment.address | 1 : segment.address;
    return this.helpers.get(symbol);
  }

  /** Symbols of the segments that refer to `symbol`. */
  referrersOf(symbol: string): ReadonlySet<string> {
    return this.referrers.get(symbol) ?? new Set();
  }

  /** The relocations of a segment, empty for variables. */
  static relocationsOf(segment: Segment): readonly Relocation[] {
    switch (segment.kind) {
      case 'code':
        return segment.code.relocations;
      case 'constant':
        return segment.data.relocations.map((r) => ({ ...r, kind: 'abs32', addend: 0 }));
      case 'global':
        return [];
    }
  }

  /** Symbols that a segment refers to. */
  referencesOf(segment: Segment): readonly string[] {
    return ShadowMachine.relocationsOf(segment).map(({ symbol }) => symbol);
  }

  /** End of the variables that hold references: the collector's roots are data.begin up to here. */
  get rootsEnd(): number {
    let end = this.memory.data.begin;
    for (const segment of this.segments.values()) {
      if (segment.kind === 'global' && segment.data.memory === 'ref') {
        end = Math.max(end, segment.address + segment.size);
      }
    }
    return end;
  }

  /**
   * Registers a placed segment, replacing the one of the same symbol: its memory goes into quarantine if the new one is
   * elsewhere, or, if closures in the heap may refer to it, it stays under a name of its own until `reclaim` finds that
   * none does.
   */
  define(segment: Segment): void {
    const old = this.segments.get(segment.symbol);
    if (old?.kind === 'code' && isHeldByClosures(old.symbol)) {
      this.forget(old);
      this.add({ ...old, symbol: `${old.symbol}${REPLACED}${++this.replacements}` });
    } else if (old?.address === segment.address) this.forget(old);
    else this.remove(segment.symbol);
    this.add(segment);
  }

  private add(segment: Segment): void {
    this.segments.set(segment.symbol, segment);
    for (const { symbol } of ShadowMachine.relocationsOf(segment)) {
      const set = this.referrers.get(symbol) ?? new Set<string>();
      this.referrers.set(symbol, set.add(segment.symbol));
    }
  }

  /** Replaces what the host knows of unchanged code (its bytes are the same, its source positions may not be). */
  refresh(code: CodeObject): void {
    const old = this.segments.get(code.symbol);
    if (old?.kind === 'code') this.segments.set(code.symbol, { ...old, code });
  }

  /** Forgets a segment; its memory is free again after the next `releaseQuarantine`. */
  remove(symbol: string): void {
    const old = this.segments.get(symbol);
    if (!old) return;
    this.forget(old);
    const arena = old.kind === 'code' ? this.code : this.data;
    this.quarantine.push({ arena, address: old.address, size: old.size });
  }

  private forget({ symbol }: Segment): void {
    const old = this.segments.get(symbol)!;
    this.segments.delete(symbol);
    for (const { symbol: target } of ShadowMachine.relocationsOf(old)) {
      const set = this.referrers.get(target);
      set?.delete(symbol);
      if (set?.size === 0) this.referrers.delete(target);
    }
  }

  /** Frees what was replaced: call it when the board has answered a call that was sent after the replacement. */
  releaseQuarantine(): void {
    for (const { arena, address, size } of this.quarantine) {
      arena.release(address, size);
      if (arena === this.data) this.dataImage.forget(address, size);
    }
    this.quarantine = [];
  }

  /** The code that holds an address of the code arena. */
  segmentAt(address: number): (Segment & { kind: 'code' }) | undefined {
    for (const segment of this.segments.values()) {
      if (segment.kind !== 'code') continue;
      if (address >= segment.address && address < segment.address + segment.size) return segment;
    }
    return undefined;
  }

  /**
   * Where the instruction at an address comes from (of a call: give its return address minus 2): the function whose
   * code it is, then the functions that this one was inlined into, outwards. Empty outside of known code.
   */
  locate(address: number): CodeLocation[] {
    const segment = this.segmentAt(address);
    if (!segment) return [];
    let found: CodeObject['lines'][number] | undefined;
    for (const line of segment.code.lines) {
      if (line.offset > address - segment.address) break;
      found = line;
    }
    const locations: CodeLocation[] = [];
    let source = sourceOf(found);
    for (const call of found?.calls ?? []) {
      locations.push({ name: call.name, source });
      source = sourceOf(call);
    }
    return [...locations, { name: segment.code.name, source }];
  }
}

function sourceOf(place: { source: string; position: number } | undefined): CodeLocation['source'] {
  return place && place.position >= 0 ? { unit: place.source, offset: place.position } : undefined;
}

/** Bytes that a variable takes in the data arena. */
export function globalSize(data: GlobalData): number {
  return memorySize[data.memory];
}
