// Properties that a program gives to a function: `next.count = 0`. Functions are no objects here, so such a property is a
// variable by the names of both, as a static property of a class is.
import { fail } from '../diagnostics.ts';
import { noSubstitution, repOfType } from '../rep-of-type.ts';
import { isNothing, repName } from '../reps.ts';
import { ts } from '../typescript.ts';
import { staticFunction } from './captures.ts';
import type { Binding, FunctionLowering } from './function.ts';
import { isGlobalFunction } from './functions.ts';
import { nameInFile } from './globals.ts';

/** The variable of a property of a function that exists once. */
export function functionProperty(fn: FunctionLowering, symbol: ts.Symbol, node: ts.Node): Binding {
  const owner = ownerOf(symbol);
  const target = owner && staticFunction(fn.symbolAt(owner));
  if (!owner || !target || !isGlobalFunction(target))
    return fail(node, 'GN1001', `the property '${symbol.name}' of a function inside of another one`);
  const rep = repOfType(fn.checker, fn.checker.getTypeOfSymbol(symbol), noSubstitution, node);
  if (isNothing(rep)) fail(node, 'GN1002', rep.kind);
  const name = nameInFile(`${owner.text}.${symbol.name}`, owner.getSourceFile());
  return { kind: 'global', rep, global: { name, symbol: `g.${name}:${repName(rep)}`, rep } };
}

/** The name of the function in the assignment that declares a property. */
function ownerOf({ valueDeclaration: declaration }: ts.Symbol): ts.Identifier | undefined {
  const target = declaration && ts.isBinaryExpression(declaration) ? declaration.left : declaration;
  if (!target || !ts.isPropertyAccessExpression(target)) return undefined;
  return ts.isIdentifier(target.expression) ? target.expression : undefined;
}
