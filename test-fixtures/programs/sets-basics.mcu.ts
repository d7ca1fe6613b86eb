// Sets.
const primes = new Set<number>([2, 3, 5, 7, 5, 3]);
console.log(primes.size, [...primes], primes.has(5), primes.has(6));
console.log(primes.add(11) === primes, primes.size, primes.add(11).size);
console.log(primes.delete(2), primes.delete(2), [...primes]);
for (const prime of primes) console.log(prime);
for (const prime of primes.values()) console.log(prime);
for (const prime of primes.keys()) console.log(prime);
for (const [a, b] of primes.entries()) console.log(a, b);
primes.forEach((value) => console.log(value));
primes.forEach((value, same, set) => console.log(value === same, set === primes));
primes.clear();
console.log(primes.size, primes.has(3));

console.log([...new Set('mississippi')], new Set('mississippi').size);
const unique = (values: string[]) => [...new Set(values)];
console.log(unique(['b', 'a', 'b', 'c', 'a']));
const odd = new Set([NaN, 0, -0, NaN, 1]);
console.log(odd.size, [...odd], odd.has(NaN), odd.has(-0), 1 / [...odd][1]!);
const booleans = new Set([true, false, true]);
console.log([...booleans]);
const mixed = new Set<string | number | boolean | null | undefined>(['1', 1, true, null, undefined, '1', 1, null, NaN, NaN]);
console.log(mixed.size, [...mixed], mixed.has('1'), mixed.has(2), mixed.has(undefined), mixed.has(null));
mixed.delete(null);
mixed.add(-0);
console.log(mixed.size, mixed.has(0), [...mixed]);

class Item {
  constructor(readonly name: string) {}
}
const a = new Item('a');
const items = new Set<Item>([a, new Item('b'), a]);
console.log(items.size, items.has(a), items.has(new Item('a')));
for (const { name } of items) console.log(name);
const seen = new Set<object>();
seen.add(a).add(items);
console.log(seen.has(a), seen.has(items), seen.size);

const left = new Set([1, 2, 3, 4]);
const right = new Set([3, 4, 5]);
console.log([...left].filter((x) => right.has(x)), [...new Set([...left, ...right])]);
console.log(new Set(left).size, new Set(left.values()).size, new Set(new Map([[1, 'x']]).keys()).size);

const bytes: int[] = [1, 2, 1];
const ints = new Set<int>(bytes);
console.log(ints.size, ints.has(2));
const wide: Set<number> = new Set(bytes);
console.log(wide.size, wide.has(2), wide.has(2.5));
const typed = new Set(new Uint8Array([1, 1, 2]));
console.log([...typed]);
const optional = new Set<number | undefined>([1, undefined, 1, undefined]);
console.log(optional.size, [...optional], optional.has(undefined), optional.has(2));
const maybe = new Set<string | undefined>(['a', undefined]);
console.log(maybe.size, [...maybe], maybe.has(undefined));

function primesBelow(limit: number): Set<number> {
  const found = new Set<number>();
  for (let n = 2; n < limit; n++) {
    let isPrime = true;
    for (const prime of found) if (n % prime === 0) isPrime = false;
    if (isPrime) found.add(n);
  }
  return found;
}
console.log([...primesBelow(60)].join());

class Graph {
  private readonly edges = new Map<string, Set<string>>();
  connect(from: string, to: string): this {
    for (const [x, y] of [
      [from, to],
      [to, from],
    ] as const) {
      let others = this.edges.get(x);
      if (!others) {
        others = new Set();
        this.edges.set(x, others);
      }
      others.add(y);
    }
    return this;
  }
  reachable(start: string): Set<string> {
    const found = new Set([start]);
    for (const node of found) for (const next of this.edges.get(node)!) found.add(next);
    return found;
  }
}
const graph = new Graph().connect('a', 'b').connect('b', 'c').connect('x', 'y');
console.log([...graph.reachable('a')], [...graph.reachable('y')]);
