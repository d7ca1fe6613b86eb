// A *.mcu.ts file as the cells of a notebook, and back. What was not edited keeps its bytes, so that a change of a
// notebook is as small in version control as it is on the screen.
import { type Cell, type CellSpan, shownText, splitCells } from './cells.ts';

/** A cell of a notebook. */
export interface NotebookCell {
  readonly kind: Cell['kind'];
  readonly title: string;
  /** Code, or markdown without its comment marks. */
  readonly text: string;
  /** The cell's part of the file that it was read from, where printing the cell anew would give something else. */
  readonly raw?: string;
  /** With `raw`: the cell ended its file, so that nothing separates it from a cell that is added after it. */
  readonly endedFile?: boolean;
}

export interface NotebookText {
  readonly cells: readonly NotebookCell[];
  /** The line end of what is printed anew. */
  readonly lineEnd: '\n' | '\r\n';
  /** What precedes the first cell: a byte order mark, blank lines. */
  readonly preamble: string;
}

/** Reads a file. Text before the first marker is a cell unless it is blank; cells after a marker may be empty. */
export function parseNotebook(file: string): NotebookText {
  const text = file.replace(/^\uFEFF/, '');
  const spans = splitCells(text);
  const first = spans[0]!;
  if (!first.hasMarker && text.slice(0, first.end).trim() === '') spans.shift();
  const preamble = file.slice(0, file.length - text.length + (spans[0]?.start ?? text.length));
  const lineEnd = lineEndOf(text);
  const cells = spans.map(({ kind, title, start }, i): NotebookCell => {
    const isLast = i === spans.length - 1;
    const raw = text.slice(start, spans[i + 1]?.start);
    const cell = { kind, title, text: textOf(raw) };
    return raw === printAnew(cell, isLast, lineEnd) ? cell : { ...cell, raw, endedFile: isLast };
  });
  return { cells, lineEnd, preamble };
}

/** The text of a file. Cells that are as they were read give the same bytes as there. */
export function printNotebook({ cells, lineEnd, preamble }: NotebookText): string {
  const printed = cells.map((cell, i) => {
    const isLast = i === cells.length - 1;
    if (cell.raw === undefined) return printAnew(cell, isLast, lineEnd);
    const piece = printAsRead(cell, cell.raw, i === 0, lineEnd);
    const isSeparate = /[\r\n]$/.test(piece) && !cell.endedFile;
    if (isLast === (cell.endedFile ?? false) && (isLast || isSeparate)) return piece;
    return piece.replace(/[\r\n]*$/, isLast ? lineEnd : lineEnd + lineEnd);
  });
  // Only a file without cells can have a preamble that ends within a line.
  const before = cells.length > 0 ? preamble.replace(/[^\n\uFEFF]$/, `$&${lineEnd}`) : preamble;
  return before + printed.join('');
}

/** The form of new cells: the marker, the text, and a blank line between cells. */
function printAnew(cell: NotebookCell, isLast: boolean, lineEnd: string): string {
  const lines = [markerLine(cell), ...fileLines(cell)];
  return lines.map((line) => line + lineEnd).join('') + (isLast ? '' : lineEnd);
}

/** A cell in the form that it had in the file: the spelling of its marker if it stands for the same, blank lines. */
function printAsRead(cell: NotebookCell, raw: string, isFirst: boolean, lineEnd: string): string {
  const span = splitCells(raw)[0]!;
  const hasSameMarker = cell.kind === span.kind && cell.title === span.title && (span.hasMarker || isFirst);
  if (hasSameMarker && sameLines(cell.text, textOf(raw))) return raw;
  const { before, after } = shownText(span.kind, raw.slice(span.textStart));
  const marker = hasSameMarker
    ? raw.slice(0, span.textStart).replace(/[^\n]$/, `$&${lineEnd}`)
    : markerLine(cell) + lineEnd;
  return marker + lineEnd.repeat(before) + fileLines(cell).join(lineEnd) + lineEnd.repeat(after);
}

/** The text of a cell, given its part of the file. */
function textOf(raw: string): string {
  const { kind, textStart, end }: CellSpan = splitCells(raw)[0]!;
  return shownText(kind, raw.slice(textStart, end)).text;
}

function markerLine({ kind, title }: NotebookCell): string {
  return `// %% ${kind === 'markdown' ? '[markdown] ' : ''}${title}`.trimEnd();
}

/** The lines of a cell's text as they stand in the file. */
function fileLines({ kind, text }: NotebookCell): string[] {
  if (text === '') return [];
  const lines = text.split(anyLineEnd);
  if (kind === 'code') return lines;
  // A second space keeps a line that begins with %% from being a marker.
  return lines.map((line) => `// ${line.startsWith('%%') ? ' ' : ''}${line}`.trimEnd());
}

/** All that an editor may take for the end of a line. */
const anyLineEnd = /\r\n|\r|\n/;

function sameLines(a: string, b: string): boolean {
  return a.split(anyLineEnd).join('\n') === b.split(anyLineEnd).join('\n');
}

/** The line end that a text mostly has. */
function lineEndOf(text: string): '\n' | '\r\n' {
  const all = text.split('\n').length - 1;
  const withReturn = text.split('\r\n').length - 1;
  return withReturn > all / 2 ? '\r\n' : '\n';
}
