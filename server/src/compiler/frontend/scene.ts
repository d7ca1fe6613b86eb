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
  /** By cell: its text. */
  readonly texts: ReadonlyMap<string, CellText>;
  /** Names that cells declare. Those of the library alone are not here. */
  readonly providers: ReadonlyMap<string, Provider>;
  /** By cell: its text with hidden declarations blanked out. */
  readonly visible: ReadonlyMap<string, string>;
  /** Declarations that stay beside newer ones of the same name, which is an error of TypeScript's in some cases. */
  readonly conflicts: readonly string[];
  /** The text that declares the variables with frozen types. */
  readonly frozenText: string;
}

/**
 * Lays cells over each other. If they are those of another scene with one more on top that hides nothing, which is how
 * a session grows, that scene is extended; if they are the same, it is the result.
 */
export function sceneOf(layers: readonly Layer[], before?: Scene): Scene {
  if (before && isPrefix(before.layers, layers)) {
    const more = layers.slice(before.layers.length);
    if (more.length === 0) return before;
    if (more.length === 1 && hidesNothing(more[0]!, before)) return extended(before, more[0]!);
  }
  const providers = new Map<string, Provider>();
  const texts = new Map<string, CellText>();
  const visible = new Map<string, string>();
  const conflicts: string[] = [];
  let frozenText = '';
  for (const { cell, text, frozen } of layers.toReversed()) {
    const hidden = frozen ? { has: (name: string) => providers.has(name) || frozen.has(name) } : providers;
    texts.set(cell, text);
    visible.set(cell, blankNames(text, hidden));
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
  return { layers, texts, providers, visible, conflicts, frozenText };
}

function isPrefix(some: readonly Layer[], all: readonly Layer[]): boolean {
  return some.every(({ cell, text, frozen }, i) => {
    const other = all[i];
    return other?.cell === cell && other.text === text && other.frozen === frozen;
  });
}

function hidesNothing({ text, frozen }: Layer, { providers }: Scene): boolean {
  return !frozen && ![...text.declarations.keys()].some((name) => providers.has(name));
}

/** The scene with a layer on top that has no frozen types and whose names no other layer declares. */
function extended(scene: Scene, layer: Layer): Scene {
  const { cell, text } = layer;
  const providers = new Map(scene.providers);
  for (const [name, declaration] of text.declarations) providers.set(name, { cell, declaration });
  return {
    ...scene,
    layers: [...scene.layers, layer],
    texts: new Map(scene.texts).set(cell, text),
    providers,
    visible: new Map(scene.visible).set(cell, text.text),
  };
}
