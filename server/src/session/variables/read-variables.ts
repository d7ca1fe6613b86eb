// The variables of the live program as a person sees them: what they hold now, as text.
import type { LiveVariable } from '../../compiler/frontend/index.ts';
import { formatInline } from '../output.ts';
import type { ReadMemory } from '../unwind.ts';
import { MemoryReader } from './memory-reader.ts';
import { Unavailable } from './unavailable.ts';
import { type ObjectMemory, ValueReader } from './value-reader.ts';

/** Bytes that are read for one look at all variables, and by how many reads: each costs about half a millisecond. */
const MOST_BYTES = 8192;
const MOST_READS = 64;
/** What changed while it was read is read once more. */
const ATTEMPTS = 2;
/** Characters of one value. */
const MOST_CHARACTERS = 1000;

/** The values of variables, in the same order, as Node's REPL shows them but in one line; cut where they are long. */
export async function readVariables(
  variables: readonly LiveVariable[],
  places: ObjectMemory,
  read: ReadMemory,
): Promise<string[]> {
  const values = new Map<LiveVariable, unknown>();
  let pending = variables;
  for (let attempt = 1; attempt <= ATTEMPTS && pending.length > 0; attempt++) {
    const memory = new MemoryReader(read, { bytes: MOST_BYTES, reads: MOST_READS });
    const readers = pending.map((variable) => ({ variable, reader: new ValueReader(memory, places) }));
    await Promise.all(
      readers.map(async ({ variable, reader }) =>
        values.set(variable, await reader.variable(variable.global)),
      ),
    );
    // Only references are read again: this can't be more.
    const again = new MemoryReader(read, {
      bytes: Number.POSITIVE_INFINITY,
      reads: Number.POSITIVE_INFINITY,
    });
    const holds = await Promise.all(readers.map(({ reader }) => reader.holds(again)));
    pending = pending.filter((_, i) => !holds[i]);
  }
  for (const variable of pending) values.set(variable, Unavailable.changing);
  return variables.map((variable) => cut(formatInline(values.get(variable))));
}

function cut(text: string): string {
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
}
