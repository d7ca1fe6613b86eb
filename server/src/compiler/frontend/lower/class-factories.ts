// Classes as values: `make(Circle)`, `[Circle, Square].map((Shape) => new Shape())`. Such a value is a function that makes
// an object of the class; `new` calls it. It holds the address of the class's descriptor, by which classes are compared.
import { CLOSURE_CAPTURES } from '../../abi/objects.ts';
import type { Inst } from '../../ir/ir.ts';
import { baseParameterOf, classSymbolName, classTitle, genericIdentity } from '../class-names.ts';
import { fail } from '../diagnostics.ts';
import { ObjectLayout } from '../object-layout.ts';
import { classRep, generalClass } from '../object-types.ts';
import { noSubstitution, repOfClass, type Substitution, tryRepOfType } from '../rep-of-type.ts';
import type { FunctionRep, ObjectRep, Rep } from '../reps.ts';
import { anyRep, repName } from '../reps.ts';
import type { ts } from '../typescript.ts';
import { makeObject } from './classes.ts';
import { convert } from './conversions.ts';
import type { FunctionLowering } from './function.ts';
import { functionOrigin } from './function-identity.ts';
import { wantedFunction } from './function-values.ts';
import { lowerReturn, shapeOf, symbolPrefix } from './functions.ts';
import { isInLibrary } from './globals.ts';
import type { FunctionInstance } from './instances.ts';
import { callLibrary } from './library-calls.ts';
import { makeFunction, parameterValues } from './made-functions.ts';
import type { Value } from './value.ts';

/** The function that makes objects of a class; of a generic one, for the types that the context wants. */
export function classFactory(
  fn: FunctionLowering,
  declaration: ts.ClassLikeDeclaration,
  node: ts.Expression,
  expected: Rep | undefined,
): Value {
  const title = classTitle(declaration);
  const wanted = wantedFunction(fn, node, expected);
  const wantedObject = wanted?.result.kind === 'object' ? wanted.result : undefined;
  const made =
    wantedObject?.layout.declaration === declaration
      ? wantedObject
      : generalClass(fn.checker, declaration, fn.substitution);
  const rep = made && factoryRep(fn.checker, declaration, made.layout.substitution);
  if (!rep || isGenericOfLibrary(declaration)) {
    const value = expected?.kind === 'any' || wanted?.rest ? knownByName(fn, declaration, node) : undefined;
    if (!value) return fail(node, 'GN1004', `the class '${title}', whose types are not known here,`);
    return wanted ? convert(fn, value, wanted, node) : value;
  }
  const { substitution, captures } = made.layout;
  if (captures.length > 0)
    return fail(node, 'GN1004', `the class '${title}', which uses variables of the function around it,`);
  const args = [...substitution.values()].map(repName).join();
  const base = `${symbolPrefix(declaration)}.${classSymbolName(declaration)}.new${args && `<${args}>`}`;
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
  const descriptor = descriptorOfClass(fn, declaration) ?? fn.module.classDescriptor(fn, made.layout);
  const constant = classConstant(fn, declaration, symbol, descriptor);
  const value: Value = { rep, inst: fn.b.object(constant) };
  // Among values of several types, it is found as what its context takes it for.
  return expected?.kind === 'any' && wanted?.isClass ? convert(fn, value, wanted, node) : value;
}

const isGenericOfLibrary = (declaration: ts.ClassLikeDeclaration): boolean =>
  declaration.typeParameters !== undefined && isInLibrary(declaration);

/** `Map` and the like, for `instanceof`, names and comparisons; it makes no objects, whose types are not known. */
export function knownByName(
  fn: FunctionLowering,
  declaration: ts.ClassLikeDeclaration,
  node: ts.Expression,
): Value | undefined {
  const descriptor = descriptorOfClass(fn, declaration);
  if (!descriptor) return undefined;
  const title = classTitle(declaration);
  const symbol = `f.lib.new ${classSymbolName(declaration)}`;
  if (!fn.module.hasFunction(symbol))
    makeFunction(fn, { symbol, name: title, result: anyRep, node }, (made) => {
      const text = `'new' of ${title}, whose types are not known here`;
      callLibrary(made, 'object_refuse', [made.text(text)], node);
      lowerReturn(made, { rep: anyRep, inst: made.b.nullRef() });
    });
  const constant = classConstant(fn, declaration, symbol, descriptor);
  const rep: FunctionRep = { kind: 'function', params: [], result: anyRep, isClass: true };
  return { rep, inst: fn.b.object(constant) };
}

/** Symbol of the value of a class, whose code makes objects; what a generic class has for several types is one class. */
function classConstant(
  { module }: FunctionLowering,
  declaration: ts.ClassLikeDeclaration,
  code: string,
  descriptor: string,
): string {
  if (!declaration.typeParameters) return module.constants.functionValue(code, [descriptor]);
  return module.constants.sharedFunctionValue(code, `k.identity.class.${genericIdentity(declaration)}`, [
    descriptor,
  ]);
}

/** Symbol of the descriptor by which a class is known: of a generic one, which no object has; undefined if its types are not known. */
export function descriptorOfClass(
  fn: FunctionLowering,
  declaration: ts.ClassLikeDeclaration,
): string | undefined {
  if (declaration.typeParameters)
    return fn.module.classDescriptor(
      fn,
      new ObjectLayout(classTitle(declaration), declaration, noSubstitution),
    );
  const rep = classRep(fn.checker, declaration, [], fn.substitution);
  if (!rep) return undefined;
  fn.module.dependOnLayout(fn.symbol, rep.layout);
  return fn.module.classDescriptor(fn, rep.layout);
}

/** The address of the descriptor of the class that a value is. */
export function heldClass(fn: FunctionLowering, value: Value, node: ts.Node): Inst {
  return fn.b.load('i32', 'constant', functionOrigin(fn, value, node), CLOSURE_CAPTURES);
}

/** What `new` of a class takes and gives, as a function; undefined if that can't be a value. */
export function factoryRep(
  checker: ts.TypeChecker,
  declaration: ts.ClassLikeDeclaration,
  substitution: Substitution,
): FunctionRep | undefined {
  const base = baseParameterOf(checker, declaration);
  const parent = base && substitution.get(base);
  // It takes what its parent does: TypeScript knows of it only that it takes anything.
  if (base)
    return parent?.kind === 'function' ? madeBy(checker, declaration, parent, substitution) : undefined;
  const symbol = checker.getTypeAtLocation(declaration).getSymbol();
  const [signature, ...others] = symbol
    ? checker.getTypeOfSymbolAtLocation(symbol, declaration).getConstructSignatures()
    : [];
  if (!signature || others.length > 0) return undefined;
  const rep = repOfClass(checker, signature, (type) => tryRepOfType(checker, type, substitution));
  return rep && rep.result.kind === 'object' ? rep : undefined;
}

/** The same for a class that extends what a parameter is. */
function madeBy(
  checker: ts.TypeChecker,
  declaration: ts.ClassLikeDeclaration,
  parent: FunctionRep,
  substitution: Substitution,
): FunctionRep | undefined {
  const result = classRep(checker, declaration, [], substitution);
  return result ? { ...parent, result } : undefined;
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
  const given = parameterValues(fn, params);
  const isRest = factoryRep(fn.checker, node, rep.layout.substitution)?.rest === true;
  const args = given.map((value, i) => (isRest && i === given.length - 1 ? { ...value, isRest } : value));
  lowerReturn(fn, makeObject(fn, rep, args, [], node));
}
