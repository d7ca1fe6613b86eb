// Types whose objects may have more than the types say. Objects of a type without methods have just its properties, at
// places that code knows, until the program uses another object as one of that type: then the type is open, and its
// properties are looked up in the object's class (docs/decisions/0017).
import { type ObjectLayout, repTitle } from './object-layout.ts';
import type { PropertyForm } from './property-forms.ts';
import type { ts } from './typescript.ts';

/** What is to be known of a type's objects: that they may have more, and which forms its properties may have. */
export interface Opening {
  /** That of a layout (ObjectLayout.shape). */
  readonly shape: string;
  readonly forms: readonly PropertyForm[];
}

/** Stands among the shapes for typed arrays, which share memory once the program has views of buffers. */
export const SHARED_ELEMENTS = 'typed arrays';

/**
 * Stands among the shapes for types with properties of these names, whose objects the program uses as dictionaries; with
 * values of any kind, or of the one that all properties have.
 */
export function keysShape(names: readonly string[], isOfAny: boolean): string {
  return `${isOfAny ? 'keys of any' : 'keys'} ${[...names].sort().join()}`;
}

/** Stands among the shapes for types with indices alone (`{ [index: number]: string }`), whose objects are arrays. */
export const INDEXED_ARRAYS = 'keys of arrays';

/** Stands among the shapes for arrays of values of any type, where the program takes other arrays for such ones. */
export const MIXED_ARRAYS = 'arrays of any';

/** Stands among the shapes for a type parameter of a class, whose objects the program takes for ones of several types. */
export const parameterShape = (className: string, parameter: string) => `parameter ${className}.${parameter}`;

/** Stands among the shapes for a member of a class and of those that extend it, of which it is the same. */
export const memberShape = (className: string, member: string) => `member ${className}.${member}`;

/** Stands among the shapes for a property of types with properties of these names, which the program takes for one of several types. */
export function propertyShape(names: readonly string[], name: string): string {
  return `property ${[...new Set(names)].sort().join()}.${name}`;
}

/** Stands among the shapes for a property of such types that the program gives what may not be there. */
export function perhapsShape(names: readonly string[], name: string): string {
  return `perhaps ${propertyShape(names, name)}`;
}

/** True for the shapes that have types be represented in another way altogether. */
export const isOfOtherReps = (shape: string) =>
  /^(keys|arrays|parameter|property|member|result|perhaps) /.test(shape);

/** What the live program and the open documents have opened. */
export class OpenShapes {
  /** Forms of properties, by shape. */
  private readonly shapes = new Map<string, Set<PropertyForm>>();
  /** The layouts of each shape; those of older programs may still be in use. */
  private readonly layouts = new Map<string, WeakRef<ObjectLayout>[]>();
  /** Grows with what is open. */
  version = 0;

  get isEmpty(): boolean {
    return this.shapes.size === 0;
  }

  isOpen(shape: string): boolean {
    return this.shapes.has(shape);
  }

  /** Has a layout be as open as others of its shape are, now and later. */
  add(layout: ObjectLayout): void {
    const shape = shapeOf(layout);
    layout.shape = shape;
    this.layouts.set(shape, [...this.layoutsOf(shape), new WeakRef(layout)]);
    const forms = this.shapes.get(shape);
    if (forms) layout.open(forms);
  }

  private layoutsOf(shape: string): WeakRef<ObjectLayout>[] {
    return (this.layouts.get(shape) ?? []).filter((each) => each.deref());
  }

  /** False if all of this is open already. */
  open(openings: readonly Opening[]): boolean {
    const before = this.version;
    for (const { shape, forms } of openings) {
      const known = this.shapes.get(shape);
      if (known && forms.every((form) => known.has(form))) continue;
      this.shapes.set(shape, new Set([...(known ?? []), ...forms]));
      for (const layout of this.layoutsOf(shape)) layout.deref()?.open(forms);
      this.version++;
    }
    return this.version > before;
  }

  /** Forgets what is open; layouts have to be made anew. */
  clear(): void {
    this.shapes.clear();
    this.layouts.clear();
    this.version++;
  }
}

const ofCheckers = new WeakMap<ts.TypeChecker, OpenShapes>();

/** Has the types of a program be as open as `shapes` says. */
export function useShapes(checker: ts.TypeChecker, shapes: OpenShapes): void {
  ofCheckers.set(checker, shapes);
}

export function shapesOf(checker: ts.TypeChecker): OpenShapes | undefined {
  return ofCheckers.get(checker);
}

/** The same for all types with the same properties: one of them can be assigned to the other as it is. */
function shapeOf({ fields, slots, mayLack }: ObjectLayout): string {
  const members = fields.map(({ name, rep }) => `${name}${mayLack.has(name) ? '?' : ''}: ${repTitle(rep)}`);
  return [...members, ...slots.map(({ name, rep }) => `${name}${repTitle(rep)}`)].join('; ');
}
