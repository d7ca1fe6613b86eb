// Programs in TypeScript beside the same in C.
import type { Session } from '@gnomon/server/session';
import { measureC, measureTypeScript } from './measure.ts';
import type { Program } from './programs.ts';

/** The figures of one program. */
export interface Comparison {
  readonly name: string;
  readonly kind: Program['kind'];
  /** Cycles of the TypeScript and of C at -O2, and the first as a multiple of the second. */
  readonly cycles: number;
  readonly cCycles: number;
  readonly ratio: number;
  /** Bytes of machine code, those of C at -Os. */
  readonly codeBytes: number;
  readonly cCodeBytes: number;
  /** Bytes written to the board for all cells. */
  readonly bytesPushed: number;
}

/** Measures a program both ways. Throws if the results differ. */
export async function compare(program: Program, session: Session): Promise<Comparison> {
  const c = measureC(program);
  const ours = await measureTypeScript(program, session);
  const { name, kind } = program;
  if (ours.result !== c.result) {
    throw new Error(`${name} gives ${ours.result} in TypeScript and ${c.result} in C`);
  }
  return {
    name,
    kind,
    cycles: ours.cycles,
    cCycles: c.cycles,
    ratio: ours.cycles / c.cycles,
    codeBytes: ours.codeBytes,
    cCodeBytes: measureC(program, '-Os').codeBytes,
    bytesPushed: ours.bytesPushed,
  };
}

export function geometricMean(ratios: readonly number[]): number {
  return Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length);
}
