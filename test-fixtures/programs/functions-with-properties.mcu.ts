// Properties that functions are given: counters, caches, functions beside functions.
function next(): number {
  next.count++;
  return next.count;
}
next.count = 0;
console.log(next(), next(), next.count);
next.count += 10;
console.log(next(), next.count++, next.count);

const greet = (name: string) => greet.prefix + name;
greet.prefix = 'Hello ';
greet.loud = (name: string) => greet(name).toUpperCase();
console.log(greet('you'), greet.loud('you'));
greet.prefix = 'Bye ';
console.log(greet('you'));

function fibonacci(n: number): number {
  const known = fibonacci.cache.get(n);
  if (known !== undefined) return known;
  const result = n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
  fibonacci.cache.set(n, result);
  return result;
}
fibonacci.cache = new Map<number, number>();
console.log(fibonacci(30), fibonacci.cache.size);

function settings(): string {
  return `${settings.title}=${settings.value}`;
}
namespace settings {
  export const title = 'gain';
  export let value = 5;
  export function set(to: number): void {
    value = to;
  }
}
console.log(settings());
settings.set(7);
console.log(settings(), settings.value);
