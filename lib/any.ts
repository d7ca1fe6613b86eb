// Values that say themselves what they are: of type `any`, `unknown`, and unions of unlike types. The numbers of the
// kinds are those of ValueKind in the compiler's abi/objects.ts.

function any_kind(value: unknown): int {
  return __kind(value);
}

/** `typeof value`. */
function any_typeof(value: unknown): string {
  switch (__kind(value)) {
    case 1:
      return 'number';
    case 2:
      return 'boolean';
    case 5:
      return 'function';
    case 6:
      return 'string';
    case 7:
      return 'undefined';
    default:
      return 'object';
  }
}

function any_isArray(value: unknown): boolean {
  return __kind(value) === 4;
}

/** True if the value counts as true in a condition. */
function any_truth(value: unknown): boolean {
  switch (__kind(value)) {
    case 1:
      return !!(value as number);
    case 2:
      return value as boolean;
    case 6:
      return (value as string).length > 0;
    case 3:
    case 7:
      return false;
    default:
      return true;
  }
}

/** `a === b`. */
function any_equals(a: unknown, b: unknown): boolean {
  const kind = __kind(a);
  if (kind !== __kind(b)) return false;
  switch (kind) {
    case 1:
      return (a as number) === (b as number);
    case 2:
      return (a as boolean) === (b as boolean);
    case 6:
      return (a as string) === (b as string);
    case 4:
      return __sameInside(a, b);
    case 5:
      return function_origin(__addressInside(a)) === function_origin(__addressInside(b));
    case 0:
      return __sameReference(a, b);
    default:
      return true;
  }
}

/** `String(value)`. */
function any_text(value: unknown): string {
  switch (__kind(value)) {
    case 1:
      return __text(value as number);
    case 2:
      return (value as boolean) ? 'true' : 'false';
    case 3:
      return 'null';
    case 7:
      return 'undefined';
    case 0:
      return __objectText(value);
    case 4:
      return any_arrayText(value);
    default:
      // Of functions the board does not know the text: this stops the program.
      return value as string;
  }
}

/** `a + b`: a text if one of them is a text, or an object or array, which become texts. */
function any_sum(a: unknown, b: unknown): unknown {
  if (any_addsAsText(a) || any_addsAsText(b)) return any_text(a) + any_text(b);
  return number_fromAny(a) + number_fromAny(b);
}

function any_addsAsText(value: unknown): boolean {
  const kind = __kind(value);
  return kind === 6 || kind === 0 || kind === 4 || kind === 5;
}

/** `Object.prototype.toString.call(value)`. */
function any_tag(value: unknown): string {
  return `[object ${any_kindName(value)}]`;
}

function any_kindName(value: unknown): string {
  if (value === undefined) return 'Undefined';
  if (value === null) return 'Null';
  if (__kind(value) !== 0) return any_className(value);
  if (value instanceof Error) return 'Error';
  if (value instanceof Map) return 'Map';
  if (value instanceof Set) return 'Set';
  return value instanceof Promise ? 'Promise' : 'Object';
}
