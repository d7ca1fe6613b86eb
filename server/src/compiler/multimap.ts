// Several values for a key.

/** Sets by key, of which none is empty. */
export class Multimap<K, V> extends Map<K, Set<V>> {
  add(key: K, value: V): void {
    const values = this.get(key);
    if (values) values.add(value);
    else this.set(key, new Set([value]));
  }

  remove(key: K, value: V): void {
    const values = this.get(key);
    if (values?.delete(value) && values.size === 0) this.delete(key);
  }
}
