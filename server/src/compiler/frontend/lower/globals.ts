// Global variables and their names, and whether something is declared in a cell, a module or the library.
import { moduleOf } from '../modules.ts';
import { namespacePrefix } from '../namespaces.ts';
import { isLibraryPath } from '../program.ts';
import type { Rep } from '../reps.ts';
import { ts } from '../typescript.ts';
import type { GlobalNode } from './captures.ts';

/** What is known of a global variable. */
export interface Global {
  readonly name: string;
  readonly symbol: string;
  readonly rep: Rep;
  /** The value of a constant that is known at compile time; it needs no memory. */
  readonly constant?: number | string | boolean;
  /** The functions with type parameters in its objects, as text. */
  readonly generics?: string;
}

/** Where a global of an optional scalar keeps whether it has a value. */
export function presenceSymbol(symbol: string): string {
  return `${symbol}.present`;
}

/** A global variable's name; that of a module's begins with the module. */
export function globalName(declaration: GlobalNode): string {
  const name = ts.isExportAssignment(declaration)
    ? 'default'
    : `${namespacePrefix(declaration)}${declaration.name.text}`;
  return nameInFile(name, declaration.getSourceFile());
}

/** A name with the module before it that a file is, if it is one. */
export function nameInFile(name: string, file: ts.SourceFile): string {
  const module = moduleOf(file);
  return module === undefined ? name : `${module}.${name}`;
}

/** True for what is neither in the library nor in a module. */
export function isInCell(node: ts.Node): boolean {
  return !isInLibrary(node) && moduleOf(node.getSourceFile()) === undefined;
}

export function isInLibrary(node: ts.Node): boolean {
  return isLibraryPath(node.getSourceFile().fileName);
}
