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
  return more_of(value, false)?.has(name) === true || object_has(value, name);
}

function more_set(value: unknown, name: string, property: unknown): void {
  any_setProperty(value, name, property);
}
