// Properties that a literal is given what a pattern took out of an array: `const [command, name] = line.split(' ')` and then
// `{ command, name }`. TypeScript takes each part for there. Types with properties of these names hold undefined, too, and
// a use of the property that does not ask for that checks that there is a value.
import { namesOf } from './joined-types.ts';
import { isKnownPart } from './name-tests.ts';
import type { ObjectLayout } from './object-layout.ts';
import { type Opening, perhapsShape, shapesOf } from './open-shapes.ts';
import { isPerhaps } from './perhaps-values.ts';
import { isNothing, isRef, type Rep } from './reps.ts';
import { skipParentheses, ts } from './typescript.ts';

/** What has to be known of a property with that value; undefined if nothing has. */
export function partOpening(
  checker: ts.TypeChecker,
  value: ts.Expression,
  layout: ObjectLayout,
  name: string,
): Opening | undefined {
  const rep = layout.field(name)?.rep;
  if (!rep || !mayBePromised(rep) || layout.declaration || !isPart(checker, value)) return undefined;
  return { shape: perhapsShape(namesOf(layout), name), forms: [] };
}

/** True if a property of types with these names may be without its value, although the types do not say so. */
export function isGivenPart(
  checker: ts.TypeChecker,
  names: readonly string[],
  name: string,
  rep: Rep,
): boolean {
  const shapes = shapesOf(checker);
  if (!shapes || shapes.isEmpty || !mayBePromised(rep)) return false;
  return shapes.isOpen(perhapsShape(names, name));
}

/** Numbers and truth values have no room for undefined. */
const mayBePromised = (rep: Rep) =>
  isRef(rep) && rep.kind !== 'any' && rep.kind !== 'optional' && !isNothing(rep);

function isPart(checker: ts.TypeChecker, node: ts.Expression): boolean {
  const value = skipParentheses(node);
  if (!ts.isIdentifier(value)) return false;
  const isShorthand = ts.isShorthandPropertyAssignment(value.parent);
  const symbol = isShorthand
    ? checker.getShorthandAssignmentValueSymbol(value.parent)
    : checker.getSymbolAtLocation(value);
  const declaration = symbol?.valueDeclaration;
  return (
    declaration !== undefined &&
    isKnownPart(declaration) &&
    isPerhaps(checker, declaration.name as ts.Identifier)
  );
}
