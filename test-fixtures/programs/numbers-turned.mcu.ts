// Vectors that are turned by -x: zeros of both signs beside integers and fractions.
const seen: string[] = [];
function show(x: number): string {
  return Object.is(x, -0) ? '-0' : String(x);
}
function turn(v: { x: number; y: number }): { x: number; y: number } {
  return { x: -v.y, y: v.x };
}
const values = [0, -0, 1, -1, 0.5, -7, 2147483647, -2147483648, 1e10, NaN, Infinity];
function sums(of: number[]): string[] {
  const texts: string[] = [];
  for (const a of of) texts.push(of.map((b) => show(a + b)).join(' '));
  return texts;
}
function products(of: number[]): string[] {
  const texts: string[] = [];
  for (const a of of) texts.push(of.map((b) => show(a * b)).join(' '));
  return texts;
}
function differences(of: number[]): string[] {
  const texts: string[] = [];
  for (const a of of) texts.push(of.map((b) => show(a - b)).join(' '));
  return texts;
}
function walk(steps: number): number[] {
  let direction = { x: 1, y: 0 };
  let position = { x: 0, y: 0 };
  const path: number[] = [];
  for (let i = 0; i < steps; i++) {
    position = { x: position.x + direction.x * i, y: position.y + direction.y * i };
    path.push(position.x * 100 + position.y);
    direction = turn(direction);
    seen.push(`${show(direction.x)},${show(direction.y)}`);
  }
  return path;
}

// %%
for (const line of [...sums(values), ...products(values), ...differences(values)]) console.log(line);
console.log(values.map((x) => `${show(-x)} ${show(- -x)} ${1 / -x}`).join(', '));
console.log(walk(9), seen.join(' '));
