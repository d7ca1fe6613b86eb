// Makes random well-typed programs. The generator knows scopes, types and costs; what can be written is said by
// features (features/*.ts), of which each program uses some.
import { Random } from './random.ts';
import {
  boolean,
  type Callable,
  int,
  isPrintable,
  number,
  type Parameter,
  sameType,
  string,
  type Type,
  textOf,
} from './types.ts';

export interface Variable {
  readonly name: string;
  readonly type: Type;
  readonly mutable: boolean;
}

/** Makes one text; called only if chosen. */
export type Maker = () => string;

/** A part of the language. */
export interface Feature {
  readonly name: string;
  /** Declarations that are the same in all programs. */
  readonly prelude?: readonly string[];
  /** Declarations that the rest of the program uses. */
  declare?(g: Generator): void;
  /** Types that it adds to those of variables, parameters and fields; `depth` is how deep they may nest. */
  types?(g: Generator, depth: number): (() => Type)[];
  /** The simplest value of a type of this feature, written out. */
  literal?(g: Generator, type: Type, depth: number): string | undefined;
  /** Ways to write a value of the type. */
  expressions?(g: Generator, type: Type, depth: number): Maker[];
  statements?(g: Generator, depth: number): Maker[];
}

/** What of the code around a statement it may use. */
interface Place {
  /** Innermost loop, and labels of loops, that `break` and `continue` may name. */
  readonly loops: readonly string[];
  readonly inLoop: boolean;
  /** Something catches what is thrown here. */
  readonly caught: boolean;
  /** The function that `return` leaves; none at top level and in `finally` blocks. */
  readonly result: Type | undefined;
  readonly isAsync: boolean;
  readonly yields: Type | undefined;
  /** In a function value. */
  readonly inClosure: boolean;
}

/** How many statements a program may run, about. */
const maxCost = 3000;

export class Generator {
  readonly random: Random;
  readonly functions: Callable[] = [];
  /** Types that features declared by name. */
  readonly namedTypes: Type[] = [];
  readonly topLevel: string[] = [];
  /** Declarations that may take the place of those of the same names in later cells. */
  readonly redefinitions: string[] = [];
  usesAsync = false;
  private scopes: Variable[][] = [[]];
  private names = 0;
  private cost = 0;
  private multiplier = 1;
  place: Place = {
    loops: [],
    inLoop: false,
    caught: false,
    result: undefined,
    isAsync: false,
    yields: undefined,
    inClosure: false,
  };

  constructor(
    seed: number,
    private readonly features: readonly Feature[],
  ) {
    this.random = new Random(seed);
  }

  fresh(prefix: string): string {
    return `${prefix}${this.names++}`;
  }

  // --- types

  type(depth = 2): Type {
    const makers: (() => Type)[] = [() => number, () => number, () => string, () => boolean];
    for (const named of this.namedTypes) makers.push(() => named);
    if (depth > 0) {
      for (const feature of this.features) makers.push(...(feature.types?.(this, depth - 1) ?? []));
    }
    return this.random.pick(makers)();
  }

  /**
   * A type that holds no functions. Functions are in constants and parameters alone: nothing that can be assigned later
   * lets one call itself.
   */
  dataType(depth = 2): Type {
    for (;;) {
      const type = this.type(depth);
      if (type.kind !== 'function') return type;
    }
  }

  /** A type of numbers, strings or truth values. */
  scalar(): Type {
    return this.random.pick([number, number, string, boolean]);
  }

  // --- scopes

  declare(variable: Variable): void {
    this.scopes.at(-1)!.push(variable);
  }

  get variables(): Variable[] {
    return this.scopes.flat();
  }

  variablesOf(accepts: (type: Type) => boolean): Variable[] {
    return this.variables.filter((variable) => accepts(variable.type));
  }

  /** Runs `make` in a scope of its own, at a place that differs as told. */
  inside<T>(place: Partial<Place>, make: () => T, variables: readonly Variable[] = []): T {
    const before = this.place;
    this.place = { ...before, ...place };
    this.scopes.push([...variables]);
    try {
      return make();
    } finally {
      this.scopes.pop();
      this.place = before;
    }
  }

  /** What `make` writes runs up to `count` times. */
  repeated<T>(count: number, make: () => T): T {
    this.multiplier *= count;
    try {
      return make();
    } finally {
      this.multiplier /= count;
    }
  }

  /** True, and counted, if something may run here that costs so much. */
  spend(cost: number): boolean {
    if (this.cost + this.multiplier * cost > maxCost) return false;
    this.cost += this.multiplier * cost;
    return true;
  }

  // --- statements

  statement(depth: number): string {
    const makers: Maker[] = [
      () => this.declaration(depth),
      () => this.print(depth),
      ...this.assignments(depth),
    ];
    if (depth > 0 && this.spend(3)) {
      for (const feature of this.features) makers.push(...(feature.statements?.(this, depth - 1) ?? []));
    }
    this.spend(1);
    return this.random.pick(makers)();
  }

  statements(depth: number, most: number): string {
    const count = this.random.integer(1, most);
    return Array.from({ length: count }, () => this.statement(depth)).join('\n');
  }

  block(depth: number, place: Partial<Place> = {}, variables: readonly Variable[] = []): string {
    return this.inside(place, () => `{\n${this.statements(depth, 3)}\n}`, variables);
  }

  declaration(depth: number): string {
    const type = this.type();
    const value = this.value(type, depth);
    const mutable = type.kind !== 'function' && this.random.chance(0.6);
    const name = this.fresh('v');
    this.declare({ name, type, mutable });
    return `${mutable ? 'let' : 'const'} ${name}: ${textOf(type)} = ${value};`;
  }

  print(depth: number): string {
    const known = this.random.sample(
      this.variables.filter((v) => isPrintable(v.type)),
      2,
    );
    const type = this.type(1);
    const value = isPrintable(type) ? this.expression(type, depth) : this.expression(number, depth);
    return `console.log(${[...known.map((v) => v.name), value].join(', ')});`;
  }

  private assignments(depth: number): Maker[] {
    return this.random
      .sample(
        this.variables.filter((v) => v.mutable),
        2,
      )
      .map((v) => () => `${v.name} = ${this.value(v.type, Math.max(depth, 1))};`);
  }

  // --- expressions

  /** An expression whose type is as told, not narrower: what TypeScript knows of `let x: T = literal` hides code. */
  value(type: Type, depth: number): string {
    const text = this.expression(type, depth);
    return ['boolean', 'optional', 'mixed', 'union', 'enum', 'unknown'].includes(type.kind)
      ? `same<${textOf(type)}>(${text})`
      : text;
  }

  expression(type: Type, depth: number): string {
    if (depth <= 0) return this.leaf(type);
    const makers: Maker[] = [
      () => this.leaf(type),
      () => this.leaf(type),
      ...this.members(type),
      ...this.calls(this.functions, '', type, depth),
      () =>
        `(${this.expression(boolean, depth - 1)} ? ${this.value(type, depth - 1)} : ${this.value(type, depth - 1)})`,
    ];
    for (const feature of this.features) {
      makers.push(...(feature.expressions?.(this, type, depth - 1) ?? []));
    }
    return this.random.pick(makers)();
  }

  /** A variable, if there is one, or a literal. */
  leaf(type: Type): string {
    const known = this.variablesOf((t) => sameType(t, type));
    // The newest is the most interesting.
    if (known.length > 0 && this.random.chance(0.8)) {
      return this.random.chance(0.5) ? known.at(-1)!.name : this.random.pick(known).name;
    }
    const numbers = type.kind === 'boolean' ? this.variablesOf((t) => t.kind === 'number') : [];
    if (numbers.length > 0 && this.random.chance(0.8)) {
      return `(${numbers.at(-1)!.name} ${this.random.pick(['<', '>', '<='])} ${this.literal(number, 0)})`;
    }
    return this.literal(type, 2);
  }

  literal(type: Type, depth: number): string {
    for (const feature of this.features) {
      const text = feature.literal?.(this, type, depth);
      if (text !== undefined) return text;
    }
    throw new Error(`no feature writes values of ${textOf(type)}`);
  }

  /** Properties of variables that have the type. */
  private members(type: Type): Maker[] {
    const makers: Maker[] = [];
    for (const { name, type: holder } of this.variables) {
      if (holder.kind === 'object') {
        for (const field of holder.fields) {
          if (!field.optional && sameType(field.type, type)) makers.push(() => `${name}.${field.name}`);
        }
      }
      if (holder.kind === 'tuple') {
        holder.parts.forEach((part, index) => {
          if (sameType(part, type)) makers.push(() => `${name}[${index}]`);
        });
      }
    }
    return this.random.sample(makers, 3);
  }

  /** Calls of those of the functions that give the type and may be called here. */
  calls(functions: readonly Callable[], receiver: string, type: Type, depth: number): Maker[] {
    return this.random
      .sample(
        functions.filter((f) => sameType(f.result, type) && (!f.throws || this.place.caught)),
        2,
      )
      .filter((f) => this.multiplier * f.cost < 200)
      .map((f) => () => {
        if (!this.spend(f.cost)) return this.leaf(type);
        return `${receiver}${f.name}(${this.args(f.parameters, depth - 1)})`;
      });
  }

  args(parameters: readonly Parameter[], depth: number): string {
    return parameters.map((p) => this.value(p.type, depth)).join(', ');
  }

  parameters(most: number): Parameter[] {
    return Array.from({ length: this.random.integer(0, most) }, () => ({
      name: this.fresh('p'),
      type: this.type(1),
    }));
  }

  /**
   * The body of a function that gives `result`, with braces, and what a call costs. It can be called anywhere that its
   * `place` allows: code that is not known.
   */
  body(
    result: Type,
    parameters: readonly Parameter[],
    depth: number,
    place: Partial<Place> = {},
    before: readonly string[] = [],
  ): { text: string; cost: number } {
    const costBefore = this.cost;
    const multiplierBefore = this.multiplier;
    this.multiplier = 1;
    this.cost = 0;
    const variables = parameters.map((p) => ({ ...p, mutable: p.type.kind !== 'function' }));
    const text = this.inside(
      {
        loops: [],
        inLoop: false,
        caught: false,
        result,
        isAsync: false,
        yields: undefined,
        inClosure: false,
        ...place,
      },
      () => {
        const lines = [...before];
        if (depth > 0) lines.push(this.statements(depth, 3));
        if (result.kind !== 'void') lines.push(`return ${this.value(result, 2)};`);
        return `{\n${lines.join('\n')}\n}`;
      },
      variables,
    );
    const cost = this.cost + 1;
    this.cost = costBefore;
    this.multiplier = multiplierBefore;
    return { text, cost };
  }

  /** An arrow function whose body is one expression; called at once, so it may use what is around it. */
  arrow(parameters: readonly Type[], result: Type, depth: number): string {
    const named = parameters.map((type) => ({ name: this.fresh('q'), type, mutable: true }));
    const list = named.map((p) => `${p.name}`).join(', ');
    const value = this.repeated(4, () =>
      this.inside({ yields: undefined, isAsync: false }, () => this.value(result, depth), named),
    );
    return `(${list}) => ${/^[{]/.test(value) ? `(${value})` : value}`;
  }

  index(depth: number): string {
    return this.random.chance(0.5)
      ? String(this.random.integer(0, 5))
      : `Math.abs((${this.expression(number, depth)} | 0) % 1000)`;
  }

  isInt(type: Type): boolean {
    return sameType(type, int);
  }
}
