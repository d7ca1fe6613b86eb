// Classes with static properties on the console: `[class Counter] { count: 1 }`.

import { isStatic } from '../class-members.ts';
import { classOfSymbol } from '../class-names.ts';
import { memberName } from '../member-names.ts';
import { ObjectLayout } from '../object-layout.ts';
import { skipParentheses, ts } from '../typescript.ts';
import type { FunctionLowering } from './function.ts';
import { shownFunction } from './function-names.ts';
import { isInLibrary } from './globals.ts';
import { newObject, storeField } from './objects.ts';
import { staticBinding } from './static-members.ts';
import type { Value } from './value.ts';

/** What a class that is asked for by its name is shown as, if it has static properties: an object with these. */
export function classWithStatics(fn: FunctionLowering, node: ts.Expression): Value | undefined {
  const inner = skipParentheses(node);
  const declaration = ts.isIdentifier(inner) ? classOfSymbol(fn.symbolAt(inner)) : undefined;
  if (!declaration || isInLibrary(declaration)) return undefined;
  const shown = declaration.members.filter(isShown);
  if (shown.length === 0) return undefined;
  const { name, parent } = shownFunction(fn.checker, declaration);
  const title = `[class ${name || '(anonymous)'}${parent === undefined ? '' : ` extends ${parent}`}]`;
  const layout = new ObjectLayout(title, undefined, new Map());
  layout.shownAs = title;
  const values = shown.map((member) => {
    const value = fn.read(staticBinding(fn, member));
    layout.addField(memberName(member.name, fn.checker) ?? '', value.rep);
    return value;
  });
  layout.order = layout.fields.map((field) => field.name);
  const object = fn.within(node, () => newObject(fn, layout));
  for (const [i, field] of layout.fields.entries()) storeField(fn, object, field, values[i]!);
  return { rep: { kind: 'object', layout }, inst: object };
}

function isShown(member: ts.ClassElement): member is ts.PropertyDeclaration {
  return isStatic(member) && ts.isPropertyDeclaration(member) && !ts.isPrivateIdentifier(member.name);
}
