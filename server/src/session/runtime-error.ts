// Traps of the board as the errors that people read: a name, a message that says what to do, and where.
import { ObjectKind, STRING_LENGTH, STRING_UNITS, TrapKind } from '../compiler/abi/objects.ts';
import { trapErrors } from '../compiler/abi/trap-errors.ts';
import type { ReadMemory } from './unwind.ts';
import { readString } from './values.ts';

/** A place in a cell or library file. Lines and columns count from 1, columns in UTF-16 units. */
export interface SourceLocation {
  /** Identifier of the cell, or name of the library file. */
  readonly unit: string;
  readonly line: number;
  readonly column: number;
}

/** One frame of a stack trace, innermost first. */
export interface StackFrame {
  /** The function's name; `<cell>` for the code of a cell itself. */
  readonly name: string;
  readonly location: SourceLocation | undefined;
}

/** An error that ended a program on the board. */
export interface RuntimeError {
  /** JavaScript's class of error, or `Fault` for a bad access by the hardware's judgement. */
  readonly name: string;
  readonly message: string;
  readonly location: SourceLocation | undefined;
  readonly stack: readonly StackFrame[];
}

/** Units of a message that are shown. */
const MOST_UNITS = 1000;

const kindNames = new Map(Object.entries(TrapKind).map(([name, kind]) => [kind as number, name as TrapKind]));

/** Name and message for a trap number and what the trap says in r0 and r1; an uncaught error's are in memory. */
export async function describeTrap(
  kind: number,
  a: number,
  b: number,
  read: ReadMemory,
): Promise<{ name: string; message: string }> {
  const name = kindNames.get(kind);
  if (name === 'uncaught') {
    return { name: await textAt(a >>> 0, read), message: await textAt(b >>> 0, read) };
  }
  if (name !== undefined) return describe(name, a, b);
  return { name: 'InternalError', message: `the board reports an unknown trap ${kind}` };
}

/** A string object of the board, its beginning if it is long. */
async function textAt(address: number, read: ReadMemory): Promise<string> {
  const head = viewOf(await read(address, STRING_UNITS));
  const wide = (head.getUint32(0, true) & 0xf) === ObjectKind.string16;
  const length = head.getUint32(STRING_LENGTH, true);
  const count = Math.min(length, MOST_UNITS);
  const bytes = (count * (wide ? 2 : 1) + 3) & ~3;
  const units = viewOf(bytes > 0 ? await read(address + STRING_UNITS, bytes) : new Uint8Array());
  return readString(units, 0, wide, count, length);
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function describe(kind: TrapKind, a: number, b: number): { name: string; message: string } {
  const { name, message } = trapErrors[kind];
  const isSize = kind === 'outOfMemory';
  const word = (value: number) => String(isSize ? value >>> 0 : value);
  const text = message
    .replace('{a}', word(a))
    .replace('{b}', word(b))
    .replace('{d}', String(doubleOf(a, b)));
  const hint = kind === 'bounds' && a === b ? ' (push adds an element at the end)' : '';
  return { name, message: text + hint };
}

function doubleOf(low: number, high: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setInt32(0, low, true);
  view.setInt32(4, high, true);
  return view.getFloat64(0, true);
}
