// Counts the cycles of a benchmark program, in TypeScript by a session on the virtual board, in C by gcc on the same
// emulated core. What counts in TypeScript is the last cell: those before it define and prepare.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BareCore } from '@gnomon/boards/virtual';
import { parseCells } from '@gnomon/server/notebook';
import type { Session } from '@gnomon/server/session';
import type { Program } from './programs.ts';
import { tool } from './tool.ts';

/** Where the C program is loaded: the emulated RAM. */
const LOAD_ADDRESS = 0x2000_0000;

export interface Measurement {
  /** Cycles of the processor; for C of `bench()`, for TypeScript of the last cell. */
  readonly cycles: number;
  /** Machine code in bytes, literals included; for C with what it takes from libgcc. */
  readonly codeBytes: number;
  /** The program's result: equal in both languages. */
  readonly result: number;
}

/** What a program in TypeScript takes, all its cells together. */
export interface SessionMeasurement extends Measurement {
  readonly bytesPushed: number;
}

/** Compiles the C version with `arm-none-eabi-gcc` and runs it on an emulated Cortex-M0+. Throws what gcc complains of. */
export function measureC(program: Program, optimization: '-O2' | '-Os' = '-O2'): Measurement {
  return withCompiledC(program, [optimization], ({ elf, core, entry }) => {
    const sections = tool('arm-none-eabi-size', ['-A', elf]);
    const codeBytes = [...sections.matchAll(/^\.text\S*\s+(\d+)/gm)].reduce(
      (sum, match) => sum + Number(match[1]),
      0,
    );
    const { r0, cycles } = core.call(entry, []);
    return { cycles, codeBytes, result: r0 };
  });
}

/** A C program that is loaded and ready to be called. */
export interface CompiledC {
  /** Path of the executable, with symbols. */
  readonly elf: string;
  readonly core: BareCore;
  /** Of `bench()`. */
  readonly entry: number;
}

/** Compiles the C version and does something with it. */
export function withCompiledC<T>(
  { c }: Program,
  options: readonly string[],
  use: (compiled: CompiledC) => T,
): T {
  const folder = mkdtempSync(join(tmpdir(), 'gnomon-bench-'));
  try {
    const elf = join(folder, 'bench.elf');
    const flat = join(folder, 'bench.bin');
    const flags = [
      '-mcpu=cortex-m0plus',
      '-mthumb',
      '-ffreestanding',
      '-nostdlib',
      '-fno-tree-loop-distribute-patterns',
      '-std=c11',
      ...options,
    ];
    const link = `-Wl,-Ttext=0x${LOAD_ADDRESS.toString(16)},-e,bench`;
    tool('arm-none-eabi-gcc', [...flags, link, c, '-o', elf, '-lgcc']);
    tool('arm-none-eabi-objcopy', ['-O', 'binary', elf, flat]);
    const entry = Number.parseInt(/^([0-9a-f]+) \w bench$/m.exec(tool('arm-none-eabi-nm', [elf]))![1]!, 16);
    const core = new BareCore();
    core.load(LOAD_ADDRESS, readFileSync(flat));
    return use({ elf, core, entry: entry | 1 });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Runs the TypeScript version in an attached session, which it resets. Throws if a cell does not run to its end. */
export async function measureTypeScript(
  { name, typeScript }: Program,
  session: Session,
): Promise<SessionMeasurement> {
  await session.reset();
  let codeBytes = 0;
  let bytesPushed = 0;
  let last: { cycles: number; result: number } | undefined;
  for (const [index, cell] of parseCells(readFileSync(typeScript, 'utf8')).entries()) {
    const outcome = await session.runCell(`${name}${index}`, cell.text);
    if (outcome.status !== 'done') {
      throw new Error(`${name}: cell ${index + 1} was ${outcome.status}: ${JSON.stringify(outcome)}`);
    }
    codeBytes += outcome.cost.codeBytes;
    bytesPushed += outcome.cost.bytesPushed;
    last = { cycles: outcome.cost.cycles, result: outcome.value?.value as number };
  }
  if (!last) throw new Error(`${name} has no cells`);
  return { ...last, codeBytes, bytesPushed };
}

/** The version of gcc, such as `12.2.1`. */
export function gccVersion(): string {
  return tool('arm-none-eabi-gcc', ['-dumpfullversion']).trim();
}
