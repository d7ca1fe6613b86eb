// What instructions do besides computing a value: which memory they read and write, whether they may be
// removed, merged or moved.
import type { HelperName } from '../../abi/helpers.ts';
import { helpers } from '../../abi/helpers.ts';
import type { AliasClass, Inst, IrFunction } from '../ir.ts';
import { opInfo } from '../ops.ts';
import type { MemoryType } from '../types.ts';

/** Finds the body of a compiled function, as PassContext.bodyOf. */
export type BodyOf = (symbol: string) => IrFunction | undefined;

/**
 * - `none`: touches no memory that compiled code can see
 * - `arrays`: length, data and elements of arrays
 * - `all`: everything but constant memory
 */
export type Writes = 'none' | 'arrays' | 'all';

/** Helpers with effect `write` that leave the program's memory alone: output, time and conversions. */
const writesNothing = /^gn_(out_|delay_ms|millis|micros|timer_|d2i_exact|trap)/;

function helperWrites(name: HelperName): Writes {
  if (helpers[name].effect !== 'write' || writesNothing.test(name)) return 'none';
  return name.startsWith('gn_array_') ? 'arrays' : 'all';
}

/** How the elements are stored that the helpers for pushing add. */
export const pushedMemory: ReadonlyMap<string | undefined, MemoryType> = new Map([
  ['gn_array_push_ref' satisfies HelperName, 'ref'],
  ['gn_array_push_i32' satisfies HelperName, 'i32'],
  ['gn_array_push_f32' satisfies HelperName, 'f32'],
  ['gn_array_push_number' satisfies HelperName, 'num'],
]);

const writesOfHelpers = new Map<string | undefined, Writes>(
  (Object.keys(helpers) as HelperName[]).map((name) => [name, helperWrites(name)]),
);

/** Memory that a call, helper or callRef may write; `all` also for what only its effects tell. */
export function callWrites(inst: Inst): Writes {
  if (inst.op === 'helper') return writesOfHelpers.get(inst.symbol)!;
  return inst.effects?.writes.size === 0 ? 'none' : 'all';
}

/** True for memory that is what it was made with as long as the object lives. */
function isImmutable(alias: AliasClass): boolean {
  return alias === 'constant' || alias === 'stringLength' || alias === 'field.#class';
}

/** True if the instruction may change what a load of this alias class reads. */
export function clobbers(inst: Inst, alias: AliasClass): boolean {
  if (isImmutable(alias)) return false;
  switch (opInfo(inst.op).effect) {
    case 'store':
      return inst.alias === alias;
    case 'call': {
      if (inst.effects) return inst.effects.writes.has(alias);
      const writes = callWrites(inst);
      if (inst.symbol === ('gn_array_reserve' satisfies HelperName)) return alias === 'data';
      if (writes === 'arrays') {
        const element = writtenElement(inst);
        return isArrayMemory(alias) && (!element || !alias.startsWith('element.') || alias === element);
      }
      return writes === 'all';
    }
    default:
      return false;
  }
}

/** The only class of elements that a call writes, of those that write to arrays; undefined if it may be any. */
export function writtenElement({ symbol }: Inst): AliasClass | undefined {
  const memory = pushedMemory.get(symbol);
  return memory && `element.${memory}`;
}

export function isArrayMemory(alias: AliasClass): boolean {
  return alias === 'length' || alias === 'data' || alias.startsWith('element.');
}

/** True if the value depends on the arguments alone, so that equal instructions may be merged and moved. */
export function isPure(inst: Inst): boolean {
  if (inst.op === 'helper') return helpers[inst.symbol as HelperName].effect === 'pure';
  return opInfo(inst.op).effect === 'pure' && inst.op !== 'param' && inst.op !== 'self';
}

/** True for a call that only looks at memory: as long as that stays as it is, the same call gives the same. */
export function onlyReads(inst: Inst): boolean {
  if (inst.op === 'helper') return helpers[inst.symbol as HelperName].effect === 'read';
  return inst.effects?.onlyReads ?? false;
}

/** True if nothing is lost by not executing the instruction when its value is not used. */
export function isRemovable(inst: Inst, _bodyOf?: BodyOf): boolean {
  switch (opInfo(inst.op).effect) {
    case 'pure':
      return true;
    case 'load':
      return inst.alias !== 'mmio';
    case 'call': {
      if (inst.op !== 'helper') return false;
      if (inst.symbol === 'gn_array_new') return isLength(inst.args[1]!);
      const { effect } = helpers[inst.symbol as HelperName];
      return effect === 'pure' || effect === 'read' || effect === 'alloc';
    }
    default:
      return false;
  }
}

/** True for constants that an array may have as its length: with others, making it may fail. */
function isLength(inst: Inst): boolean {
  return inst.op === 'iconst' && inst.imm! >= 0;
}

/** True if the instruction may leave the function, or never end: what follows it may not be executed. */
export function mayLeave(inst: Inst): boolean {
  switch (opInfo(inst.op).effect) {
    case 'check':
      return true;
    case 'call':
      return inst.op !== 'helper' || !['pure', 'read'].includes(helpers[inst.symbol as HelperName].effect);
    default:
      return false;
  }
}
