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

const marker = /^\/\/ ?%%(?:\s*\[(markdown)\])?\s*(.*?)\s*$/;

/**
 * Splits a file into its cells, in order. Text before the first marker is a code cell; cells without any text are
 * left out. Line ends may be \n or \r\n; cell texts have \n.
 */
export function parseCells(file: string): Cell[] {
  const lines = file.split(/\r?\n/);
  const cells: Cell[] = [];
  let begin = 0;
  let kind: Cell['kind'] = 'code';
  let title = '';
  const finish = (end: number) => {
    let first = begin;
    let last = end;
    while (first < last && lines[first]!.trim() === '') first++;
    while (last > first && lines[last - 1]!.trim() === '') last--;
    if (first === last) return;
    const text = lines.slice(first, last);
    const shown = kind === 'markdown' ? text.map((line) => line.replace(/^\/\/ ?/, '')) : text;
    cells.push({ kind, title, text: shown.join('\n'), line: first });
  };
  lines.forEach((line, i) => {
    const match = marker.exec(line);
    if (!match) return;
    finish(i);
    begin = i + 1;
    kind = match[1] ? 'markdown' : 'code';
    title = match[2] ?? '';
  });
  finish(lines.length);
  return cells;
}
