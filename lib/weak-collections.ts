// WeakMap and WeakSet. What they hold stays as long as they do: the board has no way to see when an object is gone but that
// memory is free again, and programs that use these classes rely on the objects, not on their end.

/**
 * Values by object. Here, objects are kept as long as the map is.
 * @sealed
 * @extensible
 */
class WeakMap<K extends object = any, V = any> {
  #values = new Map<K, V>();

  /** A map of the given pairs of an object and its value. */
  constructor(entries?: readonly (readonly [K, V])[] | null) {
    if (entries) for (const entry of entries) this.#values.set(entry[0], entry[1]);
  }

  /** The value of an object; undefined if there is none. */
  get(key: K): V | undefined {
    return this.#values.get(key);
  }

  /** True if there is a value for an object. */
  has(key: K): boolean {
    return this.#values.has(key);
  }

  /** Gives an object its value. */
  set(key: K, value: V): this {
    this.#values.set(key, value);
    return this;
  }

  /** Removes the value of an object; false if there was none. */
  delete(key: K): boolean {
    return this.#values.delete(key);
  }
}

/**
 * Objects. Here, they are kept as long as the set is.
 * @sealed
 * @extensible
 */
class WeakSet<T extends object = any> {
  #values = new Set<T>();

  /** A set of the given objects. */
  constructor(values?: readonly T[] | null) {
    if (values) for (const value of values) this.#values.add(value);
  }

  /** True if an object is there. */
  has(value: T): boolean {
    return this.#values.has(value);
  }

  /** Adds an object. */
  add(value: T): this {
    this.#values.add(value);
    return this;
  }

  /** Removes an object; false if it was not there. */
  delete(value: T): boolean {
    return this.#values.delete(value);
  }
}
