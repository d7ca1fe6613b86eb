console.log([[1, 2], [3], []].flat(), [[[1], [2]], [[3]]].flat(), [[[1], [2]], [[3]]].flat(2), [[1]].flat(0));
console.log([['a'], ['b', 'c']].flat().join(''), [[[['deep']]]].flat(Infinity), [[[[7]]]].flat(3));
const rows: number[][] = [];
console.log(rows.flat(), [1, 2].flat(), [[1.5], [2.5]].flat());
const xs = [1, 2, 3];
console.log(xs.flatMap((x) => [x, -x]), xs.flatMap((x) => (x === 2 ? [] : [x])), xs.flatMap((x) => x * 10));
console.log(['a b', 'c'].flatMap((s) => s.split(' ')), xs.flatMap((x, i) => [i, x]), xs.flatMap((x) => [[x]]));
console.log(xs.flatMap((x) => [x.toString().repeat(x)]), ['ab', 'cd'].flatMap((s) => [...s]));
const pairs: [string, number][] = [['a', 1], ['b', 2]];
console.log(pairs.flat(), pairs.flatMap(([k]) => [k]));
interface Point { x: number; y: number }
const points: Point[][] = [[{ x: 1, y: 2 }], [{ x: 3, y: 4 }]];
console.log(points.flat(), points.flat().map((p) => p.x + p.y));
