// Traps of the board as the errors that people read: a name, a message that says what to do, and where.
import { TrapKind } from '../compiler/abi/objects.ts';

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

type Description = (a: number, b: number) => { name: string; message: string };

const range = (message: string) => ({ name: 'RangeError', message });
const type = (message: string) => ({ name: 'TypeError', message });

/** What each trap means; `a` and `b` are the values in r0 and r1 (as in abi/objects.ts), as int32. */
const descriptions: Record<TrapKind, Description> = {
  bounds: (index, length) =>
    range(
      `index ${index} is out of bounds: the length is ${length}` +
        (index === length ? ' (push adds an element at the end)' : ''),
    ),
  notAnInt: (low, high) =>
    range(
      `${doubleOf(low, high)} is not an int; declare number or float, or round it with Math.trunc or | 0`,
    ),
  divisionByZero: () => range('division by zero has no int result; declare number to get NaN or Infinity'),
  outOfMemory: (bytes, free) =>
    range(`out of memory: ${bytes >>> 0} bytes were asked for, ${free >>> 0} are free`),
  stackOverflow: () => range('the stack is full: the recursion is too deep'),
  staleFunction: () =>
    type('this function no longer compiles since something that it uses was redefined; run its cell again'),
  uninitialized: () => ({
    name: 'ReferenceError',
    message: 'the variable is read before its declaration ran',
  }),
  badLength: (value) => range(`${value} is not a valid length or count`),
  nullReference: () => type('null or undefined where a value is needed'),
  emptyArray: () => type('the array is empty, so there is no element to return; test its length first'),
  tooManyTimers: (most) => range(`the board has room for ${most} timers at a time; clear one first`),
  cast: () => type('this object is of another class or shape than its type says here'),
  noProperty: () =>
    type(
      'this object was made without the optional property; give it a value (or undefined) where it is made',
    ),
  fault: () => ({
    name: 'Fault',
    message: 'the processor refused a memory access or an instruction (a bad hardware address?)',
  }),
  unreachable: () => ({
    name: 'InternalError',
    message: 'the program reached code that the compiler took to be unreachable',
  }),
};

const kindNames = new Map(Object.entries(TrapKind).map(([name, kind]) => [kind as number, name as TrapKind]));

/** Name and message for a trap number. */
export function describeTrap(kind: number, a: number, b: number): { name: string; message: string } {
  const name = kindNames.get(kind);
  if (name !== undefined) return descriptions[name](a, b);
  return { name: 'InternalError', message: `the board reports an unknown trap ${kind}` };
}

function doubleOf(low: number, high: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setInt32(0, low, true);
  view.setInt32(4, high, true);
  return view.getFloat64(0, true);
}
