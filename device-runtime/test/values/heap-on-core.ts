// The heap of the committed image on a bare emulated core: calls of its helpers, its state, and a check of all of it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readUf2 } from '../../../boards/src/uf2/index.ts';
import { BareCore } from '../../../boards/src/virtual/bare-core.ts';
import { HeapState } from '../../../server/src/compiler/abi/heap.ts';
import type { HelperName } from '../../../server/src/compiler/abi/helpers.ts';
import {
  ARRAY_DATA,
  ARRAY_LENGTH,
  HEADER_KIND_MASK,
  HEADER_SIZE_SHIFT,
  ObjectKind,
  STRING_LENGTH,
  STRING_UNITS,
} from '../../../server/src/compiler/abi/objects.ts';
import type { FirmwareManifest } from '../../manifest.ts';

const images = new URL('../../images/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('pico.json', images), 'utf8')) as FirmwareManifest;
const { segments } = readUf2(new Uint8Array(readFileSync(new URL('pico.uf2', images))));

/** The helpers that add an element: its size in bytes, and the words that a value is passed as behind the array. */
export const pushers = {
  gn_array_push_ref: { size: 4, words: (value: number) => [value] },
  gn_array_push_i32: { size: 4, words: (value: number) => [value] },
  gn_array_push_number: { size: 8, words: (value: number) => [0, value, ~value] },
} as const satisfies Partial<Record<HelperName, object>>;
export type Pusher = keyof typeof pushers;

/** Words of struct gn_heap (core/values/heap.h) beside those of HeapState, in bytes. */
const Field = { ...HeapState, large: 12, begin: 16, pending: 28, starts: 32, marks: 36, roots: 40 };
const SLOTS = 32;
const DIVIDER = 0x3000_0000;
/** What memory holds before anything was stored there. */
const GARBAGE = 0xa5;

export class HeapOnCore {
  readonly core = new BareCore();
  /** How often the pointer went back. */
  collections = 0;
  private readonly slots = manifest.memory.data.begin;
  private constants = this.slots + 4 * SLOTS;
  private readonly begin: number;
  private readonly starts: number;
  private readonly bitmap: number;
  private cycles = 0;

  /** An empty heap of about so many bytes, whose roots are the slots. */
  constructor(bytes: number) {
    const { core } = this;
    for (const { address, bytes: content } of segments) core.load(address, content);
    // The core has no divider, which is a device: `ldr r3, [pc]`, `bx r3` to where there is no code.
    const divide = manifest.helpers.gn_udiv & ~1;
    core.load(divide, Uint8Array.of(0x00, 0x4b, 0x18, 0x47));
    core.writeInt32(divide + 4, DIVIDER | 1);
    core.onCall(DIVIDER, (registers) => {
      const [a, b] = [registers[0]! >>> 0, registers[1]! >>> 0];
      registers[0] = Math.floor(a / b);
      registers[1] = a % b;
    });
    const { begin } = manifest.memory.heap;
    const words = Math.floor(bytes / (8 + 256));
    this.starts = begin;
    this.bitmap = 4 * words;
    this.begin = begin + 2 * this.bitmap;
    const span = words * 256;
    core.load(this.begin, new Uint8Array(span + 256).fill(GARBAGE));
    for (const field of ['pointer', 'limit', 'run', 'large', 'begin'] as const) this.set(field, this.begin);
    this.set('span', span);
    this.set('starts', this.starts);
    this.set('marks', this.starts + this.bitmap);
    this.set('roots', this.slots);
    core.writeInt32(manifest.heapState + Field.roots + 4, this.slots + 4 * SLOTS);
  }

  /** Calls a helper; its result. */
  call(name: HelperName, args: readonly number[], maxCycles?: number): number {
    const before = this.state();
    const options = { stack: manifest.memory.stack.end, ...(maxCycles === undefined ? {} : { maxCycles }) };
    const { r0, cycles } = this.core.call(manifest.helpers[name], args, options);
    this.cycles = cycles;
    if (this.state().pointer < before.pointer) this.collections++;
    return r0;
  }

  /** What the last call took. */
  timed(calls: () => unknown): { readonly cycles: number } {
    calls();
    return { cycles: this.cycles };
  }

  slot(index: number): number {
    return this.core.readInt32(this.slots + 4 * index);
  }

  setSlot(index: number, ref: number): void {
    this.core.writeInt32(this.slots + 4 * index, ref);
  }

  words(address: number, count: number): number[] {
    return Array.from({ length: count }, (_, i) => this.core.readInt32(address + 4 * i));
  }

  /** What was pushed to an array. */
  elements(array: number, pusher: Pusher): number[] {
    const { size, words } = pushers[pusher];
    const data = this.core.readInt32(array + ARRAY_DATA);
    return Array.from({ length: this.core.readInt32(array + ARRAY_LENGTH) }, (_, i) => {
      const value = this.core.readInt32(data + size * i);
      // The lower word of a pair is passed in an even register, with one that is not used before it.
      const stored = words(value).slice(size === 8 ? 1 : 0);
      assert.deepEqual(this.words(data + size * i, size / 4), stored);
      return value;
    });
  }

  /** Puts a constant string into the data arena, behind the slots; its address. */
  constantText(text: string): number {
    const isWide = !/^[\0-\xff]*$/.test(text);
    const units = Buffer.from(text, isWide ? 'utf16le' : 'latin1');
    const address = this.constants;
    const words = (STRING_UNITS + units.length + 3) >> 2;
    this.core.writeInt32(address, (words << HEADER_SIZE_SHIFT) | ObjectKind[isWide ? 'string16' : 'string8']);
    this.core.writeInt32(address + STRING_LENGTH, text.length);
    this.core.load(address + STRING_UNITS, units);
    this.constants += 4 * words;
    return address;
  }

  /** The units of a string, which must be of the narrow kind exactly if it can. */
  text(string: number): string {
    const isWide = (this.core.readInt32(string) & HEADER_KIND_MASK) === ObjectKind.string16;
    const length = this.core.readInt32(string + STRING_LENGTH);
    const bytes = Buffer.from(this.core.read(string + STRING_UNITS, isWide ? 2 * length : length));
    const text = bytes.toString(isWide ? 'utf16le' : 'latin1');
    assert.equal(isWide, !/^[\0-\xff]*$/.test(text));
    return text;
  }

  state(): { readonly pointer: number; readonly limit: number; readonly used: number } {
    const { pointer, run } = this.fields();
    return { pointer, limit: this.get('limit'), used: this.get('used') + pointer - run };
  }

  /** Ends the current run `room` bytes behind the pointer, by an object in the last slot. */
  fence(room: number): void {
    const at = this.get('pointer') + room;
    this.core.writeInt32(at, (7 << HEADER_SIZE_SHIFT) | ObjectKind.raw);
    this.setStart(at);
    this.setSlot(SLOTS - 1, at);
    this.set('limit', at);
    this.set('used', this.get('used') + 32);
  }

  /** Fills what is free behind the current run by an object in a slot. */
  fill(): void {
    const from = this.slot(SLOTS - 1) + 32;
    const bytes = this.begin + this.get('span') - from;
    this.core.writeInt32(from, ((bytes / 4 - 1) << HEADER_SIZE_SHIFT) | ObjectKind.raw);
    this.setStart(from);
    this.setSlot(SLOTS - 2, from);
    this.set('used', this.get('used') + bytes);
  }

  /** Walks all objects: none overlap, all that has no start bit yet is one after the other, arrays have their buffers. */
  check(): void {
    const { pointer, run } = this.fields();
    const end = this.begin + this.get('span');
    const bytesAt = new Map<number, number>();
    const add = (object: number): number => {
      const header = this.core.readInt32(object);
      assert.ok((header & HEADER_KIND_MASK) <= ObjectKind.frames && (header & 0xf0) === 0, 'a header');
      const kind = header & HEADER_KIND_MASK;
      const spare = kind === ObjectKind.string8 || kind === ObjectKind.string16 ? 0 : 1;
      const bytes = (((header >>> HEADER_SIZE_SHIFT) + spare + 1) & ~1) * 4;
      bytesAt.set(object, bytes);
      return object + bytes;
    };
    let at = run;
    while (at < pointer) at = add(at);
    assert.equal(at, pointer, 'the current run ends at the pointer');
    assert.ok(pointer <= this.get('limit') && this.get('limit') <= end);
    for (let object = this.begin; object < end; object += 8) if (this.isStart(object)) add(object);
    let free = this.begin;
    for (const [object, bytes] of [...bytesAt].sort(([a], [b]) => a - b)) {
      assert.ok(object >= free, 'objects overlap');
      free = object + bytes;
    }
    assert.ok(free <= end);
    for (const [object] of bytesAt) {
      if ((this.core.readInt32(object) & HEADER_KIND_MASK) === ObjectKind.array)
        this.checkArray(object, bytesAt);
    }
  }

  private checkArray(array: number, bytesAt: ReadonlyMap<number, number>): void {
    const length = this.core.readInt32(array + ARRAY_LENGTH);
    const data = this.core.readInt32(array + ARRAY_DATA);
    if (data === 0) assert.equal(length, 0);
    // Arrays that are garbage may refer to buffers that are so no more.
    else if (bytesAt.has(data - 4))
      assert.ok(4 * length <= bytesAt.get(data - 4)! - 8, 'its buffer is too small');
  }

  private fields(): { readonly pointer: number; readonly run: number } {
    return { pointer: this.get('pointer'), run: this.get('run') };
  }

  private get(field: keyof typeof Field): number {
    return this.core.readInt32(manifest.heapState + Field[field]);
  }

  private set(field: keyof typeof Field, value: number): void {
    this.core.writeInt32(manifest.heapState + Field[field], value);
  }

  private byteOf(object: number): { readonly at: number; readonly bit: number } {
    const granule = (object - this.begin) / 8;
    return { at: this.get('starts') + (granule >> 3), bit: 1 << (granule & 7) };
  }

  private isStart(object: number): boolean {
    const { at, bit } = this.byteOf(object);
    return (this.core.read(at, 1)[0]! & bit) !== 0;
  }

  private setStart(object: number): void {
    const { at, bit } = this.byteOf(object);
    this.core.load(at, Uint8Array.of(this.core.read(at, 1)[0]! | bit));
  }
}
