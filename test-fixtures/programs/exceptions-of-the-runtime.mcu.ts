// Errors of the runtime can be caught, have the right class, and leave things as they were.
function name(f: () => unknown): string {
  try {
    return `fine ${f()}`;
  } catch (e) {
    return e instanceof Error ? `${e.name} ${e instanceof RangeError} ${e instanceof TypeError} ${e instanceof SyntaxError}` : 'none';
  }
}
interface Box {
  n: number;
}
const no = null as Box | null;
const texts: string[] = [];
console.log(name(() => no!.n));
console.log(name(() => 'ab'.repeat(-1)));
console.log(name(() => 'ab'.repeat(Infinity)));
console.log(name(() => (1.5).toFixed(101)));
console.log(name(() => (1.5).toPrecision(0)));
console.log(name(() => (1.5).toString(1)));
console.log(name(() => String.fromCodePoint(1114112)));
console.log(name(() => texts.reduce((a, b) => a + b)));
console.log(name(() => new Array<number>(-1)));
console.log(name(() => [1, 2].with(5, 0)));
console.log(name(() => JSON.parse('[1,')));
console.log(name(() => [3, 1, 2].toSorted().join()));
let depth = 0;
function deep(): number {
  depth++;
  return deep() + 1;
}
console.log(name(deep), depth > 20);
const before = depth;
console.log(name(deep), depth > before);
let kept = 5;
try {
  kept = no!.n;
} catch {
  console.log('kept', kept);
}
const items = [1, 2, 3];
try {
  items[1] = 'x'.repeat(-1).length;
} catch {
  console.log(items);
}
