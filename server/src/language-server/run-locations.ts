// Where in the documents something is that is said of a text that ran. If its cell was edited since, the place that
// most likely corresponds is named: the same line, counted from the cell's beginning, or from its end where the lines
// from there on are the same.
import type { Location, Position } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { RunError, RunProblem } from '../editor-protocol/index.ts';
import type { Diagnostic, RuntimeError, SourceLocation } from '../session/index.ts';
import type { Documents } from './documents.ts';
import type { Library } from './library.ts';

/** A text that runs: a cell's, or one that was selected. */
export interface RunSource {
  /** Identifies it in the session. */
  readonly id: string;
  readonly text: string;
  /** The document at the time of the run, and where in it the text begins. */
  readonly uri: string;
  readonly begin: Position;
  /** The cell in which the text begins, as it was at the time of the run. */
  readonly cell: { readonly id: string; readonly text: string; readonly line: number };
}

export class RunLocations {
  private readonly sources = new Map<string, RunSource>();

  constructor(
    private readonly documents: Documents,
    private readonly library: Library,
  ) {}

  /** A text has become part of the live program. */
  remember(source: RunSource): void {
    this.sources.set(source.id, source);
  }

  /** What the compiler has to say at the run of `run`, of that or of other cells. */
  problem(diagnostic: Diagnostic, run: RunSource): RunProblem {
    const { source: unit, start, end, severity, code, message } = diagnostic;
    const source = unit === run.id ? run : this.sources.get(unit);
    const location = source
      ? this.inSource(source, start, end)
      : (this.library.location(unit, start, end) ?? this.inSource(run, 0, 0));
    return { location, severity, code, message };
  }

  error({ name, message, location, stack }: RuntimeError): RunError {
    const place = location && this.ofRuntime(location);
    return {
      name,
      message,
      ...(place && { location: place }),
      stack: stack.map((frame) => {
        const place = frame.location && this.ofRuntime(frame.location);
        return { name: frame.name, ...(place && { location: place }) };
      }),
    };
  }

  /** Where a place in a text that ran is now; undefined for places in the library. */
  ofRuntime({ unit, line, column }: SourceLocation): Location | undefined {
    const source = this.sources.get(unit);
    if (!source) return undefined;
    const { uri, ...position } = this.present(source, { line: line - 1, character: column - 1 });
    return { uri, range: { start: position, end: position } };
  }

  private inSource(source: RunSource, start: number, end: number): Location {
    const text = TextDocument.create('', '', 0, source.text);
    const { uri, ...from } = this.present(source, text.positionAt(start));
    const { uri: _, ...to } = this.present(source, text.positionAt(end));
    return { uri, range: { start: from, end: to } };
  }

  /** Where a position of a text is in the documents as they are. */
  private present({ begin, cell, uri }: RunSource, position: Position): Position & { uri: string } {
    const line = begin.line + position.line;
    const character = position.line === 0 ? begin.character + position.character : position.character;
    const present = this.documents.cell(cell.id);
    if (!present) return { uri, line, character };
    const { document, textStart, text } = present;
    const moved = document.positionAt(textStart).line + correspondingLine(cell.text, text, line - cell.line);
    return { uri: document.uri, line: Math.min(moved, document.lineCount - 1), character };
  }
}

/** The line of an edited text that most likely is what `line` of the text before was. */
function correspondingLine(before: string, after: string, line: number): number {
  if (before === after) return line;
  const old = before.split('\n');
  const now = after.split('\n');
  const same = old.findIndex((text, i) => text !== now[i]);
  if (same < 0 || line < same) return line;
  let unchangedEnd = 0;
  const most = Math.min(old.length, now.length) - same;
  while (unchangedEnd < most && old.at(-1 - unchangedEnd) === now.at(-1 - unchangedEnd)) unchangedEnd++;
  if (line >= old.length - unchangedEnd) return line + now.length - old.length;
  return Math.min(line, now.length - 1);
}
