// What functions make of the values that JSON.stringify writes and JSON.parse has read. Only programs with such functions
// have this on the board.

type __Replacer = (key: string, value: unknown) => unknown;

/** A value as a function replaces it, and all that is in what the function gives: made of dictionaries and arrays. */
function json_replaced(key: string, value: unknown, replacer: __Replacer): unknown {
  const result = replacer(key, value);
  const kind = __kind(result);
  if (kind === 4) {
    const elements: __Value[] = [];
    const length = any_arrayLength(result);
    for (let i: int = 0; i < length; i++)
      elements.push(json_replaced(__text(i), any_element(result, i), replacer) ?? null);
    return elements;
  }
  if (kind !== 0) return kind === 5 ? undefined : result;
  const object = new __Dictionary<unknown>();
  for (const name of any_keys(result))
    object.set(name, json_replaced(name, any_property(result, name), replacer));
  return object;
}

/** A value with the properties in a list only, in its order. */
function json_chosen(value: unknown, names: string[]): unknown {
  const kind = __kind(value);
  if (kind === 4) {
    const elements: __Value[] = [];
    const length = any_arrayLength(value);
    for (let i: int = 0; i < length; i++) elements.push(json_chosen(any_element(value, i), names) ?? null);
    return elements;
  }
  if (kind !== 0) return kind === 5 ? undefined : value;
  const own = any_keys(value);
  const object = new __Dictionary<unknown>();
  for (const name of names)
    if (array_includes(own, name, 0)) object.set(name, json_chosen(any_property(value, name), names));
  return object;
}

/** What a function makes of a value that was read, and before that of all that is in it. */
function json_revived(key: string, value: unknown, reviver: __Replacer): unknown {
  const kind = __kind(value);
  if (kind === 4) {
    const elements = value as __Value[];
    for (let i: int = 0; i < __length(elements); i++)
      elements[i] = json_revived(__text(i), __element(elements, i), reviver);
  } else if (kind === 0) {
    const object = value as __Dictionary<unknown>;
    for (const name of object.keys()) {
      const revived = json_revived(name, object.get(name), reviver);
      if (revived === undefined) object.remove(name);
      else object.set(name, revived);
    }
  }
  return reviver(key, value);
}

/** The elements as texts. */
function array_texts<T>(values: T[]): string[] {
  const texts: string[] = [];
  for (let i: int = 0; i < __length(values); i++) texts.push(`${__element(values, i)}`);
  return texts;
}
