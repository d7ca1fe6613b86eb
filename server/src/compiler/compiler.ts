// From IR to code objects: runs the passes and the target over the functions of a module, keeps the bodies of the
// live program's functions for inlining, compiles again what had a changed function inlined, and compiles nothing
// that is unchanged.
import type { CodeObject, Target } from './code-object.ts';
import { cloneFunction } from './ir/clone.ts';
import type { IrFunction, IrModule, SourcePosition } from './ir/ir.ts';
import { printFunction } from './ir/print.ts';
import { optimizeInSlices } from './passes/index.ts';
import { finish, type Sliced } from './slices.ts';

export interface CompilerOptions {
  readonly target: Target;
  /** Runs the IR verifier after every pass (tests). */
  readonly verify?: boolean;
}

/** A function of the live program. */
interface LiveFunction {
  /** As the frontend made it, to be optimized again when something that was inlined changes. */
  readonly original: IrFunction;
  /** Its text with positions: equal text compiles to equal code. */
  readonly text: string;
  readonly optimized: IrFunction;
  readonly code: CodeObject;
}

/** What a module compiles to. */
export interface Compilation {
  /** Code of the module's functions, and of older ones that had inlined what has changed. */
  readonly code: readonly CodeObject[];
  /** Makes the compiled functions part of the live program: to be called when they are linked. */
  commit(): void;
}

export class Compiler {
  private live = new Map<string, LiveFunction>();
  /** Names of the source units that positions of all live functions refer to. */
  private readonly sources: string[] = [];

  constructor(private readonly options: CompilerOptions) {}

  /** Compiles a module, whose functions are changed in place. The live program stays as it is until `commit`. */
  compile(module: IrModule): Compilation {
    return finish(this.compileInSlices(module));
  }

  /** The same in slices, each a pass or a phase of one function. Nothing else may be compiled meanwhile. */
  *compileInSlices(module: IrModule): Sliced<Compilation> {
    const next = new Map(this.live);
    const code: CodeObject[] = [];
    const fresh: { fn: IrFunction; original: IrFunction; text: string }[] = [];
    for (const fn of module.functions) {
      this.renumberSources(fn, module.sources);
      const text = fn.entry ? '' : printFunction(fn, { positions: true });
      const old = this.live.get(fn.symbol);
      if (old?.text === text) code.push(old.code);
      else fresh.push({ fn, original: fn.entry ? fn : cloneFunction(fn), text });
      yield;
    }
    for (let batch = fresh; batch.length > 0; ) {
      // Bodies that are about to be replaced must not be inlined as they were.
      for (const { fn } of batch) next.delete(fn.symbol);
      yield* optimizeInSlices(
        batch.map(({ fn }) => fn),
        { bodyOf: (symbol) => next.get(symbol)?.optimized, verify: this.options.verify ?? false },
      );
      for (const { fn, original, text } of batch) {
        const object = yield* this.options.target.compileInSlices(fn, this.sources);
        code.push(object);
        if (!fn.entry) next.set(fn.symbol, { original, text, optimized: fn, code: object });
      }
      batch = this.inliners(batch, next, code);
    }
    return {
      code,
      commit: () => {
        this.live = next;
      },
    };
  }

  /** Functions that had inlined one of a batch, and are not compiled anew yet: as copies of their originals. */
  private inliners(
    changed: readonly { fn: IrFunction }[],
    next: ReadonlyMap<string, LiveFunction>,
    code: CodeObject[],
  ): { fn: IrFunction; original: IrFunction; text: string }[] {
    const symbols = changed.map(({ fn }) => fn.symbol).filter((symbol) => this.live.has(symbol));
    if (symbols.length === 0) return [];
    const again: { fn: IrFunction; original: IrFunction; text: string }[] = [];
    for (const [symbol, { original, text, optimized, code: object }] of next) {
      if (this.live.get(symbol)?.code !== object) continue;
      if (!symbols.some((inlined) => optimized.inlined.has(inlined))) continue;
      again.push({ fn: cloneFunction(original), original, text });
      const reused = code.indexOf(object);
      if (reused >= 0) code.splice(reused, 1);
    }
    return again;
  }

  /** Makes the positions of a function refer to `this.sources`, so that bodies of all modules can be mixed. */
  private renumberSources(fn: IrFunction, names: readonly string[]): void {
    const numbers = names.map((name) => {
      const known = this.sources.indexOf(name);
      return known >= 0 ? known : this.sources.push(name) - 1;
    });
    if (numbers.every((number, i) => number === i)) return;
    const renumbered = new Map<SourcePosition, SourcePosition>();
    for (const block of fn.blocks) {
      for (const inst of block.insts) {
        const { position } = inst;
        if (!position) continue;
        let mapped = renumbered.get(position);
        if (!mapped) {
          mapped = { source: numbers[position.source]!, offset: position.offset };
          renumbered.set(position, mapped);
        }
        inst.position = mapped;
      }
    }
  }
}
