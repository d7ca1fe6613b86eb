// console.table: rows and columns of a value as Node draws them.
import util, { inspect } from 'node-inspect-extracted';

// The package has it, but neither names it nor types it.
const { getStringWidth } = util as unknown as { getStringWidth(text: string): number };

const INDEX = '(index)';
const ITERATION_INDEX = '(iteration index)';
const KEY = 'Key';
const VALUES = 'Values';

/** A table of an array or object: a row for each element, a column for each property that some element has. */
export function formatTable(data: object, wanted?: readonly string[]): string {
  if (data instanceof Map) {
    const rows = [...data].map(([key, value], i) => [String(i), cell(key), cell(value)]);
    return draw([ITERATION_INDEX, KEY, VALUES], rows);
  }
  if (data instanceof Set)
    return draw(
      [ITERATION_INDEX, VALUES],
      [...data].map((value, i) => [String(i), cell(value)]),
    );
  const rows = Object.entries(data);
  const names = new Set<string>();
  // Numeric names come first, as of every object.
  const order: Record<string, true> = {};
  for (const [, row] of rows) {
    if (isPrimitive(row)) continue;
    for (const name of wanted ?? Object.keys(row)) order[name] = true;
  }
  for (const name of Object.keys(order)) names.add(name);
  const cells = rows.map(([key, row]) => [
    key,
    ...[...names].map((name) => (!isPrimitive(row) && Object.hasOwn(row, name) ? cell(row[name]) : '')),
    ...(isPrimitive(row) ? [cell(row)] : []),
  ]);
  const hasPrimitives = rows.some(([, row]) => isPrimitive(row));
  return draw([INDEX, ...names, ...(hasPrimitives ? [VALUES] : [])], cells);
}

function isPrimitive(value: unknown): value is string | number | boolean | null | undefined {
  return value === null || (typeof value !== 'object' && typeof value !== 'function');
}

function cell(value: unknown): string {
  const isLarge =
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 2;
  return inspect(value, {
    colors: false,
    maxArrayLength: 3,
    breakLength: Number.POSITIVE_INFINITY,
    depth: isLarge ? -1 : 0,
  });
}

function draw(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, i) =>
    Math.max(...[title, ...rows.map((row) => row[i] ?? '')].map((text) => getStringWidth(text) + 2)),
  );
  const rule = (left: string, middle: string, right: string) =>
    `${left}${widths.map((width) => '─'.repeat(width)).join(middle)}${right}`;
  const line = (texts: readonly string[]) =>
    `│${widths.map((width, i) => pad(texts[i] ?? '', width)).join('│')}│`;
  return [rule('┌', '┬', '┐'), line(head), rule('├', '┼', '┤'), ...rows.map(line), rule('└', '┴', '┘')].join(
    '\n',
  );
}

const pad = (text: string, width: number) => ` ${text}${' '.repeat(width - getStringWidth(text) - 1)}`;
