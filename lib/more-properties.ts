// Properties that a program gives to functions and errors, which have no place for them: `fn.calls = 0`,
// `Object.assign(new Error(), { code })`.

/** A function that was given properties, and these. */
class __FunctionProperties {
  readonly properties = new __Dictionary<unknown>();

  constructor(
    readonly owner: unknown,
    readonly next: __FunctionProperties | undefined,
  ) {}
}

let more_functions: __FunctionProperties | undefined;

/** The properties that a function or error was given; undefined if there are none, and none are to be made. */
function more_of(value: unknown, makes: boolean): __Dictionary<unknown> | undefined {
  if (__kind(value) === 5) {
    for (let each = more_functions; each !== undefined; each = each.next)
      if (any_equals(each.owner, value)) return each.properties;
    if (!makes) return undefined;
    more_functions = new __FunctionProperties(value, more_functions);
    return more_functions.properties;
  }
  // '!' of errors.
  if (__byte(__classText(value) + 1) !== 0x21 || !(value instanceof Error)) return undefined;
  if (makes && value.__more === undefined) value.__more = new __Dictionary<unknown>();
  return value.__more;
}

/** True for what properties can be given to so. */
function more_takes(value: unknown): boolean {
  return __kind(value) === 5 || value instanceof Error;
}

/** `value.name`, of a function or error of which the type says that it has it. */
function more_get(value: unknown, name: string): unknown {
  const more = more_of(value, false);
  return more !== undefined && more.has(name) ? more.get(name) : any_member(value, name, -1);
}

/** `Object.hasOwn(value, name)`. */
function any_hasOwn(value: unknown, name: string): boolean {
  switch (__kind(value)) {
    case 0:
      if (any_isDictionary(value))
        return __at<__Dictionary<unknown>>(__address(value)).__table.find(name) >= 0;
      return more_of(value, false)?.has(name) === true || object_has(value, name);
    case 3:
    case 7:
      throw new TypeError('Cannot convert undefined or null to object');
    case 4:
      return name === 'length' || any_isIndex(name, any_arrayLength(value));
    case 5:
      return name === 'length' || name === 'name' || more_of(value, false)?.has(name) === true;
    case 6:
      return name === 'length' || any_isIndex(name, (value as string).length);
    default:
      return false;
  }
}

/** True for the name of one of the first `length` elements. */
function any_isIndex(name: string, length: number): boolean {
  const index = dictionary_index(name);
  return index >= 0 && index < length;
}

function more_set(value: unknown, name: string, property: unknown): void {
  any_setProperty(value, name, property);
}
