// What is known of the properties of objects on the board: the text of an object's class names them, with where they are
// and how they are kept (server/src/compiler/abi/console.ts). All objects but maps and sets are read like this.

/** Names of the properties that are gone over: of an error, not those that each has. */
function object_keys(object: unknown): string[] {
  const text = __classText(object);
  const mark = __byte(text) === 0 ? 0 : __byte(text + 1);
  // '@' of maps, sets and the like: nothing that they are made of is a property.
  if (mark === 0x40) return [];
  // '+' of what extends these.
  if (mark === 0x2b) return object_ownKeys(object).filter((key) => !key.startsWith('__'));
  // '!' of errors.
  const isError = mark === 0x21;
  const keys = object_ownKeys(object);
  return isError ? keys.filter((key) => key !== 'name' && key !== 'message' && key !== 'cause') : keys;
}

/** Names of an object's properties, in their order; of optional ones that it was made without, none. */
function object_ownKeys(object: unknown): string[] {
  const keys: string[] = [];
  let at: int = object_firstProperty(__classText(object));
  while (__byte(at) !== 0) {
    const type: int = object_typeOf(at);
    const isThere = __byte(type) !== 109 || __word(__address(object) + 4 * __byte(type - 1)) !== 0;
    if (isThere) keys.push(object_name(at));
    at = object_afterType(type);
  }
  return keys;
}

function object_has(object: unknown, key: string): boolean {
  return array_includes(object_ownKeys(object), key, 0);
}

/** True for the names of what all objects have from `Object.prototype`. */
function object_inherits(key: string): boolean {
  const inherited =
    ' toString valueOf constructor hasOwnProperty isPrototypeOf propertyIsEnumerable toLocaleString __proto__ ';
  return key.length >= 7 && inherited.includes(` ${key} `);
}

/** What happens instead of an assignment to a property of a frozen object. */
function object_refuse(message: string): void {
  throw new TypeError(message);
}

/** Where the first property is in the text of a class, after its name. */
function object_firstProperty(text: int): int {
  return text + 1 + __byte(text);
}

/** Where the type of a property is, after its name and place. */
function object_typeOf(property: int): int {
  return property + 2 + __byte(property);
}

/** Where a type ends. */
function object_afterType(type: int): int {
  for (;;) {
    const what = __byte(type);
    type++;
    // s, o, f, a
    if (what === 115 || what === 111 || what === 102 || what === 97) return type;
    // u, m
    if (what === 117 || what === 109) continue;
    // [ with references
    if (what !== 91 || __byte(type) !== 11) return type + 1;
    type++;
  }
}

/** Of an accessor, the mark before its name (accessorByte in abi/console.ts); else 0. */
function object_accessor(property: int): int {
  const first = __byte(property + 1);
  return first < 16 ? first : 0;
}

/** What the getter of an accessor gives, whose function is at an address. */
function object_got(getter: int, accessor: int): unknown {
  switch (accessor >> 1) {
    case 0:
      return undefined;
    case 1:
      return __at<() => unknown>(getter)();
    case 2:
      return __at<() => number>(getter)();
    case 3:
      return __at<() => int>(getter)();
    case 4:
      return __at<() => boolean>(getter)();
    default:
      throw new TypeError('what this accessor gives is not known on the board; read it before');
  }
}

/** The name of the class that made an object: without the marks that the text of the class has before it. */
function object_className(object: unknown): string {
  return class_name(__classText(object));
}

/** That of a class with a text. */
function class_name(text: int): string {
  const name = object_name(text);
  const first = name.charCodeAt(0);
  // '+' of what extends a collection, whose name is before its own.
  if (first === 0x2b) return name.slice(name.indexOf(' ') + 1);
  // '!' of errors, '@' of what is shown in parts.
  const plain = first === 0x21 || first === 0x40 ? name.slice(1) : name;
  return plain === '' || plain === '__Dictionary' ? 'Object' : plain;
}

/** The name of a property: UTF-8. */
function object_name(property: int): string {
  const end: int = property + 1 + __byte(property);
  let name = '';
  for (let at: int = property + 1 + (object_accessor(property) === 0 ? 0 : 1); at < end; at++) {
    const first = __byte(at);
    if (first < 0x80) {
      name += __fromUnit(first);
    } else if (first < 0xe0) {
      name += __fromUnit(((first & 0x1f) << 6) | (__byte(at + 1) & 0x3f));
      at++;
    } else {
      name += __fromUnit(((first & 0xf) << 12) | ((__byte(at + 1) & 0x3f) << 6) | (__byte(at + 2) & 0x3f));
      at += 2;
    }
  }
  return name;
}

/** `Object.is` of numbers: all NaN are the same, 0 and -0 are not. */
function number_is(a: number, b: number): boolean {
  if (a !== a) return b !== b;
  return a === b && (a !== 0 || __highWord(a) === __highWord(b));
}

function any_is(a: unknown, b: unknown): boolean {
  if (__kind(a) === 1 && __kind(b) === 1) return number_is(a as number, b as number);
  return any_equals(a, b);
}

/** The indices of an array as the names that they are. */
function array_keyTexts(length: int): string[] {
  const keys: string[] = [];
  for (let i: int = 0; i < length; i++) keys.push(__text(i));
  return keys;
}

/** Pairs of the name of an index and the element there. */
function array_namedEntries<T, P>(result: P[], a: T[]): void {
  const length = __length(a);
  for (let i: int = 0; i < length; i++) result.push([__text(i), __element(a, i)] as unknown as P);
}

/** The units of a string, each as a string. */
function string_units(text: string): string[] {
  const units: string[] = [];
  for (let i: int = 0; i < text.length; i++) units.push(text[i]);
  return units;
}
