// The errors that traps are to programs and people: for the host, which reports those that nothing catches, and for
// the code on the board that catches them (lib/error.ts).
import type { TrapKind } from './objects.ts';

export type TrapErrorName =
  | 'RangeError'
  | 'TypeError'
  | 'ReferenceError'
  | 'Fault'
  | 'InternalError'
  | 'Uncaught';

export interface TrapError {
  /** JavaScript's class of error. */
  readonly name: TrapErrorName;
  /** What was wrong and what to do; {a} and {b} stand for what was in r0 and r1, {d} for the double of both. */
  readonly message: string;
}

const range = (message: string): TrapError => ({ name: 'RangeError', message });
const type = (message: string): TrapError => ({ name: 'TypeError', message });

export const trapErrors: Record<TrapKind, TrapError> = {
  bounds: range('index {a} is out of bounds: the length is {b}'),
  notAnInt: range('{d} is not an int; declare number or float, or round it with Math.trunc or | 0'),
  divisionByZero: range('division by zero has no int result; declare number to get NaN or Infinity'),
  outOfMemory: range('out of memory: {a} bytes were asked for, {b} are free'),
  stackOverflow: range('the stack is full: the recursion is too deep'),
  staleFunction: type(
    'this function no longer compiles since something that it uses was redefined; run its cell again',
  ),
  uninitialized: { name: 'ReferenceError', message: 'the variable is read before its declaration ran' },
  badLength: range('{a} is not a valid length or count'),
  nullReference: type('null or undefined where a value is needed'),
  emptyArray: type('the array is empty, so there is no element to return; test its length first'),
  cast: type('this value is of another type, class or shape than its type says here'),
  noProperty: type(
    'this object was made without the optional property; give it a value (or undefined) where it is made',
  ),
  fault: {
    name: 'Fault',
    message: 'the processor refused a memory access or an instruction (a bad hardware address?)',
  },
  unreachable: {
    name: 'InternalError',
    message: 'the program reached code that the compiler took to be unreachable',
  },
  // Its name and message are strings on the board.
  uncaught: { name: 'Uncaught', message: 'nothing catches what was thrown' },
};

/** The classes of errors that programs can catch, by their numbers in lib/error.ts. */
export const catchableNames: readonly TrapErrorName[] = ['RangeError', 'TypeError', 'ReferenceError'];

/** True for traps that programs can catch: all but those that say that something is broken. */
export function isCatchable(kind: TrapKind): boolean {
  return catchableNames.includes(trapErrors[kind].name);
}
