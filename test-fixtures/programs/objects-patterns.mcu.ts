// Taking objects apart: in declarations, parameters and loops, with defaults, other names, nesting and rest.
interface Config {
  name: string;
  baud?: number;
  pins: { tx: number; rx: number };
  tags: string[];
}
const config: Config = { name: 'uart', pins: { tx: 0, rx: 1 }, tags: ['a', 'b', 'c'] };
const { name, baud = 9600, pins: { tx, rx: receive } } = config;
console.log(name, baud, tx, receive);
function open({ name: title, baud: speed = 115200 }: Config): string {
  return `${title} at ${speed}`;
}
console.log(open(config), open({ ...config, baud: 300 }));
const { tags: [first, ...others] } = config;
console.log(first, others);

// %%
const points = [{ x: 1, y: 2 }, { x: 3, y: 4 }];
let sum = 0;
for (const { x, y } of points) sum += x * y;
console.log(sum, points.map(({ x }) => x * 10));
function inside() {
  const { x, ...rest } = { x: 1, y: 'two', z: [3] };
  const { y } = rest;
  return `${x} ${y} ${rest.z.length}`;
}
console.log(inside());
class Size {
  constructor(readonly width: number, readonly height: number) {}
}
const { width, height } = new Size(3, 4);
const area = ({ width: w, height: h }: Size) => w * h;
console.log(width, height, area(new Size(5, 6)));

// %%
// Short names in literals inside of functions are captured variables.
function counterOf(start: number) {
  let count = start;
  const step = 2;
  return () => {
    count += step;
    return { count, step };
  };
}
const next = counterOf(10);
next();
console.log(next(), next().count);
