// Properties whose name is known only when the program runs, but of which TypeScript knows which they may be:
// `object[key]`, where key is `'x' | 'y'` or `keyof typeof object`.
import type { Inst } from '../../ir/ir.ts';
import { fail } from '../diagnostics.ts';
import { accessedName, repTitle } from '../object-layout.ts';
import type { Rep } from '../reps.ts';
import { stringRep, undefinedRep } from '../reps.ts';
import { ts } from '../typescript.ts';
import { Merge, objectPlace, type Place } from './assignments.ts';
import { convert } from './conversions.ts';
import { lowerExpression } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import { layoutAt, readMember } from './objects.ts';
import { toText } from './strings.ts';
import { instOf, type Value } from './value.ts';

/** The names that a key may be. */
function possibleNames(fn: FunctionLowering, base: Value, node: ts.ElementAccessExpression): string[] {
  const type = fn.checker.getTypeAtLocation(node.argumentExpression);
  const names = (type.isUnion() ? type.types : [type]).flatMap((each) =>
    each.isStringLiteral() || each.isNumberLiteral() ? [String(each.value)] : [],
  );
  if (names.length > 0) return names;
  // `T[K]`: any property of what T stands for.
  const isGeneric = (type.flags & (ts.TypeFlags.TypeParameter | ts.TypeFlags.Index)) !== 0;
  const fields = base.rep.kind === 'object' ? base.rep.layout.fields : [];
  if (isGeneric && fields.length > 0) return [...new Set(fields.map(({ name }) => accessedName(name)))];
  return fail(node, 'GN1001', `indexing a value of type '${repTitle(base.rep)}' by any text`);
}

/** What the property of that name holds. */
export function chosenProperty(fn: FunctionLowering, base: Value, node: ts.ElementAccessExpression): Value {
  const names = possibleNames(fn, base, node);
  const layout = layoutAt(fn, base, node.expression);
  const key = lowerKey(fn, node.argumentExpression);
  const rep = fn.repAt(node);
  const result = new Merge(fn, rep);
  const mayLack = rep.kind === 'any' || (rep.kind === 'optional' && rep.absent === 'undefined');
  const otherwise = mayLack
    ? () => result.set(convert(fn, { rep: undefinedRep, inst: fn.b.nullRef() }, rep, node))
    : undefined;
  const read = (name: string) => {
    const value = fn.within(node, () => readMember(fn, instOf(base), layout, name, node));
    if (!value) return fail(node, 'GN1003', `'${name}' of a value of type '${layout.title}'`);
    result.set(convert(fn, value, rep, node));
  };
  choose(fn, key, names, node, read, otherwise);
  return result.get();
}

/** The property of that name as something that can be assigned to. */
export function chosenPlace(fn: FunctionLowering, base: Value, node: ts.ElementAccessExpression): Place {
  const names = possibleNames(fn, base, node);
  const key = lowerKey(fn, node.argumentExpression);
  const places = new Map(names.map((name) => [name, objectPlace(fn, node, base, name)]));
  const rep: Rep = fn.repAt(node);
  return {
    rep,
    read: () => {
      const result = new Merge(fn, rep);
      choose(fn, key, names, node, (name) => result.set(convert(fn, places.get(name)!.read(), rep, node)));
      return result.get();
    },
    write: (value) =>
      choose(fn, key, names, node, (name) => {
        const place = places.get(name)!;
        place.write(convert(fn, value, place.rep, node));
      }),
  };
}

function lowerKey(fn: FunctionLowering, node: ts.Expression): Inst {
  const key = lowerExpression(fn, node);
  return key.rep.kind === stringRep.kind ? instOf(key) : toText(fn, key, node);
}

/** Does what there is to do for the name that a key is; if it is none of them, what else there is to do, or traps. */
function choose(
  fn: FunctionLowering,
  key: Inst,
  names: readonly string[],
  node: ts.Node,
  action: (name: string) => void,
  otherwise?: () => void,
): void {
  const isName = (name: string) => fn.b.helper('gn_str_eq', key, instOf(fn.text(name)));
  chooseCase(fn, names, isName, action, node, otherwise);
}

/** Does what there is to do in the first case that is met, or otherwise. */
export function chooseCase<T>(
  fn: FunctionLowering,
  cases: readonly T[],
  isMet: (each: T) => Inst,
  action: (each: T) => void,
  node: ts.Node,
  otherwise?: () => void,
): void {
  const { b } = fn;
  const join = b.createBlock();
  for (const each of cases) {
    const found = b.createBlock();
    const next = b.createBlock();
    b.branch(isMet(each), found, next);
    b.enterSealed(found);
    action(each);
    b.jump(join);
    b.enterSealed(next);
  }
  if (otherwise) {
    otherwise();
    b.jump(join);
  } else fn.within(node, () => b.trap('cast'));
  b.enterSealed(join);
}
