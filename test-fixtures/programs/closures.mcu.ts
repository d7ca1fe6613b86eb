// Functions that hold variables of others, also after those have returned.
function counter(start: number) {
  let n = start;
  return () => {
    n += 1;
    return n;
  };
}
const a = counter(5);
const b = counter(10);
console.log(a(), a(), b(), a());

const each: (() => number)[] = [];
for (let i = 0; i < 3; i++) each.push(() => i * 10);
for (const f of each) console.log(f());

function pair(first: int, second: string, third: float) {
  return () => `${first} ${second} ${third}`;
}
console.log(pair(1, 'two', 0.5)());

const adders = [1, 2, 3].map((k) => (x: number) => x + k);
console.log(adders.map((f) => f(100)));

function recursive(n: number) {
  const go: (k: number) => number = (k) => (k <= 0 ? 0 : k + go(k - 1));
  return go(n);
}
console.log(recursive(10));

const isEven = (n: int): boolean => (n === 0 ? true : isOdd(n - 1));
const isOdd = (n: int): boolean => (n === 0 ? false : isEven(n - 1));
console.log(isEven(10), isOdd(7));

let swap = (x: number) => x + 1;
const old = swap;
swap = (x) => old(x) * 2;
console.log(swap(1), old(1));
