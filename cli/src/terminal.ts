// What a terminal can show: colours and width.

/** Text with the escape codes of a colour, or as it is where there are no colours. */
export type Style = Readonly<Record<keyof typeof codes, (text: string) => string>>;

const codes = {
  bold: [1, 22],
  dim: [2, 22],
  italic: [3, 23],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
  magenta: [35, 39],
  cyan: [36, 39],
} as const;

interface Output {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Whether to write colours: on terminals, unless the environment says otherwise (NO_COLOR, FORCE_COLOR). */
export function hasColors(output: Output): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR) return false;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return output.isTTY === true && TERM !== 'dumb';
}

/** The style for an output. Every line of a text gets its own codes, so that lines can be moved about. */
export function styleFor(output: Output): Style {
  const colors = hasColors(output);
  const paint = (open: number, close: number) => (text: string) =>
    colors ? text.replace(/[^\n]+/g, (line) => `\u001b[${open}m${line}\u001b[${close}m`) : text;
  return Object.fromEntries(
    Object.entries(codes).map(([name, [open, close]]) => [name, paint(open, close)]),
  ) as Style;
}

/** Columns of a terminal within readable bounds; the upper bound elsewhere. */
export function widthOf(output: Output): number {
  return Math.max(40, Math.min(output.columns ?? 100, 100));
}
