// The benchmark programs: each `programs/NAME.mcu.ts` has the same algorithm as `programs/NAME.c` and the same result.
// `programs/untyped` has them as they are written without annotations of `int` and `float`.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export interface Program {
  readonly name: string;
  /** Whether its numbers are annotated as `int` and `float`, or plain `number`s. */
  readonly kind: 'typed' | 'untyped';
  /** Paths of the sources. */
  readonly typeScript: string;
  readonly c: string;
}

const extension = '.mcu.ts';

/** The programs in a folder, the typed ones first. Throws if one has no C version. */
export function findPrograms(folder: string): Program[] {
  const programs = (kind: Program['kind'], from: string): Program[] =>
    readdirSync(from)
      .filter((file) => file.endsWith(extension))
      .sort()
      .map((file) => {
        const name = file.slice(0, -extension.length);
        return { name, kind, typeScript: join(from, file), c: join(folder, `${name}.c`) };
      });
  const all = [...programs('typed', folder), ...programs('untyped', join(folder, 'untyped'))];
  for (const { name, c } of all) if (!existsSync(c)) throw new Error(`the benchmark ${name} has no ${c}`);
  return all;
}
