// `toString` of objects that have none of their own, `instanceof Object`, and library calls with undefined arguments.
class Named { constructor(public name: string) {} toString() { return `<${this.name}>`; } }
class Plain { y = 2; }
class Other extends Named {}
const text = (value: object) => value.toString();
console.log(text(new Named('a')), text(new Plain()), text(new Other('b')), text({ a: 1 }), text([1, 2]));
console.log(new Plain().toString(), ({ a: 1 }).toString(), new Error('e').toString());
const dictionary: Record<string, number> = { a: 1 };
const map = new Map([[1, 2]]);
console.log(dictionary.toString(), map.toString(), `${new Set([1])} ${Promise.resolve(1)}`, String(map));
const own: any = { toString() { return 'own'; }, n: 1 };
const values: any[] = [own, { n: 1 }, new Other('c'), 5, true, [1, [2]], 'x'];
console.log(values.map((value) => value.toString()));
for (const value of [null, undefined] as any[]) {
  try { console.log(value.toString()); } catch (error) { console.log(error instanceof TypeError); }
}
const isObject = (value: unknown) => value instanceof Object;
console.log([{}, [], () => 1, new Plain(), new Map(), null, undefined, 1, 's', false].map(isObject));
console.log({} instanceof Object, (() => {}) instanceof Object, [1] instanceof Object, new Plain() instanceof Object);
function parse(digits: string, radix?: number) { return parseInt(digits, radix); }
console.log(parse('ff', 16), parse('12'), parse('0x1f'), [1, [2, [3]]].flat(undefined), ' a '.trimLeft() + '|' + ' b '.trimRight() + '|');
const calls: { a: void; b: string }[] = [];
['a', 'b'].reduce<void>((a, b) => { calls.push({ a, b }); }, undefined);
console.log(calls, [].reduce(() => {}, undefined));
