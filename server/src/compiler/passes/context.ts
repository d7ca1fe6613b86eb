// What passes may know beside the function that they work on.
import type { IrFunction } from '../ir/ir.ts';
import type { Sliced } from '../slices.ts';

/** What is known of the classes of the live program: ClassHierarchy. */
export interface ClassKnowledge {
  answer(query: string): string | undefined;
  codeOf(closure: string): string | undefined;
}

export interface PassContext {
  /**
   * The body of another function of the live program as it is now, for inlining and for its effects; undefined
   * if it is not known (or shall not be relied on). It is not changed.
   */
  bodyOf(symbol: string): IrFunction | undefined;
  /** If absent, calls of methods are left as they are. */
  readonly classes?: ClassKnowledge;
  /** Run the verifier after every pass that changed a function, and after the last. */
  readonly verify: boolean;
}

/** Changes a function in place; true if it did. */
export type Pass = (fn: IrFunction, context: PassContext) => boolean;

/** A pass that may take long, in slices: between them the function is as valid as before. */
export type SlicedPass = (fn: IrFunction, context: PassContext) => Sliced<boolean>;
