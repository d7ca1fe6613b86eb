// Makes JavaScript values of what the board's memory holds, by representations that the host knows. The program may
// run meanwhile and the collector may free what was found a moment ago: nothing that is read is believed before its
// header and lengths fit, nor before what led there still leads there.

import { readNumber } from '../../compiler/abi/numbers.ts';
import {
  ARRAY_DATA,
  ARRAY_LENGTH,
  ARRAY_SIZE,
  CLOSURE_CAPTURES,
  CLOSURE_CODE,
  elementSize,
  HEADER_KIND_MASK,
  HEADER_SIZE,
  HEADER_SIZE_SHIFT,
  OBJECT_CLASS,
  OBJECT_FIELDS,
  ObjectKind,
  STRING_LENGTH,
  STRING_UNITS,
} from '../../compiler/abi/objects.ts';
import type { Global, ObjectRep, OptionalRep, Rep } from '../../compiler/frontend/index.ts';
import {
  booleanRep,
  boxSymbol,
  elementKindOf,
  isRef,
  memoryOf,
  nullRep,
  numberRep,
  partsOf,
  presenceSymbol,
} from '../../compiler/frontend/index.ts';
import { memorySize } from '../../compiler/ir/types.ts';
import type { Range, ShadowMachine } from '../../shadow/index.ts';
import { emptyCollection, fillCollection } from '../collections.ts';
import {
  arrayOf,
  functionAt,
  instanceOf,
  readElement,
  readElements,
  readString,
  typedArrayOf,
} from '../values.ts';
import type { MemoryReader } from './memory-reader.ts';
import { Unavailable } from './unavailable.ts';

/** Elements of an array that are read: as many as are printed. */
const MOST_ELEMENTS = 100;
/** Units of a string that are read. */
const MOST_UNITS = 400;
/** Arrays inside of arrays are read, and printed, so deep; of deeper ones only whether they are empty. */
const MOST_DEPTH = 2;
/** Bytes of a string object that are read at first: most strings are not longer. */
const STRING_HEAD = 32;

type Reference = Exclude<Rep, { kind: 'either' | 'void' | 'undefined' | 'null' }>;

/** Where objects may lie, beside the heap and the data arena: constants of the firmware. */
export interface ObjectMemory {
  readonly shadow: ShadowMachine;
  readonly firmware: Range;
}

/** Reads one variable, once. */
export class ValueReader {
  /** References that were followed, and where they were. */
  private readonly followed: { readonly address: number; readonly reference: number }[] = [];
  private torn = false;

  constructor(
    private readonly memory: MemoryReader,
    private readonly places: ObjectMemory,
  ) {}

  /** The variable's value; where it can't be read, or parts of it, there is an `Unavailable`. */
  async variable(global: Global): Promise<unknown> {
    const { rep, constant, symbol } = global;
    if (constant !== undefined) return constantValue(rep, constant);
    try {
      if (rep.kind === 'optional' && !isRef(rep)) {
        const [present, value] = await Promise.all([
          this.held({ kind: 'boolean' }, presenceSymbol(symbol)),
          this.held(rep.of, symbol),
        ]);
        return present ? value : absent(rep);
      }
      return await this.held(rep, symbol);
    } catch (error) {
      return this.instead(error);
    }
  }

  /** False if anything changed that led to what was read: then what was read may be of no meaning. */
  async holds(memory: MemoryReader): Promise<boolean> {
    if (this.torn) return false;
    const still = this.followed.map(async ({ address, reference }) => {
      const word = await memory.bytes(address, 4);
      return word.getUint32(0, true) === reference;
    });
    try {
      return (await Promise.all(still)).every(Boolean);
    } catch (error) {
      this.instead(error);
      return false;
    }
  }

  private instead(error: unknown): Unavailable {
    if (!(error instanceof Unavailable)) throw error;
    if (error === Unavailable.changing) this.torn = true;
    return error;
  }

  /** What the memory of a global symbol holds. */
  private async held(rep: Rep, symbol: string): Promise<unknown> {
    const segment = this.places.shadow.segment(symbol);
    // Between a new declaration and its first run the memory is still that of the older one.
    if (segment?.kind !== 'global' || segment.data.memory !== memoryOf(rep)) throw Unavailable.changing;
    const view = await this.memory.bytes(segment.address, segment.size);
    return this.value(rep, view, 0, segment.address, 0);
  }

  /** A value as variables and boxes hold it: at an offset of what was read, which is at `address` on the board. */
  private async value(
    rep: Rep,
    view: DataView,
    offset: number,
    address: number,
    depth: number,
  ): Promise<unknown> {
    switch (rep.kind) {
      case 'int':
        return view.getInt32(offset, true);
      case 'float':
        return view.getFloat32(offset, true);
      case 'number':
        return readNumber(view, offset);
      case 'boolean':
        return view.getInt32(offset, true) !== 0;
      case 'handle':
        return instanceOf(rep.name, { [rep.field]: view.getInt32(offset, true) });
      case 'string':
      case 'array':
      case 'typedArray':
      case 'function':
      case 'object':
      case 'any':
      case 'optional':
        return this.reference(rep, view.getUint32(offset, true), address, depth);
      case 'either':
      case 'void':
      case 'undefined':
      case 'null':
        throw new Error(`a variable can't hold a value of kind ${rep.kind}`);
    }
  }

  /** What a reference refers to, which was read at `address`. */
  private async reference(
    rep: Reference,
    reference: number,
    address: number,
    depth: number,
  ): Promise<unknown> {
    if (reference === 0) {
      if (rep.kind === 'optional') return absent(rep);
      if (rep.kind === 'any') return undefined;
      // Elements that were never set print as null, too, where the board prints them.
      return depth > 0 ? null : Unavailable.unassigned;
    }
    this.followed.push({ address, reference });
    try {
      return await this.object(rep.kind === 'optional' ? rep.of : rep, reference, depth);
    } catch (error) {
      return this.instead(error);
    }
  }

  private async object(rep: Rep, reference: number, depth: number): Promise<unknown> {
    switch (rep.kind) {
      case 'string':
        return this.string(reference);
      case 'array':
      case 'typedArray':
        return this.array(rep, reference, depth);
      case 'function':
        return this.closure(reference);
      case 'object':
        return this.properties(rep, reference, depth);
      case 'any':
        return this.selfDescribing(reference, depth);
      default: {
        // An optional scalar among references: a box with its value.
        const size = HEADER_SIZE + memorySize[memoryOf(rep)];
        const box = await this.header(reference, size, [ObjectKind.raw]);
        return this.value(rep, box.view, HEADER_SIZE, reference + HEADER_SIZE, depth);
      }
    }
  }

  /** A string, or what is in a box; of objects the host would have to find the layout by their class. */
  private async selfDescribing(reference: number, depth: number): Promise<unknown> {
    const kinds = [ObjectKind.string8, ObjectKind.string16, ObjectKind.object];
    const { view, kind } = await this.header(reference, OBJECT_FIELDS, kinds);
    if (kind !== ObjectKind.object) return this.string(reference);
    const symbol = this.places.shadow.segmentAt(view.getUint32(OBJECT_CLASS, true))?.symbol;
    if (symbol === nullSymbol) return null;
    const rep = [numberRep, booleanRep].find((each) => symbol === boxSymbol(each));
    if (!rep) return Unavailable.notRead;
    const box = await this.header(reference, OBJECT_FIELDS + memorySize[memoryOf(rep)], [ObjectKind.object]);
    return this.value(rep, box.view, OBJECT_FIELDS, reference + OBJECT_FIELDS, depth);
  }

  private async string(reference: number): Promise<string> {
    const { end } = this.rangeOf(reference, STRING_UNITS);
    const first = Math.min(STRING_HEAD, end - reference);
    const head = await this.header(reference, first, [ObjectKind.string8, ObjectKind.string16]);
    const wide = head.kind === ObjectKind.string16;
    const unit = wide ? 2 : 1;
    const length = head.view.getUint32(STRING_LENGTH, true);
    // One that grows may have room for more units than it has.
    if (head.words < Math.ceil((STRING_UNITS + length * unit) / 4)) throw Unavailable.changing;
    const count = Math.min(length, MOST_UNITS);
    const bytes = STRING_UNITS + count * unit;
    const view = bytes <= first ? head.view : await this.memory.bytes(reference, bytes);
    return readString(view, STRING_UNITS, wide, count, length);
  }

  private async array(
    rep: Rep & { kind: 'array' | 'typedArray' },
    reference: number,
    depth: number,
  ): Promise<unknown> {
    const { view, words } = await this.header(reference, ARRAY_SIZE, [ObjectKind.array]);
    if (words * 4 !== ARRAY_SIZE) throw Unavailable.changing;
    const length = view.getUint32(ARRAY_LENGTH, true);
    const data = view.getUint32(ARRAY_DATA, true);
    const kind = rep.kind === 'array' ? elementKindOf(rep.element) : rep.element;
    const shown = depth > MOST_DEPTH ? 0 : Math.min(length, MOST_ELEMENTS);
    if (length > 0) this.followed.push({ address: reference + ARRAY_DATA, reference: data });
    const elements = length === 0 ? undefined : await this.elements(kind, data, shown, length);
    if (rep.kind === 'typedArray') {
      const known = elements ? readElements(elements, HEADER_SIZE, rep.element, shown) : [];
      return typedArrayOf(rep.element, known as number[], length);
    }
    if (!elements) return [];
    const known = Array.from({ length: shown }, (_, i) =>
      this.element(rep.element, elements, HEADER_SIZE + i * elementSize[kind], data + 4 * i, depth),
    );
    return arrayOf(await Promise.all(known), length);
  }

  /** The buffer of an array's elements: its header, and so many of them. */
  private async elements(
    kind: keyof typeof elementSize,
    data: number,
    shown: number,
    length: number,
  ): Promise<DataView> {
    const bytes = HEADER_SIZE + shown * elementSize[kind];
    const expected = kind === 'ref' ? ObjectKind.refs : ObjectKind.raw;
    const { view, words } = await this.header(data - HEADER_SIZE, bytes, [expected]);
    if (HEADER_SIZE + length * elementSize[kind] > words * 4) throw Unavailable.changing;
    return view;
  }

  private async element(
    rep: Rep,
    view: DataView,
    offset: number,
    address: number,
    depth: number,
  ): Promise<unknown> {
    const kind = elementKindOf(rep);
    if (kind === 'ref') {
      return this.reference(rep as Reference, view.getUint32(offset, true), address, depth + 1);
    }
    if (rep.kind === 'handle') return this.value(rep, view, offset, address, depth);
    return readElement(view, offset, kind);
  }

  /** An object shows the properties that its static type has; too deep inside of others, that it has some. */
  private async properties({ layout }: ObjectRep, reference: number, depth: number): Promise<unknown> {
    // Objects of an open type have layouts that their static type does not say.
    if (layout.isOpen) return Unavailable.notRead;
    const { view } = await this.header(reference, layout.bytes, [ObjectKind.object]);
    const values: Record<string, unknown> = {};
    const inParts = partsOf(layout);
    const inner = inParts ? depth : depth + 1;
    for (const { name, rep, memory, offset } of layout.printed(layout.order)) {
      const address = reference + offset;
      if (depth > MOST_DEPTH && !inParts) values[name] = undefined;
      else if (memory === 'ref')
        values[name] = await this.reference(rep as Reference, view.getUint32(offset, true), address, inner);
      else values[name] = await this.value(rep, view, offset, address, inner);
    }
    if (inParts) {
      const collection = emptyCollection(inParts.title, inParts === layout ? undefined : layout.title);
      fillCollection(collection, values);
      return collection;
    }
    return layout.declaration ? instanceOf(layout.title, values) : values;
  }

  /** A function shows its name, which the host knows by its code; what stands for another one is that. */
  private async closure(reference: number): Promise<unknown> {
    const { view, words } = await this.header(reference, CLOSURE_CODE + 4, [ObjectKind.closure]);
    const code = view.getUint32(CLOSURE_CODE, true);
    if (words >= 4) {
      const { view: held } = await this.header(reference, CLOSURE_CAPTURES + 8, [ObjectKind.closure]);
      const wrapped = held.getUint32(CLOSURE_CAPTURES, true);
      const isWrapper = held.getUint32(CLOSURE_CAPTURES + 4, true) === reference;
      if (isWrapper && (await this.isClosure(wrapped))) return this.closure(wrapped);
    }
    if (!this.places.shadow.segmentAt(code & ~1)) throw Unavailable.changing;
    return functionAt(this.places.shadow, code);
  }

  private async isClosure(reference: number): Promise<boolean> {
    const { kind } = await this.header(reference, HEADER_SIZE, [ObjectKind.closure, ObjectKind.raw]);
    return kind === ObjectKind.closure;
  }

  /** The first bytes of an object of one of some kinds; believed if its header can be one of these. */
  private async header(
    reference: number,
    bytes: number,
    kinds: readonly ObjectKind[],
  ): Promise<{ view: DataView; kind: ObjectKind; words: number }> {
    const { end } = this.rangeOf(reference, bytes);
    const view = await this.memory.bytes(reference, bytes);
    const header = view.getUint32(0, true);
    const kind = kinds.find((each) => each === (header & HEADER_KIND_MASK));
    const words = header >>> HEADER_SIZE_SHIFT;
    if (kind === undefined || reference + words * 4 > end) throw Unavailable.changing;
    return { view, kind, words };
  }

  /** The memory that an object lies in. */
  private rangeOf(reference: number, bytes: number): Range {
    const { shadow, firmware } = this.places;
    const { heap, data } = shadow.memory;
    const range = [heap, data, firmware].find(
      ({ begin, end }) => reference >= begin && reference + bytes <= end,
    );
    if (!range || reference % 4 !== 0) throw Unavailable.changing;
    return range;
  }
}

const nullSymbol = boxSymbol(nullRep);

function absent({ absent: kind }: OptionalRep): undefined | null {
  return kind === 'null' ? null : undefined;
}

/** A constant that is known at compile time needs no memory. */
function constantValue(rep: Rep, constant: number | string | boolean): unknown {
  return rep.kind === 'handle' ? instanceOf(rep.name, { [rep.field]: constant }) : constant;
}
