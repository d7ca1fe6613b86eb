// Objects with an index signature (`Record<string, number>`, `{ [name: string]: string }`): values by the text of their
// keys. What is written of them in programs is in server/src/compiler/frontend/lower/dictionaries.ts.

/**
 * Values by name, in the order that JavaScript gives properties: indices first, ascending, then the others as they came.
 * @sealed
 * @parts
 */
class __Dictionary<T> {
  __table = new __KeyTable<string>();
  /** The values of the table's keys. */
  __values: T[] = [];
  /** True if a key may be an index. */
  #hasIndices = false;

  get(key: string): T | undefined {
    const i = this.__table.find(key);
    return i < 0 ? undefined : __element(this.__values, i);
  }

  has(key: string): boolean {
    return this.__table.find(key) >= 0;
  }

  set(key: string, value: T): void {
    const i = this.__table.find(key);
    if (i < 0) this.#append(key, value);
    else this.__values[i] = value;
  }

  #append(key: string, value: T): void {
    if (this.__table.isFull()) {
      if (this.__table.hasGaps()) this.compact();
      else this.__table.grow();
    }
    this.__table.append(key);
    this.__values.push(value);
    if (dictionary_index(key) >= 0) this.#hasIndices = true;
  }

  remove(key: string): void {
    const i = this.__table.remove(key);
    if (i < 0) return;
    __forget(this.__values, i);
    if (this.__table.isSparse()) this.compact();
  }

  compact(): void {
    const { __table: table, __values: values } = this;
    const kept: T[] = [];
    const length = __length(values);
    for (let i: int = 0; i < length; i++) if (!table.isGap(i)) kept.push(__element(values, i));
    this.__table = table.compacted();
    this.__values = kept;
  }

  /** The places of the keys, in their order. */
  places(): int[] {
    const { keys } = this.__table;
    const length = __length(keys);
    const places: int[] = [];
    if (this.#hasIndices) {
      for (let i: int = 0; i < length; i++) {
        if (this.__table.isGap(i)) continue;
        const index = dictionary_index(__element(keys, i));
        if (index < 0) continue;
        // By insertion: there are few, and most come in order.
        let at: int = __length(places);
        while (at > 0 && dictionary_index(__element(keys, __element(places, at - 1))) > index) at--;
        places.splice(at, 0, i);
      }
    }
    for (let i: int = 0; i < length; i++) {
      if (this.__table.isGap(i)) continue;
      if (!this.#hasIndices || dictionary_index(__element(keys, i)) < 0) places.push(i);
    }
    return places;
  }

  keys(): string[] {
    const keys: string[] = [];
    for (const place of this.places()) keys.push(__element(this.__table.keys, place));
    return keys;
  }

  values(): T[] {
    const values: T[] = [];
    for (const place of this.places()) values.push(__element(this.__values, place));
    return values;
  }

  entries(): [string, T][] {
    const entries: [string, T][] = [];
    for (const place of this.places())
      entries.push([__element(this.__table.keys, place), __element(this.__values, place)]);
    return entries;
  }

  /** Sets all that another one has. */
  assign(other: __Dictionary<T>): void {
    for (const place of other.places())
      this.set(__element(other.__table.keys, place), __element(other.__values, place));
  }

  fill(entries: (readonly [string, T])[]): void {
    for (const [key, value] of entries) this.set(key, value);
  }

  /** The same of pairs whose keys may be no texts. */
  fillMixed(entries: __Value[][]): void {
    for (const entry of entries) this.set(__text(entry[0]), entry[1] as T);
  }

  /** The same of pairs that say themselves what they are. */
  fillAny(entries: __Value[]): void {
    for (const entry of entries) {
      const [key, value] = any_first(entry, 2);
      this.set(__text(key), value as T);
    }
  }
}

/** The number that a key is as an index: no sign, no zeros before others, below 2^31; else -1. */
function dictionary_index(key: string): int {
  const length = __length(key);
  if (length === 0 || length > 10) return -1;
  let index = 0;
  for (let i: int = 0; i < length; i++) {
    const digit = __unit(key, i) - 48;
    if (digit < 0 || digit > 9 || (digit === 0 && i === 0 && length > 1)) return -1;
    index = index * 10 + digit;
  }
  return index < 2147483648 ? index | 0 : -1;
}
