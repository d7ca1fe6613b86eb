// Constant data of a module: strings, type descriptors, closures without captures; named by content.
import { accessorByte, ERROR_MARK, EXTENDED_MARK, GetterResult, PARTS_MARK } from '../../abi/console.ts';
import { writeNumber } from '../../abi/numbers.ts';
import {
  CLASS_IDENTITY,
  CLASS_MEMBERS,
  CLASS_METHODS,
  CLASS_REFERENCES,
  CLASS_TEXT,
  CLOSURE_CAPTURES,
  CLOSURE_CODE,
  ElementKind,
  HEADER_SIZE,
  headerWord,
  OBJECT_CLASS,
  OBJECT_FIELDS,
  ObjectKind,
  STRING_UNITS,
  VALUE_KIND_MASK,
  ValueKind,
} from '../../abi/objects.ts';
import type { ConstantData } from '../../ir/ir.ts';
import { textSymbol } from '../../ir/symbols.ts';
import type { MemoryType } from '../../ir/types.ts';
import { memorySize } from '../../ir/types.ts';
import { classTitle } from '../class-names.ts';
import { digestBits, digestOf } from '../digest.ts';
import { partsOf } from '../library-classes.ts';
import { accessedName, getterOf, type ObjectLayout, setterOf } from '../object-layout.ts';
import { isLibraryPath } from '../program.ts';
import type { FunctionRep, Rep } from '../reps.ts';
import { elementKindOf, isRef, memoryOf, withUndefined } from '../reps.ts';
import { ts } from '../typescript.ts';

/** The bytes of a string object. */
function stringObject(text: string): Uint8Array {
  const wide = isWide(text);
  const size = STRING_UNITS + text.length * (wide ? 2 : 1);
  const bytes = new Uint8Array((size + 3) & ~3);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, headerWord(wide ? ObjectKind.string16 : ObjectKind.string8, size), true);
  view.setUint32(4, text.length, true);
  for (let i = 0; i < text.length; i++) {
    if (wide) view.setUint16(STRING_UNITS + 2 * i, text.charCodeAt(i), true);
    else bytes[STRING_UNITS + i] = text.charCodeAt(i);
  }
  return bytes;
}

/** True if the units of a string take two bytes each. */
function isWide(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0xff) return true;
  return false;
}

/** A constant string. */
export function stringConstant(text: string): ConstantData {
  const bytes = stringObject(text);
  const shape = { length: text.length, isWide: isWide(text) };
  return { symbol: textSymbol(shape, digestOf(bytes)), bytes, relocations: [] };
}

/** The descriptor by which the board's walker serializes a reference (see abi/console.ts), or undefined. */
export function typeDescriptor(rep: Rep): Uint8Array | undefined {
  const bytes = descriptorBytes(rep);
  return bytes && Uint8Array.from(bytes);
}

function descriptorBytes(rep: Rep): number[] | undefined {
  switch (rep.kind) {
    case 'string':
      return [0x73];
    case 'typedArray':
      return [0x7b, ElementKind[rep.element]];
    case 'array': {
      const kind = elementKindOf(rep.element);
      if (kind !== 'ref') return [0x5b, ElementKind[kind]];
      const inner = descriptorBytes(rep.element);
      return inner && [0x5b, ElementKind.ref, ...inner];
    }
    case 'object':
      return [code('o')];
    case 'any':
    case 'undefined':
      return [code('a')];
    case 'null':
      return [code('s')];
    case 'function':
      return [code('f')];
    case 'optional': {
      const inner = isScalar(rep.of) ? [code('?'), scalarKind(rep.of)] : descriptorBytes(rep.of);
      // The walker prints the null reference as null.
      return inner && rep.absent === 'undefined' ? [code('u'), ...inner] : inner;
    }
    default:
      return undefined;
  }
}

/** True for the library's class of errors, and those that extend it. */
function isErrorLayout(layout: ObjectLayout): boolean {
  let root = layout;
  while (root.parent) root = root.parent;
  const { declaration } = root;
  return declaration?.name?.text === 'Error' && isLibraryPath(declaration.getSourceFile().fileName);
}

/** What stands before the name of a class that is shown in a way of its own. */
function markOf(layout: ObjectLayout): string {
  if (isErrorLayout(layout)) return ERROR_MARK;
  const inParts = partsOf(layout);
  if (!inParts) return '';
  return inParts === layout ? PARTS_MARK : `${EXTENDED_MARK}${shownTitle(inParts)} `;
}

/** The text by which objects of a layout are printed (see abi/console.ts). */
export function classText(layout: ObjectLayout, order: readonly string[]): Uint8Array {
  const name = (text: string) => {
    const bytes = new TextEncoder().encode(text).subarray(0, 255);
    return [bytes.length, ...bytes];
  };
  const bytes = name(markOf(layout) + shownTitle(layout));
  for (const { name: property, rep, offset } of layout.printed(order)) {
    const accessor = accessorMark(layout, property);
    if (accessor !== undefined) {
      bytes.push(...name(String.fromCharCode(accessor) + accessedName(property)), offset / 4, code('f'));
      continue;
    }
    const shown = isRef(rep) && isPromised(layout, property) ? withUndefined(rep) : rep;
    const value = isScalar(shown) ? [code('p'), scalarKind(shown)] : descriptorBytes(shown);
    if (!value) continue;
    if (layout.mayLack.has(property) && value[0] === code('u')) value[0] = code('m');
    else if (layout.mayLack.has(property) && value[0] === code('a')) value.unshift(code('m'));
    bytes.push(...name(property), offset / 4, ...value);
  }
  return Uint8Array.of(...bytes, 0);
}

/** What stands before the name of a property of a literal that is an accessor. */
function accessorMark(layout: ObjectLayout, property: string): number | undefined {
  const name = accessedName(property);
  if (layout.declaration || name === property) return undefined;
  const getter = layout.field(getterOf(name));
  const given = getter && getterResult((getter.rep as FunctionRep).result);
  return accessorByte(given ? GetterResult[given] : 0, layout.field(setterOf(name)) !== undefined);
}

/** How the library calls a getter. */
function getterResult(rep: Rep): keyof typeof GetterResult {
  if (rep.kind === 'number' || rep.kind === 'int' || rep.kind === 'boolean') return rep.kind;
  const inner = rep.kind === 'optional' && rep.absent === 'undefined' ? rep.of : rep;
  return inner.kind === 'string' || inner.kind === 'object' || inner.kind === 'any' ? 'any' : 'other';
}

/** True for properties that a program declares with `!`: until they are set, they print as undefined. */
function isPromised(layout: ObjectLayout, property: string): boolean {
  for (let each: ObjectLayout | undefined = layout; each?.declaration; each = each.parent) {
    if (isLibraryPath(each.declaration.getSourceFile().fileName)) return false;
    const isIt = (member: ts.ClassElement) =>
      ts.isPropertyDeclaration(member) && member.exclamationToken && member.name.getText() === property;
    if (each.declaration.members.some(isIt)) return true;
  }
  return false;
}

/** The text by which what is in a box is printed. */
export function boxText(rep: Rep): Uint8Array {
  return Uint8Array.from(
    isScalar(rep) ? [code('p'), scalarKind(rep)] : (descriptorBytes(rep) ?? [code('f')]),
  );
}

/** The class of boxes with a value of a representation, which has a kind. */
export function boxClass(
  symbol: string,
  rep: Rep,
  kind: ValueKind,
  text: string,
  members: string,
  caller?: string,
): ConstantData {
  const bytes = new Uint8Array(CLASS_METHODS + (kind === ValueKind.function ? 4 : 0));
  const view = new DataView(bytes.buffer);
  view.setInt32(CLASS_REFERENCES, isScalar(rep) ? 0 : 1, true);
  view.setInt32(CLASS_IDENTITY, (digestBits(symbol, 32) & ~VALUE_KIND_MASK) | kind, true);
  const relocations = [
    { offset: CLASS_TEXT, symbol: text },
    { offset: CLASS_MEMBERS, symbol: members },
    ...(caller ? [{ offset: CLASS_METHODS, symbol: caller }] : []),
  ];
  return { symbol, bytes, relocations };
}

/** A box that never changes. */
export function boxObject(symbol: string, boxClass: string, memory: MemoryType, value: number): ConstantData {
  const bytes = new Uint8Array(OBJECT_FIELDS + memorySize[memory]);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, headerWord(ObjectKind.object, bytes.length), true);
  if (memory === 'num') writeNumber(view, OBJECT_FIELDS, value);
  else view.setInt32(OBJECT_FIELDS, value, true);
  return { symbol, bytes, relocations: [{ offset: OBJECT_CLASS, symbol: boxClass }] };
}

const code = (character: string) => character.charCodeAt(0);

const isScalar = (rep: Rep) => rep.kind !== 'optional' && memoryOf(rep) !== 'ref';

const scalarKind = (rep: Rep) => ElementKind[elementKindOf(rep)];

/** A function value without captures. */
export function closureConstant(symbol: string, code: string, held: readonly string[] = []): ConstantData {
  const bytes = new Uint8Array(CLOSURE_CAPTURES + 4 * held.length);
  new DataView(bytes.buffer).setUint32(0, headerWord(ObjectKind.closure, bytes.length), true);
  const relocations = held.map((each, i) => ({ offset: CLOSURE_CAPTURES + 4 * i, symbol: each }));
  return {
    symbol,
    bytes,
    relocations: [{ offset: CLOSURE_CODE, symbol: code }, ...relocations],
    writable: true,
  };
}

/** What the values of one function share: its address is all that matters, or what a class holds as a closure does. */
export function identityConstant(symbol: string, held: readonly string[] = []): ConstantData {
  const bytes = new Uint8Array(held.length > 0 ? CLOSURE_CAPTURES + 4 * held.length : HEADER_SIZE);
  new DataView(bytes.buffer).setUint32(0, headerWord(ObjectKind.raw, bytes.length), true);
  const relocations = held.map((each, i) => ({ offset: CLOSURE_CAPTURES + 4 * i, symbol: each }));
  return { symbol, bytes, relocations };
}

/** Symbol of constant bytes: their length and digest. */
export function contentSymbol(bytes: Uint8Array): string {
  return `c.${bytes.length}_${digestOf(bytes)}`;
}

/** The name that objects are shown with: of a class without one, that of its parent. */
function shownTitle(layout: ObjectLayout): string {
  let named: ObjectLayout | undefined = layout;
  while (named?.declaration && classTitle(named.declaration) === '(anonymous)') named = named.parent;
  return named?.declaration ? classTitle(named.declaration) : (layout.shownAs ?? '');
}
