// Properties whose name is known only when the program runs, but of which TypeScript knows which they may be:
// `object[key]` and `{ ...object, [key]: value }`, where key is `'x' | 'y'` or `keyof typeof object`.
import type { Inst } from '../../ir/ir.ts';
import { fail } from '../diagnostics.ts';
import { keysOpening } from '../dictionary-types.ts';
import { namesOfKey } from '../keyed-types.ts';
import { literalsOf } from '../known-keys.ts';
import { accessedName, type ObjectLayout, repKey, repTitle } from '../object-layout.ts';
import type { Rep } from '../reps.ts';
import { undefinedRep } from '../reps.ts';
import { ts } from '../typescript.ts';
import { Merge, objectPlace, type Place } from './assignments.ts';
import { convert } from './conversions.ts';
import { chooseValue } from './defaults.ts';
import { lowerKey } from './dictionaries.ts';
import { lowerExpression, lowerTo } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import { layoutAt, readMember } from './objects.ts';
import { withoutValue } from './spread-objects.ts';
import { typeOfKey } from './steady-keys.ts';
import { instOf, type Value } from './value.ts';

/** The names that a key of an object may be; none if TypeScript does not know. */
function possibleNames(fn: FunctionLowering, key: ts.Expression, layout: ObjectLayout | undefined): string[] {
  const type = typeOfKey(fn, key);
  const names = literalsOf(type);
  if (names.length > 0) return names;
  const named = namesOfKey(type, fn.substitution);
  if (named.length > 0) return [...named];
  // `T[K]`: any property of what T stands for.
  const isGeneric = (type.flags & (ts.TypeFlags.TypeParameter | ts.TypeFlags.Index)) !== 0;
  const fields = isGeneric && layout ? layout.fields : [];
  return [...new Set(fields.map(({ name }) => accessedName(name)))];
}

function namesOf(fn: FunctionLowering, base: Value, node: ts.ElementAccessExpression): string[] {
  const layout = base.rep.kind === 'object' ? base.rep.layout : undefined;
  const names = possibleNames(fn, node.argumentExpression, layout);
  if (names.length > 0) return names;
  // `T extends Record<string, V>` may stand for a type with some properties.
  if (layout && fn.module.withRemade(keysOpening(layout, undefined))) return [];
  return fail(node, 'GN1001', `indexing a value of type '${repTitle(base.rep)}' by any text`);
}

/** `{ ...others, [key]: value }`: the property that the key names is the value, all others are what they were before. */
export function lowerChosenProperty(
  fn: FunctionLowering,
  node: Exclude<ts.ObjectLiteralElementLike, ts.SpreadAssignment>,
  layout: ObjectLayout,
  values: Map<string, Value>,
): void {
  const unknown: () => never = () => fail(node.name, 'GN1001', 'a computed name');
  const { name: computed } = node;
  if (!ts.isComputedPropertyName(computed) || !ts.isPropertyAssignment(node)) unknown();
  const fields = possibleNames(fn, computed.expression, layout).map(
    (name) => layout.field(name) ?? unknown(),
  );
  const [first, ...others] = fields;
  if (!first) unknown();
  const key = instOf(lowerKey(fn, computed.expression));
  const isAlike = others.every(({ rep }) => repKey(rep) === repKey(first.rep));
  const value = isAlike ? lowerTo(fn, node.initializer, first.rep) : lowerExpression(fn, node.initializer);
  for (const { name, rep } of fields) {
    const before = values.get(name);
    const isIt = fn.b.helper('gn_str_eq', key, instOf(fn.text(name)));
    const given = () => convert(fn, value, rep, node);
    values.set(
      name,
      chooseValue(fn, rep, isIt, given, () => before ?? withoutValue(fn, rep, node)),
    );
  }
}

/** What the property of that name holds. */
export function chosenProperty(fn: FunctionLowering, base: Value, node: ts.ElementAccessExpression): Value {
  const names = namesOf(fn, base, node);
  const layout = layoutAt(fn, base, node.expression);
  const key = instOf(lowerKey(fn, node.argumentExpression));
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
  const names = namesOf(fn, base, node);
  const key = instOf(lowerKey(fn, node.argumentExpression));
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
