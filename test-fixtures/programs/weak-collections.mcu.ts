// WeakMap and WeakSet.
class Node {
  constructor(public id: number) {}
}
const names = new WeakMap<Node, string>();
const one = new Node(1);
const two = new Node(2);
names.set(one, 'one').set(two, 'two');
console.log(names.get(one), names.get(two), names.has(new Node(1)), names.get(new Node(2)));
console.log(names.delete(one), names.delete(one), names.get(one));

const seen = new WeakSet<Node>([two]);
console.log(seen.has(one), seen.has(two));
seen.add(one);
console.log(seen.has(one), seen.delete(one), seen.has(one));

const counts = new WeakMap<object, number>([[one, 5]]);
const key = { x: 1 };
counts.set(key, (counts.get(key) ?? 0) + 1);
counts.set(key, (counts.get(key) ?? 0) + 1);
console.log(counts.get(key), counts.get(one), counts.has({ x: 1 }));

class Account {
  static #balances = new WeakMap<Account, number>();
  constructor(balance: number) {
    Account.#balances.set(this, balance);
  }
  get balance() {
    return Account.#balances.get(this) ?? 0;
  }
}
console.log(new Account(30).balance);
