class Point { constructor(public x: number, public y: number) {} }
const t: [number, number] = [3, 4];
const p = new Point(...t);
console.log(p);
class Bag { items: string[]; constructor(public name: string, ...items: string[]) { this.items = items; }
  add(...more: string[]): this { this.items.push(...more); return this; }
  static of(...items: string[]) { return new Bag('s', ...items); } }
console.log(new Bag('n', 'a', 'b'), new Bag('e'), Bag.of('q', 'r').add('s', ...['t']).items);
class Sub extends Bag { constructor(...items: string[]) { super('sub', ...items); } add(...more: string[]) { return super.add('!', ...more); } }
console.log(new Sub('1', '2').add('3').items);
function two(a: string, b: number, c = true) { return a + b + c; }
const args: [string, number] = ['a', 1];
const args3: [string, number, boolean] = ['a', 1, false];
const opt: [string, number, boolean?] = ['a', 1];
console.log(two(...args), two(...args3), two(...opt), two('z', ...([5] as [number])));
const tail: [string, ...number[]] = ['s', 1, 2, 3];
function st(a: string, ...n: number[]) { return a + n.join(); }
console.log(st(...tail), st('w', ...[1, 2]));
console.log(...a2(), 'end');
function a2() { return [1, 'x', true]; }
const list = [1, 2];
console.log(...list, list.push(3), list.length);
console.log('%d-%s', ...[5, 'x']);
