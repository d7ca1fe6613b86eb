// Which cell of an edited document is which of the document before: so that a cell keeps its identifier, under which
// it is part of the live program, while cells around it come and go and its own text changes.

/** A cell that has an identifier. */
export interface IdentifiedCell {
  readonly id: string;
  readonly text: string;
}

/**
 * Gives each of `texts` an identifier: that of the old cell that it is taken for, or a fresh one. Equal texts (blank
 * lines around them aside) are the same cell, first from the beginning and the end of the document, then wherever
 * they moved to. A cell with a new text is the old one that stood behind or before the same neighbour.
 */
export function identifyCells(
  old: readonly IdentifiedCell[],
  texts: readonly string[],
  freshId: () => string,
): string[] {
  const matching = new Matching(
    old.map(({ text }) => text.trim()),
    texts.map((text) => text.trim()),
  );
  matching.matchEnds();
  matching.matchMoved();
  matching.matchNeighbours();
  return matching.oldOf.map((index) => (index === undefined ? freshId() : old[index]!.id));
}

class Matching {
  /** Index of the old text, by index of the new one. */
  readonly oldOf: (number | undefined)[];
  private readonly taken = new Set<number>();

  constructor(
    private readonly old: readonly string[],
    private readonly texts: readonly string[],
  ) {
    this.oldOf = texts.map(() => undefined);
  }

  /** Equal texts from the beginning on, and back from the end. */
  matchEnds(): void {
    const { old, texts } = this;
    const shorter = Math.min(old.length, texts.length);
    let begin = 0;
    while (begin < shorter && old[begin] === texts[begin]) this.match(begin, begin++);
    for (let end = 1; end <= shorter - begin && old.at(-end) === texts.at(-end); end++) {
      this.match(texts.length - end, old.length - end);
    }
  }

  /** Equal texts anywhere, in order. */
  matchMoved(): void {
    const free = new Map<string, number[]>();
    for (const [index, text] of this.old.entries()) {
      if (this.taken.has(index)) continue;
      const same = free.get(text);
      if (same) same.push(index);
      else free.set(text, [index]);
    }
    for (const [index, text] of this.texts.entries()) {
      if (this.oldOf[index] !== undefined) continue;
      const same = free.get(text)?.shift();
      if (same !== undefined) this.match(index, same);
    }
  }

  /** Texts that are new at a place that is old: behind the same cell as before, else before the same one. */
  matchNeighbours(): void {
    for (let index = 0; index < this.texts.length; index++) {
      this.matchIfFree(index, index === 0 ? 0 : shifted(this.oldOf[index - 1], 1));
    }
    for (let index = this.texts.length - 1; index >= 0; index--) {
      const isLast = index === this.texts.length - 1;
      this.matchIfFree(index, isLast ? this.old.length - 1 : shifted(this.oldOf[index + 1], -1));
    }
  }

  private matchIfFree(index: number, old: number | undefined): void {
    if (this.oldOf[index] !== undefined || old === undefined || this.taken.has(old)) return;
    if (old >= 0 && old < this.old.length) this.match(index, old);
  }

  private match(index: number, old: number): void {
    this.oldOf[index] = old;
    this.taken.add(old);
  }
}

function shifted(index: number | undefined, by: number): number | undefined {
  return index === undefined ? undefined : index + by;
}
