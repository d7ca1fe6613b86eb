// Maps, sets, dictionaries and promises of the board as those of JavaScript, so that they print as in Node. The board has them in parts:
// properties of the objects of lib/map.ts, lib/set.ts, lib/dictionary.ts and lib/key-table.ts.
import { setProperty } from './values.ts';

/** Elements of an array that the board sends, and that are read of its memory. */
const MOST_ELEMENTS = 100;

/** A __KeyTable: the keys with gaps, and for each what says whether it is a gap. */
interface TableParts {
  readonly keys: readonly unknown[];
  readonly chain: readonly number[];
  readonly size: number;
}

/** A promise of the board. It prints as promises do in Node, whose own promises do not say what they hold. */
class PromiseParts {
  constructor(readonly parts: { __state?: unknown; __value?: unknown; __error?: unknown } = {}) {}

  [Symbol.for('nodejs.util.inspect.custom')](
    _depth: number,
    options: object,
    inspect: (value: unknown, options: object) => string,
  ): string {
    const { __state, __value, __error } = this.parts;
    if (__state === 1) return `Promise { ${inspect(__value, options)} }`;
    return __state === 2 ? `Promise { <rejected> ${inspect(__error, options)} }` : 'Promise { <pending> }';
  }
}

/** A buffer or data view of the board, which prints as the real one with the same bytes. */
class BytesParts {
  parts: { __bytes?: unknown; buffer?: unknown; byteOffset?: unknown; byteLength?: unknown } = {};

  constructor(readonly name: 'ArrayBuffer' | 'DataView') {}

  get real(): ArrayBuffer | DataView {
    const { __bytes, buffer, byteOffset, byteLength } = this.parts;
    if (this.name === 'ArrayBuffer')
      return Uint8Array.from(__bytes instanceof Uint8Array ? __bytes : []).buffer;
    const inner = buffer instanceof BytesParts ? buffer.real : new ArrayBuffer(0);
    return new DataView(inner as ArrayBuffer, Number(byteOffset), Number(byteLength));
  }

  [Symbol.for('nodejs.util.inspect.custom')](
    _depth: number,
    options: object,
    inspect: (value: unknown, options: object) => string,
  ): string {
    // The formatter marks what is no property of its own; Node does not.
    return inspect(this.real, options).replace(/\[(byteLength|byteOffset|buffer)\]:/g, '$1:');
  }
}

/** The link of a gap. */
const GAP = -2;

/** In the name of `DefaultMap`, of which the formatter would not say that it is a Map; Node does. It is never shown. */
export const HIDDEN = '\uFFFE';

/** What objects of a class that is in parts are on the host, still empty; of a class which extends that, one of its name. */
export function emptyCollection(className: string, extendedBy?: string): object {
  const collection = collectionOf(className);
  if (extendedBy === undefined) return collection;
  const value = extendedBy.replace(className, `${className[0]}${HIDDEN}${className.slice(1)}`);
  const { prototype } = Object.defineProperty(class {}, 'name', { value });
  Object.setPrototypeOf(prototype, Object.getPrototypeOf(collection));
  return Object.setPrototypeOf(collection, prototype);
}

function collectionOf(className: string): object {
  const [name] = className.split('<', 1);
  switch (name) {
    case 'Map':
      return new Map();
    case 'Set':
      return new Set();
    case 'Promise':
      return new PromiseParts();
    case 'ArrayBuffer':
    case 'DataView':
      return new BytesParts(name);
    case 'Generator':
    case 'AsyncGenerator':
      return Object.create({ [Symbol.toStringTag]: name });
    default:
      return {};
  }
}

/** Puts the parts together that the board has of an object; of one deep inside of others, no keys are known. */
export function fillCollection(collection: object, parts: Readonly<Record<string, unknown>>): void {
  const isWhole = collection instanceof PromiseParts || collection instanceof BytesParts;
  if (isWhole) Object.assign(collection.parts, parts);
  if (isWhole || '__mode' in parts) return;
  const table = parts.__table;
  if (!isTable(table)) {
    Object.assign(collection, parts);
    return;
  }
  const values = Array.isArray(parts.__values) ? parts.__values : [];
  const add = (key: unknown, value: unknown) => {
    if (collection instanceof Map) collection.set(key, value);
    else if (collection instanceof Set) collection.add(key);
    else setProperty(collection, String(key), value);
  };
  // What a class that extends a collection adds.
  const { __table, __values, ...further } = parts;
  Object.assign(collection, further);
  const known = Math.min(table.keys.length, MOST_ELEMENTS);
  for (let i = 0; i < known; i++) if (table.chain[i] !== GAP) add(table.keys[i], values[i]);
  // Of those beyond what is printed, that there are some is all that shows.
  const size = Math.min(table.size, table.keys.length);
  const isSized = collection instanceof Map || collection instanceof Set;
  while (isSized && collection.size < size) add(Symbol('more'), undefined);
}

function isTable(value: unknown): value is TableParts {
  if (typeof value !== 'object' || value === null || !('keys' in value)) return false;
  return Array.isArray(value.keys) && 'chain' in value && Array.isArray(value.chain) && 'size' in value;
}
