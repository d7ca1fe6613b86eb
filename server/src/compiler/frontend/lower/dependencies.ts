// What functions rely on outside of themselves, as texts: where one changes, the function is lowered again.
import { classRep } from '../object-types.ts';
import { repName } from '../reps.ts';
import type { ts } from '../typescript.ts';
import type { Global } from './globals.ts';

/** What a function relies on outside of itself: global names, with a text that changes when their meaning does. */
export type Dependencies = Map<string, string>;

/** What a dependency on a class says: its text, and where everything is in its objects. */
export function meaningOfClass(checker: ts.TypeChecker, declaration: ts.ClassLikeDeclaration): string {
  const rep = declaration.typeParameters?.length ? undefined : classRep(checker, declaration, []);
  return `class ${rep ? repName(rep) : ''} ${declaration.getText()}`;
}

/** What a dependency on a variable says. */
export function meaningOfGlobal(global: Global): string {
  const value = global.constant === undefined ? '' : ` = ${JSON.stringify(global.constant)}`;
  return `${repName(global.rep)}${value}${global.generics ?? ''}`;
}

/** Begins the name of a dependency on a module, before its path. */
export const moduleDependency = 'module ';

/** Begins the name of a dependency on the classes that extend one, before its name. */
export const subclassDependency = 'subclasses of ';

/** Begins the name of a dependency on whether a property may be frozen, before its name. */
export const frozenDependency = 'frozen ';
