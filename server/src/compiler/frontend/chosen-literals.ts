// Literals that spread one of two others with different properties: `{ id, ...(isAdmin ? { rights } : { team }) }`. To TypeScript
// the result is of one of two types; here all objects of the literal have one layout, and may be without what one of them lacks.
import { genericProperty } from './generic-properties.ts';
import { memberName, propertyName } from './member-names.ts';
import { ObjectLayout, repKey } from './object-layout.ts';
import { isOfOtherLiterals, rememberLayout } from './object-types.ts';
import type { RepOf, Substitution } from './rep-of-type.ts';
import {
  anyRep,
  isNothing,
  isNumeric,
  numberRep,
  type ObjectRep,
  type Rep,
  sameRep,
  withUndefined,
} from './reps.ts';
import { skipParentheses, ts } from './typescript.ts';

/** The literal that objects of a type are made by, if it is such a one. */
export function chosenLiteralOf(
  checker: ts.TypeChecker,
  type: ts.Type,
): ts.ObjectLiteralExpression | undefined {
  if (!((type.symbol?.flags ?? 0) & ts.SymbolFlags.ObjectLiteral)) return undefined;
  const literal = type.symbol.declarations?.find(ts.isObjectLiteralExpression);
  // One that begins with the choice is made as what that leads to (lower/union-literals.ts).
  const isChosen = (each: ts.ObjectLiteralElementLike, i: number) =>
    isChosenSpread(checker, each) && !(i === 0 && isChoice(each));
  return literal?.properties.some(isChosen) && checker.getTypeAtLocation(literal).isUnion()
    ? literal
    : undefined;
}

const isChoice = (node: ts.ObjectLiteralElementLike) =>
  ts.isSpreadAssignment(node) && ts.isConditionalExpression(skipParentheses(node.expression));

/** True for `...(test ? a : b)`, and for an object of such a literal. */
function isChosenSpread(checker: ts.TypeChecker, node: ts.ObjectLiteralElementLike): boolean {
  const spread = ts.isSpreadAssignment(node) ? skipParentheses(node.expression) : undefined;
  if (!spread) return false;
  const type = checker.getTypeAtLocation(spread);
  const types = type.isUnion() ? type.types : [type];
  if (types.every((each) => chosenLiteralOf(checker, each))) return true;
  const isLiteral = (each: ts.Type) => ((each.symbol?.flags ?? 0) & ts.SymbolFlags.ObjectLiteral) !== 0;
  return ts.isConditionalExpression(spread) && types.every(isLiteral);
}

/** The representation of all its objects. */
export function chosenLiteralRep(
  checker: ts.TypeChecker,
  literal: ts.ObjectLiteralExpression,
  map: RepOf,
  substitution: Substitution,
): ObjectRep | undefined {
  const whole = checker.getTypeAtLocation(literal);
  const types = whole.isUnion() ? whole.types : [whole];
  const properties = types.map((type) =>
    checker.getPropertiesOfType(type).filter((each) => !isOfOtherLiterals(checker, each)),
  );
  const names = [...new Set(properties.flat().map(propertyName))];
  const fill = (layout: ObjectLayout): boolean => {
    layout.isChosen = true;
    layout.order = [...new Set([...orderIn(checker, literal, map), ...names])];
    return [...names].sort().every((name) => {
      const found = properties.flatMap((each) => each.find((one) => propertyName(one) === name) ?? []);
      const isEverywhere = found.length === types.length;
      const isPlain = found.every((each) => !genericProperty(checker, each) && !isAccessor(each));
      const rep = isPlain ? common(found.map((each) => map(checker.getTypeOfSymbol(each)))) : undefined;
      if (!rep) return false;
      const isOptional = found.some(({ flags }) => flags & ts.SymbolFlags.Optional);
      if (!isEverywhere || isOptional) layout.mayLack.add(name);
      return layout.addField(name, isEverywhere ? rep : withUndefined(rep));
    });
  };
  const key = [...substitution.values()].map(repKey).join();
  return rememberLayout(
    checker,
    literal,
    `chosen ${key}`,
    () => new ObjectLayout(`{ ${names.join(', ')} }`, undefined, substitution),
    fill,
  );
}

/** The names of its properties as objects get them. */
function orderIn(checker: ts.TypeChecker, literal: ts.ObjectLiteralExpression, map: RepOf): string[] {
  return literal.properties.flatMap((each) => {
    if (!ts.isSpreadAssignment(each)) return (each.name && memberName(each.name, checker)) ?? [];
    const spread = skipParentheses(each.expression);
    const parts = ts.isConditionalExpression(spread) ? [spread.whenTrue, spread.whenFalse] : [spread];
    return parts.flatMap((part) => {
      const rep = map(checker.getTypeAtLocation(part));
      return rep?.kind === 'object' ? rep.layout.order : [];
    });
  });
}

const isAccessor = ({ flags }: ts.Symbol) => (flags & ts.SymbolFlags.Accessor) !== 0;

/** What holds values of all of these. */
function common(reps: readonly (Rep | undefined)[]): Rep | undefined {
  const [first] = reps;
  if (!first || reps.includes(undefined)) return undefined;
  if (isNothing(first)) return anyRep;
  if (reps.every((each) => sameRep(each!, first))) return first;
  return reps.every((each) => isNumeric(each!)) ? numberRep : anyRep;
}
