// Objects that are held as values of type `any`, and types that such values are taken for: `if (isNamed(value)) value.name`.
// An object that has all that a type asks for is one of that type, whatever it was made as: then the type has to be open; one
// that was made without a type is a dictionary, and so have to be all of that type.
import { isObjectLike, openingFor } from './assignability.ts';
import { allKeysOpenings } from './dictionary-types.ts';
import type { ObjectLayout } from './object-layout.ts';
import { type Opening, type OpenShapes, shapesOf } from './open-shapes.ts';
import type { ObjectRep, Rep } from './reps.ts';
import type { ts } from './typescript.ts';

const ofShapes = new WeakMap<OpenShapes, AnyObjects>();

/** What the live program and the open documents hold as values of type `any`. */
export function anyObjectsOf(checker: ts.TypeChecker): AnyObjects | undefined {
  const shapes = shapesOf(checker);
  if (!shapes) return undefined;
  const known = ofShapes.get(shapes);
  if (known) return known;
  const made = new AnyObjects();
  ofShapes.set(shapes, made);
  return made;
}

/** Nothing is held any more. */
export function forgetAnyObjects(shapes: OpenShapes): void {
  ofShapes.delete(shapes);
}

/** Its methods note a use, and give what has to be open for it. */
class AnyObjects {
  /** By their identities: the layouts of objects that became values of type `any`. */
  private readonly given = new Map<string, ObjectLayout>();
  /** Those that such values were taken for. */
  private readonly taken = new Map<string, ObjectLayout>();
  /** Those that guards tell of values of type `any`. */
  private readonly guarded = new Map<string, ObjectLayout>();
  /** True if objects of any properties are made: of a text that only the run knows. */
  private isRead = false;
  /** True if such objects are made by literals of type parameters with computed names: `{ ...this.parts, [key]: value }`. */
  private isComputed = false;
  /** By their text: the names of properties that were given to objects made without a type. */
  private readonly made = new Map<string, ReadonlySet<string>>();

  /** What becomes a value of type `any`, with all that can be reached from there. */
  give(rep: Rep): Opening[] {
    switch (rep.kind) {
      case 'optional':
        return this.give(rep.of);
      case 'array':
        return this.give(rep.element);
      case 'object':
        return this.giveObject(rep.layout);
      default:
        return [];
    }
  }

  private giveObject(layout: ObjectLayout): Opening[] {
    if (this.given.get(layout.identity) === layout) return [];
    this.given.set(layout.identity, layout);
    const openings = [...this.taken.values()].flatMap((wanted) => openingsFor(layout, wanted));
    for (const alternative of layout.alternatives) openings.push(...this.giveObject(alternative));
    for (const { rep } of layout.fields) openings.push(...this.give(rep));
    return openings;
  }

  /** A literal that is made without a type. */
  make(names: readonly string[]): Opening[] {
    const key = names.join();
    if (this.made.has(key)) return [];
    const own = new Set(names);
    this.made.set(key, own);
    return [...this.taken.values()].flatMap((wanted) => keysFor(own, wanted));
  }

  /** What JSON.parse gives where nothing says of what type it is. */
  read(): Opening[] {
    if (this.isRead) return [];
    this.isRead = true;
    return [...this.guarded.values()].flatMap((layout) => this.keysToRead(layout));
  }

  /** A literal with names that only the run knows. */
  compute(): Opening[] {
    if (this.isComputed) return [];
    this.isComputed = true;
    return [...this.taken.values()].flatMap((layout) => this.keysToMerge(layout));
  }

  /** What a guard takes values of type `any` for. */
  guard(layout: ObjectLayout): Opening[] {
    if (this.guarded.get(layout.identity) === layout) return [];
    this.guarded.set(layout.identity, layout);
    return this.isRead ? this.keysToRead(layout) : [];
  }

  /** What such literals add up to: `T & Record<K, V>`. */
  private keysToMerge(layout: ObjectLayout): Opening[] {
    return layout.isIntersection ? this.keysToRead(layout) : [];
  }

  /** Not where objects of classes are of that type, too. */
  private keysToRead(layout: ObjectLayout): Opening[] {
    const isOfClass = (each: ObjectLayout) =>
      each.declaration !== undefined && openingsFor(each, layout).length > 0;
    return [...this.given.values()].some(isOfClass) ? [] : [...(allKeysOpenings(layout) ?? [])];
  }

  /** What a value of type `any` is taken for. */
  take(layout: ObjectLayout): Opening[] {
    if (this.taken.get(layout.identity) === layout) return [];
    this.taken.set(layout.identity, layout);
    return [
      ...[...this.made.values()].flatMap((names) => keysFor(names, layout)),
      ...[...this.given.values()].flatMap((each) => openingsFor(each, layout)),
      ...(this.isComputed ? this.keysToMerge(layout) : []),
    ];
  }
}

function openingsFor(from: ObjectLayout, to: ObjectLayout): readonly Opening[] {
  const given: ObjectRep = { kind: 'object', layout: from };
  const wanted: ObjectRep = { kind: 'object', layout: to };
  const opening = isObjectLike(given, wanted) ? undefined : openingFor(given, wanted);
  return opening ? [opening] : [];
}

function keysFor(names: ReadonlySet<string>, to: ObjectLayout): readonly Opening[] {
  const isOne = to.fields.every(({ name }) => names.has(name) || to.mayLack.has(name));
  return isOne ? (allKeysOpenings(to) ?? []) : [];
}
