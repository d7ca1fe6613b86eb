// The functions on the board, found by their symbols, by their cells and by the global names that they rely on: a
// redefinition looks at those that it may concern, however long the session is.
import { Multimap } from '../multimap.ts';
import type { Dependencies } from './lower/dependencies.ts';
import type { FunctionInstance } from './lower/instances.ts';
import { UndoableMap } from './undoable-map.ts';

/** A function on the board, with what is needed to compile it again. */
export interface LiveFunction {
  readonly cell: string;
  readonly instance: FunctionInstance;
  /** Offset of its first token in the cell's text. */
  readonly start: number;
  readonly dependencies: Dependencies;
  /** True if its text is no longer in the program, but function values may still lead to it. */
  readonly isOrphan?: boolean;
}

/** By symbol. */
export class LiveFunctions extends UndoableMap<string, LiveFunction> {
  /** Symbols, by what they have in common. */
  private readonly byDependency = new Multimap<string, string>();
  private readonly byCell = new Multimap<string, string>();
  private readonly orphans = new Set<string>();

  override set(symbol: string, live: LiveFunction): this {
    this.leaveIndexes(symbol);
    for (const name of live.dependencies.keys()) this.byDependency.add(name, symbol);
    if (live.isOrphan) this.orphans.add(symbol);
    else this.byCell.add(live.cell, symbol);
    return super.set(symbol, live);
  }

  override delete(symbol: string): boolean {
    this.leaveIndexes(symbol);
    return super.delete(symbol);
  }

  override clear(): void {
    this.byDependency.clear();
    this.byCell.clear();
    this.orphans.clear();
    super.clear();
  }

  private leaveIndexes(symbol: string): void {
    const old = this.get(symbol);
    if (!old) return;
    for (const name of old.dependencies.keys()) this.byDependency.remove(name, symbol);
    this.byCell.remove(old.cell, symbol);
    this.orphans.delete(symbol);
  }

  /** All names that functions rely on. */
  dependencyNames(): Iterable<string> {
    return this.byDependency.keys();
  }

  /** The functions that rely on a name. */
  dependentsOn(name: string): LiveFunction[] {
    return this.all(this.byDependency.get(name));
  }

  /** The functions of a cell's text. */
  ofCell(cell: string): LiveFunction[] {
    return this.all(this.byCell.get(cell));
  }

  /** The functions whose text is no longer in the program. */
  orphaned(): LiveFunction[] {
    return this.all(this.orphans);
  }

  private all(symbols: Iterable<string> = []): LiveFunction[] {
    return Array.from(symbols, (symbol) => this.get(symbol)!);
  }
}
