// The console as a value, where a type says what is asked of it: `class Service { constructor(private out: Logger = console) {} }`.
// It is an object with these functions, as if one had written `{ log: console.log }`.
import { fail } from '../diagnostics.ts';
import { ObjectLayout } from '../object-layout.ts';
import { rememberLayout } from '../object-types.ts';
import type { ObjectRep, Rep } from '../reps.ts';
import type { ts } from '../typescript.ts';
import { builtinMember } from './builtin-functions.ts';
import { convert } from './conversions.ts';
import type { FunctionLowering } from './function.ts';
import { newObject, storeField } from './objects.ts';
import type { Value } from './value.ts';

export function consoleObject(fn: FunctionLowering, node: ts.Identifier, expected: Rep | undefined): Value {
  const wanted = expected?.kind === 'optional' ? expected.of : expected;
  const rep = wanted?.kind === 'object' ? layoutFor(fn, node, wanted) : undefined;
  if (!rep) return fail(node, 'GN1004', "'console'");
  const object = fn.within(node, () => newObject(fn, rep.layout));
  for (const field of rep.layout.fields) {
    const member = builtinMember(fn, 'console', field.name, field.rep);
    if (!member) return fail(node, 'GN1004', `'console.${field.name}'`);
    storeField(fn, object, field, convert(fn, member, field.rep, node));
  }
  return { rep, inst: object };
}

/** The layout of an object that has what objects of a type have, methods as properties. */
function layoutFor(fn: FunctionLowering, node: ts.Identifier, { layout }: ObjectRep): ObjectRep | undefined {
  if (layout.declaration) return undefined;
  const members = [...layout.fields, ...layout.slots].sort((a, b) => (a.name < b.name ? -1 : 1));
  const names = members.map(({ name }) => name);
  return rememberLayout(
    fn.checker,
    fn.checker.getTypeAtLocation(node),
    layout.key,
    () => new ObjectLayout(`{ ${names.join(', ')} }`, undefined, new Map()),
    (own) => {
      own.order = names;
      return members.every(({ name, rep }) => own.addField(name, rep));
    },
  );
}
