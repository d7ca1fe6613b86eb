// Functions and variables of cells that ran, found again in the program as it is now.
import { Builder } from '../ir/builder.ts';
import { type IrFunction, newFunction } from '../ir/ir.ts';
import { typeParametersAround } from './class-names.ts';
import { boundNames } from './declared-names.ts';
import { fail } from './diagnostics.ts';
import { withContext } from './erased-types.ts';
import { type FunctionNode, isFunctionNode, isPart, type ScopeNode } from './lower/captures.ts';
import { factoryRep } from './lower/class-factories.ts';
import { FunctionLowering } from './lower/function.ts';
import { nameOf, shapeOf, signatureOf } from './lower/functions.ts';
import type { FunctionInstance } from './lower/instances.ts';
import { ModuleLowering } from './lower/module.ts';
import { classRep } from './object-types.ts';
import { noSubstitution, type Substitution } from './rep-of-type.ts';
import { type ObjectRep, type Rep, voidRep, withUndefined } from './reps.ts';
import { ts } from './typescript.ts';
import type { ProgramWorld } from './world.ts';

/** Code that traps, in the place of a function that can't be compiled any more. */
export function stub({ symbol, name }: FunctionInstance): IrFunction {
  const b = new Builder(newFunction(symbol, name, 'void'));
  b.trap('staleFunction');
  return b.finish();
}

/** For each variable at the top level whose type is not written down: the names in its initializer. */
export function mentionedNames(file: ts.SourceFile): Map<string, Set<string>> {
  const result = new Map<string, Set<string>>();
  for (const statement of file.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, type, initializer } of statement.declarationList.declarations) {
      if (type || !initializer) continue;
      const mentions = new Set<string>();
      const visit = (node: ts.Node): void => {
        if (ts.isIdentifier(node)) mentions.add(node.text);
        ts.forEachChild(node, visit);
      };
      visit(initializer);
      for (const each of boundNames(name)) result.set(each, mentions);
    }
  }
  return result;
}

/** A context in which types of global functions can be looked at. */
export function contextFor(module: ModuleLowering, node: ts.Node): FunctionLowering {
  const ir = newFunction('f.none', '', 'void');
  return new FunctionLowering(module, ir, node.getSourceFile(), voidRep, noSubstitution);
}

/** The same instance of a function, for the nodes and symbols of the program as it is. */
export function rebuild(
  instance: FunctionInstance,
  node: FunctionInstance['node'],
  world: ProgramWorld,
): FunctionInstance {
  const { staticThis: before } = instance;
  const staticThis = before && (world.families.again(before) ?? before);
  const rebuilt = rebuildCode(instance, node, world, staticThis);
  return staticThis ? { ...rebuilt, staticThis } : rebuilt;
}

function rebuildCode(
  instance: FunctionInstance,
  node: FunctionInstance['node'],
  world: ProgramWorld,
  staticThis: ts.ClassLikeDeclaration | undefined,
): FunctionInstance {
  if (ts.isClassLike(node)) {
    return instance.self
      ? rebuildMember(instance, node, node, noSubstitution, world)
      : rebuildFactory(instance, node, world);
  }
  const symbols = world.capturesOf(node.getSourceFile()).of(node, staticThis);
  const captures = instance.captures.map((capture, i) => ({
    ...capture,
    symbol: symbols[i] ?? capture.symbol,
  }));
  if (isPart(node))
    return { ...instance, node, captures, substitution: rebuildSubstitution(instance, node, world) };
  const substitution = rebuildSubstitution(instance, node, world);
  if (instance.self && ts.isClassLike(node.parent)) {
    return rebuildMember(instance, node.parent, node, substitution, world);
  }
  const keepsTypes = instance.substitution.size > 0 || captures.length > 0 || nameOf(node) === undefined;
  if (keepsTypes) return { ...instance, node, captures, substitution };
  // Parameters and result are those that the declaration has now.
  const fn = contextFor(new ModuleLowering(world), node);
  const declared = signatureOf(fn, node, noSubstitution);
  const params = keptParameters(instance, declared.params);
  const result = keptResult(instance, declared.result);
  const shape = shapeOf(params, result, captures);
  const symbol = world.variantOf(instance.base, shape);
  return { ...instance, symbol, shape, node, captures, substitution, params, result };
}

/** As many parameters as before; those that may be passed undefined, for a default value or none, stay so. */
function keptParameters({ params, isMain }: FunctionInstance, declared: readonly Rep[]): readonly Rep[] {
  return declared
    .slice(0, params.length)
    .map((rep, i) => (!isMain && params[i]?.kind === 'optional' ? withUndefined(rep) : rep));
}

/** The result as callers take it. */
const keptResult = ({ givesPerhaps }: FunctionInstance, declared: Rep): Rep =>
  givesPerhaps ? withUndefined(declared) : declared;

/** A member for the class as it is now. */
function rebuildMember(
  instance: FunctionInstance,
  declaration: ts.ClassLikeDeclaration,
  node: FunctionNode | ts.ClassLikeDeclaration,
  own: Substitution,
  world: ProgramWorld,
): FunctionInstance {
  const self = rebuildClass(instance, declaration, world);
  const substitution = new Map([...self.layout.substitution, ...own]);
  const fn = contextFor(new ModuleLowering(world), declaration);
  const declared = ts.isClassLike(node) ? undefined : signatureOf(fn, node, substitution);
  const params = declared ? keptParameters(instance, declared.params) : [];
  const isVoid = instance.result.kind === 'void' || !declared;
  const result = isVoid ? voidRep : keptResult(instance, declared.result);
  const shape = shapeOf(params, result, [], self);
  const symbol = world.variantOf(instance.base, shape);
  return { ...instance, symbol, shape, node, substitution, params, result, self };
}

/** What makes objects of the class as it is now. */
function rebuildFactory(
  instance: FunctionInstance,
  node: ts.ClassLikeDeclaration,
  world: ProgramWorld,
): FunctionInstance {
  const { substitution } = rebuildClass(instance, node, world).layout;
  const rep = factoryRep(world.checker, node, substitution);
  if (!rep) fail(node, 'GN1002', node.name?.text ?? 'class');
  const { params, result } = rep;
  const shape = shapeOf(params, result, []);
  const symbol = world.variantOf(instance.base, shape);
  return { ...instance, symbol, shape, node, substitution, params, result };
}

/** The class as it is now, for the types that an instance was made for. */
function rebuildClass(
  instance: FunctionInstance,
  declaration: ts.ClassLikeDeclaration,
  world: ProgramWorld,
): ObjectRep {
  const byName = new Map([...instance.substitution].map(([symbol, rep]) => [symbol.name, rep]));
  const args = (declaration.typeParameters ?? []).map(({ name }) => byName.get(name.text));
  const around = typeParametersAround(world.checker, declaration).flatMap((symbol) => {
    const rep = byName.get(symbol.name);
    return rep ? [[symbol, rep] as const] : [];
  });
  const rep = classRep(world.checker, declaration, args, new Map(around));
  return rep ?? fail(declaration, 'GN1002', declaration.name?.text ?? 'class');
}

/** Those of a function; of a protected part, those of the functions around it. */
function typeParametersOf(node: ScopeNode): readonly ts.TypeParameterDeclaration[] {
  if (!isPart(node)) return node.typeParameters ?? [];
  const result: ts.TypeParameterDeclaration[] = [];
  for (let each: ts.Node = node.parent; !ts.isSourceFile(each); each = each.parent) {
    if (isFunctionNode(each) || ts.isClassLike(each)) result.push(...(each.typeParameters ?? []));
  }
  return result;
}

function rebuildSubstitution(instance: FunctionInstance, node: ScopeNode, world: ProgramWorld): Substitution {
  if (instance.substitution.size === 0) return noSubstitution;
  const byName = new Map([...instance.substitution].map(([symbol, rep]) => [symbol.name, rep]));
  const result = new Map<ts.Symbol, Rep>();
  for (const { name } of typeParametersOf(node)) {
    const symbol = world.checker.getSymbolAtLocation(name);
    const rep = byName.get(name.text);
    if (symbol && rep) result.set(symbol, rep);
  }
  return withContext(world.checker, node, result);
}
