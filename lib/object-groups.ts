// Object.groupBy.

function object_groupBy<T, K>(
  items: T[],
  keyOf: (item: T, index: number) => K,
): __Dictionary<T[] | undefined> {
  const groups = new __Dictionary<T[] | undefined>();
  for (let i: int = 0; i < __length(items); i++) {
    const item = __element(items, i);
    const key = `${keyOf(item, i)}`;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
