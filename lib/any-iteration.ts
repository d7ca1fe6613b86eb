// What loops, spread and patterns get of values of type `any`: arrays, strings, maps and sets, iterators and what has a method
// that gives one.

/** The iterators of the library, whatever they give. */
interface __Advancing {
  __advance(): boolean;
  __go(mode: int, value: unknown): boolean;
}

/** What has a method `[Symbol.iterator]`. */
interface __Iterated {
  __iterator(): unknown;
}

/** An iterator of a program. */
interface __Stepped {
  next(): unknown;
}

/** An iterator of the library as one of values of any type. */
class __AnyIterator extends IteratorObject<unknown> {
  constructor(readonly __inner: unknown) {
    super();
  }

  __advance(): boolean {
    return this.__go(0, undefined);
  }

  override __go(mode: int, value: unknown): boolean {
    const inner = __at<__Advancing>(__address(this.__inner));
    if (!(mode === 0 ? inner.__advance() : inner.__go(mode, value))) return false;
    this.__current = any_property(this.__inner, '__current');
    return true;
  }
}

/** An iterator of a program, by its `next`. */
class __AnyStepIterator extends IteratorObject<unknown> {
  constructor(readonly __inner: unknown) {
    super();
  }

  __advance(): boolean {
    const inner = this.__inner;
    const result = any_isDictionary(inner)
      ? (any_property(inner, 'next') as () => unknown)()
      : __at<__Stepped>(__address(inner)).next();
    if (any_truth(any_property(result, 'done'))) return false;
    this.__current = any_property(result, 'value');
    return true;
  }
}

/** Goes over the elements that an array has, also while there come to be more. */
class __AnyArrayIterator extends IteratorObject<unknown> {
  __at: int = 0;

  constructor(readonly __array: unknown) {
    super();
  }

  __advance(): boolean {
    if (this.__at >= any_arrayLength(this.__array)) return false;
    this.__current = any_element(this.__array, this.__at);
    this.__at++;
    return true;
  }
}

/** Goes over a map or set: `part` 0 keys, 1 values, 2 pairs of both. */
class __AnyTableIterator extends __TableIterator<unknown, unknown> {
  constructor(
    readonly __collection: unknown,
    readonly __part: int,
  ) {
    super(__at<Map<unknown, unknown>>(__address(__collection)).__table);
  }

  __advance(): boolean {
    if (!this.step()) return false;
    const { at, __part: part } = this;
    const key = part === 1 ? undefined : any_ofParts(this.table, object_firstPart(this.table), at);
    const values = part === 0 ? 0 : object_afterType(object_typeOf(object_firstPart(this.__collection)));
    const value = part === 0 ? undefined : any_ofParts(this.__collection, values, at);
    if (part === 2) this.__current = [key, value];
    else this.__current = part === 0 ? key : value;
    return true;
  }
}

/** Where the first property is in the text of an object's class. */
function object_firstPart(object: unknown): int {
  return object_firstProperty(__classText(object));
}

/** An element of the array that a property holds. */
function any_ofParts(object: unknown, property: int, index: int): unknown {
  const type = object_typeOf(property);
  return any_elementAt(__word(__address(object) + 4 * __byte(type - 1)), index, type + 1);
}

function any_isMap(value: unknown): boolean {
  return any_isCollection(value, '@Map', '+Map ');
}

function any_isSet(value: unknown): boolean {
  return any_isCollection(value, '@Set', '+Set ');
}

/** True for an object of a class of the library, or of one that extends it. */
function any_isCollection(value: unknown, own: string, extending: string): boolean {
  if (__kind(value) !== 0) return false;
  const title = object_name(__classText(value));
  return title === own || title.startsWith(extending);
}

/** What `for ... of` goes over. */
function any_iterator(value: unknown): IteratorObject<unknown> {
  const kind = __kind(value);
  if (kind === 4) return new __AnyArrayIterator(value);
  if (kind === 6) return iterator_ofArray<unknown, string>(string_characters(value as string));
  if (any_isMap(value)) return new __AnyTableIterator(value, 2);
  if (any_isSet(value)) return new __AnyTableIterator(value, 0);
  if (kind === 0) {
    if (value instanceof IteratorObject) return new __AnyIterator(value);
    if (any_isDictionary(value)) {
      const method = any_property(value, '__iterator');
      if (__kind(method) === 5) return any_stepping((method as () => unknown)());
    } else if (any_isListed(value, __methodId('__iterator'), 0, 0))
      return any_stepping(__at<__Iterated>(__address(value)).__iterator());
  }
  throw new TypeError(`${any_text(value)} is not iterable`);
}

/** `iterator.next(value)`, `throw` and `return`, of an iterator of the library. */
function any_advance(iterator: unknown, mode: int, value: unknown): IteratorResult<unknown, any> {
  iterator_outcome = undefined;
  const isAtValue = __at<__Advancing>(__address(iterator)).__go(mode, value);
  if (isAtValue) return { value: any_property(iterator, '__current'), done: false };
  return { value: iterator_outcome, done: true };
}

/** What a method `[Symbol.iterator]` gave. */
function any_stepping(iterator: unknown): IteratorObject<unknown> {
  return iterator instanceof IteratorObject ? new __AnyIterator(iterator) : new __AnyStepIterator(iterator);
}

/** All that `[...value]` has. */
function any_iterated(value: unknown): __Value[] {
  if (__kind(value) === 4) return any_elements(value);
  const all: __Value[] = [];
  const iterator = any_iterator(value);
  while (iterator.__advance()) all.push(iterator.__current);
  return all;
}

/** `Array.from(value)`: also of an object with a length. */
function any_listed(value: unknown): __Value[] {
  const kind = __kind(value);
  if (kind === 4) return any_elements(value).slice();
  if (kind === 6 || (kind === 0 && !any_isDictionary(value))) return any_iterated(value);
  if (kind === 0 && __kind(any_property(value, '__iterator')) === 5) return any_iterated(value);
  const all: __Value[] = [];
  if (kind !== 0) return all;
  const length = any_property(value, 'length');
  const count = length === undefined ? 0 : number_fromAny(length);
  for (let i = 0; i < count; i++) all.push(any_property(value, __text(i)));
  return all;
}

/** What an array pattern of `count` elements takes. */
function any_first(value: unknown, count: int): __Value[] {
  if (__kind(value) === 4) return any_elements(value);
  const first: __Value[] = [];
  const iterator = any_iterator(value);
  while (first.length < count) {
    if (!iterator.__advance()) return first;
    first.push(iterator.__current);
  }
  iterator_close(iterator);
  return first;
}
