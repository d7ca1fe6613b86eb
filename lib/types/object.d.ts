// What programs can do with the properties of objects, whose names the compiler knows.

interface ObjectConstructor extends Function {
  /** What all objects have, to be called on any of them: `Object.prototype.hasOwnProperty.call(object, key)`. */
  readonly prototype: Object;
  /** The names of an object's properties. */
  keys(object: {}): string[];
  /** The values of an object's properties. */
  values<T>(object: { [key: string]: T } | ArrayLike<T>): T[];
  values(object: {}): any[];
  /** Pairs of the names and the values of an object's properties. */
  entries<T>(object: { [key: string]: T } | ArrayLike<T>): [string, T][];
  entries(object: {}): [string, any][];
  /** Sets the properties that other objects have, and returns the first. */
  assign<T extends {}, U>(target: T, source: U): T & U;
  assign<T extends {}, U, V>(target: T, source1: U, source2: V): T & U & V;
  assign<T extends {}, U, V, W>(target: T, source1: U, source2: V, source3: W): T & U & V & W;
  assign(target: object, ...sources: any[]): any;
  /** Values by name, of pairs of a name and a value. */
  fromEntries<T = any>(entries: Iterable<readonly [string | number, T]>): { [key: string]: T };
  fromEntries(entries: Iterable<readonly any[]>): any;
  /** The same object, whose properties can't be assigned to any more: `TypeError`. */
  freeze<T>(object: T): Readonly<T>;
  /** True for what was given to `freeze`, and for all that is no object. */
  isFrozen(value: any): boolean;
  /** Of `this` in a constructor, as the class that it has anyway. */
  setPrototypeOf<T>(object: T, prototype: object): T;
  /** True if two values are the same: as `===`, but NaN is itself, and 0 is not -0. */
  is(a: any, b: any): boolean;
  /** True if an object has a property of its own of that name. */
  hasOwn(object: {}, key: string): boolean;
  /** The names of an object's properties. */
  getOwnPropertyNames(object: {}): string[];
  /** Arrays of the values of which a function makes the same name, by that name. */
  groupBy<K extends string | number, T>(
    items: Iterable<T>,
    keyOf: (item: T, index: number) => K,
  ): { [key: string]: T[] | undefined };
}
declare const Object: ObjectConstructor;
