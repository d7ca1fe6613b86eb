// The cells that open documents show now: drafts, whether they have run or not.
import { type CellText, parseCell } from './cell-text.ts';

/** A cell of an open document, as an editor knows it. */
export interface Draft {
  readonly id: string;
  readonly text: string;
}

export interface ParsedDraft {
  readonly id: string;
  readonly text: CellText;
}

export class Drafts {
  private readonly documents = new Map<string, readonly ParsedDraft[]>();
  /** By cell: its document, and the draft. */
  private readonly cells = new Map<string, { readonly uri: string; readonly draft: ParsedDraft }>();

  /**
   * Sets the cells of a document, in its order; without cells, forgets it. `live` gives the text of a cell as it ran.
   * True if anything has changed.
   */
  set(uri: string, cells: readonly Draft[], live: (id: string) => CellText | undefined): boolean {
    const before = this.documents.get(uri) ?? [];
    const isSame = (draft: ParsedDraft, i: number) =>
      draft.id === cells[i]?.id && draft.text.text === cells[i].text;
    if (before.length === cells.length && before.every(isSame)) return false;
    const old = new Map(before.map((draft) => [draft.id, draft]));
    for (const { id } of before) this.cells.delete(id);
    const drafts = cells.map(({ id, text }) => {
      const draft = old.get(id);
      if (draft?.text.text === text) return draft;
      const known = [draft?.text, live(id)].filter((each) => each !== undefined);
      return { id, text: known.find((each) => each.text === text) ?? parseCell(text, known) };
    });
    if (drafts.length === 0) this.documents.delete(uri);
    else this.documents.set(uri, drafts);
    for (const draft of drafts) this.cells.set(draft.id, { uri, draft });
    return true;
  }

  /** The drafts of the document that a cell belongs to, in order; none if it belongs to none. */
  around(id: string): readonly ParsedDraft[] {
    return this.documents.get(this.cells.get(id)?.uri ?? '') ?? [];
  }

  get(id: string): ParsedDraft | undefined {
    return this.cells.get(id)?.draft;
  }

  all(): readonly ParsedDraft[] {
    return [...this.documents.values()].flat();
  }

  /** Identifiers of all drafts. */
  ids(): Iterable<string> {
    return this.cells.keys();
  }
}
