// What is in a value of type `any`: its properties, elements and text. The text of its class or type says where they are
// and how they are kept, as for JSON.stringify (lib/json.ts) and the console (server/src/compiler/abi/console.ts).

/** True for objects with an index signature, whatever their values are. */
function any_isDictionary(value: unknown): boolean {
  return object_name(__classText(value)) === '@__Dictionary';
}

/** Names of the properties that `for ... in` goes over: null and undefined have none. */
function any_keys(value: unknown): string[] {
  switch (__kind(value)) {
    case 0: {
      if (any_isDictionary(value)) return __at<__Dictionary<unknown>>(__address(value)).keys();
      const keys = object_keys(value);
      const more = more_of(value, false);
      return more === undefined ? keys : [...keys, ...more.keys()];
    }
    case 5:
      return more_of(value, false)?.keys() ?? [];
    case 4:
      return array_keyTexts(any_arrayLength(value));
    case 6:
      return array_keyTexts(__length(value as string));
    default:
      return [];
  }
}

/** `Object.keys(value)`. */
function any_ownKeys(value: unknown): string[] {
  const kind = __kind(value);
  if (kind === 3 || kind === 7) throw new TypeError('Cannot convert undefined or null to object');
  return any_keys(value);
}

function any_values(value: unknown): __Value[] {
  const values: __Value[] = [];
  for (const key of any_ownKeys(value)) values.push(any_property(value, key));
  return values;
}

function any_entries(value: unknown): [string, unknown][] {
  const entries: [string, unknown][] = [];
  for (const key of any_ownKeys(value)) entries.push([key, any_property(value, key)]);
  return entries;
}

/** `value[name]`. */
function any_property(value: unknown, name: string): unknown {
  return any_member(value, name, 0);
}

/** The same of a name for which `method` stands in lists of members; 0 where it is not known, or one of the library's. */
function any_member(value: unknown, name: string, method: int): unknown {
  const kind = __kind(value);
  if (kind === 3 || kind === 7)
    throw new TypeError(`Cannot read properties of ${any_text(value)} (reading '${name}')`);
  if (kind === 4 || kind === 6) {
    if (name === 'length') return any_length(value);
    const index = dictionary_index(name);
    if (index >= 0) return any_element(value, index);
  }
  const more = kind === 5 || kind === 0 ? more_of(value, false) : undefined;
  if (more !== undefined && more.has(name)) return more.get(name);
  if (kind !== 0) return method === 0 ? any_unknownMember(name) : undefined;
  const text = __classText(value);
  const address = __address(value);
  if (any_isDictionary(value)) {
    const place = __at<__Dictionary<unknown>>(address).__table.find(name);
    if (place < 0) return undefined;
    const values = object_afterType(object_typeOf(object_firstProperty(text)));
    const type = object_typeOf(values);
    return any_elementAt(__word(address + 4 * __byte(type - 1)), place, type + 1);
  }
  let at: int = object_firstProperty(text);
  while (__byte(at) !== 0) {
    const type: int = object_typeOf(at);
    if (object_name(at) === name) {
      const place: int = address + 4 * __byte(type - 1);
      const accessor = object_accessor(at);
      if (accessor !== 0) return object_got(__word(place), accessor);
      return __byte(type) === 112 ? any_scalarAt(place, __byte(type + 1)) : any_valueAt(__word(place), type);
    }
    at = object_afterType(type);
  }
  // Objects of literals have nothing else.
  if (__byte(text) === 0) return undefined;
  return method === 0 || any_isListed(value, method, 0, 0) ? any_unknownMember(name) : undefined;
}

/** True if the list of members that an object's class has tells of one of these. */
function any_isListed(value: unknown, method: int, getter: int, setter: int): boolean {
  let at = __word(__word(__address(value) + 4) + 12);
  for (; __word(at) !== 0; at += 4) {
    const member = __word(at) >>> 8;
    if (member === method || member === getter || member === setter) return true;
  }
  return false;
}

/** `name in value`; `method`, `getter` and `setter` stand for the name in lists of members, or are 0 if it is not known. */
function any_has(value: unknown, name: string, method: int, getter: int, setter: int): boolean {
  const kind = __kind(value);
  if (kind === 4) {
    return name === 'length' || any_isIndex(name, any_arrayLength(value));
  }
  if (kind !== 0 && kind !== 5)
    throw new TypeError(`Cannot use 'in' operator to search for '${name}' in ${any_text(value)}`);
  if (object_inherits(name) || (more_takes(value) && more_of(value, false)?.has(name))) return true;
  if (kind === 5) return name === 'name' || name === 'length' || name === 'prototype';
  if (any_isDictionary(value)) return __at<__Dictionary<unknown>>(__address(value)).__table.find(name) >= 0;
  if (object_has(value, name)) return true;
  if (method === 0) return __byte(__classText(value)) === 0 ? false : (any_unknownMember(name) as boolean);
  return any_isListed(value, method, getter, setter);
}

/** True for an object whose class says what its text is: none that was made without a type and has a `toString`. */
function any_hasPlainText(value: unknown): boolean {
  if (__kind(value) !== 0) return false;
  return (
    !any_isDictionary(value) || __at<__Dictionary<unknown>>(__address(value)).__table.find('toString') < 0
  );
}

/** `value.constructor.name`. */
function any_className(value: unknown): string {
  switch (__kind(value)) {
    case 1:
      return 'Number';
    case 2:
      return 'Boolean';
    case 4:
      return 'Array';
    case 5:
      return 'Function';
    case 6:
      return 'String';
    case 0: {
      const name = object_className(value);
      const isOwn =
        any_isDictionary(value) && __at<__Dictionary<unknown>>(__address(value)).has('constructor');
      return isOwn || name.startsWith('__') ? (any_unknownMember('constructor') as string) : name;
    }
    default:
      throw new TypeError(`Cannot read properties of ${any_text(value)} (reading 'constructor')`);
  }
}

/** Methods and accessors are not looked up by name. */
function any_unknownMember(name: string): unknown {
  throw new TypeError(`'${name}' of a value of type any is not known on the board; give the value a type`);
}

/** `value[index]`. */
function any_element(value: unknown, index: number): unknown {
  const kind = __kind(value);
  if (kind === 4) {
    const isThere = index >= 0 && index < any_arrayLength(value) && index === Math.trunc(index);
    if (!isThere) return undefined;
    return any_elementAt(
      __word(__address(value) + 8),
      index | 0,
      __word(__word(__address(value) + 4) + 8) + 1,
    );
  }
  if (kind === 6) {
    const text = value as string;
    return index >= 0 && index < text.length && index === Math.trunc(index) ? text[index | 0] : undefined;
  }
  return any_property(value, __text(index));
}

/** `value.length`. */
function any_length(value: unknown): unknown {
  if (__kind(value) === 6) return (value as string).length;
  if (__kind(value) === 4) return any_arrayLength(value);
  if (__kind(value) === 5) return function_length(__addressInside(value));
  return any_member(value, 'length', __methodId('length'));
}

/** `value.size`. */
function any_size(value: unknown): unknown {
  if (any_isMap(value) || any_isSet(value)) return __at<Map<unknown, unknown>>(__address(value)).__table.size;
  return any_member(value, 'size', __methodId('size'));
}

/** What stands for a method that is only asked for. */
function any_someMethod(): void {}

/** Whether a value has a method of the library: it is of one of these kinds or classes. */
function any_peek(value: unknown, name: string, kinds: int, method: int, classes: string): unknown {
  const kind = __kind(value);
  if ((kinds >> kind) & 1) return any_someMethod;
  if (kind === 0 && !any_isDictionary(value)) {
    const title = object_name(__classText(value));
    if (__byte(__classText(value) + 1) === 0x40 && classes.includes(` ${title.slice(1)} `))
      return any_someMethod;
    if (any_isListed(value, method, 0, 0)) return any_someMethod;
  }
  return any_member(value, name, method);
}

function any_arrayLength(value: unknown): int {
  return __word(__word(__address(value) + 8) + 4);
}

/** The element of an array whose kind, and after it type, are at an address. */
function any_elementAt(array: int, index: int, kind: int): unknown {
  const data = __word(array + 8);
  const what = __byte(kind);
  if (what === 11) return any_valueAt(__word(data + 4 * index), kind + 1);
  if (what === 9 || what === 12) return any_scalarAt(data + 8 * index, what);
  if (what === 6 || what === 7 || what === 8) return any_scalarAt(data + 4 * index, what);
  if (what === 4 || what === 5) {
    const at: int = data + 2 * index;
    const both: int = __byte(at) | (__byte(at + 1) << 8);
    return what === 4 ? (both << 16) >> 16 : both;
  }
  const low = __byte(data + index);
  if (what === 10) return low !== 0;
  return what === 1 ? (low << 24) >> 24 : low;
}

/** A number or truth value in words. */
function any_scalarAt(address: int, kind: int): unknown {
  switch (kind) {
    case 10:
      return __word(address) !== 0;
    case 6:
      return __word(address);
    case 7:
      return __word(address) >>> 0;
    case 12:
      return __numberAt(address);
    case 9:
      return __makeDouble(__word(address + 4), __word(address));
    default:
      return __singleAt(address);
  }
}

/** What a reference of a type stands for. */
function any_valueAt(ref: int, type: int): unknown {
  let what = __byte(type);
  // u, m: undefined where there is nothing
  if (what === 117 || what === 109) {
    if (ref === 0) return undefined;
    type++;
    what = __byte(type);
  }
  // a
  if (what === 97) return __at<unknown>(ref);
  if (ref === 0) return null;
  switch (what) {
    case 115:
    case 111:
      return __at<unknown>(ref);
    case 63:
      return any_scalarAt(ref + 4, __byte(type + 1));
    case 91:
      return any_arrayAt(ref, type + 1);
    default:
      throw new TypeError(
        'this part of a value of type any is not known on the board; give the value a type',
      );
  }
}

/** Stands for objects of any class in arrays that are only read: to change one as an array of it is an error. */
class __SomeObject {}

/** An array inside of an object or array, by the address of the kind of its elements and, of references, what these are. */
function any_arrayAt(ref: int, at: int): unknown {
  const kind = __byte(at);
  if (kind === 12) return __at<number[]>(ref);
  if (kind === 6) return __at<int[]>(ref);
  if (kind === 10) return __at<boolean[]>(ref);
  if (kind === 11) {
    const type = __byte(at + 1);
    if (type === 97) return __at<__Value[]>(ref);
    if (type === 115) return __at<string[]>(ref);
    if (type === 111) return __at<__SomeObject[]>(ref);
    if (type === 91 && __byte(at + 2) === 12) return __at<number[][]>(ref);
    if (type === 91 && __byte(at + 2) === 11 && __byte(at + 3) === 115) return __at<string[][]>(ref);
  }
  throw new TypeError('this array in a value of type any is not known on the board; give the value a type');
}

/** `String(array)`. */
function any_arrayText(value: unknown): string {
  return any_joined(__word(__address(value) + 8), __word(__word(__address(value) + 4) + 8) + 1);
}

function any_joined(array: int, kind: int): string {
  const length = __word(array + 4);
  let text = '';
  for (let i: int = 0; i < length; i++) {
    if (i > 0) text += ',';
    text += any_elementText(array, i, kind);
  }
  return text;
}

/** An element of an array as `join` writes it. */
function any_elementText(array: int, index: int, kind: int): string {
  if (__byte(kind) === 11) {
    const ref = __word(__word(array + 8) + 4 * index);
    if (ref === 0) return '';
    const what = __byte(kind + 1);
    // [ {
    if (what === 91 || what === 123) return any_joined(ref, kind + 2);
  }
  const element = any_elementAt(array, index, kind);
  return element === undefined || element === null ? '' : any_text(element);
}

/** The elements of an array: the array itself if it holds values of any type, else a copy. */
function any_elements(value: unknown): __Value[] {
  if (any_holdsAny(value)) return __at<__Value[]>(__word(__address(value) + 8));
  const elements: __Value[] = [];
  const length = any_arrayLength(value);
  for (let i: int = 0; i < length; i++) elements.push(any_element(value, i));
  return elements;
}

/** An array that is to be changed. */
function any_ownElements(value: unknown): __Value[] {
  if (!any_holdsAny(value) || any_isFrozen(value))
    throw new TypeError('this array was made for elements of one type; give the value a type to change it');
  return __at<__Value[]>(__word(__address(value) + 8));
}

function any_holdsAny(value: unknown): boolean {
  const type = __word(__word(__address(value) + 4) + 8);
  return __byte(type + 1) === 11 && __byte(type + 2) === 97;
}

/** `Object.assign(target, source)`; `{ ...source }` into a new object. Of null and undefined it is nothing. */
function any_assign(target: unknown, source: unknown): void {
  for (const key of any_keys(source)) any_setProperty(target, key, any_property(source, key));
}

/** `value[name] = property`. */
function any_setProperty(value: unknown, name: string, property: unknown): void {
  const kind = __kind(value);
  if (kind === 3 || kind === 7)
    throw new TypeError(`Cannot set properties of ${any_text(value)} (setting '${name}')`);
  if (kind === 4) {
    const index = dictionary_index(name);
    if (index >= 0) return any_setElement(value, index, property);
    if (name === 'length') return any_setLength(value, property as number);
  }
  any_dictionary(value, name).set(name, property);
}

/** `value[index] = element`. */
function any_setElement(value: unknown, index: number, element: unknown): void {
  if (__kind(value) !== 4 || index !== Math.trunc(index))
    return any_setProperty(value, __text(index), element);
  if (!any_isFrozen(value)) {
    if (__isBoxOf<number[]>(value)) return any_setOf<number>(value as number[], index, element as number);
    if (__isBoxOf<string[]>(value)) return any_setOf<string>(value as string[], index, element as string);
  }
  if (any_isTyped(value)) return any_setTyped(value, index | 0, element as number);
  const elements = any_ownElements(value);
  if (index === elements.length) elements.push(element);
  else elements[index | 0] = element;
}

/** True for typed arrays. */
function any_isTyped(value: unknown): boolean {
  // {
  return __byte(__word(__word(__address(value) + 4) + 8)) === 123;
}

/** An element of a typed array. */
function any_setTyped(value: unknown, index: int, element: number): void {
  const array = __word(__address(value) + 8);
  switch (__byte(__word(__word(__address(value) + 4) + 8) + 1)) {
    case 1:
      __at<Int8Array>(array)[index] = element;
      break;
    case 3:
      __at<Uint8ClampedArray>(array)[index] = element;
      break;
    case 4:
      __at<Int16Array>(array)[index] = element;
      break;
    case 5:
      __at<Uint16Array>(array)[index] = element;
      break;
    case 6:
      __at<Int32Array>(array)[index] = element;
      break;
    case 7:
      __at<Uint32Array>(array)[index] = element;
      break;
    case 8:
      __at<Float32Array>(array)[index] = element;
      break;
    case 9:
      __at<Float64Array>(array)[index] = element;
      break;
    default:
      __at<Uint8Array>(array)[index] = element;
  }
}

/** `value.length = length`. */
function any_setLength(value: unknown, length: number): void {
  if (!any_isFrozen(value)) {
    if (__isBoxOf<number[]>(value)) return array_resize<number>(value as number[], length);
    if (__isBoxOf<string[]>(value)) return array_resize<string>(value as string[], length);
  }
  array_resize<unknown>(any_ownElements(value), length);
}

function array_resize<T>(elements: T[], length: number): void {
  elements.length = length;
}

function any_setOf<T>(elements: T[], index: number, element: T): void {
  if (index === elements.length) elements.push(element);
  else elements[index | 0] = element;
}

/** `delete value[name]`. */
function any_delete(value: unknown, name: string): void {
  any_dictionary(value, name).remove(name);
}

/** `Object.freeze(value)`. */
function any_freeze(value: unknown): void {
  const at = any_objectAddress(value);
  if (at !== 0) __store32(at, __load32(at) | 0x80);
}

/** `Object.isFrozen(value)`. */
function any_isFrozen(value: unknown): boolean {
  const at = any_objectAddress(value);
  return at === 0 || (__load32(at) & 0x80) !== 0;
}

/** The address of an object or array; 0 for anything else. */
function any_objectAddress(value: unknown): int {
  const kind = __kind(value);
  if (kind === 0) return __address(value);
  return kind === 4 ? __word(__address(value) + 8) : 0;
}

/** An object whose properties are of any type, and can be added and removed. */
function any_dictionary(value: unknown, name: string): __Dictionary<unknown> {
  if (__kind(value) === 0 && any_isFrozen(value))
    throw new TypeError(`Cannot assign to read only property '${name}' of object '#<Object>'`);
  if (__kind(value) === 0 && any_isDictionary(value)) {
    const values = object_afterType(object_typeOf(object_firstProperty(__classText(value))));
    const type = object_typeOf(values);
    if (__byte(type + 1) === 11 && __byte(type + 2) === 97)
      return __at<__Dictionary<unknown>>(__address(value));
  }
  const more = any_isDeclared(value, name) ? undefined : more_of(value, true);
  if (more !== undefined) return more;
  throw new TypeError(`'${name}' of this value of type any can't be set; give the value a type`);
}

/** True for a property that a function, or the class of an object has. */
function any_isDeclared(value: unknown, name: string): boolean {
  if (__kind(value) === 5) return name === 'name' || name === 'length';
  return __kind(value) === 0 && object_has(value, name);
}

/** What stops the program where something is called that is no function, or none that can be called without a type. */
function any_notCallable(value: unknown, name: string): unknown {
  if (__kind(value) === 5)
    throw new TypeError(`'${name}' was made with a type; give the value one to call it`);
  throw new TypeError(`${name} is not a function`);
}

/** `value.constructor` of what is of none of the program's classes. */
function any_constructor(value: unknown): unknown {
  if (__kind(value) === 0 && any_className(value) === 'Object') return any_object;
  throw new TypeError("the 'constructor' of this value is not known on the board");
}

/** Stands for `Object`. */
function any_object(value: unknown): unknown {
  return value;
}

/** -1, 0 or 1 as `a` is less than `b`, equal or greater; 2 if neither, since one of them is no number. */
function any_compare(a: unknown, b: unknown): int {
  if (any_comparesAsText(a) && any_comparesAsText(b)) {
    const [left, right] = [any_text(a), any_text(b)];
    return left < right ? -1 : left === right ? 0 : 1;
  }
  const [left, right] = [number_fromAny(a), number_fromAny(b)];
  return left < right ? -1 : left === right ? 0 : left > right ? 1 : 2;
}

function any_comparesAsText(value: unknown): boolean {
  const kind = __kind(value);
  return kind === 6 || kind === 0 || kind === 4;
}

/** `a == b`: unlike values are compared as numbers, or as texts with objects. */
function any_looselyEquals(a: unknown, b: unknown): boolean {
  const [kind, other] = [__kind(a), __kind(b)];
  if (kind === other) return any_equals(a, b);
  const [isNothing, isOtherNothing] = [kind === 3 || kind === 7, other === 3 || other === 7];
  if (isNothing || isOtherNothing) return isNothing && isOtherNothing;
  if (kind === 5 || other === 5) return false;
  if (kind === 0 || kind === 4) return other !== 0 && other !== 4 && any_looselyEquals(any_text(a), b);
  if (other === 0 || other === 4) return any_looselyEquals(a, any_text(b));
  return number_fromAny(a) === number_fromAny(b);
}

/** `value[key]`. */
function any_at(value: unknown, key: unknown): unknown {
  return __kind(key) === 1 ? any_element(value, key as number) : any_property(value, any_text(key));
}

/** `value[key] = property`. */
function any_setAt(value: unknown, key: unknown, property: unknown): void {
  if (__kind(key) === 1) any_setElement(value, key as number, property);
  else any_setProperty(value, any_text(key), property);
}
