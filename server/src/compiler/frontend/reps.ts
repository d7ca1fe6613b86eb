// Representation types: what a value is on the board. TypeScript's types say what a program means; these say how a
// value is held in registers and memory.
import type { ElementKind } from '../abi/objects.ts';
import type { IrType, MemoryType } from '../ir/types.ts';
import type { ObjectLayout } from './object-layout.ts';

export type Rep =
  | ScalarRep
  | StringRep
  | ArrayRep
  | TypedArrayRep
  | FunctionRep
  | OptionalRep
  | HandleRep
  | ObjectRep
  | AnyRep
  /** The result of functions without one; of those that never return. */
  | { readonly kind: 'void'; readonly isNever?: true }
  | NothingRep
  | EitherRep;

export type ScalarKind = 'int' | 'float' | 'number' | 'boolean';
export interface ScalarRep {
  readonly kind: ScalarKind;
}

export interface StringRep {
  readonly kind: 'string';
  /** Of what a type parameter stands for that is a key (keyed-types.ts): the names that it may be. */
  readonly keys?: readonly string[];
}

export interface ArrayRep {
  readonly kind: 'array';
  readonly element: Rep;
}

export interface TypedArrayRep {
  readonly kind: 'typedArray';
  readonly element: NumericElement;
}

export interface FunctionRep {
  readonly kind: 'function';
  readonly params: readonly Rep[];
  /** True if the last parameter is an array of all further arguments. */
  readonly rest?: boolean;
  readonly result: Rep;
  /** True for a class: called by `new`, it makes an object. */
  readonly isClass?: true;
}

/** The types of `undefined` and `null`. */
export interface NothingRep {
  readonly kind: 'undefined' | 'null';
}

/**
 * `T | undefined` or `T | null`. Where there is no value, references are the null reference; scalars travel with a
 * flag, see Value.present.
 */
export interface OptionalRep {
  readonly kind: 'optional';
  readonly of: Rep;
  /** What it is where there is no value. */
  readonly absent: NothingRep['kind'];
}

/** One of two, for the length of an expression: it can be printed, made into text or tested, but not kept. */
export interface EitherRep {
  readonly kind: 'either';
  readonly first: Rep;
  readonly second: Rep;
}

/** A value that says itself what it is (abi/objects.ts): of type `any`, `unknown`, or a union of unlike types. */
export interface AnyRep {
  readonly kind: 'any';
  /** True for what a type parameter of a function value stands for: arrays of it are of any elements, however they are kept. */
  readonly isErased?: true;
}

/** A reference to an object with properties: of a class, or with the properties of a literal or interface. */
export interface ObjectRep {
  readonly kind: 'object';
  readonly layout: ObjectLayout;
}

/** A value of a library class that is represented by one integer, such as a pin by its number. */
export interface HandleRep {
  readonly kind: 'handle';
  readonly name: string;
  /** Name of the class's one field, which is that integer. */
  readonly field: string;
}

export type NumericElement = Exclude<ElementKind, 'boolean' | 'number' | 'ref'>;

export const intRep: ScalarRep = { kind: 'int' };
export const floatRep: ScalarRep = { kind: 'float' };
export const numberRep: ScalarRep = { kind: 'number' };
export const booleanRep: ScalarRep = { kind: 'boolean' };
export const stringRep: Rep = { kind: 'string' };
export const anyRep: AnyRep = { kind: 'any' };
export const erasedRep: AnyRep = { kind: 'any', isErased: true };
/** Functions that were made where nothing is known of types: they take and give values of any type. */
export const anyFunctionRep: FunctionRep = {
  kind: 'function',
  params: [{ kind: 'array', element: anyRep }],
  rest: true,
  result: anyRep,
};
/** Of a union it is no part. */
export const neverRep: Rep = { kind: 'void', isNever: true };
export const voidRep: Rep = { kind: 'void' };
export const undefinedRep: Rep = { kind: 'undefined' };
export const nullRep: Rep = { kind: 'null' };

/** `T | undefined`; what may be anything may be that, too, and what is both `| null` and `| undefined` is anything. */
export function optionalOf(of: Rep, absent: NothingRep['kind'] = 'undefined'): OptionalRep | AnyRep {
  if (of.kind === 'optional') return of.absent === absent ? of : anyRep;
  return of.kind === 'any' ? of : { kind: 'optional', of, absent };
}

/** True for what has no value beside being there. */
export function isNothing(rep: Rep): boolean {
  return rep.kind === 'undefined' || rep.kind === 'null' || rep.kind === 'void';
}

/** What functions give, and objects of generic classes hold, of a type: of null, a value that says so. */
export const heldRep = (rep: Rep): Rep => (rep.kind === 'null' ? anyRep : rep);

/** `T | undefined`, also of what may be null or undefined already. */
export function withUndefined(rep: Rep): Rep {
  if (rep.kind !== 'optional') return optionalOf(rep);
  return rep.absent === 'undefined' ? rep : anyRep;
}

export const arrayOf = (element: Rep): ArrayRep => ({ kind: 'array', element });

/** The representation's name: equal for equal representations, and part of symbols of specialised functions. */
export function repName(rep: Rep): string {
  switch (rep.kind) {
    case 'array':
      return rep.element.kind === 'function' || rep.element.kind === 'optional'
        ? `(${repName(rep.element)})[]`
        : `${repName(rep.element)}[]`;
    case 'typedArray':
      return typedArrayName(rep.element);
    case 'function':
      return `${rep.isClass ? 'new ' : ''}(${parametersText(rep, repName, ',')})=>${repName(rep.result)}`;
    case 'optional':
      return `${repName(rep.of)}|${rep.absent}`;
    case 'either':
      return `${repName(rep.first)} | ${repName(rep.second)}`;
    case 'handle':
      return rep.name;
    case 'string':
      return rep.keys?.map((key) => `'${key}'`).join('|') ?? 'string';
    case 'void':
      return rep.isNever ? 'never' : 'void';
    case 'any':
      return rep.isErased ? 'erased' : 'any';
    case 'object':
      return rep.layout.identity;
    default:
      return rep.kind;
  }
}

/** The parameters of a function as text, a rest parameter with its dots. */
export function parametersText(
  { params, rest }: Pick<FunctionRep, 'params' | 'rest'>,
  text: (rep: Rep) => string,
  separator: string,
): string {
  const last = params.length - 1;
  return params.map((param, i) => (rest && i === last ? `...${text(param)}` : text(param))).join(separator);
}

/** Symbol of the class of boxes that hold such a value as one that says itself what it is. */
export function boxSymbol(rep: Rep): string {
  return `k.box.${repName(rep)}`;
}

export function sameRep(a: Rep, b: Rep): boolean {
  return a === b || (a.kind === b.kind && repName(a) === repName(b));
}

export function isNumeric(rep: Rep): rep is { readonly kind: Exclude<ScalarKind, 'boolean'> } {
  return rep.kind === 'int' || rep.kind === 'float' || rep.kind === 'number';
}

/** True if values are references to objects (or null). */
export function isRef(rep: Rep): boolean {
  return irTypeOf(rep) === 'ref';
}

/** The IR type that holds such values; void for those without a value. */
export function irTypeOf(rep: Rep): IrType | 'void' {
  switch (rep.kind) {
    case 'int':
    case 'boolean':
    case 'handle':
      return 'i32';
    case 'float':
      return 'f32';
    case 'number':
      return 'f64';
    case 'string':
    case 'array':
    case 'typedArray':
    case 'function':
    case 'object':
    case 'any':
      return 'ref';
    case 'optional':
      return irTypeOf(rep.of);
    case 'void':
    case 'either':
      return 'void';
    case 'undefined':
    case 'null':
      return 'ref';
  }
}

/** The IR type of a representation that has values. */
export function valueType(rep: Rep): IrType {
  const type = irTypeOf(rep);
  if (type === 'void') throw new Error('a void value has no type');
  return type;
}

/** How a variable of this representation is kept in memory. */
export function memoryOf(rep: Rep): MemoryType {
  const type = valueType(rep);
  return type === 'f64' ? 'num' : type;
}

/** How an array stores elements of this representation. */
export function elementKindOf(rep: Rep): ElementKind {
  switch (rep.kind) {
    case 'int':
    case 'handle':
      return 'i32';
    case 'float':
      return 'f32';
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    default:
      // Optional scalars too: elements are kept as they are passed.
      return 'ref';
  }
}

/** The memory access for an element kind. */
export function memoryOfElement(kind: ElementKind): MemoryType {
  switch (kind) {
    case 'u8clamped':
    case 'boolean':
      return 'u8';
    case 'u32':
      return 'i32';
    case 'number':
      return 'num';
    default:
      return kind;
  }
}

const typedArrayNames: Record<NumericElement, string> = {
  i8: 'Int8Array',
  u8: 'Uint8Array',
  u8clamped: 'Uint8ClampedArray',
  i16: 'Int16Array',
  u16: 'Uint16Array',
  i32: 'Int32Array',
  u32: 'Uint32Array',
  f32: 'Float32Array',
  f64: 'Float64Array',
};

export function typedArrayName(element: NumericElement): string {
  return typedArrayNames[element];
}

/** The element kind of the typed array class of that name. */
export function typedArrayElement(name: string): NumericElement | undefined {
  return typedArrayElements.get(name);
}

const typedArrayElements = new Map(
  Object.entries(typedArrayNames).map(([element, name]) => [name, element as NumericElement]),
);

/** What reading an element of a typed array gives: JavaScript's `number`, of which i32 is proven later. */
export const typedElementRep: ScalarRep = numberRep;

/** True for arrays of anything, on any level, where arrays of something are wanted. */
export function isLooserArray(own: Rep, wanted: Rep): boolean {
  if (own.kind !== 'array' || wanted.kind !== 'array') return false;
  if (own.element.kind === 'any') return wanted.element.kind !== 'any';
  return isLooserArray(own.element, wanted.element);
}
