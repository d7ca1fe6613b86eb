// Maps and sets print as in Node: empty, nested, in objects and arrays, long, with gaps, deep, and in circles.
console.log(new Map(), new Set());
const ages = new Map<string, number>([
  ['ann', 31],
  ['bob', 27.5],
]);
console.log(ages);
console.log(new Set([1, 2, 3]), new Set(['a', "it's"]), new Set([true]));
console.log('ages:', ages, ages.size);
ages.delete('ann');
console.log(ages);
ages.set('ann', 32).set('cid', 1);
console.log(ages);
ages.clear();
console.log(ages);

console.log({ ages, set: new Set<int>([1]) }, [new Map([[1, 'x']]), new Map([[2, 'y']])]);
class Box {
  contents = new Set(['apple']);
  index = new Map<number, Set<string>>([[1, new Set(['z'])]]);
}
console.log(new Box());
console.log(new Map<string, unknown>([['a', 1], ['b', null], ['c', undefined], ['d', 'text'], ['e', [1, 2]], ['f', true]]));
console.log(new Map([[{ x: 1 }, [1, 2]]]));
console.log(new Map([['outer', new Map([['inner', new Map([['deep', new Map([['deeper', 1]])]])]])]]));
console.log(new Map([['a', new Map([['b', [1, 2]]])]]), new Set([new Set([new Set([new Set([1])])])]));
console.log(new Map([['a', { b: new Set([{ c: 1 }]) }]]));
console.log([[new Set(['x'])]], [[[new Set(['x'])]]]);

const long = new Set<number>();
for (let i = 0; i < 150; i++) long.add(i * i);
console.log(long);
const many = new Map<number, string>();
for (let i = 0; i < 101; i++) many.set(i, `value ${i}`);
console.log(many);

const gaps = new Map<int, int>();
for (let i: int = 0; i < 12; i++) gaps.set(i, i * i);
for (let i: int = 0; i < 12; i += 2) gaps.delete(i);
console.log(gaps);
const pairs = new Map<string, string>([['k1', 'v1'], ['k2', 'v2']]);
pairs.delete('k1');
console.log(pairs);
const objects = new Set([{ name: 'a' }, { name: 'b' }]);
for (const object of objects) if (object.name === 'a') objects.delete(object);
console.log(objects);

class Node {
  readonly children = new Map<string, Node>();
  constructor(readonly name: string) {}
}
const root = new Node('root');
root.children.set('self', root);
console.log(root);
const any: unknown = new Map([['k', new Set([1])]]);
console.log(any);
const maybe: Map<string, number> | undefined = pairs.size > 5 ? undefined : new Map([['q', 1]]);
console.log(maybe);
console.log(new Set<number | undefined>([1, undefined]), new Set<string | null>([null, 'a']));
console.log(new Map([['Leuchtfeuer', 'äöü'], ['long enough', 'to make the formatter break the lines of this map'], ['x', 'y']]));
new Map([['value', 1]]);
