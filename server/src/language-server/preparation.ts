// Compiles ahead what is likely to be run next, while nobody types: of the document that was changed last, the cell that was
// edited, or the one after the cell that ran.
import type { Session } from '../session/index.ts';
import type { Documents, ProgramDocument } from './documents.ts';

/** How long nobody types or runs anything before, in milliseconds: longer than before the checks (diagnostics.ts). */
const QUIET_MS = 250;

export class Preparation {
  /** Texts of the cells of each open document, by its key. */
  private readonly texts = new Map<string, ReadonlyMap<string, string>>();
  /** The cell that is likely to be run next. */
  private next: string | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly session: Session,
    documents: Documents,
  ) {
    documents.onDidChange((document) => this.edited(document));
    session.listen({
      programChanged: (ran) => {
        if (ran !== undefined) this.next = documents.cellAfter(ran)?.id;
        this.wait();
      },
    });
  }

  private edited({ key, cells }: ProgramDocument): void {
    const before = this.texts.get(key);
    const code = cells.filter(({ kind }) => kind === 'code');
    if (code.length === 0) this.texts.delete(key);
    else this.texts.set(key, new Map(code.map(({ id, text }) => [id, text])));
    const changed = code.find(({ id, text }) => before?.get(id) !== text);
    if (changed) this.next = changed.id;
    this.wait();
  }

  private wait(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      // What goes wrong here goes wrong in the run too, which tells.
      if (this.next !== undefined) this.session.prepare(this.next).catch(() => {});
    }, QUIET_MS);
  }
}
