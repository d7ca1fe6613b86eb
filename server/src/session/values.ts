// Values of the board as JavaScript values, whether they come as output records or are read from memory: both are
// shown by the same formatter, so they are made of the same parts.
import { readNumber } from '../compiler/abi/numbers.ts';
import { type ElementKind, elementSize } from '../compiler/abi/objects.ts';
import type { ShownFunction } from '../compiler/ir/ir.ts';
import type { ShadowMachine } from '../shadow/index.ts';

export type NumericElement = Exclude<ElementKind, 'boolean' | 'number' | 'ref'>;

const typedArrays = {
  i8: Int8Array,
  u8: Uint8Array,
  u8clamped: Uint8ClampedArray,
  i16: Int16Array,
  u16: Uint16Array,
  i32: Int32Array,
  u32: Uint32Array,
  f32: Float32Array,
  f64: Float64Array,
} as const satisfies Record<NumericElement, unknown>;

/** One element of an array at an offset, as the board stores it. */
export function readElement(
  view: DataView,
  offset: number,
  kind: Exclude<ElementKind, 'ref'>,
): number | boolean {
  switch (kind) {
    case 'i8':
      return view.getInt8(offset);
    case 'u8':
    case 'u8clamped':
      return view.getUint8(offset);
    case 'boolean':
      return view.getUint8(offset) !== 0;
    case 'i16':
      return view.getInt16(offset, true);
    case 'u16':
      return view.getUint16(offset, true);
    case 'i32':
      return view.getInt32(offset, true);
    case 'u32':
      return view.getUint32(offset, true);
    case 'f32':
      return view.getFloat32(offset, true);
    case 'f64':
      return view.getFloat64(offset, true);
    case 'number':
      return readNumber(view, offset);
  }
}

/** So many elements, one behind the other. */
export function readElements(
  view: DataView,
  offset: number,
  kind: Exclude<ElementKind, 'ref'>,
  count: number,
): (number | boolean)[] {
  const size = elementSize[kind];
  return Array.from({ length: count }, (_, i) => readElement(view, offset + i * size, kind));
}

/** A string of `total` units of which the first `count` are known. */
export function readString(
  view: DataView,
  offset: number,
  wide: boolean,
  count: number,
  total: number,
): string {
  const units: string[] = [];
  for (let i = 0; i < count; i++) {
    units.push(String.fromCharCode(wide ? view.getUint16(offset + 2 * i, true) : view.getUint8(offset + i)));
  }
  const text = units.join('');
  return count < total ? `${text}... ${total - count} more characters` : text;
}

/**
 * An array of `total` elements of which the first ones are known. The others lie beyond what is printed: their
 * number is all that shows, and of the first one that it is of the same kind.
 */
export function arrayOf(known: unknown[], total: number): unknown[] {
  if (known.length < total) known.push(known[0]);
  known.length = total;
  return known;
}

/** A typed array of `total` elements of which the first ones are known; as arrayOf. */
export function typedArrayOf(kind: NumericElement, known: readonly number[], total: number): unknown {
  const array = new typedArrays[kind](total);
  array.set(known);
  return array;
}

const named = <T extends object>(value: T, name: string): T =>
  Object.defineProperty(value, 'name', { value: name });

/** A function or class that prints as one of that kind and name. */
export function functionShown({ kind, name, parent }: ShownFunction): unknown {
  switch (kind) {
    case 'function':
      return named(() => undefined, name);
    case 'async':
      return named(async () => undefined, name);
    case 'generator':
      return named(function* () {}, name);
    case 'asyncGenerator':
      return named(async function* () {}, name);
    case 'class': {
      if (parent === undefined) return named(class {}, name);
      // The formatter looks at the text of a class: there has to be a name.
      const Parent = named(class {}, parent);
      return named(class extends Parent {}, name);
    }
  }
}

/** The function whose code is at an address; nothing is known of what has no code there. */
export function functionAt(shadow: ShadowMachine, address: number): unknown {
  const code = shadow.segmentAt(address & ~1)?.code;
  return functionShown(code?.shown ?? { kind: 'function', name: code ? codeName(code.name) : '' });
}

/** Name of the code of functions without one. */
const codeName = (name: string) => (name === '(anonymous)' ? '' : name);

/** An error of the class of that name, which prints as its name and message; they are set as properties. */
export function errorNamed(className: string): Error {
  const { prototype } = Object.defineProperty(class extends Error {}, 'name', { value: className });
  const error: Error = Object.create(prototype);
  return Object.defineProperty(error, 'stack', {
    get: () => (error.message === '' ? error.name : `${error.name}: ${error.message}`),
  });
}

/** Sets a property as constructors do: those of JavaScript's errors are hidden, and no cause is no property. */
export function setProperty(object: object, name: string, value: unknown): void {
  const isHidden = object instanceof Error && ['name', 'message', 'cause'].includes(name);
  if (isHidden && value === undefined) return;
  Object.defineProperty(object, name, { value, writable: true, configurable: true, enumerable: !isHidden });
}

/** Gives an object the accessor that a name with a mark (abi/console.ts) says. */
export function setAccessor(object: object, marked: string): void {
  const mark = marked.charCodeAt(0);
  Object.defineProperty(object, marked.slice(1), {
    ...(mark > 1 ? { get: () => undefined } : {}),
    ...(mark & 1 ? { set: () => {} } : {}),
    configurable: true,
    enumerable: true,
  });
}

/** An object that prints as one of the class of that name. */
export function instanceOf(className: string, fields: Readonly<Record<string, unknown>>): object {
  const { prototype } = Object.defineProperty(class {}, 'name', { value: className });
  return Object.assign(Object.create(prototype), fields);
}
