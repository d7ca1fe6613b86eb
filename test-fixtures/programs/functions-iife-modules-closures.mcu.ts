// The module pattern, counters, private state, generators of ids, accumulators, debounced calls.
const bank = (() => {
  let balance = 0;
  const log: string[] = [];
  function record(kind: string, amount: number) {
    log.push(`${kind}:${amount}`);
  }
  return {
    deposit(amount: number) {
      balance += amount;
      record('deposit', amount);
      return this;
    },
    withdraw(amount: number) {
      if (amount > balance) throw new Error('insufficient funds');
      balance -= amount;
      record('withdraw', amount);
      return this;
    },
    get balance() {
      return balance;
    },
    history: () => [...log],
  };
})();
bank.deposit(100).withdraw(30);
console.log(bank.balance, bank.history());
try {
  bank.withdraw(500);
} catch (e) {
  console.log((e as Error).message);
}
function makeCounter(start = 0, step = 1) {
  let value = start;
  return Object.freeze({
    next: () => (value += step),
    peek: () => value,
    reset: () => {
      value = start;
    },
  });
}
const a = makeCounter();
const b = makeCounter(10, 5);
a.next();
b.next();
b.next();
console.log(a.peek(), b.peek());
b.reset();
console.log(b.peek());
const adders: ((n: number) => number)[] = [];
for (let i = 1; i <= 3; i++) adders.push((n) => n + i);
console.log(adders.map((f) => f(10)));
var shared: (() => number)[] = [];
for (var j = 0; j < 3; j++) shared.push(() => j);
console.log(shared.map((f) => f()));
const after = <T>(n: number, f: () => T) => {
  let calls = 0;
  return () => (++calls >= n ? f() : undefined);
};
const third = after(3, () => 'now');
console.log(third(), third(), third());
const makeStack = <T>() => {
  const items: T[] = [];
  return { push: (x: T) => items.push(x), pop: () => items.pop(), size: () => items.length };
};
const stack = makeStack<string>();
stack.push('x');
stack.push('y');
console.log(stack.pop(), stack.size());
const curry3 = (a: number) => (b: number) => (c: number) => a * 100 + b * 10 + c;
console.log(curry3(1)(2)(3), ((x: number, y?: number, ...rest: number[]) => x + (y ?? x * 2) + rest.length)(1, undefined, 5, 6));
const once = (f: () => void) => {
  let done = false;
  return () => {
    if (done) return false;
    done = true;
    f();
    return true;
  };
};
const hello = once(() => console.log('hello'));
console.log(hello(), hello());
function outer() {
  const x = 'outer';
  function inner() {
    return typeof later === 'undefined' ? `${x} none` : `${x} ${later}`;
  }
  const first = inner;
  var later: string | undefined = undefined;
  const before = first();
  later = 'set';
  return [before, inner()];
}
console.log(outer());
