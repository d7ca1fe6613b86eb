// JSON.stringify of every kind of value.
console.log(JSON.stringify(1), JSON.stringify(-0), JSON.stringify(1.5e300), JSON.stringify(NaN), JSON.stringify(Infinity));
console.log(JSON.stringify('text'), JSON.stringify(''), JSON.stringify(true), JSON.stringify(null));
console.log(JSON.stringify('a "quoted" \\ back / slash\n\t\r\b\f\u0001\u001f end é € 😀'));
console.log(JSON.stringify('\ud800 alone \udc00'));
console.log(JSON.stringify([]), JSON.stringify([1, 2.5, NaN]), JSON.stringify(['a', 'b']), JSON.stringify([true, false]));
console.log(JSON.stringify([[1], [], [2, 3]]), JSON.stringify([undefined, null, 1]));
const ints: int[] = [1, -2];
const floats: float[] = [0.5, Math.fround(0.1)];
console.log(JSON.stringify(ints), JSON.stringify(floats));
console.log(JSON.stringify(new Uint8Array([1, 200])), JSON.stringify(new Int16Array([-5])), JSON.stringify(new Float64Array(0)));
console.log(JSON.stringify({ b: 1, a: 'x', c: true, d: null, e: undefined, f: [1, { g: 2 }] }));
console.log(JSON.stringify({}), JSON.stringify({ only: undefined }));
interface Sensor {
  name: string;
  pin?: int;
  calibration?: number;
  tags: string[];
  parent: Sensor | null;
}
const inner: Sensor = { name: 'inner', tags: [], parent: null };
const sensor: Sensor = { tags: ['a', 'b'], name: 'outer', pin: 3, parent: inner };
console.log(JSON.stringify(sensor));
console.log(JSON.stringify([sensor, inner], null, 2));
console.log(JSON.stringify(sensor, null, '\t'));
console.log(JSON.stringify({ empty: [], none: {}, nested: [[]] }, null, 4));
console.log(JSON.stringify([1, [2]], null, 20), JSON.stringify([1], null, 0), JSON.stringify([1], null, ''));
class Point {
  constructor(
    public x: number,
    public y: number,
  ) {}
  #hidden = 5;
  get sum(): number {
    return this.x + this.y + this.#hidden;
  }
}
class Named extends Point {
  name = 'n';
}
const point: Point = new Named(1, 2);
console.log(JSON.stringify(point), JSON.stringify({ point, f: (x: number) => x }), JSON.stringify([point]));
const anything: unknown[] = [1, 'two', null, undefined, true, [3], { four: 4 }];
console.log(JSON.stringify(anything));
const record: Record<string, number | string> = { z: 1, a: 'x', '10': 2, '2': 3 };
console.log(JSON.stringify(record), JSON.stringify({ record }, null, 1));
console.log(JSON.stringify(new Map([['a', 1]])), JSON.stringify(new Set([1])), JSON.stringify(new Error('e')));
const pair: [string, number] = ['a', 1];
console.log(JSON.stringify(pair), JSON.stringify(Object.entries({ x: 1 })));
interface Ring {
  next?: Ring;
}
const ring: Ring = {};
console.log(JSON.stringify([ring, ring]));
ring.next = ring;
try {
  console.log(JSON.stringify(ring));
} catch (error) {
  console.log(error instanceof TypeError && error.message.split('\n')[0]);
}
const long: number[] = [];
for (let i = 0; i < 200; i++) long.push(i);
console.log(JSON.stringify(long).length);
