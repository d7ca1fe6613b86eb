// From IR to code objects: runs the passes and the target over the functions of a module, and remembers the
// bodies of the live program's functions for inlining.
import type { CodeObject, Target } from './code-object.ts';
import type { IrFunction, IrModule } from './ir/ir.ts';
import { optimize } from './passes/index.ts';

export interface CompilerOptions {
  readonly target: Target;
  /** Runs the IR verifier after every pass (tests). */
  readonly verify?: boolean;
}

export class Compiler {
  /** Optimized bodies by symbol. */
  private readonly bodies = new Map<string, IrFunction>();

  constructor(private readonly options: CompilerOptions) {}

  /** Compiles all functions of a module. The module's functions are changed in place. */
  compile(module: IrModule): CodeObject[] {
    const { functions, sources } = module;
    optimize(functions, {
      bodyOf: (symbol) => this.bodies.get(symbol),
      verify: this.options.verify ?? false,
    });
    for (const fn of functions) if (!fn.entry) this.bodies.set(fn.symbol, fn);
    return functions.map((fn) => this.options.target.compile(fn, sources));
  }

  /** Forgets the live program. */
  reset(): void {
    this.bodies.clear();
  }
}
