// A document of cells for the features' tests. Texts mark positions by `|` and ranges by «».
import { Frontend } from '../../compiler/frontend/index.ts';
import { loadLibrary } from '../../compiler/frontend/library.ts';
import { LanguageFeatures, type Place, type TextEdit } from '../index.ts';

const frontend = new Frontend(loadLibrary());
const addresses = new Map<string, number>();
const features = new LanguageFeatures(frontend, (symbol) => addresses.get(symbol));

/** A document with cells a, b, c...; of texts with a `|`, the one position is there. */
export class Notebook {
  readonly features = features;
  readonly frontend = frontend;
  /** The cell and the offset that `|` marks. */
  readonly at: readonly [cell: string, offset: number];
  /** The ranges that «» mark, in order. */
  readonly marked: readonly Place[];
  readonly texts: ReadonlyMap<string, string>;

  constructor(...cells: readonly string[]) {
    frontend.reset();
    addresses.clear();
    const texts = new Map<string, string>();
    const marked: Place[] = [];
    let at: [string, number] | undefined;
    for (const [i, source] of cells.entries()) {
      const id = String.fromCharCode('a'.charCodeAt(0) + i);
      let text = '';
      let start = 0;
      for (const part of source.split(/([|«»])/)) {
        if (part === '«') start = text.length;
        else if (part === '»') marked.push({ source: id, start, end: text.length });
        else if (part === '|') at = [id, text.length];
        else text += part;
      }
      texts.set(id, text);
    }
    this.texts = texts;
    this.marked = marked;
    this.at = at ?? ['a', 0];
    frontend.setDocument(
      'file:///test.mcu.ts',
      [...texts].map(([id, text]) => ({ id, text })),
    );
  }

  /** Lets a cell become part of the live program, as a run does. */
  run(id: string, text = this.texts.get(id) ?? ''): this {
    frontend.setCell(id, text);
    const [problem] = frontend.check(id);
    if (problem) throw new Error(problem.message);
    for (const { symbol } of frontend.lower(id).module.globals) addresses.set(symbol, 0x2000_0400);
    return this;
  }

  /** The texts of places. */
  read(places: readonly Place[]): string[] {
    return places.map(({ source, start, end }) => `${source}: ${this.texts.get(source)?.slice(start, end)}`);
  }

  /** A cell's text after edits. */
  edited(id: string, edits: readonly TextEdit[]): string {
    let text = this.texts.get(id) ?? '';
    for (const { start, end, newText } of [...edits].sort((a, b) => b.start - a.start)) {
      text = text.slice(0, start) + newText + text.slice(end);
    }
    return text;
  }
}
