// Static members, accessors, computed names, static blocks.
class Temperature {
  static readonly ABSOLUTE_ZERO = -273.15;
  static #count = 0;
  static get count() {
    return Temperature.#count;
  }
  #celsius = 0;
  constructor(celsius: number) {
    this.celsius = celsius;
    Temperature.#count += 1;
  }
  static fromFahrenheit(f: number) {
    return new this(((f - 32) * 5) / 9);
  }
  static compare(a: Temperature, b: Temperature) {
    return a.celsius - b.celsius;
  }
  get celsius() {
    return this.#celsius;
  }
  set celsius(value: number) {
    if (value < Temperature.ABSOLUTE_ZERO) throw new RangeError('too cold');
    this.#celsius = value;
  }
  get fahrenheit() {
    return (this.celsius * 9) / 5 + 32;
  }
  set fahrenheit(value) {
    this.celsius = ((value - 32) * 5) / 9;
  }
  valueOf() {
    return this.#celsius;
  }
  static isTemperature(x: unknown): x is Temperature {
    return typeof x === 'object' && x !== null && #celsius in x;
  }
}
const t = Temperature.fromFahrenheit(212);
t.fahrenheit += 18;
console.log(t.celsius, t.fahrenheit, Temperature.count);
console.log([new Temperature(30), new Temperature(-5), t].sort(Temperature.compare).map((x) => x.celsius));
try {
  t.celsius = -300;
} catch (e) {
  console.log((e as Error).message, t.celsius);
}
console.log(Temperature.isTemperature(t), Temperature.isTemperature({}), t.valueOf() > 1);
class Registry {
  static entries: Map<string, Registry>;
  static {
    this.entries = new Map();
    for (const name of ['a', 'b']) Registry.entries.set(name, new Registry(name));
  }
  static get(name: string): Registry {
    const found = this.entries.get(name);
    if (!found) throw new Error(`no ${name}`);
    return found;
  }
  private constructor(readonly name: string) {}
}
console.log(Registry.get('a').name, Registry.entries.size);
class Parent {
  static greeting = 'hi';
  static create() {
    return new this();
  }
  static shout() {
    return `${this.greeting.toUpperCase()}!`;
  }
  who() {
    return 'parent';
  }
}
class Child extends Parent {
  static override greeting = 'hey';
  override who() {
    return 'child';
  }
  static override shout() {
    return super.shout() + '?';
  }
}
console.log(Parent.create().who(), Child.create().who(), Parent.shout(), Child.shout(), Child.greeting, Parent.greeting);
const made: Parent = Child.create();
console.log(Child.name, new Child().constructor.name, made instanceof Child, made.constructor === Child);
