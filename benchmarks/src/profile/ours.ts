// Profiles the last cell of a program on the virtual board: every function with its source lines.
import { readFileSync } from 'node:fs';
import { CycleProfile, type VirtualPico } from '@gnomon/boards/virtual';
import { parseCells } from '@gnomon/server/notebook';
import { type LibraryFile, locationOf, type Session } from '@gnomon/server/session';
import type { ShadowMachine } from '@gnomon/server/shadow';
import type { Program } from '../suite/programs.ts';
import { type Counted, countFunctions, disassemble, listed, share } from './listing.ts';

/** What profiling needs of a session on a virtual board. */
export interface ProfiledBoard {
  readonly session: Session;
  readonly pico: VirtualPico;
  /** Sources of the library, for its lines. */
  readonly library: readonly LibraryFile[];
}

type CodeSegment = Extract<NonNullable<ReturnType<ShadowMachine['segment']>>, { kind: 'code' }>;

/** A function as it lies on the board while the cell runs. */
interface Placed extends Omit<Counted, 'cycles'> {
  readonly segment: CodeSegment;
  readonly bytes: Uint8Array;
}

/** The listing of a program's last cell. Throws if a cell does not run to its end. */
export async function profileTypeScript(program: Program, board: ProfiledBoard): Promise<string> {
  const { session, pico } = board;
  await session.reset();
  const cells = parseCells(readFileSync(program.typeScript, 'utf8'));
  const texts = new Map(board.library.map(({ name, text }) => [`lib/${name}`, text]));
  const profile = new CycleProfile();
  let placed: Placed[] = [];
  let cycles = 0;
  for (const [index, { text }] of cells.entries()) {
    const id = `${program.name}${index}`;
    texts.set(id, text);
    const isLast = index === cells.length - 1;
    // The code of the cell itself lies on the board only while it runs.
    const remove = session.listen({
      programChanged: () => {
        placed = placedCode(session.shadow!);
        if (isLast) pico.profile = profile;
      },
    });
    const outcome = await session.runCell(id, text).finally(remove);
    pico.profile = undefined;
    if (outcome.status !== 'done')
      throw new Error(`${program.name}: cell ${index + 1} was ${outcome.status}`);
    cycles = outcome.cost.cycles;
  }
  return listing(placed, profile, cycles, texts);
}

function placedCode(shadow: ShadowMachine): Placed[] {
  return [...shadow.allSegments()].flatMap((segment) => {
    if (segment.kind !== 'code') return [];
    const { address, size, code } = segment;
    const bytes = shadow.codeImage.read(address, code.bytes.length);
    return [{ name: code.name, begin: address, end: address + size, segment, bytes }];
  });
}

function listing(
  placed: readonly Placed[],
  profile: CycleProfile,
  cycles: number,
  texts: ReadonlyMap<string, string>,
): string {
  const counted = countFunctions(placed, profile, cycles);
  const parts = counted.map((each) => functionListing(each, profile, cycles, texts));
  const own = counted.reduce((sum, each) => sum + each.cycles, 0);
  const rest = `${share(cycles - own, cycles)}  elsewhere: the runtime's arithmetic, heap and output; small functions\n`;
  return `Gnomon: ${cycles} cycles\n\n${parts.join('\n')}\n${rest}`;
}

/** A function: each stretch of a source line's instructions below the line, with the line's share in the function. */
function functionListing(
  { name, begin, segment, bytes, cycles: own }: Placed & Counted,
  profile: CycleProfile,
  cycles: number,
  texts: ReadonlyMap<string, string>,
): string {
  const lineAt = (address: number): string => {
    const entry = segment.code.lines.findLast(({ offset }) => offset <= address - begin);
    return entry ? sourceLine(entry.source, entry.position, texts) : '';
  };
  const code = disassemble(bytes, begin).map((line) => ({ line, source: lineAt(line.address) }));
  const perSource = new Map<string, number>();
  for (const { line, source } of code)
    perSource.set(source, (perSource.get(source) ?? 0) + profile.at(line.address));
  const out = [`${share(own, cycles)}  ${name}, ${bytes.length} bytes`];
  let last: string | undefined;
  for (const { line, source } of code) {
    const isData = line.text.startsWith('.word');
    if (source !== last && source !== '' && !isData) {
      out.push(`${share(perSource.get(source)!, cycles)}  ${source}`);
      last = source;
    }
    out.push(`          ${listed(line, profile, cycles)}`);
  }
  return `${out.join('\n')}\n`;
}

function sourceLine(unit: string, position: number, texts: ReadonlyMap<string, string>): string {
  const text = texts.get(unit);
  if (text === undefined || position < 0) return '';
  const { line } = locationOf(unit, text, position);
  return `${unit}:${line}: ${text.split('\n')[line - 1]!.trim()}`;
}
