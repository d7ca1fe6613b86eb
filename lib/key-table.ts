// What Map and Set are made of: a hash table that keeps its keys in the order in which they came.

/**
 * Keys in order, found by their hash. A key that is removed leaves a gap, so that the others keep their indices; once
 * there are many gaps, another table takes this one's place, in which iterators go on.
 * @sealed
 * @parts
 */
class __KeyTable<K> {
  /** The keys, with gaps. */
  keys: K[] = [];
  /** For each key the index of the next one in its bucket: -1 for the last one, -2 for a gap. */
  chain: int[] = [];
  /** Number of keys. */
  size: int = 0;
  /** For each bucket, of which there are a power of two, one more than the index of its first key, or 0. */
  #buckets: int[] = [];
  /** 32 less the bits of a bucket's number. */
  #shift: int = 31;
  #newer: __KeyTable<K> | undefined;

  /** True if there must be more buckets, or fewer gaps, before another key is put in. */
  isFull(): boolean {
    return __length(this.keys) >= __length(this.#buckets);
  }

  /** True if gaps should go: for many of those that there are, a key was removed. */
  isSparse(): boolean {
    const length = __length(this.keys);
    return length >= 16 && this.size * 4 < length;
  }

  /** True if enough keys were removed that their places suffice for some new ones. */
  hasGaps(): boolean {
    const length = __length(this.keys);
    return length - this.size > length >> 2;
  }

  isGap(index: int): boolean {
    return __element(this.chain, index) === -2;
  }

  /** Index of a key, or -1. */
  find(key: K): int {
    if (this.size === 0) return -1;
    let i: int = __element(this.#buckets, this.#bucketOf(key)) - 1;
    while (i >= 0) {
      if (this.#isKey(i, key)) return i;
      i = __element(this.chain, i);
    }
    return -1;
  }

  /**
   * Adds a key that is not there at the end. There must be room. Who asks for the key before has that answered by the same
   * `find` as this one's: as it only reads, the compiler asks once.
   */
  append(key: K): void {
    const bucket = this.#bucketOf(key);
    const index = __length(this.keys);
    this.keys.push(__asKey(key));
    this.chain.push(__element(this.#buckets, bucket) - 1);
    this.#buckets[bucket] = index + 1;
    this.size++;
  }

  /** Removes a key; returns the index that it had, or -1. */
  remove(key: K): int {
    if (this.size === 0) return -1;
    const bucket = this.#bucketOf(key);
    let before: int = -1;
    let i: int = __element(this.#buckets, bucket) - 1;
    while (i >= 0 && !this.#isKey(i, key)) {
      before = i;
      i = __element(this.chain, i);
    }
    if (i < 0) return -1;
    const next = __element(this.chain, i);
    if (before < 0) this.#buckets[bucket] = next + 1;
    else this.chain[before] = next;
    this.chain[i] = -2;
    __forget(this.keys, i);
    this.size--;
    return i;
  }

  /** Twice as many buckets, or four times, where these are few; indices stay. */
  grow(): void {
    const count = __length(this.#buckets);
    this.#distribute(count === 0 ? 4 : count < 64 ? count * 4 : count * 2);
  }

  /** A table without the gaps, in the place of this one. */
  compacted(): __KeyTable<K> {
    const table = new __KeyTable<K>();
    const length = __length(this.keys);
    for (let i: int = 0; i < length; i++) {
      if (this.isGap(i)) continue;
      table.keys.push(__element(this.keys, i));
      table.chain.push(-1);
    }
    table.size = this.size;
    let count: int = 4;
    while (count <= this.size) count *= 2;
    table.#distribute(count);
    this.#newer = table;
    return table;
  }

  /** An empty table in the place of this one. */
  emptied(): __KeyTable<K> {
    const length = __length(this.keys);
    for (let i: int = 0; i < length; i++) this.chain[i] = -2;
    const table = new __KeyTable<K>();
    this.#newer = table;
    return table;
  }

  /** The table that took the place of this one. */
  newer(): __KeyTable<K> | undefined {
    return this.#newer;
  }

  /** What an index has become in the table that took the place of this one. */
  indexInNewer(index: int): int {
    let moved: int = 0;
    for (let i: int = 0; i < index; i++) if (!this.isGap(i)) moved++;
    return moved;
  }

  #distribute(count: int): void {
    const buckets: int[] = __newArray(count);
    this.#buckets = buckets;
    this.#shift = 32;
    for (let n: int = count; n > 1; n >>= 1) this.#shift--;
    const length = __length(this.keys);
    for (let i: int = 0; i < length; i++) {
      if (this.isGap(i)) continue;
      const bucket = this.#bucketOf(__element(this.keys, i));
      this.chain[i] = __element(buckets, bucket) - 1;
      buckets[bucket] = i + 1;
    }
  }

  /** By Fibonacci hashing: what is alike in low bits or in high ones ends up far apart. */
  #bucketOf(key: K): int {
    const hash: int = __hash(key) * -1640531527;
    return (hash >>> this.#shift) | 0;
  }

  /** True if the key at an index is this one, by SameValueZero. */
  #isKey(index: int, key: K): boolean {
    const other = __element(this.keys, index);
    return __same(other, key) || (__isNaN(other) && __isNaN(key));
  }
}

/** Goes over the keys that a table has, also while keys come and go. */
abstract class __TableIterator<K, T> extends IteratorObject<T, undefined, unknown> {
  /** The index of the key that it is at. */
  at: int = -1;
  table: __KeyTable<K>;
  #next: int = 0;
  #isDone = false;

  constructor(table: __KeyTable<K>) {
    super();
    this.table = table;
  }

  /** Goes to the next key; false if there is none. */
  step(): boolean {
    if (this.#isDone) return false;
    let newer = this.table.newer();
    while (newer) {
      this.#next = this.table.indexInNewer(this.#next);
      this.table = newer;
      newer = newer.newer();
    }
    const { table } = this;
    const length = __length(table.keys);
    while (this.#next < length) {
      const index = this.#next;
      this.#next++;
      if (!table.isGap(index)) {
        this.at = index;
        return true;
      }
    }
    this.#isDone = true;
    return false;
  }
}

class __KeyIterator<K> extends __TableIterator<K, K> {
  __advance(): boolean {
    if (!this.step()) return false;
    this.__current = __element(this.table.keys, this.at);
    return true;
  }
}

/** The hash of a number: that of 0 for -0, and the same for all NaN; integers, most keys by far, are their own. */
function number_hash(x: number): int {
  const whole: int = x | 0;
  if (whole === x) return whole;
  return x !== x ? 0 : __highWord(x) ^ __lowWord(x);
}

function string_hash(text: string): int {
  const length = __length(text);
  let hash: int = length;
  for (let i: int = 0; i < length; i++) hash = hash * 31 + __unit(text, i);
  return hash;
}

/** The hash of a value of any type. */
function any_hash(value: unknown): int {
  const kind = __kind(value);
  switch (kind) {
    case 0:
      return __address(value);
    case 1:
      return number_hash(value as number);
    case 2:
      return (value as boolean) ? 8 : 9;
    case 4:
      return __addressInside(value);
    case 5:
      return function_origin(__addressInside(value));
    case 6:
      return string_hash(value as string);
    default:
      return kind;
  }
}

/** A value as a key keeps it: 0 for -0. */
function any_asKey(value: unknown): unknown {
  return __kind(value) === 1 && (value as number) === 0 ? 0 : value;
}

function any_isNaN(value: unknown): boolean {
  return __kind(value) === 1 && (value as number) !== (value as number);
}
