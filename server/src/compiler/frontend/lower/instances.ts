// Functions as they are lowered: what each of them is specialised on, and how captured variables arrive.

import type { Substitution } from '../rep-of-type.ts';
import type { ObjectRep, Rep } from '../reps.ts';
import type { ts } from '../typescript.ts';
import type { ScopeNode } from './captures.ts';

/** A function to be lowered, with what it is specialised on. */
export interface FunctionInstance {
  /** The base symbol; with a number if functions of another shape had that in this session. */
  readonly symbol: string;
  readonly base: string;
  /** Parameters, result and captures, as text. */
  readonly shape: string;
  /** True for a function of the top level as it was declared: all parameters, nothing specialised. */
  readonly isMain: boolean;
  readonly name: string;
  /**
   * Its declaration; a class for the function that gives its properties their first values, or without `self` for the one
   * that makes its objects; or the protected part of a function.
   */
  readonly node: ScopeNode | ts.ClassLikeDeclaration;
  readonly substitution: Substitution;
  /** The parameters that calls pass; later ones take their default values. */
  readonly params: readonly Rep[];
  readonly result: Rep;
  /** How captured variables arrive: as further parameters, or in the closure that was called. */
  readonly form: 'direct' | 'closure';
  readonly captures: readonly CapturedVariable[];
  /** The representation of `this` in methods; it is the first parameter. */
  readonly self?: Rep;
  /** Of code in a static member: the class that `this` is, if that is not the one around it. */
  readonly staticThis?: ts.ClassLikeDeclaration;
  /** True if it gives undefined, too, although its type does not say so (perhaps-values.ts). */
  readonly givesPerhaps?: boolean;
  /** Of a part of a function: what is known of the function. */
  readonly around?: Around;
}

/** What a part of a function (captures.ts) knows of the function around it. */
export interface Around {
  /** What it returns. */
  readonly result: Rep;
  /** True in the code of a cell, from which nothing returns. */
  readonly isCell: boolean;
  /** True if it is asynchronous: what it returns is waited for. */
  readonly isAsync?: boolean;
  /** The object of a generator. */
  readonly generator?: ObjectRep;
  /** Of a loop that is a part itself, what its iterator is. */
  readonly iterator?: Rep;
}

/** A variable of an enclosing function as a nested function gets it. */
export interface CapturedVariable {
  readonly symbol: ts.Symbol;
  readonly rep: Rep;
  /** True if what is passed is a reference to the variable's box. */
  readonly boxed: boolean;
}
