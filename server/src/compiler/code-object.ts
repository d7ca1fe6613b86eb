// What a target makes of an IR function, and all that the linker needs to know of it.
import type { IrFunction, ShownFunction } from './ir/ir.ts';
import type { Sliced } from './slices.ts';

/** A word or instruction that depends on where symbols are placed. */
export interface Relocation {
  /** Byte offset into the code object's bytes. */
  readonly offset: number;
  /**
   * - `abs32`: a literal word: address of symbol + addend (bit 0 is set by the linker for code symbols)
   * - `call`: a direct call instruction (Thumb `bl`, 4 bytes) of the code symbol
   */
  readonly kind: 'abs32' | 'call';
  readonly symbol: string;
  readonly addend: number;
}

/** From this offset on (until the next entry), code comes from this source position. */
export interface LineEntry {
  readonly offset: number;
  readonly source: string;
  /** Offset in UTF-16 units into the source's text; -1 where the code has no source. */
  readonly position: number;
  /**
   * For inlined code, from the inside out: the code so far is of the function `name`, which was called at `position`
   * of `source` (-1 if that is not known).
   */
  readonly calls?: readonly { readonly name: string; readonly source: string; readonly position: number }[];
}

/** How to unwind a frame of this function when stopped after its prologue. */
export interface FrameInfo {
  /** Bytes between the stack pointer after the prologue and the caller's stack pointer. */
  readonly size: number;
  /** Registers saved by the prologue with their offsets from the stack pointer after it; lr included if saved. */
  readonly saved: readonly { readonly register: number; readonly offset: number }[];
  /** Byte offset of the first instruction after the prologue. */
  readonly prologueEnd: number;
}

/** Position-independent machine code of one function, with its literal pool, to be placed 4-byte aligned. */
export interface CodeObject {
  readonly symbol: string;
  readonly name: string;
  /** How it shows as a value, if it can be one. */
  readonly shown?: ShownFunction;
  readonly bytes: Uint8Array;
  readonly relocations: readonly Relocation[];
  readonly lines: readonly LineEntry[];
  readonly frame: FrameInfo;
  /** Functions whose bodies were inlined here. */
  readonly inlined: readonly string[];
}

/** A back end. */
export interface Target {
  readonly name: 'thumb';
  /** Compiles a verified function. `sources` are the names that positions refer to. */
  compile(fn: IrFunction, sources: readonly string[]): CodeObject;
  /** The same in slices. */
  compileInSlices(fn: IrFunction, sources: readonly string[]): Sliced<CodeObject>;
}
