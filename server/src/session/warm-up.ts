// What is compiled before anybody asks for it: JavaScript engines make code fast only after it has run for a while, and
// the compiler's code is large. The first cells of a session would take ten times as long as those after them.
import type { Compiler } from '../compiler/compiler.ts';
import type { Frontend } from '../compiler/frontend/index.ts';
import { cloneFunction } from '../compiler/ir/clone.ts';
import type { IrModule } from '../compiler/ir/ir.ts';
import { inSlices } from './slices.ts';

/** A little of everything. */
const TEXT = `class Sensor {
  readonly samples: int[] = [];
  private last: float = 0;
  constructor(readonly name: string) {}
  read(raw: int): number {
    if (raw % 3 === 0) this.samples.push(raw);
    this.last = raw * 0.5;
    return this.last + this.samples.length;
  }
}
function best(xs: int[], limit: number): number {
  let most = 0;
  for (let i = 0; i < xs.length; i++) {
    if (xs[i] > most && i < limit) most = xs[i];
    else most += i % 2 === 0 ? 1 : 0.5;
  }
  return most;
}
const sensors = [new Sensor('a'), new Sensor('b')];
for (const each of sensors) {
  for (let i: int = 0; i < 8; i++) each.read(i * 3);
}
const totals = sensors.map((sensor) => best(sensor.samples, 4));
let text = '';
for (const part of 'x,y'.split(',')) text += part.toUpperCase() + ' ' + totals.length;
text.trim();`;

const ID = 'warm-up';

/** After so many rounds compiling is nearly as fast as it gets. */
const ROUNDS = 20;

/**
 * Warms up what compiles cells: the first part at once, some 300 ms, the rest in slices between which the event loop
 * runs, as long as `isWanted` says. The live program stays as it is.
 */
export async function warmUp(
  frontend: Frontend,
  newCompiler: () => Compiler,
  isWanted: () => boolean,
): Promise<void> {
  const module = lowered(frontend);
  for (let round = 0; module && round < ROUNDS && isWanted(); round++) {
    const copy = { ...module, functions: module.functions.map(cloneFunction) };
    await inSlices(newCompiler().compileInSlices(copy), isWanted);
  }
}

function lowered(frontend: Frontend): IrModule | undefined {
  const undo = frontend.setCell(ID, TEXT);
  const module = frontend.check(ID).length === 0 ? frontend.lower(ID).module : undefined;
  undo();
  return module;
}
