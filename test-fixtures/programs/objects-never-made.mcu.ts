// Small objects that never leave a function: results, merged and carried round loops, shared by closures, with two names.
class Vector {
  constructor(
    public x: number,
    public y: number,
  ) {}
  plus(other: Vector): Vector {
    return new Vector(this.x + other.x, this.y + other.y);
  }
  times(k: number): Vector {
    return new Vector(this.x * k, this.y * k);
  }
}
interface Color {
  r: int;
  g: int;
  isDark: boolean;
}
function wheel(position: int): Color {
  const p: int = position & 63;
  if (p < 20) return { r: p * 3, g: 1, isDark: false };
  if (p < 40) return { r: 2, g: p, isDark: p > 30 };
  return { r: p, g: 0, isDark: true };
}
function colors(): int {
  let sum: int = 0;
  for (let i: int = 0; i < 100; i++) {
    const { r, g, isDark } = wheel(i * 7);
    sum = (sum * 3 + r * 5 + g + (isDark ? 1 : 0)) & 0xffffff;
  }
  return sum;
}
function path(steps: int): number {
  let position = new Vector(0, 0.5);
  let speed = new Vector(1, -0);
  for (let i: int = 0; i < steps; i++) {
    position = position.plus(speed.times(i));
    if (i % 3 === 0) speed = new Vector(-speed.y, speed.x);
  }
  return position.x * 1000 + position.y;
}
function twoNames(n: int): string {
  const a = { x: 1, y: 2 };
  let b = { x: 10, y: 20 };
  for (let i: int = 0; i < n; i++) {
    b.x += a.y;
    if (i === 1) b = a;
    b.y += i;
  }
  return `${a.x} ${a.y} ${b.x} ${b.y} ${a === b}`;
}
function exchanged(n: int): string {
  let a = { v: 1 };
  let b = { v: 2 };
  for (let i: int = 0; i < n; i++) {
    const c = a;
    a = b;
    b = c;
    a.v += 10;
  }
  return `${a.v} ${b.v} ${a === b}`;
}
function shared(n: int): int {
  let total: int = 0;
  let calls: int = 0;
  const add = (k: int): void => {
    total += k;
    calls++;
  };
  for (let i: int = 0; i < n; i++) add(i);
  add(n);
  return total * 100 + calls;
}
function escapes(n: int): Vector[] {
  const kept: Vector[] = [];
  for (let i: int = 0; i < n; i++) {
    const v = new Vector(i, i * i);
    v.x += 0.5;
    if (i % 2 === 1) kept.push(v);
    v.y = -v.y;
  }
  return kept;
}
function nested(n: int): int {
  const line = { from: { x: 1, y: n }, to: { x: 3, y: 4 } };
  line.to = line.from;
  line.from = { x: line.to.y, y: line.to.x };
  line.to.x += 5;
  return line.from.x * 1000 + line.from.y * 100 + line.to.x * 10 + line.to.y;
}

// %%
console.log(colors(), path(20), path(1));
console.log(twoNames(0), twoNames(2), twoNames(5));
console.log(exchanged(0), exchanged(1), exchanged(4));
console.log(shared(10), escapes(5), nested(7));
