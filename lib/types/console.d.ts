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
}
declare const console: Console;
