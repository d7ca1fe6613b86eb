// What the frontend's tests share: cells to verified IR, and IR as text.
import type { IrFunction, IrModule } from '../../ir/ir.ts';
import { printFunction } from '../../ir/print.ts';
import { verify } from '../../ir/verify.ts';
import { type Diagnostic, Frontend, type LoweredCell } from '../index.ts';
import { loadLibrary } from '../library.ts';

const library = loadLibrary();

/** A frontend with cells that ran, named 1, 2, 3... All functions are verified. */
export class Cells {
  readonly frontend = new Frontend(library);
  private count = 0;

  /** Runs a cell without errors; a given id runs that cell again. */
  run(text: string, id = String(++this.count)): LoweredCell {
    this.frontend.setCell(id, text);
    const errors = this.frontend.check(id);
    if (errors.length > 0)
      throw new Error(errors.map(({ code, message }) => `${code}: ${message}`).join('\n'));
    const lowered = this.frontend.lower(id);
    for (const fn of lowered.module.functions) verify(fn);
    return lowered;
  }

  /** The diagnostics of a cell that is not run. */
  check(text: string, id = String(++this.count)): Diagnostic[] {
    this.frontend.setCell(id, text);
    return this.frontend.check(id);
  }
}

let shared: Cells | undefined;

/** Cells of a warm frontend without any cells. */
export function freshCells(): Cells {
  shared ??= new Cells();
  shared.frontend.reset();
  return shared;
}

/** One cell's module. */
export function lowerText(text: string): IrModule {
  return freshCells().run(text, '1').module;
}

export function functionOf(module: IrModule, symbol: string): IrFunction {
  const found = module.functions.find((fn) => fn.symbol === symbol);
  if (!found) throw new Error(`no ${symbol} among ${module.functions.map((fn) => fn.symbol).join(', ')}`);
  return found;
}

/** The IR of a function of one cell, as text without constants that nothing uses. */
export function irOf(text: string, symbol: string): string {
  const fn = functionOf(lowerText(text), symbol);
  const used = new Set(
    fn.blocks.flatMap(({ insts }) => insts.flatMap((inst) => [...inst.args, ...edgeArgs(inst)])),
  );
  for (const block of fn.blocks) {
    block.insts = block.insts.filter((inst) => used.has(inst) || !/^[ifd]const$/.test(inst.op));
  }
  return printFunction(fn);
}

const edgeArgs = (inst: IrFunction['blocks'][number]['insts'][number]) =>
  (inst.targets ?? []).flatMap(({ args }) => args);

/** Text of several lines without the indentation of its first. */
export function dedent(text: string): string {
  const lines = text.replace(/^\n/, '').trimEnd().split('\n');
  const indent = /^ */.exec(lines[0] ?? '')![0].length;
  return lines.map((line) => line.slice(indent)).join('\n');
}
