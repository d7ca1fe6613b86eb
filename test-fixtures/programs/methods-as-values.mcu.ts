// Methods as values: those that do not use `this`, and static ones.
class Tools {
  factor = 3;
  double(x: number) { return x * 2; }
  join(sep: string, ...parts: string[]) { return parts.join(sep); }
  withDefault(x: number, y = 10) { return x + y; }
  nothing() { console.log('nothing'); }
  static triple(x: number) { return x * 3; }
  static all(...xs: number[]) { return xs.length; }
  static make() { return new Tools(); }
}
class Other extends Tools {
  override double(x: number) { return x * 20; }
}
const tools = new Tools();
const double = tools.double;
console.log(double(4), [1, 2, 3].map(tools.double), [1, 2].map(new Other().double));
const join = tools.join;
console.log(join('-', 'a', 'b'), join('+'));
const run = (f: () => void) => f();
run(tools.nothing);
const triple = Tools.triple;
console.log(triple(5), [1, 2].map(Tools.triple), Tools.all(1, 2));
const all: (...xs: number[]) => number = Tools.all;
console.log(all(1, 2, 3), Tools['triple'](2));
const make = Tools.make;
console.log(make().factor, make().double(1));
const table = { double: tools.double, triple: Tools.triple };
console.log(table.double(7), table.triple(7));
function apply(f: (x: number) => unknown, x: number) { return f(x); }
console.log(apply(tools.double, 8), apply(Tools.triple, 8), apply((x) => tools.withDefault(x), 1));
const bound = (...args: [number]) => tools.double(...args);
console.log(bound(6));
function local() { class In { plus(x: number) { return x + 1; } } return new In().plus; }
console.log(local()(1));
