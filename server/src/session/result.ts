// What running a cell gives: the words that the editor, the terminal and tests share.
import type { Diagnostic } from '../compiler/frontend/index.ts';
import type { RuntimeError } from './runtime-error.ts';

/** Where the time went and what it took. Times in milliseconds of host time. */
export interface CellCost {
  /** TypeScript's and our own check. */
  checkMs: number;
  /** IR, passes and machine code. */
  compileMs: number;
  linkMs: number;
  /** What went into the code before the run was asked for, which `compileMs` does not contain; 0 if nothing did. */
  aheadMs: number;
  /** Handing the writes and the call to the link. */
  pushMs: number;
  /** From the call's being sent to its result's arrival. */
  runMs: number;
  /** Bytes of memory writes. */
  bytesPushed: number;
  /** Bytes of machine code placed anew, literals included. */
  codeBytes: number;
  /** Cycles of the board's processor from entry to return. */
  cycles: number;
}

/** A value as data and as Node's REPL would show it. */
export interface CellValue {
  readonly value: unknown;
  readonly text: string;
}

/** What came of running a cell. */
export type CellResult = {
  readonly cost: CellCost;
  /** Errors (if status is `rejected`) and warnings, of this cell and of older ones that it affects. */
  readonly diagnostics: readonly Diagnostic[];
} & (
  | { readonly status: 'done'; readonly value: CellValue | undefined }
  /** Nothing ran: the cell does not check, or does not fit into the board's memory (`message`). */
  | { readonly status: 'rejected'; readonly message: string | undefined }
  | { readonly status: 'failed'; readonly error: RuntimeError }
  | { readonly status: 'stopped' }
);

export function newCost(): CellCost {
  return {
    checkMs: 0,
    compileMs: 0,
    linkMs: 0,
    aheadMs: 0,
    pushMs: 0,
    runMs: 0,
    bytesPushed: 0,
    codeBytes: 0,
    cycles: 0,
  };
}
