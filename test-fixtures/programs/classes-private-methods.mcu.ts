// Private methods, accessors and static members; `#x in object`; same names in unrelated classes.
class Account {
  #balance = 0;
  static #count = 0;
  readonly id: number;
  constructor() {
    this.id = Account.#next();
  }
  static #next(): number {
    return ++Account.#count;
  }
  #check(amount: number): void {
    if (amount > this.#balance) throw new RangeError(`only ${this.#balance}`);
  }
  get #rounded(): number {
    return Math.round(this.#balance);
  }
  deposit(amount: number): this {
    this.#balance += amount;
    return this;
  }
  withdraw(amount: number): this {
    this.#check(amount);
    this.#balance -= amount;
    return this;
  }
  moreThan(other: Account): boolean {
    return this.#balance > other.#balance;
  }
  get shown(): string {
    return `#${this.id}: ${this.#rounded}`;
  }
}
class Other {
  #balance = 'text';
  get balance(): string {
    return this.#balance;
  }
}
const a = new Account().deposit(10.6);
const b = new Account().deposit(5).withdraw(2);
console.log(a.shown, b.shown, a.moreThan(b), b.moreThan(a), new Other().balance);
try {
  b.withdraw(4);
} catch (e) {
  console.log((e as Error).name, (e as Error).message);
}
console.log(a, b);
