// Profiles the last cell of a program on the virtual board: every function with its source lines, those of the runtime
// without.
import { readFileSync } from 'node:fs';
import type { CycleProfile, VirtualPico } from '@gnomon/boards/virtual';
import { parseCells } from '@gnomon/server/notebook';
import { type LibraryFile, locationOf, type Session } from '@gnomon/server/session';
import type { ShadowMachine } from '@gnomon/server/shadow';
import type { Program } from '../suite/programs.ts';
import { type Counted, countFunctions, disassemble, listed, share } from './listing.ts';
import { CALLER, CallProfile, type RuntimeImage, runtimeCode } from './runtime.ts';

/** What profiling needs of a session on a virtual board. */
export interface ProfiledBoard {
  readonly session: Session;
  readonly pico: VirtualPico;
  /** Sources of the library, for its lines. */
  readonly library: readonly LibraryFile[];
  readonly runtime: RuntimeImage;
}

/** The name of a cell's own code. */
const CELL_NAME = '<cell>';

type CodeSegment = Extract<NonNullable<ReturnType<ShadowMachine['segment']>>, { kind: 'code' }>;

/** A function as it lies on the board while the cell runs, with its segment if it was compiled here. */
interface Placed extends Omit<Counted, 'cycles'> {
  readonly segment?: CodeSegment;
  readonly bytes: Uint8Array;
}

/** The listing of a program's last cell. Throws if a cell does not run to its end. */
export async function profileTypeScript(program: Program, board: ProfiledBoard): Promise<string> {
  const { session, pico, runtime } = board;
  await session.reset();
  const functions = runtimeCode(runtime);
  const cells = parseCells(readFileSync(program.typeScript, 'utf8'));
  const texts = new Map(board.library.map(({ name, text }) => [`lib/${name}`, text]));
  let profile: CycleProfile | undefined;
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
        if (!isLast) return;
        const code = placed.find(({ name }) => name === CELL_NAME);
        if (!code) throw new Error(`${program.name}: the last cell has nothing to run`);
        profile = new CallProfile(code.begin, functions.find(({ name }) => name === CALLER)!);
        pico.profile = profile;
      },
    });
    const outcome = await session.runCell(id, text).finally(remove);
    pico.profile = undefined;
    if (outcome.status !== 'done')
      throw new Error(`${program.name}: cell ${index + 1} was ${outcome.status}`);
    cycles = outcome.cost.cycles;
  }
  return listing([...placed, ...functions], profile!, cycles, texts);
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
  const rest = `${share(cycles - own, cycles)}  in other functions, of less than a hundredth each\n`;
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
    const entry = segment?.code.lines.findLast(({ offset }) => offset <= address - begin);
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
