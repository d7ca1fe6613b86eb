// Object.assign: new objects from several, sources that may lack properties or not be there.
interface Config {
  host: string;
  port: number;
  tls?: boolean;
}
const defaults: Config = { host: 'h', port: 1 };
function configure(changes: Partial<Config>): Config {
  return Object.assign({}, defaults, changes);
}
console.log(configure({ port: 5 }), configure({}), configure({ tls: true, host: 'z' }), defaults);
const config: Config = { ...defaults };
const changes: Partial<Config> = { port: 9 };
console.log(Object.assign(config, changes) === config, config);

class Point {
  x = 1;
  y = 2;
  constructor(init?: Partial<Point>) {
    Object.assign(this, init);
  }
  static from(changes: Partial<Point>): Point {
    const point = new Point();
    Object.assign(point, changes);
    return point;
  }
}
console.log(new Point({ y: 5 }), new Point(), Point.from({ x: 0 }), new Point({}));
const merged = Object.assign({ a: 1 }, { b: 'x' }, { c: [1] });
console.log(merged.a, merged.b.length, merged.c, merged);
const twice = Object.assign({ a: 1, b: 1 }, { a: 2 });
console.log(twice);

// Several sources that an array holds.
const entries = Object.entries({ b: 2, a: 1 }).map(([k, v]) => ({ [k]: v }));
console.log(Object.assign({}, ...entries));
const parts = [{ a: 1 }, { b: 'x' }, { a: 3, c: [1] }];
const joined = Object.assign({}, { z: 0 }, ...parts, { end: true });
console.log(joined, joined.a, Object.keys(joined));
const typed = Object.assign({}, ...['x', 'y'].map((k, i) => ({ [k]: i }))) as Record<string, number>;
console.log(typed.x, typed.y, typed);
const base: Record<string, number> = { q: 1 };
const more: Record<string, number>[] = [{ r: 2 }, { q: 5 }];
Object.assign(base, ...more);
console.log(base);
const merge = (...objs: object[]) => Object.assign({}, ...objs);
console.log(merge({ a: 1 }, { b: 2 }));
class P { x = 1; y = 2; }
const p = new P(); Object.assign(p, ...[{ x: 5 }]); console.log(p);
