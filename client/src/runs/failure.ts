// What went wrong with a run, in the parts that notebook, text editor and console show each in their own way.
import type { RunProblem } from '@gnomon/server/editor-protocol';
import type { Location } from 'vscode-languageserver-protocol';
import type { RunOutcome } from './runner.ts';

/** An error message, and the places that it is about, innermost call first. */
export interface Failure {
  /** `RangeError`, `error TS2322`; empty if the message stands alone. */
  readonly name: string;
  readonly message: string;
  readonly places: readonly FailurePlace[];
}

export interface FailurePlace {
  /** The function; undefined for a cell's own code and for what was not run. */
  readonly name?: string;
  /** Undefined in the board's library. */
  readonly location?: Location;
}

/** Calls that are shown; a recursion without end has hundreds. */
const MOST_PLACES = 12;

/** The failures of a run, none if it was done, stopped or skipped. */
export function failuresOf(outcome: RunOutcome): Failure[] {
  switch (outcome.status) {
    case 'failed': {
      const { name, message, location, stack } = outcome.error;
      const places = stack.length > 0 || !location ? stack.map(placeOf) : [{ location }];
      return [{ name, message: message + omitted(places), places: places.slice(0, MOST_PLACES) }];
    }
    case 'rejected': {
      const errors = outcome.problems.filter(({ severity }) => severity === 'error').map(failureOf);
      return outcome.message === undefined
        ? errors
        : [...errors, { name: '', message: outcome.message, places: [] }];
    }
    case 'noBoard':
      return [{ name: '', message: outcome.message, places: [] }];
    default:
      return [];
  }
}

/** `RangeError: index 3 is out of range`. */
export function headline({ name, message }: Failure): string {
  return name ? `${name}: ${message}` : message;
}

function failureOf({ severity, code, message, location }: RunProblem): Failure {
  return { name: `${severity} ${code}`, message, places: [{ location }] };
}

function placeOf({ name, location }: { name: string; location?: Location }): FailurePlace {
  return { ...(name === '<cell>' ? {} : { name }), ...(location ? { location } : {}) };
}

function omitted({ length }: { length: number }): string {
  return length > MOST_PLACES ? ` (the first ${MOST_PLACES} of ${length} calls follow)` : '';
}
