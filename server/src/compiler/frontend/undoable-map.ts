// A map that can take back what has changed since it was marked: marking and undoing cost what changes, not what is kept.

export class UndoableMap<K, V> extends Map<K, V> {
  /** What was there before each change since the mark, the latest last; undefined before the first mark. */
  private changes: { readonly key: K; readonly had: boolean; readonly value: V | undefined }[] | undefined;

  /** From here on, changes can be taken back; earlier ones no longer. */
  mark(): void {
    this.changes = [];
  }

  /** Takes back all changes since the mark. Entries that were deleted come back as the last ones. */
  undo(): void {
    const changes = this.changes ?? [];
    this.changes = undefined;
    for (const { key, had, value } of changes.reverse()) {
      if (had) this.set(key, value as V);
      else this.delete(key);
    }
  }

  override set(key: K, value: V): this {
    this.note(key);
    return super.set(key, value);
  }

  override delete(key: K): boolean {
    this.note(key);
    return super.delete(key);
  }

  /** Deletes all; this can't be taken back. */
  override clear(): void {
    this.changes = undefined;
    super.clear();
  }

  private note(key: K): void {
    this.changes?.push({ key, had: this.has(key), value: this.get(key) });
  }
}
