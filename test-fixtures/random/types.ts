// The types that random programs use, and how they are written.

export interface Field {
  readonly name: string;
  readonly type: Type;
  readonly optional?: boolean;
}

export interface Parameter {
  readonly name: string;
  readonly type: Type;
}

/** A function or method that can be called. `cost` is about how many statements a call runs. */
export interface Callable {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly result: Type;
  readonly cost: number;
  /** It may throw: called in `try` blocks only. */
  readonly throws: boolean;
}

export interface ClassDeclaration {
  readonly name: string;
  readonly parent: ClassDeclaration | undefined;
  readonly isAbstract: boolean;
  readonly constructorParameters: readonly Parameter[];
  /** Public properties and accessors; those that can be assigned are `mutable`. */
  readonly properties: (Field & { readonly mutable: boolean })[];
  readonly methods: Callable[];
  readonly statics: Callable[];
}

export interface UnionAlternative {
  readonly tag: string;
  readonly fields: readonly Field[];
}

export type Type =
  | { readonly kind: 'number' | 'int' | 'string' | 'boolean' | 'void' | 'unknown' | 'any' }
  | { readonly kind: 'array'; readonly of: Type }
  | { readonly kind: 'set' | 'promise' | 'generator'; readonly of: Type }
  | { readonly kind: 'map'; readonly key: Type; readonly of: Type }
  | { readonly kind: 'tuple'; readonly parts: readonly Type[] }
  | { readonly kind: 'optional'; readonly of: Type; readonly absent: 'undefined' | 'null' }
  | { readonly kind: 'mixed'; readonly parts: readonly Type[] }
  | { readonly kind: 'function'; readonly parameters: readonly Type[]; readonly result: Type }
  | { readonly kind: 'object'; readonly name: string; readonly fields: readonly Field[] }
  | { readonly kind: 'union'; readonly name: string; readonly alternatives: readonly UnionAlternative[] }
  | { readonly kind: 'enum'; readonly name: string; readonly members: readonly string[] }
  | { readonly kind: 'class'; readonly declaration: ClassDeclaration };

export const number: Type = { kind: 'number' };
export const int: Type = { kind: 'int' };
export const string: Type = { kind: 'string' };
export const boolean: Type = { kind: 'boolean' };
export const nothing: Type = { kind: 'void' };

export function textOf(type: Type): string {
  switch (type.kind) {
    case 'array':
      return /[ |=]/.test(textOf(type.of)) ? `(${textOf(type.of)})[]` : `${textOf(type.of)}[]`;
    case 'set':
      return `Set<${textOf(type.of)}>`;
    case 'promise':
      return `Promise<${textOf(type.of)}>`;
    case 'generator':
      return `Generator<${textOf(type.of)}>`;
    case 'map':
      return `Map<${textOf(type.key)}, ${textOf(type.of)}>`;
    case 'tuple':
      return `[${type.parts.map(textOf).join(', ')}]`;
    case 'optional':
      return `${inUnion(type.of)} | ${type.absent}`;
    case 'mixed':
      return type.parts.map(inUnion).join(' | ');
    case 'function':
      return `(${type.parameters.map((p, i) => `p${i}: ${textOf(p)}`).join(', ')}) => ${textOf(type.result)}`;
    case 'object':
    case 'union':
    case 'enum':
      return type.name;
    case 'class':
      return type.declaration.name;
    default:
      return type.kind;
  }
}

function inUnion(type: Type): string {
  return type.kind === 'function' ? `(${textOf(type)})` : textOf(type);
}

export function sameType(a: Type, b: Type): boolean {
  return textOf(a) === textOf(b);
}

/** False for what prints in another way than in Node or as nothing of interest. */
export function isPrintable(type: Type): boolean {
  switch (type.kind) {
    case 'void':
    case 'function':
    case 'promise':
    case 'generator':
      return false;
    case 'array':
    case 'set':
    case 'optional':
      return isPrintable(type.of);
    case 'map':
      return isPrintable(type.of) && isPrintable(type.key);
    case 'tuple':
    case 'mixed':
      return type.parts.every(isPrintable);
    case 'object':
      return type.fields.every((field) => isPrintable(field.type));
    default:
      return true;
  }
}
