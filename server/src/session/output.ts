// Output records of the board (abi/console.ts) as JavaScript values, and as the text that Node would print.
import { formatWithOptions, inspect } from 'node-inspect-extracted';
import {
  ACCESSOR_END,
  ConsoleCall,
  ERROR_MARK,
  EXTENDED_MARK,
  OutputChannel,
  OutputTag,
  PARTS_MARK,
} from '../compiler/abi/console.ts';
import { ElementKind, elementSize } from '../compiler/abi/objects.ts';
import { emptyCollection, fillCollection, HIDDEN } from './collections.ts';
import {
  arrayOf,
  errorNamed,
  instanceOf,
  readElement,
  readElements,
  readString,
  setAccessor,
  setProperty,
  typedArrayOf,
} from './values.ts';

export type OutputChannelName = keyof typeof OutputChannel | keyof typeof ConsoleCall;

/** One console call, or a cell's value: plain JavaScript values, arrays longer than what was sent padded. */
export interface OutputRecord {
  readonly channel: OutputChannelName;
  readonly values: readonly unknown[];
}

/** Text of a console call as Node prints it, without the line end. */
export function formatConsole(values: readonly unknown[]): string {
  return withoutHidden(formatWithOptions({ colors: false }, ...values));
}

/** An object of a class, none for literals, that is still to get its properties. */
function emptyObject(className: string): object {
  if (className.startsWith(PARTS_MARK)) return emptyCollection(className.slice(PARTS_MARK.length));
  if (className.startsWith(EXTENDED_MARK)) {
    const [parent = '', own] = className.slice(EXTENDED_MARK.length).split(' ');
    return emptyCollection(parent, own);
  }
  if (className.startsWith(ERROR_MARK)) return errorNamed(className.slice(ERROR_MARK.length));
  return className === '' ? {} : instanceOf(className, {});
}

/** A value as Node's REPL shows it (strings quoted). */
export function formatValue(value: unknown): string {
  return withoutHidden(inspect(value, { colors: false }));
}

/** As formatValue, but in one line, however long it is. */
export function formatInline(value: unknown): string {
  const options = { colors: false, compact: true, breakLength: Number.POSITIVE_INFINITY };
  return withoutHidden(inspect(value, options));
}

const withoutHidden = (text: string) => text.replaceAll(HIDDEN, '');

const elementKindNames = new Map(
  Object.entries(ElementKind).map(([name, kind]) => [kind, name as ElementKind]),
);

const channelNames = new Map<number, OutputChannelName>(
  Object.entries({ ...OutputChannel, ...ConsoleCall }).map(([name, byte]) => [
    byte,
    name as OutputChannelName,
  ]),
);

/**
 * Decodes a whole record; `functionAt` makes of the address of code what the function is shown as. Throws a RangeError if
 * it is malformed: firmware and host do not match.
 */
export function decodeOutput(bytes: Uint8Array, functionAt: (address: number) => unknown): OutputRecord {
  const reader = new RecordReader(bytes, functionAt);
  const channel = channelNames.get(reader.u8());
  if (channel === undefined) throw new RangeError('an output record names an unknown channel');
  const values: unknown[] = [];
  while (!reader.atEnd) values.push(reader.value());
  return { channel, values };
}

class RecordReader {
  private readonly view: DataView;
  private position = 0;
  /** The objects that are being read, by their addresses. */
  private readonly objects = new Map<number, unknown>();

  constructor(
    private readonly bytes: Uint8Array,
    private readonly functionAt: (address: number) => unknown,
  ) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get atEnd(): boolean {
    return this.position >= this.bytes.length;
  }

  u8(): number {
    return this.view.getUint8(this.advance(1));
  }

  private u32(): number {
    return this.view.getUint32(this.advance(4), true);
  }

  private advance(size: number): number {
    const at = this.position;
    if (at + size > this.bytes.length) throw new RangeError('an output record ends in the middle of a value');
    this.position += size;
    return at;
  }

  value(): unknown {
    const tag = this.u8();
    switch (tag) {
      case OutputTag.i32:
        return this.element('i32');
      case OutputTag.u32:
        return this.element('u32');
      case OutputTag.f32:
        return this.element('f32');
      case OutputTag.number:
        return this.element('number');
      case OutputTag.true:
        return true;
      case OutputTag.false:
        return false;
      case OutputTag.undefined:
        return undefined;
      case OutputTag.null:
        return null;
      case OutputTag.string8:
      case OutputTag.string16:
        return this.string(tag === OutputTag.string16);
      case OutputTag.array:
        return this.array();
      case OutputTag.typedArray:
        return this.typedArray();
      case OutputTag.function:
        return this.functionAt(this.u32());
      case OutputTag.object:
        return this.object();
      default:
        throw new RangeError(`an output record holds an unknown tag ${tag}`);
    }
  }

  private element(kind: Exclude<ElementKind, 'ref'>): number | boolean {
    return readElement(this.view, this.advance(elementSize[kind]), kind);
  }

  private string(wide: boolean): string {
    const total = this.u32();
    const sent = this.u32();
    return readString(this.view, this.advance(wide ? 2 * sent : sent), wide, sent, total);
  }

  private elements(): { kind: ElementKind; total: number; values: unknown[] } {
    const kind = elementKindNames.get(this.u8() as (typeof ElementKind)[ElementKind]);
    if (kind === undefined) throw new RangeError('an output record holds an unknown element kind');
    const total = this.u32();
    const sent = this.u32();
    if (kind === 'ref') return { kind, total, values: Array.from({ length: sent }, () => this.value()) };
    const at = this.advance(sent * elementSize[kind]);
    return { kind, total, values: readElements(this.view, at, kind, sent) };
  }

  private array(): unknown[] {
    const { total, values } = this.elements();
    return arrayOf(values, total);
  }

  private typedArray(): unknown {
    const { kind, total, values } = this.elements();
    if (kind === 'ref' || kind === 'boolean' || kind === 'number')
      throw new RangeError(`there are no typed arrays of ${kind}`);
    return typedArrayOf(kind, values as number[], total);
  }

  /** An object inside of itself is that same object, which the formatter says. */
  private object(): unknown {
    const address = this.u32();
    const className = this.name();
    const object = emptyObject(className);
    const outer = this.objects.get(address);
    if (!outer) this.objects.set(address, object);
    const isInParts = className.startsWith(PARTS_MARK) || className.startsWith(EXTENDED_MARK);
    if (isInParts) fillCollection(object, this.properties({}));
    else this.properties(object);
    if (!outer) this.objects.delete(address);
    return outer ?? object;
  }

  /** Gives an object the properties that follow. */
  private properties<T extends object>(object: T): T {
    for (let name = this.name(); name !== ''; name = this.name()) {
      const value = this.value();
      if (name.charCodeAt(0) < ACCESSOR_END) setAccessor(object, name);
      else setProperty(object, name, value);
    }
    return object;
  }

  private name(): string {
    const length = this.u8();
    const at = this.advance(length);
    return new TextDecoder().decode(this.bytes.subarray(at, at + length));
  }
}
