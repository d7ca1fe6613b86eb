// IR of one construct each, as text: what the frontend makes before any pass.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dedent, irOf } from './lowering.ts';

function golden(name: string, source: string, symbol: string, expected: string): void {
  test(name, () => assert.equal(irOf(source, symbol).trimEnd(), dedent(expected)));
}

golden(
  'int wraps; a quotient is exact until it is truncated',
  'function f(a: int, b: int): int { return (a + b) * 2 - (a / b | 0); }',
  'f.f',
  `
  fn f.f: i32 {
  b0(v0: i32, v1: i32):
    v2 = iadd v0, v1
    v3 = iconst 2
    v4 = imul v2, v3
    v5 = i2d v0
    v6 = i2d v1
    v7 = ddiv v5, v6
    v8 = idiv v0, v1
    v9 = i2d v8
    v10 = i2d v4
    v11 = dsub v10, v9
    v12 = d2iExact v11
    return v12
  }`,
);

golden(
  'the remainder of ints as an int checks for zero',
  'function f(a: int, b: int): int { const r: int = a % b; return r; }',
  'f.f',
  `
  fn f.f: i32 {
  b0(v0: i32, v1: i32):
    v2 = i2d v0
    v3 = i2d v1
    v4 = drem v2, v3
    v5 = iconst 0
    v6 = icmp.ne v1, v5
    check.divisionByZero v6
    v7 = irem v0, v1
    return v7
  }`,
);

golden(
  'literals are singles beside a float; beside a number, a float becomes one',
  'function f(a: float, b: number): float { return a * 0.5 + b; }',
  'f.f',
  `
  fn f.f: f32 {
  b0(v0: f32, v1: f64):
    v2 = fconst 0.5
    v3 = fmul v0, v2
    v4 = f2d v3
    v5 = dadd v4, v1
    v6 = d2f v5
    return v6
  }`,
);

golden(
  'for with continue',
  'function f(n: int): int { let s: int = 0; for (let i: int = 0; i < n; i++) { if (i === 5) continue; s += i; } return s; }',
  'f.f',
  `
  fn f.f: i32 {
  b0(v0: i32):
    v1 = iconst 0
    v2 = iconst 0
    jump b1(v2, v1)
  b1(v3: i32, v4: i32):
    v5 = icmp.lt v3, v0
    branch v5, b2, b4
  b2:
    v6 = iconst 5
    v7 = icmp.eq v3, v6
    branch v7, b5, b6
  b3(v8: i32):
    v9 = iconst 1
    v10 = iadd v3, v9
    jump b1(v10, v8)
  b4:
    return v4
  b5:
    jump b3(v4)
  b6:
    v11 = iadd v4, v3
    jump b3(v11)
  }`,
);

golden(
  'an element: bounds, address, load',
  'function f(xs: int[], i: int): int { return xs[i]; }',
  'f.f',
  `
  fn f.f: i32 {
  b0(v0: ref, v1: i32):
    v2 = load.i32 v0+4 @length
    bounds v1, v2
    v3 = load.i32 v0+8 @data
    v4 = load.i32 v3[v1] @element.i32
    return v4
  }`,
);

golden(
  'short circuits are branches',
  'function f(a: boolean, b: number) { return a && b > 1 ? 1 : 2; }',
  'f.f',
  `
  fn f.f: f64 {
  b0(v0: i32, v1: f64):
    branch v0, b3, b2
  b1:
    v2 = dconst 1
    jump b4(v2)
  b2:
    v3 = dconst 2
    jump b4(v3)
  b3:
    v4 = dconst 1
    v5 = dcmp.gt v1, v4
    branch v5, b1, b2
  b4(v6: f64):
    return v6
  }`,
);

golden(
  'switch with the default in the middle',
  'function f(x: int) { let r: int = 0; switch (x) { case 1: r += 1; default: r += 2; break; case 2: r = 3; } return r; }',
  'f.f',
  `
  fn f.f: i32 {
  b0(v0: i32):
    v1 = iconst 0
    v2 = iconst 1
    v3 = icmp.eq v0, v2
    branch v3, b2, b5
  b1(v4: i32):
    return v4
  b2:
    v5 = iconst 1
    jump b3(v5)
  b3(v6: i32):
    v7 = iconst 2
    v8 = iadd v6, v7
    jump b1(v8)
  b4:
    v9 = iconst 3
    jump b1(v9)
  b5:
    v10 = iconst 2
    v11 = icmp.eq v0, v10
    branch v11, b4, b6
  b6:
    jump b3(v1)
  }`,
);

golden(
  'a variable that changes while a function holds it lives in the heap',
  'function f(n: int) { let c: int = 0; return () => { c += n; return c; }; }',
  'f.f.arrow1.value',
  `
  fn f.f.arrow1.value "(anonymous)": i32 {
  b0:
    v0 = self
    v1 = load.ref v0+8 @capture
    v2 = load.ref v0+12 @capture
    v3 = load.i32 v2+4 @capture
    v4 = load.i32 v1+4 @capture
    v5 = iadd v4, v3
    store.i32 v5, v1+4 @capture
    v6 = load.i32 v1+4 @capture
    return v6
  }`,
);

golden(
  'a direct call passes captured variables',
  'function f(n: int): int { const c: int = n * n; function g(k: int): int { return k + c; } return g(5); }',
  'f.f',
  `
  fn f.f: i32 {
  b0(v0: i32):
    v1 = imul v0, v0
    v2 = iconst 5
    v3: i32 = call f.f.g(v2, v1)
    return v3
  }`,
);

golden(
  'toggling a pin is one store',
  'const led = new Pin(25); led.toggle();',
  'f.lib.Pin.toggle',
  `
  fn f.lib.Pin.toggle "toggle": void {
  b0(v0: i32):
    v1 = iconst 1
    v2 = ishl v1, v0
    v3 = iconst -805306368
    store.i32 v2, v3+28 @mmio
    return
  }`,
);

golden(
  'the pin number of a constant pin is a constant; methods of the library are specialised',
  'const led = new Pin(25); function f(xs: int[]) { led.toggle(); return xs.includes(3); }',
  'f.f',
  `
  fn f.f: i32 {
  b0(v0: ref):
    v1 = iconst 25
    call f.lib.Pin.toggle(v1)
    v2 = iconst 3
    v3 = iconst 0
    v4: i32 = call "f.lib.array_includes<int,int,int>"(v0, v2, v3)
    return v4
  }`,
);

golden(
  'constants of the top level need no memory; the last expression is the value',
  'const n = 3; n + 1;',
  'cell.1',
  `
  fn cell.1 "<cell>" entry: void {
  b0:
    v0 = iconst 3
    helper gn_out_begin(v0)
    v1 = iconst 4
    helper gn_out_i32(v1)
    helper gn_out_end()
    return
  }`,
);
