// Maps whose values may be undefined or null, or anything.
const maybe = new Map<string, number | undefined>([
  ['a', 1],
  ['b', undefined],
]);
console.log(maybe.get('a'), maybe.get('b'), maybe.get('c'), maybe.has('b'), maybe.has('c'), maybe);
for (const [key, value] of maybe) console.log(key, value ?? 'nothing');
const nullable = new Map<string, string | null>([
  ['a', 'x'],
  ['b', null],
]);
console.log(nullable.get('a'), nullable.get('b'), nullable.get('c'), nullable);
const numbers = new Map<string, number | null>([['n', null]]);
console.log(numbers.get('n'), numbers.get('m'), numbers.get('n') === null, numbers.get('m') === undefined);
const any = new Map<unknown, unknown>();
any.set(1, 'one').set('1', 2).set(null, [1]).set(undefined, { a: 1 }).set(true, NaN);
console.log(any, any.get(1), any.get('1'), any.get(null), any.get(undefined), any.get(true), any.get(false));
const loose = new Map();
loose.set('x', 1);
loose.set(2, 'two');
console.log(loose.get('x'), loose.get(2), loose.size);
function first<K, V>(map: Map<K, V>): [K, V] | undefined {
  for (const entry of map) return entry;
  return undefined;
}
console.log(first(maybe), first(new Map<string, string>()), first(new Map([[1, true]])));
function invert<K, V>(map: Map<K, V>): Map<V, K> {
  const result = new Map<V, K>();
  map.forEach((value, key) => result.set(value, key));
  return result;
}
console.log(invert(new Map([['a', 1], ['b', 2]])));
