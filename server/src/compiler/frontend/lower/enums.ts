// Enums: their members are constants; the enum itself is made into an object where it is used as one.
import { fail } from '../diagnostics.ts';
import { enumValue } from '../enum-values.ts';
import { memberName } from '../member-names.ts';
import { numberRep, optionalOf, type Rep, stringRep, undefinedRep } from '../reps.ts';
import { isGivenPerhaps, isTested } from '../tested-values.ts';
import { ts } from '../typescript.ts';
import { Merge } from './assignments.ts';
import { convert, toNumber } from './conversions.ts';
import { isDictionary, newDictionary, valueRep } from './dictionaries.ts';
import { lowerExpression } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import { chooseCase } from './keyed-properties.ts';
import { callLibraryMethod } from './library-methods.ts';
import { exactRep, newObject, storeField } from './objects.ts';
import { steadyKey } from './steady-keys.ts';
import { instOf, type Value } from './value.ts';

interface Member {
  readonly name: string;
  readonly value: string | number;
}

/** A member of an enum is its value. */
export function enumMember(fn: FunctionLowering, node: ts.PropertyAccessExpression): Value {
  const member = fn.checker.getSymbolAtLocation(node.name)?.valueDeclaration;
  const value = member && ts.isEnumMember(member) ? enumValue(fn.checker, member) : undefined;
  if (value === undefined) return fail(node, 'GN1001', 'an enum member that is computed');
  return constant(fn, value);
}

/** `Color['Red']`, `Color[name]` and `Color[color]`; undefined for what is no enum. */
export function enumElement(fn: FunctionLowering, node: ts.ElementAccessExpression): Value | undefined {
  const symbol = ts.isIdentifier(node.expression) ? fn.symbolAt(node.expression) : undefined;
  if (!symbol || !(symbol.flags & ts.SymbolFlags.Enum)) return undefined;
  const members = membersOf(fn, symbol, node);
  const key = lowerExpression(fn, node.argumentExpression);
  if (key.rep.kind === 'string') return memberByName(fn, members, key, node);
  const number = toNumber(fn, key, node.argumentExpression);
  const isAsked = isTested(node) || isGivenPerhaps(node);
  const rep = isAsked ? optionalOf(stringRep) : stringRep;
  const result = new Merge(fn, rep);
  chooseCase(
    fn,
    [...reversed(members)],
    ([value]) => fn.b.dcmp('eq', number, fn.b.dconst(value)),
    ([, name]) => result.set(convert(fn, fn.text(name), rep, node)),
    node,
    isAsked ? () => result.set(convert(fn, { rep: undefinedRep }, rep, node)) : undefined,
  );
  return result.get();
}

function memberByName(
  fn: FunctionLowering,
  members: readonly Member[],
  key: Value,
  node: ts.ElementAccessExpression,
): Value {
  const known = steadyKey(fn, node.argumentExpression);
  const member = members.find(({ name }) => name === known);
  if (member) return constant(fn, member.value);
  const rep: Rep = fn.repAt(node);
  const result = new Merge(fn, rep);
  chooseCase(
    fn,
    members,
    ({ name }) => fn.b.helper('gn_str_eq', instOf(key), instOf(fn.text(name))),
    ({ value }) => result.set(convert(fn, constant(fn, value), rep, node)),
    node,
  );
  return result.get();
}

/** An enum as a value: an object with its members, and with the names of those that are numbers. */
export function enumObject(fn: FunctionLowering, symbol: ts.Symbol, node: ts.Expression): Value {
  const members = membersOf(fn, symbol, node);
  const rep = exactRep(fn.repOf(fn.checker.getTypeOfSymbol(symbol), node));
  if (rep.kind !== 'object') return fail(node, 'GN1001', `using '${symbol.name}' here`);
  if (!isDictionary(rep)) {
    const object = fn.within(node, () =>
      newObject(
        fn,
        rep.layout,
        members.map(({ name }) => name),
      ),
    );
    for (const { name, value } of members) {
      const field = rep.layout.field(name);
      if (field) storeField(fn, object, field, convert(fn, constant(fn, value), field.rep, node));
    }
    return { rep, inst: object };
  }
  const dictionary = newDictionary(fn, rep, node);
  const set = (key: string, value: Value) =>
    callLibraryMethod(fn, dictionary, 'set', [fn.text(key), convert(fn, value, valueRep(rep), node)], node);
  for (const { name, value } of members) set(name, constant(fn, value));
  for (const [value, name] of reversed(members)) set(String(value), fn.text(name));
  return dictionary;
}

function membersOf(fn: FunctionLowering, symbol: ts.Symbol, node: ts.Node): Member[] {
  const members = (symbol.declarations ?? [])
    .filter(ts.isEnumDeclaration)
    .flatMap((each) => [...each.members]);
  return members.map((member) => ({
    name: memberName(member.name, fn.checker) ?? '',
    value: enumValue(fn.checker, member) ?? fail(node, 'GN1001', 'an enum member that is computed'),
  }));
}

/** Names by numbers. Where several members have a value, it is the last that it names. */
function reversed(members: readonly Member[]): Map<number, string> {
  return new Map(members.flatMap(({ name, value }) => (typeof value === 'number' ? [[value, name]] : [])));
}

function constant(fn: FunctionLowering, value: string | number): Value {
  return typeof value === 'string' ? fn.text(value) : { rep: numberRep, inst: fn.b.dconst(value) };
}
