// What calls of compiled functions do to memory, read off the bodies of these: behind a call, loads of what it does not write
// need not be made again, and a call that only reads need not be repeated while memory stays as it is.
//
// A function is compiled again when what it relies on is no longer so: it notes the callees in fn.relied, of which `effectsOf`
// says whether a new body does the same. What closures in the heap or frames of coroutines hold stays when others are compiled
// anew, and relies on nothing but functions of the library.
import { callWrites, isPure, onlyReads, writtenElement } from '../ir/analysis/effects.ts';
import type { AliasClass, CallEffects, Inst, IrFunction } from '../ir/ir.ts';
import { opInfo } from '../ir/ops.ts';
import { LIBRARY_PREFIX } from '../ir/symbols.ts';
import type { PassContext } from './context.ts';
import { mayAssume } from './devirtualize.ts';
import { mayInline } from './inline.ts';

/** What writes to more classes of memory is taken to write to all. */
const MOST_WRITTEN = 8;
/** How many calls deep bodies are looked at. */
const DEPTH = 4;

/** What a function does, and by which bodies that is known. */
interface Summary extends CallEffects {
  readonly bodies: ReadonlySet<IrFunction>;
}

export function noteCallEffects(fn: IrFunction, context: PassContext): boolean {
  const known = new Map<string, Summary | undefined>();
  let changed = false;
  for (const { insts } of fn.blocks) {
    for (const inst of insts) {
      if (inst.op !== 'call' || inst.effects) continue;
      const symbol = inst.symbol!;
      if (!known.has(symbol)) known.set(symbol, reliableSummary(fn, symbol, context));
      const summary = known.get(symbol);
      if (!summary) continue;
      const { writes, onlyReads, bodies } = summary;
      inst.effects = { writes, onlyReads };
      for (const body of bodies) relyOn(fn, body);
      changed = true;
    }
  }
  return changed;
}

function reliableSummary(fn: IrFunction, symbol: string, context: PassContext): Summary | undefined {
  const summary = summarize(symbol, context);
  if (!summary) return undefined;
  const others = [...summary.bodies].filter((body) => body !== fn);
  const isReliable = others.every(
    (body) =>
      mayInline(fn, body) &&
      (mayAssume(fn) || [body.symbol, ...body.inlined, ...body.relied].every(isOfLibrary)),
  );
  return isReliable ? summary : undefined;
}

const isOfLibrary = (symbol: string): boolean => symbol.startsWith(LIBRARY_PREFIX);

function relyOn(fn: IrFunction, body: IrFunction): void {
  if (body === fn) return;
  fn.relied.add(body.symbol);
  for (const symbol of body.relied) fn.relied.add(symbol);
}

/** What a function does to memory, as text: while that is the same, what relies on it is right. */
export function effectsOf(symbol: string, context: PassContext): string {
  const summary = summarize(symbol, context);
  if (!summary) return 'anything';
  return summary.onlyReads ? 'only reads' : `writes ${[...summary.writes].sort().join(', ')}`;
}

/** What a function does; undefined if that may be anything. */
function summarize(
  symbol: string,
  context: PassContext,
  callers: readonly IrFunction[] = [],
): Summary | undefined {
  const body = context.bodyOf(symbol);
  if (!body || callers.length === DEPTH) return undefined;
  const writes = new Set<AliasClass>();
  const bodies = new Set([body]);
  let readsOnly = true;
  const write = (...classes: readonly (AliasClass | undefined)[]): boolean => {
    readsOnly = false;
    for (const each of classes) {
      if (!each || each === 'mmio') return false;
      writes.add(each);
    }
    return writes.size <= MOST_WRITTEN;
  };
  const isKnown = (inst: Inst): boolean => {
    const { effect } = opInfo(inst.op);
    if (effect === 'load') return inst.alias !== 'mmio';
    if (effect === 'store') return write(inst.alias);
    if (effect !== 'call') return true;
    if (inst.op === 'helper') {
      if (!isPure(inst) && !onlyReads(inst)) readsOnly = false;
      const written = callWrites(inst);
      return written === 'none' || (written === 'arrays' && write('length', 'data', writtenElement(inst)));
    }
    if (inst.op === 'callRef') return false;
    // In a function that calls itself, those calls do what the rest of it does.
    if (inst.symbol === symbol) return true;
    if (callers.some((caller) => caller.symbol === inst.symbol)) return false;
    const callee = inst.effects
      ? { ...inst.effects, bodies: [] }
      : summarize(inst.symbol!, context, [...callers, body]);
    if (!callee) return false;
    for (const each of callee.bodies) bodies.add(each);
    return callee.onlyReads || write(...callee.writes);
  };
  for (const { insts } of body.blocks) if (!insts.every(isKnown)) return undefined;
  return { writes, onlyReads: readsOnly, bodies };
}
