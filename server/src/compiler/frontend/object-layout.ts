// Where an object keeps its properties. An object is a header, the address of its class's descriptor, then the
// properties: those of the parent class first, so that an object of a class can be used as one of its parent.
// Objects of literals and interfaces have their properties in alphabetical order: equal sets of properties are laid
// out alike, wherever they are declared.
import { MEMBER_IS_METHOD, OBJECT_FIELDS, VALUE_KIND_MASK, ValueKind } from '../abi/objects.ts';
import type { MemoryType } from '../ir/types.ts';
import { memorySize } from '../ir/types.ts';
import { classPlace, genericIdentity } from './class-names.ts';
import { digestBits, digestOf } from './digest.ts';
import { type Form, forms, type PropertyForm } from './property-forms.ts';
import type { Substitution } from './rep-of-type.ts';
import { type FunctionRep, memoryOf, parametersText, type Rep, repName } from './reps.ts';
import type { ts } from './typescript.ts';

export interface Field {
  readonly name: string;
  readonly rep: Rep;
  readonly memory: MemoryType;
  /** In bytes from the header. */
  readonly offset: number;
  /** True for what is there by its type, but may not have its value yet (unset-fields.ts). */
  readonly isPromised: boolean;
}

/** A variable that objects of a class hold: its value, or the reference to its box. */
export interface CapturedField {
  readonly symbol: ts.Symbol;
  readonly field: Field;
  readonly boxed: boolean;
}

/** A method that is looked up in the object's class, since subclasses may have another. */
export interface Slot {
  /** `area`, `get area`, `set area`. */
  readonly name: string;
  readonly rep: FunctionRep;
  /** The declaration that objects of this very class use; undefined for abstract ones. */
  readonly node: ts.MethodDeclaration | ts.AccessorDeclaration | undefined;
  /** The class that declares it. */
  readonly owner: ObjectLayout;
  /**
   * Of a method with more parameters than that in whose place it is: here it is called without these; `open` if so do those
   * who find it by its name.
   */
  readonly isShort?: true | 'open';
  /** The method as it is declared, where calls through the slot take it for another (lower/slot-adapters.ts). */
  readonly declared?: FunctionRep;
  /** True for a method with type parameters, which objects of classes have no slot for: its calls know which they mean. */
  readonly isGeneric?: boolean;
}

/** The slot of a method with all its parameters, where it has more than that of the parent. */
const WIDE = ' with all parameters';

/** Slots of the accessors of a class; of an object literal, the properties that hold their functions. */
export const getterOf = (name: string) => `get ${name}`;
export const setterOf = (name: string) => `set ${name}`;

/** The name of the property that a getter or setter stands for, or what it is given. */
export function accessedName(name: string): string {
  return /^[gs]et (.*)$/.exec(name)?.[1] ?? name;
}

/** The most words of properties that an object has: one bit each in its descriptor, whose highest is a sign. */
const MOST_WORDS = 31;
/** The most methods: the bits that are left for their number in the list of members. */
const MOST_METHODS = MEMBER_IS_METHOD;

/** What errors keep further properties in (lib/more-properties.ts). */
const MORE = '__more';

let serials = 0;

export class ObjectLayout {
  /** The class's name with its type arguments, or `{ x, y }`. */
  readonly title: string;
  readonly declaration: ts.ClassLikeDeclaration | undefined;
  readonly substitution: Substitution;
  parent: ObjectLayout | undefined;
  /**
   * True for interfaces with methods and unions of object types, whose objects have layouts of their own: properties
   * and methods are looked up in the object's class by name. `bytes` and offsets mean nothing then.
   */
  isOpen = false;
  /** True for what the `next` of an iterator gives. */
  isResult = false;
  /** True for objects of several types (`A & B`). */
  isIntersection = false;
  /** True if a property is of a type without values: there are no such objects. */
  isImpossible = false;
  /** Of a union: what its objects may be. */
  alternatives: readonly ObjectLayout[] = [];
  /** Of a union: properties that its alternatives keep in different ways, as what holds the values of all. */
  readonly #mixed = new Map<string, Rep>();
  /** Of a type that the program can open (open-shapes.ts): by what it is known there. */
  shape: string | undefined;
  /** Of a type that was opened: the layout of its literals, which have just its properties. */
  exact: ObjectLayout | undefined;
  private isExact = false;
  /** Of an open type: other forms of its properties that objects may have. */
  readonly forms = new Set<PropertyForm>();
  #asLiteral: ObjectLayout | undefined;
  readonly #fields: Field[] = [];
  readonly #slots: Slot[] = [];
  /** Of a type without a class: what its objects are shown as, if they are no plain objects. */
  shownAs: string | undefined;
  /** Of a type without a class: names of the properties as declared. */
  order: readonly string[] = [];
  /** True for that of a literal which makes objects of several types (chosen-literals.ts). */
  isChosen = false;
  /** Names of properties that an object may be without. */
  readonly mayLack = new Set<string>();
  /** The functions with type parameters of its objects, by name: they don't hold these (generic-properties.ts). */
  readonly generics = new Map<string, ts.SignatureDeclaration>();
  /** Size of an object in bytes, header included. */
  bytes = OBJECT_FIELDS;
  /** Variables around a class or a literal that its members use without being closures: each object holds them. */
  readonly captures: CapturedField[] = [];
  readonly #serial = serials++;
  #identity: string | undefined;
  #fill: (() => void) | undefined;

  constructor(title: string, declaration: ts.ClassLikeDeclaration | undefined, substitution: Substitution) {
    this.title = title;
    this.declaration = declaration;
    this.substitution = substitution;
  }

  /** Has the members added when they are first asked for: by then the types that they follow from are complete. */
  addLater(fill: () => void): void {
    this.#fill = fill;
  }

  get fields(): Field[] {
    this.#complete();
    return this.#fields;
  }

  get slots(): Slot[] {
    this.#complete();
    return this.#slots;
  }

  addMixed(name: string, rep: Rep): void {
    this.#mixed.set(name, rep);
  }

  /** What holds the values of a property that the alternatives of a union keep in different ways. */
  mixed(name: string): Rep | undefined {
    this.#complete();
    return this.#mixed.get(name);
  }

  #complete(): void {
    const fill = this.#fill;
    this.#fill = undefined;
    fill?.();
  }

  /** Begins with what the parent has. */
  extend(parent: ObjectLayout): void {
    this.parent = parent;
    this.fields.push(...parent.fields);
    this.slots.push(...parent.slots);
    this.bytes = parent.bytes;
  }

  /** Adds a property, unless the parent has it in the same representation, or as a value of any kind; false if it has it in another. */
  addField(name: string, rep: Rep, isPromised = false): boolean {
    const memory = fieldMemory(rep);
    const inherited = this.field(name);
    if (inherited?.rep.kind === 'any' || (inherited?.rep.kind === 'optional' && rep.kind === 'any'))
      return true;
    if (inherited) return inherited.memory === memory && inherited.rep.kind === rep.kind;
    this.fields.push({ name, rep, memory, offset: this.bytes, isPromised });
    this.bytes += memorySize[memory];
    return true;
  }

  /** Adds a hidden property for a captured variable. */
  addCapture(symbol: ts.Symbol, rep: Rep, boxed: boolean): void {
    const place = this.declaration ? classPlace(this.declaration) : '';
    // Variables of several scopes may have one name.
    const namesakes = this.captures.filter((each) => each.symbol.name === symbol.name).length;
    const name = `#${symbol.name}${place}${namesakes || ''}`;
    const memory = boxed ? 'ref' : fieldMemory(rep);
    const field = { name, rep, memory, offset: this.bytes, isPromised: false };
    this.captures.push({ symbol, field, boxed });
    this.fields.push(field);
    this.bytes += memorySize[memory];
  }

  /**
   * Adds a method, or takes the place of the parent's. One with more parameters than that, or than `short` says, has a slot
   * for callers who do not know of these.
   */
  addSlot(
    name: string,
    rep: FunctionRep,
    node: Slot['node'],
    { isGeneric = false, declared, short }: Pick<Slot, 'isGeneric' | 'declared'> & { short?: number } = {},
  ): void {
    const slot = { name, rep, node, owner: this, isGeneric, ...(declared ? { declared } : {}) };
    const index = this.slots.findIndex((each) => each.name === name);
    const inherited = this.slots[index]?.rep;
    const count = Math.min(inherited?.params.length ?? rep.params.length, short ?? rep.params.length);
    const isShort =
      node !== undefined &&
      !rep.rest &&
      !inherited?.rest &&
      count < rep.params.length &&
      areOptional(node, count);
    this.slots[index < 0 ? this.slots.length : index] = isShort
      ? {
          ...slot,
          rep: { ...rep, params: rep.params.slice(0, count) },
          isShort: short === count ? 'open' : true,
        }
      : slot;
    if (!node) return;
    const wide = this.slots.findIndex((each) => each.name === name + WIDE);
    if (wide >= 0) this.slots[wide] = { ...slot, name: name + WIDE };
    else if (isShort) this.slots.push({ ...slot, name: name + WIDE });
  }

  /**
   * From now on, objects of this type may have more, and properties in these forms. The identity stays, so that what is
   * on the board keeps its names.
   */
  open(forms: Iterable<PropertyForm>): void {
    for (const form of forms) this.forms.add(form);
    if (this.isOpen) return;
    const exact = new ObjectLayout(this.title, undefined, this.substitution);
    const captured = new Set(this.captures.map(({ field }) => field.name));
    for (const { name, rep } of this.fields) if (!captured.has(name)) exact.addField(name, rep);
    for (const { symbol, field, boxed } of this.captures) exact.addCapture(symbol, field.rep, boxed);
    exact.order = this.order;
    for (const name of this.mayLack) exact.mayLack.add(name);
    for (const [name, node] of this.generics) exact.generics.set(name, node);
    exact.#identity = this.identity;
    exact.isExact = true;
    this.exact = exact;
    this.isOpen = true;
  }

  /** Of an interface with methods: that of a literal whose properties hold functions just as the methods are called. */
  get asLiteral(): ObjectLayout {
    if (this.#asLiteral) return this.#asLiteral;
    const literal = new ObjectLayout(this.title, undefined, this.substitution);
    const members = [...this.fields, ...this.slots].sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const { name, rep } of members) literal.addField(name, rep);
    literal.order = this.order;
    for (const name of this.mayLack) literal.mayLack.add(name);
    this.#asLiteral = literal;
    return literal;
  }

  field(name: string): Field | undefined {
    return this.fields.find((field) => field.name === name);
  }

  /** The property that a name stands for, or the function of its accessor, that which reads if there are two. */
  named(name: string): Field | undefined {
    return this.field(name) ?? this.field(getterOf(name)) ?? this.field(setterOf(name));
  }

  /** What reads a property, if that is an accessor of the class or literal. */
  getter(name: string): FunctionRep | undefined {
    const rep = this.field(getterOf(name))?.rep ?? this.slots[this.slotIndex(getterOf(name))]?.rep;
    return rep?.kind === 'function' ? rep : undefined;
  }

  /** Forms of a property that objects may have beside that of the type. */
  formsOf(name: string): readonly Form[] {
    return this.forms.size === 0 ? [] : forms.filter((form) => this.forms.has(`${form} ${name}`));
  }

  /** The slot that is found by the name of a method in objects of an open type. */
  openSlot(name: string): Slot | undefined {
    const slot = this.slots.find((each) => each.name === name);
    return slot?.isShort === 'open' ? slot : this.slots[this.slotIndex(name)];
  }

  slotIndex(name: string): number {
    const wide = this.slots.findIndex((slot) => slot.name === name + WIDE);
    return wide >= 0 ? wide : this.slots.findIndex((slot) => slot.name === name);
  }

  /** The properties that print: those of a class as declared, but for private names; else in an order. */
  printed(order: readonly string[]): readonly Field[] {
    if (this.declaration) return this.fields.filter(({ name }) => !name.startsWith('#') && name !== MORE);
    return [...order].sort(byIndex).flatMap((name) => this.named(name) ?? []);
  }

  get isTooLarge(): boolean {
    return !this.isOpen && (this.bytes > OBJECT_FIELDS + 4 * MOST_WORDS || this.#slots.length > MOST_METHODS);
  }

  /** Bit i is set if word i of the properties is a reference. */
  get references(): number {
    let bits = 0;
    for (const { memory, offset } of this.fields) {
      if (memory === 'ref') bits |= 1 << ((offset - OBJECT_FIELDS) / 4);
    }
    return bits;
  }

  /** Symbol of the descriptor in the data arena; without a class, of objects whose properties print in an order. */
  descriptorSymbol(order: readonly string[]): string {
    if (this.declaration) return `k.class.${this.boardIdentity}`;
    const names = order.map((name) => (this.mayLack.has(name) ? `${name}?` : name));
    return `k.class.${this.boardIdentity} ${names.join()}`;
  }

  /**
   * The title, and a digest of everything that code relies on: names, places and representations of properties and
   * methods, here and in all objects that can be reached from here. A class that is defined anew with other
   * properties has another identity, so that its older objects can't be taken for its own.
   */
  get identity(): string {
    const place = this.declaration ? classPlace(this.declaration) : '';
    this.#identity ??= `${this.title}${place}#${digest(this)}`;
    return this.isExact ? `${this.#identity} exact` : this.#identity;
  }

  /** That of objects on the board, which may have been made before their type was opened. */
  private get boardIdentity(): string {
    return this.isExact ? this.identity.slice(0, -' exact'.length) : this.identity;
  }

  /**
   * The identity as a word, by which code on the board tells layouts apart. All that a generic class is have the same one: as a
   * value, it is one class.
   */
  get identityWord(): number {
    const { declaration } = this;
    const shown = declaration?.typeParameters ? genericIdentity(declaration) : this.boardIdentity;
    return (digestBits(shown, 32) & ~VALUE_KIND_MASK) | ValueKind.object;
  }

  /** The same for the very same layout only. */
  get key(): string {
    return `@${this.#serial}`;
  }

  extends(other: ObjectLayout): boolean {
    return this.lineage.some((each) => each === other || each.identity === other.identity);
  }

  /** The layout and those that it extends, the nearest first. */
  get lineage(): ObjectLayout[] {
    return [this, ...(this.parent?.lineage ?? [])];
  }
}

/** True if calls can leave out the parameters of a method from an index on. */
export function areOptional({ parameters }: ts.SignatureDeclaration, from: number): boolean {
  const others = parameters.slice(from);
  return others.every(({ questionToken, initializer }) => questionToken ?? initializer);
}

/** The name of a method as programs have it. */
export const methodName = (name: string) => (name.endsWith(WIDE) ? name.slice(0, -WIDE.length) : name);

/** The order of JavaScript's properties: indices by their value, and then all others as they were added. */
function byIndex(a: string, b: string): number {
  const index = (name: string) =>
    String(Number(name) >>> 0) === name ? Number(name) : Number.POSITIVE_INFINITY;
  const [first, second] = [index(a), index(b)];
  return first === second ? 0 : first - second;
}

/** How a property is kept: as it is passed between functions. */
export function fieldMemory(rep: Rep): MemoryType {
  const isOptionalScalar = rep.kind === 'optional' && memoryOf(rep.of) !== 'ref';
  return isOptionalScalar ? 'ref' : memoryOf(rep);
}

function digest(root: ObjectLayout): string {
  const order: ObjectLayout[] = [root];
  const reference = (layout: ObjectLayout): string => {
    const known = order.indexOf(layout);
    return `@${known >= 0 ? known : order.push(layout) - 1}`;
  };
  const parts: string[] = [];
  for (let i = 0; i < order.length; i++) {
    const { declaration, title, fields, slots, parent } = order[i]!;
    const members = fields.map(({ name, rep }) => `${name}:${textOf(rep, reference)}`);
    const methods = slots.map(({ name, rep }) => `${name}${textOf(rep, reference)}`);
    const { isOpen, exact, alternatives } = order[i]!;
    const head = declaration
      ? `class ${title}${classPlace(declaration)}`
      : isOpen && !exact
        ? `open ${alternatives.map(reference).join('|')}`
        : '';
    parts.push(`${head}${parent ? `<${reference(parent)}` : ''}{${members.join()};${methods.join()}}`);
  }
  return digestOf(parts.join('\n'));
}

/** A text that is the same for representations with the very same layouts. */
export function repKey(rep: Rep): string {
  return textOf(rep, (layout) => layout.key);
}

/** The representation as people read it. */
export function repTitle(rep: Rep): string {
  return textOf(rep, ({ title }) => title);
}

/** A representation's name in which objects are what `reference` says. */
function textOf(rep: Rep, reference: (layout: ObjectLayout) => string): string {
  switch (rep.kind) {
    case 'object':
      return reference(rep.layout);
    case 'array':
      return `${textOf(rep.element, reference)}[]`;
    case 'optional':
      return `(${textOf(rep.of, reference)} | ${rep.absent})`;
    case 'function':
      return (
        `${rep.isClass ? 'new ' : ''}(${parametersText(rep, (param) => textOf(param, reference), ', ')}) => ` +
        textOf(rep.result, reference)
      );
    default:
      return repName(rep);
  }
}
