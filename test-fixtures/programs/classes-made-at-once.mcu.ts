// `new (class { ... })()`: classes without names that are made at once, with variables of the function around.
function make(xs: number[]) { class L { sum() { return xs.reduce((a, b) => a + b, 0); } } return new L(); }
console.log(make([1, 2]).sum());
function make2(xs: number[]) { const o = new (class { sum() { return xs.reduce((a, b) => a + b, 0); } })(); return o.sum(); }
console.log(make2([1, 2]));
const anon = new (class { static n = 1; x = 5; get y() { return this.x; } })();
console.log(anon.y, anon);
interface Shape { area(): number }
const shapes: Shape[] = [2, 3].map((s) => new (class implements Shape { area() { return s * s; } })());
console.log(shapes.map((s) => s.area()));
const named = new (class Named { constructor(public a: number, b = 2) { this.a += b; } toString() { return `Named ${this.a}`; } })(1);
console.log(`${named}`, named.constructor.name);
