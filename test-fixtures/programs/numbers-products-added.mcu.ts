// Products that are added to integers: whether one is 0 or -0 makes no difference there, elsewhere it does.
function dot(a: number[], b: number[], start: number): number {
  let sum = start;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
function minus(a: number[], b: number[], start: number): number {
  let rest = start;
  for (let i = 0; i < a.length; i++) rest -= a[i] * b[i];
  return rest;
}
function pairs(a: number[], b: number[], start: number): number {
  let sum = start;
  for (let i = 0; i + 1 < a.length; i++) sum = sum + (a[i] * b[i] - a[i + 1] * b[i + 1]);
  return sum;
}
function fromProduct(a: number[], b: number[], c: number): number {
  let last = 0;
  for (let i = 0; i < a.length; i++) last = a[i] * b[i] - c;
  return last;
}
function twoProducts(a: number[], b: number[]): number {
  let last = 1;
  for (let i = 0; i < a.length; i++) last = a[i] * b[i] + b[i] * a[i];
  return last;
}
const show = (x: number): string => (Object.is(x, -0) ? '-0' : String(x));
const lists: number[][] = [
  [0, 3, -2, 0, 5],
  [-4, 0, 7, -1, 0],
  [0, 0, 0, 0, 0],
  [-1, -2, -3, -4, -5],
  [-0, 0, -0, 1, 0],
  [0.5, 0, -0.5, 0, 2],
  [65536, 40000, -70000, 0, 46341],
  [2147483647, -2147483648, 1, 0, -1],
];
for (const a of lists) {
  for (const b of lists) {
    const results = [0, -0, 5, -3, 0.25, 2147483640, -2147483648, Number.NaN].flatMap((start) => [
      dot(a, b, start),
      minus(a, b, start),
      pairs(a, b, start),
      fromProduct(a, b, start),
    ]);
    console.log([...results, twoProducts(a, b)].map(show).join(' '));
  }
}

// Outside of loops, and with factors that are not what they were.
function at(x: number, y: number, z: number): number {
  return x * y + z;
}
function below(x: number, y: number, z: number): number {
  return z - x * y;
}
function nested(x: number, y: number, z: number): number {
  return z + (x * y + (x * z - y * z) * x);
}
const edges = [0, -0, 1, -1, 3, -7, 0.5, 65535, -65536, 2147483647, -2147483648, Number.POSITIVE_INFINITY];
let digest = 0;
for (const x of edges) {
  for (const y of edges) {
    const line: string[] = [];
    for (const z of edges) {
      line.push(show(at(x, y, z)), show(below(x, y, z)), show(nested(x, y, z)));
      digest = (digest * 31 + line.length + (at(x, y, z) > 0 ? 1 : 0)) % 1000003;
    }
    console.log(line.join(' '));
  }
}
console.log(digest);

// Many terms.
function polynomial(c: number[], x: number): number {
  let sum = 0;
  for (let i = 0; i + 5 < c.length; i++)
    sum += c[i] * x + c[i + 1] * x + c[i + 2] * x + (c[i + 3] * x - c[i + 4] * x) + c[i + 5] * (x * x + x * c[i]);
  return sum;
}
console.log([0, -0, 1, -3, 0.5, 50000].map((x) => show(polynomial([1, 0, -2, 3, 0, -5, 7, 0], x))).join(' '));
