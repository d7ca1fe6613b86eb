// Object.fromEntries of keys that are numbers, of mixed values, of maps and generators; Object.assign of many.
console.log(Object.fromEntries([['z', 1], ['y', [2]]]), Object.fromEntries([[3, 'x'], [1, 'y']]));
console.log(Object.fromEntries(new Map<number, string>([[1, 'a'], [2, 'b']])));
console.log(Object.fromEntries(new Map([['a', 1]]).entries()), Object.fromEntries(new Map([['q', true]])));
const byName: Record<string, number> = Object.fromEntries(['a', 'b'].map((name, i) => [name, i]));
console.log(byName);
const mixed = Object.fromEntries(Object.entries({ a: 1, b: 'x' }));
console.log(mixed, mixed.a);

class Item {
  constructor(public n: number) {}
}
const item = new Item(1);
const items = Object.fromEntries([[1, item], [2, new Item(2)]]);
console.log(items, items[1] === item, Object.fromEntries([['v', item]]).v === item);

function* pairs(): Generator<[string, number]> {
  yield ['x', 1];
  yield ['y', 2];
}
console.log(Object.fromEntries(pairs()), Object.fromEntries(Object.entries({ a: 1, b: 0 }).filter(([, n]) => n)));
console.log(Object.assign({ a: 1 }, { b: 2 }, { c: 3 }, { d: 4 }));

// Records spread into literals.
const counts = ['a', 'b'].reduce((all, name, i) => ({ ...all, [name]: i }), {} as Record<string, number>);
const more = { first: 9, ...counts };
console.log(more, more.first, { ...more, text: 'x' }, Object.keys({ ...more, text: 'x' }));
const defaults = { port: 80, host: 'none' };
const given: Record<string, string> = { host: 'y', extra: 'z' };
const settings = { ...defaults, ...given };
console.log(settings, settings.port, settings.host);

// Lists of texts in the place of pairs.
const lines = 'a=1\nb=2\nc';
const split = Object.fromEntries(lines.split('\n').map((line) => line.split('=')));
console.log(split, split.a, split.c, split['b'] + '!');
const pairsOf: Record<string, string> = Object.fromEntries(lines.split('\n').slice(0, 2).map((line) => line.split('=')));
console.log(pairsOf, pairsOf.a!.length);
const numberPairs = [[1, 2], [3, 4]];
console.log(Object.fromEntries(numberPairs));
const typedPairs: [string, number][] = [['x', 1]];
console.log(Object.fromEntries(typedPairs), Object.fromEntries(typedPairs.map(([k, v]) => [k, v * 2])));
const textPairs: [string, string][] = [['k', 'v']];
console.log(Object.fromEntries(textPairs).k, Object.fromEntries(new Map([['m', 1]])));
const listed: int[] = [4, 5].slice();
console.log(listed, [1, 2].concat([3]) satisfies number[]);
