// The compiled functions of the live program, which of them other functions and classes were compiled into, and which rely on
// what others do to memory.
import type { CodeObject } from './code-object.ts';
import type { IrFunction } from './ir/ir.ts';
import { printFunction } from './ir/print.ts';
import { Multimap } from './multimap.ts';

/** A function of the live program. */
export interface LiveFunction {
  /** As the frontend made it, to be optimized again when something that was inlined changes. */
  readonly original: IrFunction;
  readonly optimized: IrFunction;
  readonly code: CodeObject;
}

export class LiveCode {
  private readonly functions = new Map<string, LiveFunction>();
  private readonly texts = new Map<string, string>();
  /** Symbols of functions by what they inlined. */
  private readonly byInlined = new Multimap<string, string>();
  /** Symbols of functions by those whose effects they rely on. */
  private readonly byRelied = new Multimap<string, string>();
  private readonly assuming = new Set<string>();

  get(symbol: string): LiveFunction | undefined {
    return this.functions.get(symbol);
  }

  set(symbol: string, live: LiveFunction): void {
    const old = this.functions.get(symbol)?.optimized;
    for (const each of old?.inlined ?? []) this.byInlined.remove(each, symbol);
    for (const each of old?.relied ?? []) this.byRelied.remove(each, symbol);
    this.functions.set(symbol, live);
    this.texts.delete(symbol);
    const { inlined, relied, assumptions } = live.optimized;
    for (const each of inlined) this.byInlined.add(each, symbol);
    for (const each of relied) this.byRelied.add(each, symbol);
    if (assumptions.size > 0) this.assuming.add(symbol);
    else this.assuming.delete(symbol);
  }

  /** True if this is a function of the live program as the frontend made it: equal text compiles to equal code. */
  has(fn: IrFunction): boolean {
    const { symbol } = fn;
    const live = this.functions.get(symbol);
    if (!live) return false;
    // Of those that cells bring along again and again, which are the library's.
    const text = this.texts.get(symbol) ?? textOf(live.original);
    this.texts.set(symbol, text);
    return text === textOf(fn);
  }

  /** Functions that have inlined one of these, by their symbols. */
  inliners(symbols: Iterable<string>): Set<string> {
    const found = new Set<string>();
    for (const symbol of symbols) for (const each of this.byInlined.get(symbol) ?? []) found.add(each);
    return found;
  }

  /** Functions that rely on what one does to memory, by their symbols. */
  reliers(symbol: string): ReadonlySet<string> {
    return this.byRelied.get(symbol) ?? new Set();
  }

  /** Functions that rely on something about classes, by their symbols. */
  reliant(): Iterable<string> {
    return this.assuming;
  }
}

/** A function as text, with positions. */
function textOf(fn: IrFunction): string {
  return printFunction(fn, { positions: true });
}
