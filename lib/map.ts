// Map: values by key.

/**
 * Values by key, in the order in which the keys came.
 * @sealed
 * @extensible
 * @parts
 */
class Map<K = any, V = any> {
  __table = new __KeyTable<K>();
  /** The values of the table's keys. */
  __values: V[] = [];

  /** A map of the given pairs of a key and its value. */
  constructor(entries?: readonly (readonly [K, V])[] | null);
  constructor(entries?: Iterable<readonly [K, V]> | null);
  // The compiler makes the object and fills it (server/src/compiler/frontend/lower/collections.ts).
  constructor(_entries?: unknown) {}

  __fill(entries: (readonly [K, V])[]): void {
    const length = __length(entries);
    for (let i: int = 0; i < length; i++) this.__take(__element(entries, i));
  }

  __take(entry: readonly [K, V]): void {
    this.set(entry[0], entry[1]);
  }

  /** Arrays of the values that have the same key. */
  static groupBy<K, T>(items: Iterable<T>, keyOf: (item: T, index: number) => K): Map<K, T[]> {
    const groups = new Map<K, T[]>();
    let index = 0;
    for (const item of items) {
      const key = keyOf(item, index++);
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
    return groups;
  }

  /** Number of keys. */
  get size(): number {
    return this.__table.size;
  }

  /** The value of a key; undefined if there is none. */
  get(key: K): V | undefined {
    const i = this.__table.find(key);
    return i < 0 ? undefined : __element(this.__values, i);
  }

  /** True if there is such a key. */
  has(key: K): boolean {
    return this.__table.find(key) >= 0;
  }

  /** Gives a key its value; a new key comes last. */
  set(key: K, value: V): this {
    const i = this.__table.find(key);
    if (i < 0) this.__append(key, value);
    else this.__values[i] = value;
    return this;
  }

  /** Removes a key; false if there was none. */
  delete(key: K): boolean {
    const i = this.__table.remove(key);
    if (i < 0) return false;
    __forget(this.__values, i);
    if (this.__table.isSparse()) this.__compact();
    return true;
  }

  /** Removes all keys. */
  clear(): void {
    this.__table = this.__table.emptied();
    this.__values = [];
  }

  /** Calls a function with each value in turn. */
  forEach(action: (value: V, key: K, map: Map<K, V>) => void): void {
    const entries = new __MapEntries<K, V>(this);
    while (entries.step()) action(entries.__value(), entries.__key(), this);
  }

  /** The keys, for a loop or `[...map.keys()]`. */
  keys(): __KeyIterator<K> {
    return new __KeyIterator<K>(this.__table);
  }

  /** The values, for a loop or `[...map.values()]`. */
  values(): __MapValues<K, V> {
    return new __MapValues<K, V>(this);
  }

  /** Pairs of a key and its value, for a loop or `[...map.entries()]`. */
  entries(): __MapEntries<K, V> {
    return new __MapEntries<K, V>(this);
  }

  __iterator(): __MapEntries<K, V> {
    return new __MapEntries<K, V>(this);
  }

  __append(key: K, value: V): void {
    if (this.__table.isFull()) this.__makeRoom();
    this.__table.append(key);
    this.__values.push(value);
  }

  __makeRoom(): void {
    if (this.__table.hasGaps()) this.__compact();
    else this.__table.grow();
  }

  __compact(): void {
    const { __table: table, __values: values } = this;
    const kept: V[] = [];
    const length = __length(values);
    for (let i: int = 0; i < length; i++) if (!table.isGap(i)) kept.push(__element(values, i));
    this.__table = table.compacted();
    this.__values = kept;
  }
}

interface Map<K, V> {
  [Symbol.iterator](): ArrayIterator<[K, V]>;
}

/** A map of which those who have it as one only read. */
interface ReadonlyMap<K, V> {
  readonly size: number;
  get(key: K): V | undefined;
  has(key: K): boolean;
  forEach(action: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void;
  keys(): ArrayIterator<K>;
  values(): ArrayIterator<V>;
  entries(): ArrayIterator<[K, V]>;
  [Symbol.iterator](): ArrayIterator<[K, V]>;
}

class __MapValues<K, V> extends __TableIterator<K, V> {
  #map: Map<K, V>;

  constructor(map: Map<K, V>) {
    super(map.__table);
    this.#map = map;
  }

  __advance(): boolean {
    if (!this.step()) return false;
    this.__current = __element(this.#map.__values, this.at);
    return true;
  }
}

class __MapEntries<K, V> extends __TableIterator<K, [K, V]> {
  #map: Map<K, V>;

  constructor(map: Map<K, V>) {
    super(map.__table);
    this.#map = map;
  }

  __advance(): boolean {
    if (!this.step()) return false;
    this.__current = [this.__key(), this.__value()];
    return true;
  }

  __key(): K {
    return __element(this.table.keys, this.at);
  }

  __value(): V {
    return __element(this.#map.__values, this.at);
  }
}
