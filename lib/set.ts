// Set: values, each once.

/**
 * Values, each once, in the order in which they came.
 * @sealed
 * @extensible
 * @parts
 */
class Set<T = any> {
  __table = new __KeyTable<T>();

  /** A set of the given values. */
  constructor(values?: readonly T[] | null);
  constructor(values?: Iterable<T> | null);
  // The compiler makes the object and fills it (server/src/compiler/frontend/lower/collections.ts).
  constructor(_values?: unknown) {}

  __fill(values: T[]): void {
    const length = __length(values);
    for (let i: int = 0; i < length; i++) this.add(__element(values, i));
  }

  __take(value: T): void {
    this.add(value);
  }

  /** Number of values. */
  get size(): number {
    return this.__table.size;
  }

  /** True if the value is there. */
  has(value: T): boolean {
    return this.__table.find(value) >= 0;
  }

  /** Adds a value; a new one comes last. */
  add(value: T): this {
    if (this.__table.find(value) < 0) this.__append(value);
    return this;
  }

  __append(value: T): void {
    if (this.__table.isFull()) {
      if (this.__table.hasGaps()) this.__table = this.__table.compacted();
      else this.__table.grow();
    }
    this.__table.append(value);
  }

  /** Removes a value; false if it was not there. */
  delete(value: T): boolean {
    if (this.__table.remove(value) < 0) return false;
    if (this.__table.isSparse()) this.__table = this.__table.compacted();
    return true;
  }

  /** Removes all values. */
  clear(): void {
    this.__table = this.__table.emptied();
  }

  /** Calls a function with each value in turn. */
  forEach(action: (value: T, sameValue: T, set: Set<T>) => void): void {
    const values = new __KeyIterator<T>(this.__table);
    while (values.__advance()) action(values.__current, values.__current, this);
  }

  /** The values, for a loop or `[...set.values()]`. */
  values(): __KeyIterator<T> {
    return new __KeyIterator<T>(this.__table);
  }

  /** The same as `values`. */
  keys(): __KeyIterator<T> {
    return new __KeyIterator<T>(this.__table);
  }

  /** Pairs of each value with itself. */
  entries(): __SetEntries<T> {
    return new __SetEntries<T>(this.__table);
  }

  __iterator(): __KeyIterator<T> {
    return new __KeyIterator<T>(this.__table);
  }

  /** The values of both sets. */
  union(other: Set<T>): Set<T> {
    const result = new Set<T>();
    for (const value of this) result.add(value);
    for (const value of other) result.add(value);
    return result;
  }

  /** The values that are in both sets. */
  intersection(other: Set<T>): Set<T> {
    const result = new Set<T>();
    // In the order of the smaller one, as the standard has it.
    if (this.__table.size > other.__table.size) {
      for (const value of other) if (this.has(value)) result.add(value);
    } else {
      for (const value of this) if (other.has(value)) result.add(value);
    }
    return result;
  }

  /** The values that are not in the other set. */
  difference(other: Set<T>): Set<T> {
    const result = new Set<T>();
    for (const value of this) if (!other.has(value)) result.add(value);
    return result;
  }

  /** The values that are in one of the two sets alone. */
  symmetricDifference(other: Set<T>): Set<T> {
    const result = new Set<T>();
    for (const value of this) if (!other.has(value)) result.add(value);
    for (const value of other) if (!this.has(value)) result.add(value);
    return result;
  }

  /** True if all values are in the other set. */
  isSubsetOf(other: Set<T>): boolean {
    for (const value of this) if (!other.has(value)) return false;
    return true;
  }

  /** True if all values of the other set are here. */
  isSupersetOf(other: Set<T>): boolean {
    return other.isSubsetOf(this);
  }

  /** True if no value is in both sets. */
  isDisjointFrom(other: Set<T>): boolean {
    for (const value of this) if (other.has(value)) return false;
    return true;
  }
}

interface Set<T> {
  [Symbol.iterator](): ArrayIterator<T>;
}

/** A set of which those who have it as one only read. */
interface ReadonlySet<T> {
  readonly size: number;
  has(value: T): boolean;
  forEach(action: (value: T, sameValue: T, set: ReadonlySet<T>) => void): void;
  keys(): ArrayIterator<T>;
  values(): ArrayIterator<T>;
  entries(): ArrayIterator<[T, T]>;
  [Symbol.iterator](): ArrayIterator<T>;
}

class __SetEntries<T> extends __TableIterator<T, [T, T]> {
  __advance(): boolean {
    if (!this.step()) return false;
    const value = __element(this.table.keys, this.at);
    this.__current = [value, value];
    return true;
  }
}
