// From IR to code objects: runs the passes and the target over the functions of a module, keeps the bodies of the
// live program's functions for inlining and what is known of its classes, compiles again what had a changed function inlined
// or relied on what is no longer so, and compiles nothing that is unchanged.
import { ClassHierarchy } from './class-hierarchy.ts';
import type { CodeObject, Target } from './code-object.ts';
import { cloneFunction } from './ir/clone.ts';
import type { IrFunction, IrModule, SourcePosition } from './ir/ir.ts';
import { LiveCode, type LiveFunction } from './live-code.ts';
import { appendTexts } from './passes/append-texts.ts';
import { effectsOf } from './passes/call-effects.ts';
import type { PassContext } from './passes/context.ts';
import { optimizeInSlices } from './passes/index.ts';
import { mergeRangeTests } from './passes/merge-range-tests.ts';
import { finish, type Sliced } from './slices.ts';

export interface CompilerOptions {
  readonly target: Target;
  /** Runs the IR verifier after passes (tests). */
  readonly verify?: boolean;
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

  /** Compiles a module, the positions in which are renumbered. The live program stays as it is until `commit`. */
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
    /** Code that is there already. */
    const known = new Map<string, CodeObject>();
    /** What is to be compiled, as the frontend has made it. */
    const originals = new Map<string, IrFunction>();
    const compileAgain = (symbols: Iterable<string>): void => {
      for (const symbol of symbols) {
        if (!originals.has(symbol)) originals.set(symbol, this.live.get(symbol)!.original);
        known.delete(symbol);
      }
    };
    const sources = this.numbersOf(module.sources);
    for (const fn of module.functions) {
      renumberSources(fn, sources);
      if (this.live.has(fn)) known.set(fn.symbol, this.live.get(fn.symbol)!.code);
      else originals.set(fn.symbol, fn);
      yield;
    }
    if (classes !== this.classes) compileAgain(this.misled(classes));
    for (;;) {
      // What has one of them inlined, too: the others may take it, or know of its effects, only as it will be.
      compileAgain(this.live.inliners(originals.keys()));
      const compiled = yield* this.compileTogether(originals, classes);
      const wrong = this.misinformed(compiled);
      if (wrong.size > 0) {
        compileAgain(wrong);
        continue;
      }
      return {
        code: [...known.values(), ...[...compiled.values()].map(({ code }) => code)],
        commit: () => {
          for (const [symbol, live] of compiled) if (!live.optimized.entry) this.live.set(symbol, live);
          this.classes = classes;
          this.ahead = undefined;
        },
      };
    }
  }

  /** Compiles copies of functions, which may inline each other, and all other functions of the live program. */
  private *compileTogether(
    originals: ReadonlyMap<string, IrFunction>,
    classes: ClassHierarchy,
  ): Sliced<Map<string, LiveFunction>> {
    const functions = [...originals.values()].map(cloneFunction);
    yield* optimizeInSlices(functions, {
      bodyOf: (symbol) => this.live.get(symbol)?.optimized,
      classes,
      verify: this.options.verify ?? false,
    });
    const compiled = new Map<string, LiveFunction>();
    for (const optimized of functions) {
      const code = yield* this.options.target.compileInSlices(
        appendTexts(mergeRangeTests(optimized)),
        this.sources,
      );
      compiled.set(optimized.symbol, { original: originals.get(optimized.symbol)!, optimized, code });
    }
    return compiled;
  }

  /** Live functions that rely on effects of functions which have others now, by their symbols. */
  private misinformed(compiled: ReadonlyMap<string, LiveFunction>): Set<string> {
    const old: PassContext = { bodyOf: (symbol) => this.live.get(symbol)?.optimized, verify: false };
    const now: PassContext = {
      ...old,
      bodyOf: (symbol) => (compiled.get(symbol) ?? this.live.get(symbol))?.optimized,
    };
    const found = new Set<string>();
    for (const symbol of compiled.keys()) {
      const reliers = [...this.live.reliers(symbol)].filter((each) => !compiled.has(each));
      if (reliers.length === 0 || effectsOf(symbol, old) === effectsOf(symbol, now)) continue;
      for (const each of reliers) found.add(each);
    }
    return found;
  }

  /** Live functions that rely on what is not so, by their symbols. */
  private misled(classes: ClassHierarchy): string[] {
    return [...this.live.reliant()].filter((symbol) => {
      const { assumptions } = this.live.get(symbol)!.optimized;
      return [...assumptions].some(([query, answer]) => classes.answer(query) !== answer);
    });
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
