// The program that an edited cell is part of, as TypeScript and our own checks see it: the cells of its document. Of
// names that several cells declare, the cell sees its own declaration, else the nearest one before it, else one after.
import { Frontend } from '../compiler/frontend/index.ts';
import type { LibraryFile } from '../compiler/frontend/program.ts';
import type { ts } from '../compiler/frontend/typescript.ts';

/** A cell as it is being edited. */
export interface EditedCell {
  readonly id: string;
  readonly text: string;
}

/** What one cell sees. Valid until another cell is looked at. */
export interface View {
  readonly id: string;
  /** Path of the cell's file in the service. */
  readonly path: string;
  readonly service: ts.LanguageService;
  readonly frontend: Frontend;
}

export class EditedProgram {
  private readonly frontend: Frontend;
  /** The cells as they were set, the newest last. */
  private current: readonly EditedCell[] = [];

  constructor(library: readonly LibraryFile[]) {
    this.frontend = new Frontend(library);
  }

  /** Looks at the program from a cell. `cells` are the code cells of its document, in order. */
  viewOf(id: string, cells: readonly EditedCell[]): View {
    const at = cells.findIndex((cell) => cell.id === id);
    // What is set later supersedes what was set before.
    this.set([...cells.slice(at + 1), ...cells.slice(0, at), cells[at]!]);
    return { id, path: this.frontend.pathOf(id), service: this.frontend.service, frontend: this.frontend };
  }

  private set(wanted: readonly EditedCell[]): void {
    const { frontend, current } = this;
    const ids = new Set(wanted.map(({ id }) => id));
    for (const { id } of current) if (!ids.has(id)) frontend.removeCell(id);
    const kept = current.filter(({ id }) => ids.has(id));
    const same = (cell: EditedCell, i: number) => kept[i]?.id === cell.id && kept[i].text === cell.text;
    const firstNew = wanted.findIndex((cell, i) => !same(cell, i));
    // Setting a cell makes it the newest: all behind the first difference are set anew.
    if (firstNew >= 0) for (const { id, text } of wanted.slice(firstNew)) frontend.setCell(id, text);
    this.current = wanted;
  }
}
