// Private names tested with `in`, static methods of parents.
class Money {
  #cents: number;
  constructor(cents: number) {
    this.#cents = cents;
  }
  static isMoney(x: unknown): x is Money {
    return typeof x === 'object' && x !== null && #cents in x;
  }
  equals(other: object): boolean {
    return #cents in other && other.#cents === this.#cents;
  }
  get #euros() {
    return this.#cents / 100;
  }
  #format(digits: number) {
    return `${this.#euros.toFixed(digits)} EUR`;
  }
  toString() {
    return this.#format(2);
  }
}
class Coin extends Money {}
console.log(Money.isMoney(new Money(1)), Money.isMoney({}), Money.isMoney(null), Money.isMoney(new Coin(5)));
console.log(new Money(5).equals(new Coin(5)), new Money(5).equals({ a: 1 }), `${new Money(1250)}`);

class Model {
  static table = 'models';
  static count = 0;
  static create(name: string) {
    Model.count++;
    return `${name} in ${this.table}`;
  }
  static describe() {
    return `table ${this.table}`;
  }
}
class User extends Model {
  static override table = 'users';
  static override create(name: string) {
    return `user ${super.create(name)}`;
  }
  static both() {
    return `${super.describe()} / ${User.describe()} / ${super.table}`;
  }
}
console.log(User.create('ada'), Model.create('x'), User.both(), Model.count, User.count);
console.log(User.describe(), Model.describe());
