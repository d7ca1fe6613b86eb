// The linker: places new code, constants and variables in the mirrored memory, resolves every symbol on the host,
// patches what refers to something that moved, and returns the smallest set of writes that brings the board there.
import type { CodeObject } from '../compiler/code-object.ts';
import type { ConstantData, GlobalData } from '../compiler/ir/ir.ts';
import { type Arena, globalSize, type MemoryWrite, type Segment, ShadowMachine } from '../shadow/index.ts';
import { applyRelocation } from './relocate.ts';

/** What one run adds to the live program. */
export interface LinkInput {
  readonly code: readonly CodeObject[];
  readonly constants: readonly ConstantData[];
  readonly globals: readonly GlobalData[];
}

/** What must be sent to the board. The shadow machine already counts it as sent. */
export interface Patch {
  readonly writes: readonly MemoryWrite[];
  /** Bytes of machine code (literal pools included) that were placed anew. */
  readonly codeBytes: number;
  /** The collector's roots: references among the variables. */
  readonly roots: { readonly begin: number; readonly end: number };
}

/** The program does not fit, or refers to something that does not exist. Nothing was changed. */
export class LinkError extends Error {
  constructor(
    readonly reason: 'code memory' | 'data memory' | 'unresolved symbol',
    message: string,
    /** Of memory: by how many bytes it is too small; not above 0 if it is only that no free range is large enough. */
    readonly missing = 0,
  ) {
    super(message);
    this.name = 'LinkError';
  }
}

/** Links `input` into the shadow machine. Throws a LinkError, and leaves everything as it was, if it can't. */
export function link(input: LinkInput, shadow: ShadowMachine): Patch {
  const placed = place(input, shadow);
  const changed = changedInPlace(input, shadow);
  const fresh = new Map([...placed, ...changed].map((segment) => [segment.symbol, segment]));
  const addressOf = (symbol: string): number | undefined => {
    const segment = fresh.get(symbol);
    if (!segment) return shadow.addressOf(symbol);
    return segment.kind === 'code' ? segment.address | 1 : segment.address;
  };

  const affected = [...placed, ...changed, ...segmentsToPatch(placed, fresh, shadow)];
  const resolved: { segment: Segment; bytes: Uint8Array }[] = [];
  try {
    for (const segment of affected) resolved.push({ segment, bytes: resolve(segment, addressOf) });
  } catch (error) {
    for (const { address, size, kind } of placed) arenaOf(kind, shadow).release(address, size);
    throw error;
  }

  const writes: MemoryWrite[] = [];
  let codeBytes = 0;
  for (const { segment, bytes } of resolved) {
    const isFresh = fresh.get(segment.symbol) === segment;
    if (isFresh) shadow.define(segment);
    if (isFresh && segment.kind === 'code') codeBytes += segment.size;
    const image = segment.kind === 'code' ? shadow.codeImage : shadow.dataImage;
    if (segment.kind === 'global') image.forget(segment.address, segment.size);
    writes.push(...image.difference(segment.address, bytes));
    if (segment.kind === 'global') image.forget(segment.address, segment.size);
    else image.set(segment.address, bytes);
  }
  return {
    writes: joinAdjacent(writes),
    codeBytes,
    roots: { begin: shadow.memory.data.begin, end: shadow.rootsEnd },
  };
}

/** A segment that needs an address. */
interface Unplaced {
  readonly kind: Segment['kind'];
  /** For messages. */
  readonly name: string;
  readonly size: number;
  /** From which end of its arena it is placed. */
  readonly end: 'low' | 'high';
  readonly at: (address: number) => Segment;
}

/** Gives every segment that is new or different an address; those that exist unchanged are kept. */
function place(input: LinkInput, shadow: ShadowMachine): Segment[] {
  const unplaced = newSegments(input, shadow);
  const placed: Segment[] = [];
  for (const { kind, name, size, end, at } of unplaced) {
    const arena = arenaOf(kind, shadow);
    const address = arena.allocate(size, Math.min(size, 4), end);
    if (address === undefined) {
      for (const segment of placed) arenaOf(segment.kind, shadow).release(segment.address, segment.size);
      const competing = unplaced.filter((other) => arenaOf(other.kind, shadow) === arena);
      const needed = competing.reduce((sum, other) => sum + other.size, 0);
      throw new LinkError(
        `${arena.name} memory` as 'code memory' | 'data memory',
        `out of ${arena.name} memory on the board: ${needed} bytes are needed, ${size} of them for ` +
          `${name}, and ${arena.freeBytes} of ${arena.size} are free. Reset the board to start with all of it.`,
        needed - arena.freeBytes,
      );
    }
    placed.push(at(address));
  }
  return placed;
}

/** What of the input is not on the board yet, or is another there. */
function newSegments(input: LinkInput, shadow: ShadowMachine): Unplaced[] {
  const unplaced: Unplaced[] = [];
  for (const code of input.code) {
    const { symbol, name } = code;
    const old = shadow.segment(symbol);
    if (old?.kind === 'code' && sameCode(old.code, code)) {
      shadow.refresh(code);
      continue;
    }
    const size = roundUp(code.bytes.length);
    const at = (address: number): Segment => ({ kind: 'code', symbol, address, size, code });
    unplaced.push({ kind: 'code', name, size, end: 'low', at });
  }
  for (const data of input.constants) {
    const { symbol } = data;
    const old = shadow.segment(symbol);
    if (old?.kind === 'constant' && sameBytes(old.data.bytes, data.bytes)) continue;
    const size = roundUp(data.bytes.length);
    const at = (address: number): Segment => ({ kind: 'constant', symbol, address, size, data });
    unplaced.push({ kind: 'constant', name: symbol, size, end: 'high', at });
  }
  for (const data of input.globals) {
    const { symbol, name } = data;
    const old = shadow.segment(symbol);
    if (old?.kind === 'global' && old.data.memory === data.memory) continue;
    const size = globalSize(data);
    const at = (address: number): Segment => ({ kind: 'global', symbol, address, size, data });
    unplaced.push({ kind: 'global', name, size, end: data.memory === 'ref' ? 'low' : 'high', at });
  }
  return unplaced;
}

/** Constants that refer to other things than before: objects refer to them where they are. */
function changedInPlace(input: LinkInput, shadow: ShadowMachine): Segment[] {
  return input.constants.flatMap((data) => {
    const old = shadow.segment(data.symbol);
    const changed =
      old?.kind === 'constant' && sameBytes(old.data.bytes, data.bytes) && !sameConstant(old.data, data);
    return changed ? [{ ...old, data }] : [];
  });
}

function sameConstant(a: ConstantData, b: ConstantData): boolean {
  if (a.relocations.length !== b.relocations.length) return false;
  return a.relocations.every(({ offset, symbol }, i) => {
    const other = b.relocations[i]!;
    return offset === other.offset && symbol === other.symbol;
  });
}

/** Existing segments that refer to something that was placed anew and are not themselves replaced. */
function segmentsToPatch(
  placed: readonly Segment[],
  fresh: ReadonlyMap<string, Segment>,
  shadow: ShadowMachine,
): Segment[] {
  const patched = new Map<string, Segment>();
  for (const { symbol } of placed) {
    for (const referrer of shadow.referrersOf(symbol)) {
      const segment = shadow.segment(referrer);
      if (segment && !fresh.has(referrer)) patched.set(referrer, segment);
    }
  }
  return [...patched.values()];
}

/** The bytes of a segment as the board must hold them. */
function resolve(segment: Segment, addressOf: (symbol: string) => number | undefined): Uint8Array {
  const bytes = new Uint8Array(segment.size);
  if (segment.kind === 'global') return bytes;
  bytes.set(segment.kind === 'code' ? segment.code.bytes : segment.data.bytes);
  for (const relocation of ShadowMachine.relocationsOf(segment)) {
    const target = addressOf(relocation.symbol);
    if (target === undefined) {
      throw new LinkError(
        'unresolved symbol',
        `${segment.symbol} refers to ${relocation.symbol}, which is neither in the program nor in the firmware`,
      );
    }
    applyRelocation(bytes, segment.address, relocation, target);
  }
  return bytes;
}

function arenaOf(kind: Segment['kind'], shadow: ShadowMachine): Arena {
  return kind === 'code' ? shadow.code : shadow.data;
}

function roundUp(size: number): number {
  return (size + 3) & ~3;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

function sameCode(a: CodeObject, b: CodeObject): boolean {
  if (!sameBytes(a.bytes, b.bytes) || a.relocations.length !== b.relocations.length) return false;
  return a.relocations.every((x, i) => {
    const y = b.relocations[i]!;
    return x.offset === y.offset && x.kind === y.kind && x.symbol === y.symbol && x.addend === y.addend;
  });
}

/** Sorts writes by address and joins those that touch, so that few messages carry them. */
function joinAdjacent(writes: MemoryWrite[]): MemoryWrite[] {
  writes.sort((a, b) => a.address - b.address);
  const joined: MemoryWrite[] = [];
  for (const write of writes) {
    const last = joined[joined.length - 1];
    if (last && last.address + last.bytes.length === write.address) {
      const bytes = new Uint8Array(last.bytes.length + write.bytes.length);
      bytes.set(last.bytes);
      bytes.set(write.bytes, last.bytes.length);
      joined[joined.length - 1] = { address: last.address, bytes };
    } else joined.push(write);
  }
  return joined;
}
