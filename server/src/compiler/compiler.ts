// From IR to code objects: runs the passes and the target over the functions of a module, keeps the bodies of the
// live program's functions for inlining and what is known of its classes, compiles again what had a changed function inlined
// or relied on what is no longer so, and compiles nothing that is unchanged.
import { ClassHierarchy } from './class-hierarchy.ts';
import type { CodeObject, Target } from './code-object.ts';
import { cloneFunction } from './ir/clone.ts';
import type { IrFunction, IrModule, SourcePosition } from './ir/ir.ts';
import { LiveCode, type LiveFunction } from './live-code.ts';
import { appendTexts } from './passes/append-texts.ts';
import { optimizeInSlices } from './passes/index.ts';
import { finish, type Sliced } from './slices.ts';

export interface CompilerOptions {
  readonly target: Target;
  /** Runs the IR verifier after passes (tests). */
  readonly verify?: boolean;
}

/** A function to be compiled. */
interface Work {
  readonly fn: IrFunction;
  readonly original: IrFunction;
}

/** What a module compiles to. */
export interface Compilation {
  /** Code of the module's functions, and of older ones that had inlined what has changed. */
  readonly code: readonly CodeObject[];
  /** Makes the compiled functions part of the live program: to be called when they are linked. */
  commit(): void;
}

/** What a module compiles to, made before it is known whether it will run. */
interface Ahead {
  readonly module: IrModule;
  readonly compilation: Compilation;
}

export class Compiler {
  private readonly live = new LiveCode();
  private classes = new ClassHierarchy();
  /** Names of the source units that positions of all live functions refer to. */
  private readonly sources: string[] = [];
  /** Holds for the live program as it is. */
  private ahead: Ahead | undefined;

  constructor(private readonly options: CompilerOptions) {}

  /** Compiles a module, whose functions are changed in place. The live program stays as it is until `commit`. */
  compile(module: IrModule): Compilation {
    return finish(this.compileInSlices(module));
  }

  /**
   * Compiles what may be run later, in slices: if nothing is committed in between, `compile` has the result at once for a
   * module of the same functions and constants. The module stays as it is.
   */
  *compileAheadInSlices(module: IrModule): Sliced<Compilation> {
    const functions = module.functions.map(cloneFunction);
    const compilation = yield* this.compileInSlices({ ...module, functions });
    this.ahead = { module, compilation };
    return compilation;
  }

  /** `compile` in slices, each a pass or a phase of one function. What others commit meanwhile makes the rest invalid. */
  *compileInSlices(module: IrModule): Sliced<Compilation> {
    if (this.ahead && hasSameParts(this.ahead.module, module)) return this.ahead.compilation;
    const classes = this.classes.with(module.constants);
    const code: CodeObject[] = [];
    /** What becomes live, and symbols of what is compiled now or was: their live bodies must not be inlined. */
    const next = new Map<string, LiveFunction>();
    const replaced = new Set<string>();
    let batch: Work[] = [];
    const sources = this.numbersOf(module.sources);
    for (const fn of module.functions) {
      renumberSources(fn, sources);
      if (this.live.has(fn)) code.push(this.live.get(fn.symbol)!.code);
      else batch.push({ fn, original: fn.entry ? fn : cloneFunction(fn) });
      yield;
    }
    for (const { fn } of batch) replaced.add(fn.symbol);
    if (classes !== this.classes) batch.push(...this.again(this.misled(classes), replaced, code));
    while (batch.length > 0) {
      yield* optimizeInSlices(
        batch.map(({ fn }) => fn),
        {
          bodyOf: (symbol) => (replaced.has(symbol) ? next.get(symbol) : this.live.get(symbol))?.optimized,
          classes,
          verify: this.options.verify ?? false,
        },
      );
      for (const { fn, original } of batch) {
        const object = yield* this.options.target.compileInSlices(appendTexts(fn), this.sources);
        code.push(object);
        if (!fn.entry) next.set(fn.symbol, { original, optimized: fn, code: object });
      }
      batch = this.again(this.live.inliners(batch.map(({ fn }) => fn.symbol)), replaced, code);
    }
    return {
      code,
      commit: () => {
        for (const [symbol, live] of next) this.live.set(symbol, live);
        this.classes = classes;
        this.ahead = undefined;
      },
    };
  }

  /** Live functions that rely on what is not so, by their symbols. */
  private misled(classes: ClassHierarchy): string[] {
    return [...this.live.reliant()].filter((symbol) => {
      const { assumptions } = this.live.get(symbol)!.optimized;
      return [...assumptions].some(([query, answer]) => classes.answer(query) !== answer);
    });
  }

  /** Copies of the originals of live functions that are not replaced yet, which now are. */
  private again(symbols: Iterable<string>, replaced: Set<string>, code: CodeObject[]): Work[] {
    const found: Work[] = [];
    for (const symbol of symbols) {
      if (replaced.has(symbol)) continue;
      replaced.add(symbol);
      const { original, code: object } = this.live.get(symbol)!;
      found.push({ fn: cloneFunction(original), original });
      const reused = code.indexOf(object);
      if (reused >= 0) code.splice(reused, 1);
    }
    return found;
  }

  /** The numbers of source units in `this.sources`, which gets those that are new. */
  private numbersOf(names: readonly string[]): number[] {
    return names.map((name) => {
      const known = this.sources.indexOf(name);
      return known >= 0 ? known : this.sources.push(name) - 1;
    });
  }
}

/** True if two modules are of the very same functions and constants. */
function hasSameParts(a: IrModule, b: IrModule): boolean {
  const isSame = <T>(some: readonly T[], others: readonly T[]) =>
    some.length === others.length && some.every((each, i) => each === others[i]);
  return isSame(a.functions, b.functions) && isSame(a.constants, b.constants);
}

/** Gives the sources of a function's positions other numbers, so that bodies of all modules can be mixed. */
function renumberSources(fn: IrFunction, numbers: readonly number[]): void {
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
