// From IR to code objects: runs the passes and the target over the functions of a module, keeps the bodies of the
// live program's functions for inlining and what is known of its classes, compiles again what had a changed function inlined
// or relied on what is no longer so, and compiles nothing that is unchanged.
import { ClassHierarchy } from './class-hierarchy.ts';
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
  readonly optimized: IrFunction;
  readonly code: CodeObject;
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

export class Compiler {
  private live = new Map<string, LiveFunction>();
  private classes = new ClassHierarchy();
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
    const classes = this.classes.with(module.constants);
    const code: CodeObject[] = [];
    const fresh: Work[] = [];
    for (const fn of module.functions) {
      this.renumberSources(fn, module.sources);
      const old = this.live.get(fn.symbol);
      if (old && textOf(old.original) === textOf(fn)) code.push(old.code);
      else fresh.push({ fn, original: fn.entry ? fn : cloneFunction(fn) });
      yield;
    }
    if (classes !== this.classes) {
      const relies = ({ assumptions }: IrFunction) => isBroken(assumptions, classes);
      fresh.push(...this.again(relies, next, code, fresh));
    }
    for (let batch = fresh; batch.length > 0; ) {
      // Bodies that are about to be replaced must not be inlined as they were.
      for (const { fn } of batch) next.delete(fn.symbol);
      yield* optimizeInSlices(
        batch.map(({ fn }) => fn),
        { bodyOf: (symbol) => next.get(symbol)?.optimized, classes, verify: this.options.verify ?? false },
      );
      for (const { fn, original } of batch) {
        const object = yield* this.options.target.compileInSlices(fn, this.sources);
        code.push(object);
        if (!fn.entry) next.set(fn.symbol, { original, optimized: fn, code: object });
      }
      const symbols = batch.map(({ fn }) => fn.symbol).filter((symbol) => this.live.has(symbol));
      const hasInlined = ({ inlined }: IrFunction) => symbols.some((symbol) => inlined.has(symbol));
      batch = symbols.length > 0 ? this.again(hasInlined, next, code) : [];
    }
    return {
      code,
      commit: () => {
        this.live = next;
        this.classes = classes;
      },
    };
  }

  /** Live functions of a kind that are not compiled anew yet, as copies of their originals. */
  private again(
    isWanted: (optimized: IrFunction) => boolean,
    next: ReadonlyMap<string, LiveFunction>,
    code: CodeObject[],
    fresh: readonly Work[] = [],
  ): Work[] {
    const known = new Set(fresh.map(({ fn }) => fn.symbol));
    const found: Work[] = [];
    for (const [symbol, { original, optimized, code: object }] of next) {
      if (known.has(symbol) || this.live.get(symbol)?.code !== object || !isWanted(optimized)) continue;
      found.push({ fn: cloneFunction(original), original });
      const reused = code.indexOf(object);
      if (reused >= 0) code.splice(reused, 1);
    }
    return found;
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

/** True if code relies on something that is not so. */
function isBroken(assumptions: ReadonlyMap<string, string>, classes: ClassHierarchy): boolean {
  for (const [query, answer] of assumptions) if (classes.answer(query) !== answer) return true;
  return false;
}

/** A function as text, with positions: equal text compiles to equal code. */
function textOf(fn: IrFunction): string {
  return printFunction(fn, { positions: true });
}
