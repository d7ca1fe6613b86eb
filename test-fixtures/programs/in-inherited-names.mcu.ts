// What all objects have from Object.prototype is in them, too.
class Point {
  x = 1;
  scale(by: number): number {
    return this.x * by;
  }
}
interface Named {
  name: string;
  greet(): string;
}
const point = new Point();
console.log('toString' in point, 'x' in point, 'scale' in point, 'constructor' in point, 'hasOwnProperty' in point);
const plain = { x: 1 };
console.log('toString' in plain, 'x' in plain, 'y' in plain, 'valueOf' in plain, '__proto__' in plain);
const named: Named = { name: 'n', greet: () => 'hi' };
console.log('toLocaleString' in named, 'name' in named, 'greet' in named);
const free: any = { x: 1 };
console.log('toString' in free, 'x' in free, 'y' in free, 'isPrototypeOf' in free);
const counts: Record<string, number> = {};
for (const word of ['a', 'constructor', 'a', 'toString', 'tostring', 'String']) {
  if (!(word in counts)) counts[word] = 0;
  console.log(word, word in counts, Object.hasOwn(counts, word));
}
console.log('propertyIsEnumerable' in counts, 'b' in counts);
const list = [1, 2];
console.log('length' in list, 'push' in list, 'nothing' in list, 0 in list, 2 in list, 'toString' in list);
for (const key of ['x', 'z', 'valueOf', 'scale']) console.log(key, key in plain, key in free);
function kind(value: { x: number } | { y: number }): string {
  return 'y' in value ? 'y' : 'toString' in value ? 'x and more' : 'x';
}
console.log(kind({ x: 1 }), kind({ y: 1 }));
