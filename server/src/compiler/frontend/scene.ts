// What one view of the program shows: which text of each cell, which declarations of it, and what each name means
// there. A view never changes; another one of the same program shares all texts with it.
import type { CellText, Declaration } from './cell-text.ts';
import { blankNames } from './declared-names.ts';

/** Types of variables whose declarations are replaced by ones that state them, by name. */
export type FrozenTypes = ReadonlyMap<string, string>;

/** A cell in a view. */
export interface Layer {
  readonly cell: string;
  readonly text: CellText;
  readonly frozen?: FrozenTypes | undefined;
}

/** What a name of the global scope means: the declaration of a cell, or a variable with the type that it had. */
export interface Provider {
  readonly cell: string;
  readonly declaration?: Declaration | undefined;
  readonly frozenType?: string | undefined;
}

export interface Scene {
  /** Cells, each hiding what older ones declare by the same names; the oldest first. */
  readonly layers: readonly Layer[];
  /** Names that cells declare. Those of the library alone are not here. */
  readonly providers: ReadonlyMap<string, Provider>;
  /** By cell: its text with hidden declarations blanked out. */
  readonly visible: ReadonlyMap<string, string>;
  /** Declarations that stay beside newer ones of the same name, which is an error of TypeScript's in some cases. */
  readonly conflicts: readonly string[];
  /** The text that declares the variables with frozen types. */
  readonly frozenText: string;
}

/** Lays cells over each other. */
export function sceneOf(layers: readonly Layer[]): Scene {
  const providers = new Map<string, Provider>();
  const visible = new Map<string, string>();
  const conflicts: string[] = [];
  let frozenText = '';
  for (const { cell, text, frozen } of [...layers].reverse()) {
    const hidden = frozen ? new Set([...providers.keys(), ...frozen.keys()]) : providers;
    visible.set(cell, blankNames(text.text, text.statements, hidden));
    for (const [name, type] of frozen ?? []) {
      if (providers.has(name)) continue;
      frozenText += `declare let ${name}: ${type};\n`;
      providers.set(name, { cell, frozenType: type });
    }
    for (const [name, declaration] of text.declarations) {
      if (!providers.has(name)) providers.set(name, { cell, declaration });
      else if (text.lasting.has(name)) conflicts.push(`${name}:${declaration.id}`);
    }
  }
  return { layers, providers, visible, conflicts, frozenText };
}
