// What calls make without elements can be of any kind: TypeScript says never[].
const made: int[] = [].slice();
made.push(1);
console.log(made);
const none: string[] = [].concat();
console.log(none, none.length);
const bools: boolean[] = [].filter(() => true);
bools.push(true);
console.log(bools);
const from: Set<number> = new Set([].slice());
from.add(2);
console.log(from);
function count(values: readonly string[]): number {
  return values.length;
}
console.log(count([].concat()), count([].reverse()));
