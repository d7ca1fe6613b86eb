// Classes as values: `make(Circle)`, `[Circle, Square].map((Shape) => new Shape())`. Such a value is a function that makes
// an object of the class; `new` calls it.
import { classSymbolName, classTitle } from '../class-names.ts';
import { fail } from '../diagnostics.ts';
import { classRep } from '../object-types.ts';
import { isLibraryPath } from '../program.ts';
import { repOfClass, type Substitution, tryRepOfType } from '../rep-of-type.ts';
import type { FunctionRep, ObjectRep, Rep } from '../reps.ts';
import { repName } from '../reps.ts';
import type { ts } from '../typescript.ts';
import { makeObject } from './classes.ts';
import type { FunctionLowering } from './function.ts';
import { wantedFunction } from './function-values.ts';
import { lowerReturn, shapeOf } from './functions.ts';
import { parameterValues } from './made-functions.ts';
import type { FunctionInstance } from './module.ts';
import type { Value } from './value.ts';

/** The function that makes objects of a class; of a generic one, for the types that the context wants. */
export function classFactory(
  fn: FunctionLowering,
  declaration: ts.ClassLikeDeclaration,
  node: ts.Expression,
  expected: Rep | undefined,
): Value {
  const title = classTitle(declaration);
  if (isLibraryPath(declaration.getSourceFile().fileName))
    return fail(node, 'GN1004', `the class '${title}'`);
  const wanted = wantedFunction(fn, node, expected)?.result;
  const isWanted = wanted?.kind === 'object' && wanted.layout.declaration === declaration;
  const made = isWanted ? wanted : classRep(fn.checker, declaration, []);
  const rep = made && factoryRep(fn.checker, declaration, made.layout.substitution);
  if (!rep) return fail(node, 'GN1004', `the class '${title}', whose types are not known here,`);
  const { substitution, captures } = made.layout;
  if (captures.length > 0)
    return fail(node, 'GN1004', `the class '${title}', which uses variables of the function around it,`);
  const args = [...substitution.values()].map(repName).join();
  const base = `f.${classSymbolName(declaration)}.new${args && `<${args}>`}`;
  const shape = shapeOf(rep.params, rep.result, []);
  const symbol = fn.module.world.variantOf(base, shape);
  const { params, result } = rep;
  const instance: FunctionInstance = {
    symbol,
    base,
    shape,
    isMain: false,
    name: title,
    node: declaration,
    substitution,
    params,
    result,
    form: 'direct',
    captures: [],
  };
  fn.module.request(instance, fn.site);
  return { rep, inst: fn.b.object(fn.module.functionConstant(symbol)) };
}

/** What `new` of a class takes and gives, as a function; undefined if that can't be a value. */
export function factoryRep(
  checker: ts.TypeChecker,
  declaration: ts.ClassLikeDeclaration,
  substitution: Substitution,
): FunctionRep | undefined {
  const symbol = checker.getTypeAtLocation(declaration).getSymbol();
  const [signature, ...others] = symbol
    ? checker.getTypeOfSymbolAtLocation(symbol, declaration).getConstructSignatures()
    : [];
  if (!signature || others.length > 0) return undefined;
  const rep = repOfClass(checker, signature, (type) => tryRepOfType(checker, type, substitution));
  return rep && !rep.rest && rep.result.kind === 'object' ? rep : undefined;
}

/** The code of that function. */
export function lowerFactory(
  fn: FunctionLowering,
  instance: FunctionInstance,
  node: ts.ClassLikeDeclaration,
): void {
  const { params, result, symbol } = instance;
  const rep = result as ObjectRep;
  fn.module.dependOnLayout(symbol, rep.layout);
  fn.at(node);
  lowerReturn(fn, makeObject(fn, rep, parameterValues(fn, params), [], node));
}
