// Identity of objects: in arrays, maps, sets, comparisons; copies are others.
class P {
  constructor(public x = 0) {}
  equals(o: P): boolean {
    return this.x === o.x;
  }
}
const a = new P(1);
const b = new P(1);
const same = a;
console.log(a === b, a === same, a.equals(b), [a].includes(b), [b, a].indexOf(same), new Set([a, b, same]).size);
const m = new Map<P, string>([[a, 'a']]);
m.set(b, 'b').set(same, 'c');
console.log(m.size, m.get(a), m.get(b), m.get(new P(1)), m.delete(same), m.has(a));
same.x = 9;
console.log(a.x, { ...a }.x, a);
const list = [a, b];
const copy = [...list];
copy[0]!.x = 7;
console.log(list[0]!.x, copy === list, list.length === copy.length, Object.is(a, same));
let nothing: P | undefined;
console.log(nothing === undefined, nothing?.x, (nothing ??= new P(3)).x, nothing.x);
const swap = ([u, v]: [P, P]): [P, P] => [v, u];
console.log(swap([a, b])[0] === b);
