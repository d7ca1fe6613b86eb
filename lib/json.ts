// JSON. What is written is found by the texts of classes (lib/object.ts), as the console finds what it sends: one walk
// for all types. What is read becomes dictionaries and arrays of values of any type, and of these what the program's
// type says (server/src/compiler/frontend/lower/json.ts).

/**
 * Writes values. Values are given by their address and the address of their type's descriptor, see
 * server/src/compiler/abi/console.ts.
 */
class __JsonWriter {
  parts: string[] = [];
  /** What a line begins with for each level; without, all is in one line. */
  #indent: string;
  #lineBreak = '\n';
  /** Addresses of the objects and arrays that are being written. */
  #open: int[] = [];

  constructor(indent: string) {
    this.#indent = indent;
  }

  /** Writes a value that says itself what it is; false if it is nothing that JSON has. */
  any(ref: int): boolean {
    if (ref === 0) return false;
    // A string.
    if ((__word(ref) & 15) !== 6) return this.#string(ref);
    const descriptor = __word(ref + 4);
    const text = __word(descriptor + 8);
    const kind = __word(descriptor + 16) & 7;
    if (kind === 0) return this.object(ref, text);
    if (kind === 3) return this.#put('null');
    // p: a number or truth value
    if (__byte(text) === 112) return this.#scalar(ref + 8, __byte(text + 1));
    return this.#value(__word(ref + 8), text);
  }

  /** A value of a type. */
  #value(ref: int, type: int): boolean {
    let what = __byte(type);
    // u, m: undefined where there is nothing; a
    if (what === 117 || what === 109) {
      if (ref === 0) return false;
      type++;
      what = __byte(type);
    }
    if (what === 97) return this.any(ref);
    if (ref === 0) return this.#put('null');
    switch (what) {
      case 115:
        return this.#string(ref);
      case 111:
        return this.object(ref, __word(__word(ref + 4) + 8));
      case 63:
        return this.#scalar(ref + 4, __byte(type + 1));
      case 91:
        return this.#array(ref, type + 1);
      case 123:
        return this.#typedArray(ref, type + 1);
      default:
        return false;
    }
  }

  /** The element of an array whose kind, and after it type, are at an address. */
  #element(array: int, index: int, kind: int): boolean {
    const data = __word(array + 8);
    const what = __byte(kind);
    if (what === 11) return this.#value(__word(data + 4 * index), kind + 1);
    if (what === 9 || what === 12) return this.#scalar(data + 8 * index, what);
    if (what === 6 || what === 7 || what === 8) return this.#scalar(data + 4 * index, what);
    if (what === 4 || what === 5) return this.#small(data + 2 * index, what);
    return this.#small(data + index, what);
  }

  /** An element of one or two bytes. */
  #small(address: int, kind: int): boolean {
    const low = __byte(address);
    if (kind === 10) return this.#put(low === 0 ? 'false' : 'true');
    if (kind === 1) return this.#put(__text((low << 24) >> 24));
    if (kind === 2 || kind === 3) return this.#put(__text(low));
    const both: int = low | (__byte(address + 1) << 8);
    return this.#put(__text(kind === 4 ? (both << 16) >> 16 : both));
  }

  /** A number or truth value in words. */
  #scalar(address: int, kind: int): boolean {
    if (kind === 10) return this.#put(__word(address) === 0 ? 'false' : 'true');
    if (kind === 6) return this.#put(__text(__word(address)));
    if (kind === 7) return this.#put(__text(__word(address) >>> 0));
    let value = 0;
    if (kind === 12) value = __numberAt(address);
    else if (kind === 9) value = __makeDouble(__word(address + 4), __word(address));
    else value = __singleAt(address);
    // Neither NaN nor an infinity.
    return this.#put(value - value === 0 ? __text(value) : 'null');
  }

  #string(ref: int): boolean {
    return this.#put(json_quoted(__at<string>(ref)));
  }

  #put(text: string): boolean {
    this.parts.push(text);
    return true;
  }

  #enter(ref: int, bracket: string): void {
    for (const each of this.#open)
      if (each === ref) throw new TypeError('Converting circular structure to JSON');
    this.#open.push(ref);
    this.parts.push(bracket);
    if (this.#indent !== '') this.#lineBreak += this.#indent;
  }

  /** Before the first or another member. */
  #separate(isFirst: boolean): void {
    if (!isFirst) this.parts.push(',');
    if (this.#indent !== '') this.parts.push(this.#lineBreak);
  }

  #leave(isEmpty: boolean, bracket: string): boolean {
    this.#open.pop();
    if (this.#indent !== '') {
      this.#lineBreak = __slice(this.#lineBreak, 0, __length(this.#lineBreak) - __length(this.#indent));
      if (!isEmpty) this.parts.push(this.#lineBreak);
    }
    return this.#put(bracket);
  }

  #array(ref: int, kind: int): boolean {
    this.#enter(ref, '[');
    const length = __word(ref + 4);
    for (let i: int = 0; i < length; i++) {
      this.#separate(i === 0);
      if (!this.#element(ref, i, kind)) this.parts.push('null');
    }
    return this.#leave(length === 0, ']');
  }

  /** As an object whose properties are the elements. */
  #typedArray(ref: int, kind: int): boolean {
    this.#enter(ref, '{');
    const length = __word(ref + 4);
    for (let i: int = 0; i < length; i++) {
      this.#name(__text(i), i === 0);
      this.#element(ref, i, kind);
    }
    return this.#leave(length === 0, '}');
  }

  #name(name: string, isFirst: boolean): void {
    this.#separate(isFirst);
    this.parts.push(json_quoted(name));
    this.parts.push(this.#indent === '' ? ':' : ': ');
  }

  object(ref: int, text: int): boolean {
    this.#enter(ref, '{');
    let isEmpty = true;
    const mark = __byte(text) === 0 ? 0 : __byte(text + 1);
    // @: a map, set or dictionary
    if (mark === 64) return this.#leave(this.#entries(ref, text, true), '}');
    let at: int = object_firstProperty(text);
    while (__byte(at) !== 0) {
      const type = object_typeOf(at);
      const name = object_name(at);
      const before = __length(this.parts);
      // !: of errors, these are hidden; +: so are the parts of what a class extends
      const isHidden =
        mark === 33
          ? name === 'name' || name === 'message' || name === 'cause'
          : mark === 43 && name.startsWith('__');
      if (!isHidden) {
        this.#name(name, isEmpty);
        const address: int = ref + 4 * __byte(type - 1);
        const accessor = object_accessor(at);
        const isWritten =
          accessor !== 0
            ? this.any(__address(object_got(__word(address), accessor)))
            : __byte(type) === 112
              ? this.#scalar(address, __byte(type + 1))
              : this.#value(__word(address), type);
        if (isWritten) isEmpty = false;
        else __setLength(this.parts, before);
      }
      at = object_afterType(type);
    }
    const more = mark === 33 ? __at<Error>(ref).__more : undefined;
    if (more !== undefined) isEmpty = this.#entries(__address(more), __classText(more), isEmpty);
    return this.#leave(isEmpty, '}');
  }

  /** The properties of a dictionary; maps and sets have none. True if there are none, and were none before. */
  #entries(ref: int, text: int, wasEmpty: boolean): boolean {
    if (object_name(text) !== '@__Dictionary') return true;
    const dictionary = __at<__Dictionary<unknown>>(ref);
    const values = object_afterType(object_typeOf(object_firstProperty(text)));
    const type = object_typeOf(values);
    const array = __word(ref + 4 * __byte(type - 1));
    let isEmpty = wasEmpty;
    for (const place of dictionary.places()) {
      const before = __length(this.parts);
      this.#name(__element(dictionary.__table.keys, place), isEmpty);
      if (this.#element(array, place, type + 1)) isEmpty = false;
      else __setLength(this.parts, before);
    }
    return isEmpty;
  }
}

/** `JSON.stringify(value, null, indent)` where the program takes it for a text. */
function json_stringify(value: unknown, indent: string): string {
  const writer = new __JsonWriter(json_indentation(indent));
  if (!writer.any(__address(value)))
    throw new TypeError('JSON has no text for undefined and functions; give JSON.stringify an object');
  return array_join(writer.parts, '');
}

/** The same where the program takes into account that there may be no text. */
function json_textIfAny(value: unknown, indent: string): string | undefined {
  return json_written(new __JsonWriter(json_indentation(indent)), value);
}

function json_written(writer: __JsonWriter, value: unknown): string | undefined {
  return writer.any(__address(value)) ? array_join(writer.parts, '') : undefined;
}

/** What a line begins with for each level: at most ten units. */
function json_indentation(indent: string): string {
  return __slice(indent, 0, __length(indent) < 10 ? __length(indent) : 10);
}

/** So many spaces. */
function json_spaces(count: number): string {
  let spaces = '';
  for (let i: int = 1; i <= count && i <= 10; i++) spaces += ' ';
  return spaces;
}

function json_quoted(text: string): string {
  const length = __length(text);
  let result = '"';
  let from: int = 0;
  for (let i: int = 0; i < length; i++) {
    const unit = __unit(text, i);
    if (unit >= 32 && unit !== 34 && unit !== 92 && (unit < 0xd800 || unit > 0xdfff)) continue;
    if (unit >= 0xd800 && unit < 0xdc00 && i + 1 < length && (__unit(text, i + 1) & 0xfc00) === 0xdc00) {
      i++;
      continue;
    }
    result += __slice(text, from, i) + json_escape(unit);
    from = i + 1;
  }
  return result + __slice(text, from, length) + '"';
}

function json_escape(unit: int): string {
  switch (unit) {
    case 8:
      return '\\b';
    case 9:
      return '\\t';
    case 10:
      return '\\n';
    case 12:
      return '\\f';
    case 13:
      return '\\r';
    case 34:
      return '\\"';
    case 92:
      return '\\\\';
    default:
      return '\\u' + json_hex(unit >> 8) + json_hex(unit & 0xff);
  }
}

function json_hex(byte: int): string {
  const digits = '0123456789abcdef';
  return __fromUnit(__unit(digits, byte >> 4)) + __fromUnit(__unit(digits, byte & 15));
}

/**
 * Reads values.
 * @sealed
 */
class __JsonReader {
  #text: string;
  #at: int = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** The value that the whole text is. */
  whole(): unknown {
    const value = this.#value();
    if (this.#peek() >= 0) this.#unexpected();
    return value;
  }

  /** The unit after white space, or -1. */
  #peek(): int {
    const text = this.#text;
    const length = __length(text);
    while (this.#at < length) {
      const unit = __unit(text, this.#at);
      if (unit !== 32 && unit !== 10 && unit !== 13 && unit !== 9) return unit;
      this.#at++;
    }
    return -1;
  }

  #unexpected(): void {
    if (this.#at >= __length(this.#text)) throw new SyntaxError('Unexpected end of JSON input');
    const found = __fromUnit(__unit(this.#text, this.#at));
    throw new SyntaxError("Unexpected token '" + found + "', " + '"' + this.#text + '" is not valid JSON');
  }

  #expect(unit: int): void {
    if (this.#peek() !== unit) this.#unexpected();
    this.#at++;
  }

  #value(): unknown {
    const unit = this.#peek();
    switch (unit) {
      case 123:
        return this.#object();
      case 91:
        return this.#array();
      case 34:
        return this.#string();
      case 116:
        this.#word('true');
        return true;
      case 102:
        this.#word('false');
        return false;
      case 110:
        this.#word('null');
        return null;
      default:
        return this.#number();
    }
  }

  #word(word: string): void {
    const length = __length(word);
    for (let i: int = 0; i < length; i++) {
      if (this.#at >= __length(this.#text) || __unit(this.#text, this.#at) !== __unit(word, i))
        this.#unexpected();
      this.#at++;
    }
  }

  #object(): unknown {
    const object = new __Dictionary<unknown>();
    this.#at++;
    if (this.#peek() === 125) {
      this.#at++;
      return object;
    }
    for (;;) {
      if (this.#peek() !== 34) this.#unexpected();
      const name = this.#string();
      this.#expect(58);
      object.set(name, this.#value());
      if (this.#peek() !== 44) break;
      this.#at++;
    }
    this.#expect(125);
    return object;
  }

  #array(): unknown {
    const array: __Value[] = [];
    const boxed: unknown = array;
    any_loosen(boxed);
    this.#at++;
    if (this.#peek() === 93) {
      this.#at++;
      return boxed;
    }
    for (;;) {
      array.push(this.#value());
      if (this.#peek() !== 44) break;
      this.#at++;
    }
    this.#expect(93);
    return boxed;
  }

  /** The unit at the place, which is passed by; -1 at the end. */
  #next(): int {
    if (this.#at >= __length(this.#text)) return -1;
    this.#at++;
    return __unit(this.#text, this.#at - 1);
  }

  #string(): string {
    this.#at++;
    let result = '';
    let from: int = this.#at;
    for (;;) {
      const unit = this.#next();
      if (unit === 34) return result + __slice(this.#text, from, this.#at - 1);
      if (unit < 32) {
        if (unit >= 0) this.#at--;
        this.#unexpected();
      }
      if (unit !== 92) continue;
      result += __slice(this.#text, from, this.#at - 1) + this.#escape();
      from = this.#at;
    }
  }

  #escape(): string {
    const unit = this.#next();
    switch (unit) {
      case 34:
      case 47:
      case 92:
        return __fromUnit(unit);
      case 98:
        return '\b';
      case 102:
        return '\f';
      case 110:
        return '\n';
      case 114:
        return '\r';
      case 116:
        return '\t';
      case 117:
        break;
      default:
        if (unit >= 0) this.#at--;
        this.#unexpected();
    }
    let code: int = 0;
    for (let i: int = 0; i < 4; i++) {
      const digit = json_digit(this.#next());
      if (digit < 0) {
        if (this.#at < __length(this.#text)) this.#at--;
        this.#unexpected();
      }
      code = code * 16 + digit;
    }
    return __fromUnit(code);
  }

  #number(): unknown {
    const from = this.#at;
    if (this.#unitHere() === 45) this.#at++;
    if (this.#unitHere() === 48) this.#at++;
    else this.#digits();
    if (this.#unitHere() === 46) {
      this.#at++;
      this.#digits();
    }
    if ((this.#unitHere() | 32) === 101) {
      this.#at++;
      if (this.#unitHere() === 43 || this.#unitHere() === 45) this.#at++;
      this.#digits();
    }
    return Number(__slice(this.#text, from, this.#at));
  }

  #unitHere(): int {
    return this.#at < __length(this.#text) ? __unit(this.#text, this.#at) : 0;
  }

  /** One digit or more. */
  #digits(): void {
    if (!json_isDigit(this.#unitHere())) this.#unexpected();
    while (json_isDigit(this.#unitHere())) this.#at++;
  }
}

function json_isDigit(unit: int): boolean {
  return unit >= 48 && unit <= 57;
}

/** The value of a hexadecimal digit, or -1. */
function json_digit(unit: int): int {
  if (json_isDigit(unit)) return unit - 48;
  const letter: int = unit | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}

/** `JSON.parse(text)`. */
function json_parse(text: string): unknown {
  return new __JsonReader(text).whole();
}

/** The same as a value of a type, if that is what was read. */
function json_parseAs<T>(text: string): unknown {
  const read = json_parse(text);
  try {
    const typed: unknown = __typed<T>(read);
    return json_isSame(read, typed) ? typed : read;
  } catch (error) {
    // A part is of another type. What else goes wrong, such as that there is no memory, is no reason to go on.
    if (error instanceof TypeError) return read;
    throw error;
  }
}

/** True if all that was read is in a value that was made of it. */
function json_isSame(read: unknown, made: unknown): boolean {
  switch (__kind(read)) {
    case 0: {
      const keys = any_keys(read);
      if (__length(keys) !== __length(any_keys(made))) return false;
      return keys.every((key) => json_isSame(any_property(read, key), any_property(made, key)));
    }
    case 4: {
      const length = any_arrayLength(read);
      if (length !== any_arrayLength(made)) return false;
      for (let i: int = 0; i < length; i++)
        if (!json_isSame(any_element(read, i), any_element(made, i))) return false;
      return true;
    }
    default:
      return read === made;
  }
}

/** An array that was read, as one of a type. */
function json_array<T>(value: unknown): T[] {
  const source = value as __Value[];
  const result = __newArray<T>(0);
  for (const element of source) result.push(__typed<T>(element));
  return result;
}

/** An object that was read, as a dictionary of a type. */
function json_dictionary<T>(value: unknown): __Dictionary<T> {
  const source = value as __Dictionary<unknown>;
  const result = new __Dictionary<T>();
  for (const place of source.places())
    result.set(__element(source.__table.keys, place), __typed<T>(__element(source.__values, place)));
  return result;
}

/** An object that was read, as one with the properties of a type. */
function json_object<T>(value: unknown): T {
  return __typedObject<T>(value);
}
