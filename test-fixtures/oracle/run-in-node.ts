// Runs a program in Node by the language's definition, on a clock of its own: what the board must print.
import { Console } from 'node:console';
import { Writable } from 'node:stream';
import vm from 'node:vm';
import ts from 'typescript';
import { translateForNode } from './definitions.ts';

/** What a program did in Node. */
export interface OracleResult {
  /** Lines of console.log, console.error and console.warn in order. */
  readonly output: string;
  /** The uncaught error's name and message, if there was one. */
  readonly error: string | undefined;
}

/** What the translation of a program calls. */
export const operations = {
  /** An `int`, or nothing where a parameter or property may be left out. */
  __toInt(value: number | undefined | null) {
    if (value === undefined || value === null) return value;
    if ((value | 0) !== value) {
      const advice = 'declare number or float, or round it with Math.trunc or | 0';
      throw new RangeError(`${value} is not an int; ${advice}`);
    }
    return value | 0;
  },
  __modify<T>(old: T, write: (value: T) => void, change: (old: T) => T) {
    const changed = change(old);
    write(changed);
    return [old, changed];
  },
  __modifyElement<T>(array: T[], index: number, change: (old: T) => T) {
    const old = array[index]!;
    const changed = change(old);
    array[index] = changed;
    return [old, array[index]];
  },
};

/**
 * Runs a program (no cells: one script) until its last timer has ended, at most 1,000 timer calls. Unless it is
 * `checked`, TypeScript does not look for errors of types, and the program must not use `int` and `float`.
 */
export function runInNode(program: string, { checked = true } = {}): OracleResult {
  const maxEvents = 1000;
  let output = '';
  let now = 0;
  let nextTimer = 1;
  const timers = new Map<number, { due: number; every: number | undefined; callback: () => void }>();
  const collected = new Writable({
    decodeStrings: false,
    write(text: string, _encoding, done) {
      output += text;
      done();
    },
  });
  const start =
    (repeat: boolean) =>
    (callback: (...args: unknown[]) => void, ms = 1, ...args: unknown[]) => {
      const delay = Math.max(1, Math.trunc(ms));
      const every = repeat ? delay : undefined;
      timers.set(nextTimer, { due: now + delay, every, callback: () => callback(...args) });
      return nextTimer++;
    };
  const clear = (id: number) => void timers.delete(id);
  const globals = {
    console: new Console({ stdout: collected, stderr: collected, colorMode: false }),
    ...operations,
    delay: (ms: number) => {
      now += ms;
    },
    millis: () => Math.trunc(now),
    micros: () => Math.trunc(now * 1000),
    Date: { now: () => Math.trunc(now) },
    performance: { now: () => now },
    setTimeout: start(false),
    setInterval: start(true),
    clearTimeout: clear,
    clearInterval: clear,
  };
  let error: string | undefined;
  try {
    // Each run in the context ends with the jobs of its promises.
    const context = vm.createContext(globals, { microtaskMode: 'afterEvaluate' });
    // What is called as a job must be of the context.
    vm.runInContext(
      'for (const k in console) { const f = console[k]; console[k] = (...v) => f(...v); }',
      context,
    );
    vm.runInContext('queueMicrotask = (f) => void Promise.resolve().then(f)', context);
    vm.runInContext(checked ? translateForNode(program) : transpiled(program), context, { timeout: 20_000 });
    for (let events = 0; timers.size > 0 && events < maxEvents; events++) {
      const [id, timer] = [...timers].reduce((first, next) => (next[1].due < first[1].due ? next : first));
      now = Math.max(now, timer.due);
      if (timer.every === undefined) timers.delete(id);
      else timer.due += timer.every;
      Object.assign(context, { callTimer: timer.callback });
      vm.runInContext('callTimer()', context);
    }
  } catch (thrown) {
    error = String(thrown);
  }
  return { output, error };
}

function transpiled(program: string): string {
  return ts.transpileModule(program, { compilerOptions: { target: ts.ScriptTarget.ES2022 } }).outputText;
}
