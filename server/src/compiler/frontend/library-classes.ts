// What the library says of its classes by tags (`@sealed`), and the members of these.
import type { ObjectLayout } from './object-layout.ts';
import { isLibraryPath } from './program.ts';
import { ts } from './typescript.ts';

/**
 * True for library classes marked `@sealed`: their methods are called directly, and those that no program calls are not on
 * the board.
 */
export function isSealed(layout: ObjectLayout): boolean {
  return hasLibraryTag(layout, 'sealed');
}

/** True for those that classes can extend all the same (lower/overridden-methods.ts). */
export function isExtensible({ declaration }: ObjectLayout): boolean {
  return declaration !== undefined && isExtensibleClass(declaration);
}

export function isExtensibleClass(node: ts.Node): boolean {
  return ts.isClassDeclaration(node) && hasTag(node, 'extensible');
}

/** The method by which the library's collections take in all elements of an array. */
export const FILL = '__fill';

/** True for classes of the library whose objects are filled when they are made. */
export function isCollection(layout: ObjectLayout): boolean {
  return isSealed(layout) && methodNamed(layout, FILL) !== undefined;
}

/** The method that a class declares by a name. */
export function methodNamed({ declaration }: ObjectLayout, name: string): ts.MethodDeclaration | undefined {
  return declaration?.members.find(
    (each): each is ts.MethodDeclaration => ts.isMethodDeclaration(each) && each.name.getText() === name,
  );
}

/** The library class marked `@parts` that a layout is of or extends: its properties are parts of what the host shows. */
export function partsOf(layout: ObjectLayout): ObjectLayout | undefined {
  return layout.lineage.find((each) => hasLibraryTag(each, 'parts'));
}

/** True for methods of the library marked `@final`: they are called directly, and are on the board if they are called. */
export function isFinal(member: ts.MethodDeclaration): boolean {
  return hasTag(member, 'final');
}

function hasLibraryTag({ declaration }: ObjectLayout, tag: string): boolean {
  return declaration !== undefined && hasTag(declaration, tag);
}

function hasTag(declaration: ts.Declaration, tag: string): boolean {
  if (!isLibraryPath(declaration.getSourceFile().fileName)) return false;
  return ts.getJSDocTags(declaration).some(({ tagName }) => tagName.text === tag);
}
