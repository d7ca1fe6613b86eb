// Devirtualization: a call of a method becomes a direct call where all objects that it may be of have the same method, by
// the classes of the live program or by the class that an object was just made of. Looking up a member by name becomes
// its place likewise. What was assumed is recorded in fn.assumptions: a later cell may extend or change the classes.
import { HEADER_KIND_MASK, ObjectKind } from '../abi/objects.ts';
import { Replacements } from '../ir/edit.ts';
import type { Inst, IrFunction } from '../ir/ir.ts';
import { newInst } from '../ir/ir.ts';
import { parseQuery, queryText } from '../ir/member-query.ts';
import { isHeldByClosures, LIBRARY_PREFIX } from '../ir/symbols.ts';
import type { ClassKnowledge, PassContext } from './context.ts';

/**
 * False for code that may go on as it is when it is compiled anew: that of closures in the heap, of frames that wait, and
 * of the library, whose frames may wait below them.
 */
export function mayAssume({ symbol }: IrFunction): boolean {
  return !isHeldByClosures(symbol) && !symbol.startsWith(LIBRARY_PREFIX);
}

export function devirtualize(fn: IrFunction, { classes }: PassContext): boolean {
  if (!classes) return false;
  const made = mayAssume(fn) ? classesOfNewObjects(fn) : undefined;
  const words = new Replacements();
  let changed = false;
  for (const block of fn.blocks) {
    for (const [i, inst] of block.insts.entries()) {
      if (inst.op === 'callRef') {
        const code =
          knownClosure(inst, classes) ?? (made && assumed(fn, inst.symbol, made.get(inst.args[1]!), classes));
        if (code === undefined) continue;
        callDirectly(inst, code);
        changed = true;
      } else if (inst.op === 'findMember' && made) {
        const word = assumed(fn, inst.symbol, made.get(inst.args[0]!), classes);
        if (word === undefined) continue;
        const constant = newInst(fn, 'iconst', 'i32', [], inst.position, { imm: Number(word) });
        block.insts[i] = constant;
        words.set(inst, constant);
        changed = true;
      }
    }
  }
  words.apply(fn);
  return changed;
}

/** Objects that the function makes, with the descriptors of their classes. */
function classesOfNewObjects(fn: IrFunction): Map<Inst, string> {
  const found = new Map<Inst, string>();
  for (const { insts } of fn.blocks) {
    for (const inst of insts) {
      if (inst.op !== 'helper' || inst.symbol !== 'gn_new') continue;
      const [header, descriptor] = inst.args as [Inst, Inst];
      const isObject = header.op === 'iconst' && (header.imm! & HEADER_KIND_MASK) === ObjectKind.object;
      if (isObject && descriptor.op === 'address' && descriptor.imm === 0)
        found.set(inst, descriptor.symbol!);
    }
  }
  // The words that say of which class they are.
  for (const { insts } of fn.blocks) {
    for (const inst of insts) {
      const descriptor = inst.op === 'load' && inst.alias === 'field.#class' && found.get(inst.args[0]!);
      if (descriptor) found.set(inst, descriptor);
    }
  }
  return found;
}

function knownClosure({ args: [closure] }: Inst, classes: ClassKnowledge): string | undefined {
  return closure?.op === 'object' ? classes.codeOf(closure.symbol!) : undefined;
}

/** The answer to a query, about objects of the very class `descriptor` if that is known; notes it as assumed. */
function assumed(
  fn: IrFunction,
  text: string | undefined,
  descriptor: string | undefined,
  classes: ClassKnowledge,
): string | undefined {
  if (text === undefined) return undefined;
  const query = descriptor ? queryText({ ...parseQuery(text), scope: { of: 'exactly', descriptor } }) : text;
  const answer = classes.answer(query);
  if (answer !== undefined) fn.assumptions.set(query, answer);
  return answer;
}

/** The callee does not look at the closure that it was called through. */
function callDirectly(inst: Inst, code: string): void {
  inst.op = 'call';
  inst.symbol = code;
  inst.args = inst.args.slice(1);
}
