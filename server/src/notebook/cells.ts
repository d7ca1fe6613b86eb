// The text form of a notebook: one *.mcu.ts file in which lines of `// %%` separate cells. It is a plain TypeScript
// program for every other tool. `// %% [markdown]` begins a text cell, whose lines are comments.

/** A part of a *.mcu.ts file. */
export interface Cell {
  readonly kind: 'code' | 'markdown';
  /** What follows `// %%` (and `[markdown]`) on the marker's line; empty if there is nothing. */
  readonly title: string;
  /** The cell's text: code as it stands; markdown without its comment marks. */
  readonly text: string;
  /** Line of the file (from 0) where the text begins. */
  readonly line: number;
}

/** Where a cell stands in its file. Offsets count UTF-16 units from the file's beginning. */
export interface CellSpan {
  readonly kind: 'code' | 'markdown';
  readonly title: string;
  /** False for text before the first marker. */
  readonly hasMarker: boolean;
  /** Beginning of the marker's line; without a marker, of the file. */
  readonly start: number;
  /** Beginning of the line after the marker; `end` if there is none. */
  readonly textStart: number;
  /** End of the cell's last line, which may be empty; its line end is not included. */
  readonly end: number;
}

const marker = /(?<![^\n])\/\/ ?%%(?:[^\S\r\n]*\[(markdown)\])?([^\r\n]*)/g;

/**
 * Splits a file into its cells, in order: each line belongs to one, blank ones too, and the marker to the cell that
 * it begins. A file without markers is one code cell. Line ends may be \n or \r\n.
 */
export function splitCells(file: string): CellSpan[] {
  const markers = [...file.matchAll(marker)];
  const spans: CellSpan[] = [];
  const first = markers[0]?.index ?? file.length;
  if (first > 0 || markers.length === 0) {
    const end = markers.length === 0 ? file.length : lineEndBefore(file, first);
    spans.push({ kind: 'code', title: '', hasMarker: false, start: 0, textStart: 0, end });
  }
  for (const [i, match] of markers.entries()) {
    const next = markers[i + 1];
    const end = next ? lineEndBefore(file, next.index) : file.length;
    const lineEnd = file.indexOf('\n', match.index);
    spans.push({
      kind: match[1] ? 'markdown' : 'code',
      title: match[2]!.trim(),
      hasMarker: true,
      start: match.index,
      textStart: lineEnd < 0 ? end : Math.min(lineEnd + 1, end),
      end,
    });
  }
  return spans;
}

/** The end of the line before the one that begins at `start`. */
function lineEndBefore(file: string, start: number): number {
  return start >= 2 && file[start - 2] === '\r' ? start - 2 : start - 1;
}

/**
 * The cells of a file, in order, without blank lines around their texts; cells without any text are left out. Cell
 * texts have line ends of \n.
 */
export function parseCells(file: string): Cell[] {
  const cells: Cell[] = [];
  for (const { kind, title, textStart, end } of splitCells(file)) {
    const { text, before } = shownText(kind, file.slice(textStart, end));
    if (text === '') continue;
    cells.push({ kind, title, text, line: countLineEnds(file, textStart) + before });
  }
  return cells;
}

/** What a cell's lines below the marker show, and how many blank lines stand before that text and after it. */
export function shownText(kind: Cell['kind'], body: string): { text: string; before: number; after: number } {
  const lines = body.split(/\r?\n/);
  const isText = (line: string) => line.trim() !== '';
  const first = lines.findIndex(isText);
  if (first < 0) return { text: '', before: 0, after: lines.length - 1 };
  const end = lines.findLastIndex(isText) + 1;
  const text = lines.slice(first, end);
  const shown = kind === 'markdown' ? text.map((line) => line.replace(/^\/\/ ?/, '')) : text;
  return { text: shown.join('\n'), before: first, after: lines.length - end };
}

function countLineEnds(text: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
