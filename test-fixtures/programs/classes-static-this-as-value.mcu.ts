// `this` of a static member as a value: the class that it was called as one of.
class Registry {
  static names: string[] = [];
  static #sizes = new Map<string, number>();
  static add(name: string, size: number) {
    this.names.push(name);
    this.#sizes.set(name, size);
    return this;
  }
  static get total() { return [...this.#sizes.values()].reduce((sum, size) => sum + size, 0); }
  static { this.add('first', 1).add('second', 2); }
}
console.log(Registry.add('third', 3).add('fourth', 4).total, Registry.names);

class Model {
  static kinds: (typeof Model)[] = [];
  static register() { Model.kinds.push(this); }
  static itself() { return this; }
  static isOne(x: unknown) { return x instanceof this; }
  static create() { const Kind = this; return new Kind(); }
  static later() { return () => this.name; }
}
class User extends Model { readonly role = 'user'; }
Model.register();
User.register();
console.log(Model.kinds.map((kind) => kind.name), Model.itself() === Model, User.itself() === Model, User.isOne(new Model()));
console.log(User.isOne(new User()), User.create(), new (Model.itself())() instanceof Model, User.later()());

// What gives a class is called before the member of the class is.
class Counter {
  static count = 0;
  static more() { Counter.count++; return Counter; }
}
const more = () => { console.log('more'); return Counter; };
console.log(Counter.more().more().count, more().count, new (Counter.more())() instanceof Counter, Counter.count);
