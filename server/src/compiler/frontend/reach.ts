// What the check of a cell follows from: its text and, through the names that it mentions, the declarations that it
// reaches in other cells. Where that is the same, the check's result is, whatever else has changed: so that a Run need
// not check what the editor has checked, and an edit leads to new checks of those cells alone that it concerns.
import { namesInType } from './cell-text.ts';
import type { Scene } from './scene.ts';

export interface Reach {
  /** Equal texts: equal results of TypeScript's check. */
  readonly fingerprint: string;
  /** Cells with declarations that are reached, the cell itself not among them. */
  readonly cells: ReadonlySet<string>;
}

/**
 * What a cell reaches in a scene. `implied` are names that count as mentioned everywhere: those that the library
 * declares, since its own files mention them.
 */
export function reachOf(scene: Scene, cell: string, implied: ReadonlySet<string>): Reach {
  const { providers, texts } = scene;
  const own = texts.get(cell);
  const seen = new Set(own?.mentions);
  for (const name of implied) if (providers.has(name)) seen.add(name);
  const cells = new Set<string>();
  const found: string[] = [...scene.conflicts];
  for (const name of seen) {
    const provider = providers.get(name);
    if (!provider) continue;
    const { declaration, frozenType } = provider;
    if (provider.cell !== cell) cells.add(provider.cell);
    found.push(`${name}:${declaration?.id ?? `${provider.cell}:${frozenType}`}`);
    const mentions = declaration?.mentions ?? namesInType(frozenType ?? '');
    // Sets are iterated in order of insertion, up to what is added meanwhile.
    for (const each of mentions) seen.add(each);
  }
  found.sort();
  return { fingerprint: `${own?.text ?? ''}\0${found.join(' ')}`, cells };
}
