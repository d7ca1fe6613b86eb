// `{ ...event, at: 1 }`, where the event is of a union: an object of that type of the result's union which the source's type
// leads to.

import { memberName } from '../member-names.ts';
import { type ObjectLayout, repKey } from '../object-layout.ts';
import type { ObjectRep } from '../reps.ts';
import { ts } from '../typescript.ts';
import { convert } from './conversions.ts';
import { chooseValue } from './defaults.ts';
import { lowerExpression } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import { isOf, narrowedObject } from './narrowing.ts';
import { exactRep, lowerLiteralProperty, madeLiteral } from './objects.ts';
import { SpreadProperties } from './spread-objects.ts';
import type { Value } from './value.ts';

/** Such an object; undefined if the literal begins with no object of a union, or it is not clear what that leads to. */
export function lowerUnionLiteral(
  fn: FunctionLowering,
  node: ts.ObjectLiteralExpression,
  union: ObjectRep,
): Value | undefined {
  const [spread, ...others] = node.properties;
  if (!spread || !ts.isSpreadAssignment(spread)) return undefined;
  const names = others.map(({ name }) => name && memberName(name, fn.checker));
  const rep = fn.tryRepOf(fn.checker.getTypeAtLocation(spread.expression));
  if (rep?.kind !== 'object' || !names.every((each) => each !== undefined)) return undefined;
  const ways = rep.layout.alternatives.map((from) => {
    const to = union.layout.alternatives.find((each) => leadsTo(from, each, names));
    return to && { from: exactRep({ kind: 'object', layout: from }) as ObjectRep, to };
  });
  if (ways.length === 0 || !ways.every((each) => each !== undefined)) return undefined;
  const source = narrowedObject(fn, lowerExpression(fn, spread.expression), spread.expression);
  const make = ({ from, to }: (typeof ways)[number]): Value => {
    const made = exactRep({ kind: 'object', layout: to }) as ObjectRep;
    const values = new Map<string, Value>();
    const isLater = (name: string) => names.includes(name);
    new SpreadProperties(fn, made.layout, values, isLater).take({ ...source, rep: from }, spread.expression);
    for (const property of others) lowerLiteralProperty(fn, property, made.layout, values);
    return convert(fn, madeLiteral(fn, made, values, [...values.keys()], node), union, node);
  };
  const choose = ([first, ...rest]: typeof ways): Value => {
    const isIt = isOf(fn, source, first!.from.layout);
    if (rest.length > 0)
      return chooseValue(
        fn,
        union,
        isIt,
        () => make(first!),
        () => choose(rest),
      );
    fn.within(node, () => fn.b.check(isIt, 'cast'));
    return make(first!);
  };
  return choose(ways);
}

/** True if objects of one layout become ones of the other by properties of these names. */
function leadsTo(from: ObjectLayout, to: ObjectLayout, names: readonly string[]): boolean {
  const expected = new Set([...from.fields.map(({ name }) => name), ...names]);
  return (
    to.fields.length === expected.size &&
    to.fields.every(({ name, rep }) => {
      const own = from.field(name);
      return expected.has(name) && (!own || names.includes(name) || repKey(own.rep) === repKey(rep));
    })
  );
}
