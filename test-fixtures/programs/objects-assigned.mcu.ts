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
