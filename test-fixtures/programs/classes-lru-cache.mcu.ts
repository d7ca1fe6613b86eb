// LRU caches: on the order of a Map, and on an object with limits.
class LRUCache<K, V> {
  readonly #capacity: number;
  #map = new Map<K, V>();
  static readonly DEFAULT_CAPACITY = 2;
  hits = 0;
  misses = 0;
  constructor(capacity: number = LRUCache.DEFAULT_CAPACITY) {
    if (capacity <= 0) throw new RangeError(`invalid capacity: ${capacity}`);
    this.#capacity = capacity;
  }
  get(key: K): V | undefined {
    const value = this.#map.get(key);
    if (value === undefined) {
      this.misses++;
      return undefined;
    }
    this.hits++;
    this.#map.delete(key);
    this.#map.set(key, value);
    return value;
  }
  set(key: K, value: V): this {
    if (this.#map.has(key)) this.#map.delete(key);
    else if (this.#map.size >= this.#capacity) {
      const oldest = this.#map.keys().next().value;
      if (oldest !== undefined) this.#map.delete(oldest);
    }
    this.#map.set(key, value);
    return this;
  }
  get keys(): K[] {
    return [...this.#map.keys()];
  }
  toString(): string {
    return [...this.#map].map(([k, v]) => `${k}=${v}`).join(';');
  }
}
const cache = new LRUCache<string, number>();
cache.set('a', 1).set('b', 2);
console.log(cache.get('a'), cache.keys);
cache.set('c', 3);
console.log(cache.get('b'), cache.keys, `${cache}`, cache.hits, cache.misses);
const objects = new LRUCache<number, { id: number; tags: string[] }>(1);
objects.set(1, { id: 1, tags: ['x'] });
console.log(objects.get(1)?.tags[0], objects.get(2)?.tags.length ?? 'none');
try {
  new LRUCache<string, string>(0);
} catch (e) {
  console.log(e instanceof RangeError, (e as Error).message);
}
