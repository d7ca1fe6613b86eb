// Output to the notebook or the terminal. Values are formatted on the host.

interface Console {
  /** Prints the values, as Node does. */
  log(...values: unknown[]): void;
  /** Prints to the error output. */
  error(...values: unknown[]): void;
  /** Prints a warning. */
  warn(...values: unknown[]): void;
  info(...values: unknown[]): void;
  debug(...values: unknown[]): void;
  /** Prints the elements of an array, or the properties of an object, as rows of a table. */
  table(data: unknown, columns?: readonly string[]): void;
  /** Prints one value as it is looked at: strings quoted. */
  dir(value: unknown): void;
  /** Prints a warning if the condition does not hold. */
  assert(condition?: boolean, ...values: unknown[]): void;
  /** Prints how often it was called with this label. */
  count(label?: string): void;
  countReset(label?: string): void;
  /** Prints the values, and indents what follows. */
  group(...values: unknown[]): void;
  groupCollapsed(...values: unknown[]): void;
  /** Ends the indentation of the last group. */
  groupEnd(): void;
  /** Starts a timer of that name. */
  time(label?: string): void;
  /** Prints how long a timer has been running, and values. */
  timeLog(label?: string, ...values: unknown[]): void;
  /** Prints how long a timer has been running, and ends it. */
  timeEnd(label?: string): void;
}
declare const console: Console;
