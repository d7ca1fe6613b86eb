// The IR's infrastructure: textual form, verifier, builder.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Builder } from './builder.ts';
import { newFunction } from './ir.ts';
import { parseFunction } from './parse.ts';
import { printFunction } from './print.ts';
import { findFault, verify } from './verify.ts';

const everything = `fn f.all<i32> "all" entry inlines(f.x, "f.y z"): f64 {
b0(v0: ref, v1: i32):
  v2 = iconst -2147483648
  v3 = fconst 1.5
  v4 = dconst -0
  v5 = dconst NaN
  v6 = dconst -Infinity
  v7 = dconst 1e+300
  v8 = null
  v9 = address g.x+4
  v10 = object "c.1-2"
  v11 = icmp.ult v1, v2
  v12 = dcmp.nle v4, v5
  v13: f64 = select v11, v6, v7
  v14 = load.f64 v0[v1]-8 @element.f64
  v15 = load.ref v9 @global.x
  store.u8 v1, v0+8 @capture
  bounds v1, v2
  check.badLength v11, v1, v2
  v16: i32 = call f.lib.x(v0, v14)
  call f.y()
  v17 = helper gn_str_concat(v0, v15)
  v18: f32 = callRef v17(v3, v16)
  callRef v17()
  v19 = self
  branch v12, b1(v14, v4), b2
b1(v20: f64, v21: f64):
  v22 = dadd v20, v13
  jump b1(v22, v20)
b2:
  trap.bounds v1, v11
}
`;

test('printing and parsing are inverse', () => {
  const fn = parseFunction(everything);
  verify(fn);
  assert.equal(printFunction(fn), everything);
  const [v2] = fn.blocks[0]!.insts;
  v2!.position = { source: 3, offset: 17 };
  const text = printFunction(fn, { positions: true, ids: true });
  assert.match(text, /iconst -2147483648 #3:17\n/);
  assert.equal(
    printFunction(parseFunction(text), { positions: true }),
    printFunction(fn, { positions: true }),
  );
});

test('statements may share a line, and values may be named before their definition', () => {
  const fn = parseFunction(`fn f: i32 { b0: jump b2
    b1: return v1 // defined below
    b2: v1 = iconst 1; jump b1 }`);
  verify(fn);
  assert.equal(printFunction(parseFunction(printFunction(fn))), printFunction(fn));
});

for (const [text, message] of [
  ['fn f: i32 { b0: v0 = iconst 1 }', /b\d+: v\d+ = iconst 1: ends the block and is no terminator/],
  ['fn f: i32 { b0: jump b1; b1: v0 = iconst 1; jump b0 }', /leads to the entry block/],
  ['fn f: i32 { b0: v0 = iconst 1; jump b1(v0); b1: return v0 }', /passes 1 arguments/],
  ['fn f: i32 { b0: v0 = dconst 1; jump b1(v0); b1(v1: i32): return v1 }', /passes f64 v\d+ to i32/],
  ['fn f: i32 { b0: v0 = dconst 1; v1 = iadd v0, v0; return v1 }', /argument 0 of type f64 instead of i32/],
  ['fn f: i32 { b0: v0 = iconst 1; v1 = iadd v0; return v1 }', /has 1 arguments instead of 2/],
  ['fn f: i32 { b0: v0 = iconst 1.5; return v0 }', /is no int32/],
  ['fn f: i32 { b0: v0 = dconst 1; return v0 }', /returns f64, not i32/],
  ['fn f: i32 { b0: v1 = iadd v0, v0; v0 = iconst 1; return v1 }', /does not dominate/],
  [
    'fn f: i32 { b0(v9: i32): branch v9, b1, b2; b1: v0 = iconst 1; jump b2; b2: return v0 }',
    /does not dominate/,
  ],
  ['fn f: i32 { b0(v0: ref): v1 = load.i32 v0; return v1 }', /lacks alias/],
  ['fn f: i32 { b0(v0: i32): v1 = icmp.nlt v0, v0; return v1 }', /floating condition/],
  ['fn f: ref { b0(v0: i32): v1 = helper gn_str_from_number(v0); return v1 }', /passes \(i32\)/],
  ['fn f: void { b0(v0: i32): jump b1; b1: v1 = self; return }', /outside of the entry block/],
  ['fn f: void { b0(v0: i32): check v0; return }', /lacks trap/],
] as const) {
  test(`the verifier rejects ${message.source}`, () => {
    assert.match(findFault(parseFunction(text)) ?? 'no fault', message);
  });
}

test('the verifier rejects lists of arguments that two instructions have', () => {
  const text =
    'fn f: i32 {\nb0(v0: i32):\n  v1 = iadd v0, v0\n  v2 = isub v0, v0\n  branch v1, b1, b2\nb1:\n  return v1\nb2:\n  return v2\n}';
  assert.equal(findFault(parseFunction(text)), undefined);
  const shared = parseFunction(text);
  shared.blocks[0]!.insts[1]!.args = shared.blocks[0]!.insts[0]!.args;
  assert.match(findFault(shared) ?? 'no fault', /v2 = isub.*shares arguments/);
});

test('the builder makes parameters only where values meet', () => {
  const b = new Builder(newFunction('f.gauss', 'gauss', 'i32'));
  const n = b.addParam(b.block, 'i32');
  const [i, sum, unchanged] = ['i', 'sum', 'u'].map((name) => b.declareVariable('i32', name));
  b.write(i!, b.iconst(0));
  b.write(sum!, b.iconst(0));
  b.write(unchanged!, n);
  const header = b.createBlock();
  const body = b.createBlock();
  const exit = b.createBlock();
  b.jump(header);
  b.enter(header);
  b.branch(b.icmp('lt', b.read(i!), b.read(unchanged!)), body, exit);
  b.enterSealed(body);
  b.write(sum!, b.op('iadd', b.read(sum!), b.op('imul', b.read(i!), b.op('iadd', b.iconst(0), b.iconst(1)))));
  b.write(i!, b.op('iadd', b.read(i!), b.iconst(1)));
  b.jump(header);
  b.seal(header);
  b.enterSealed(exit);
  b.return(b.op('iadd', b.read(sum!), b.op('isub', b.read(unchanged!), b.iconst(0))));
  b.iconst(99); // unreachable
  b.return(n);
  const fn = b.finish();
  verify(fn);
  assert.equal(
    printFunction(fn).replace(/\n {2}v\d+ = iconst [01](?=\n {2}v\d+ = iconst)/g, ''),
    `fn f.gauss: i32 {
b0(v0: i32):
  v2 = iconst 0
  jump b1(v1, v2)
b1(v3: i32, v4: i32):
  v5 = icmp.lt v3, v0
  branch v5, b2, b3
b2:
  v8 = iconst 1
  v9 = iadd v4, v3
  v10 = iconst 1
  v11 = iadd v3, v10
  jump b1(v11, v9)
b3:
  v12 = iconst 0
  v13 = iadd v4, v0
  return v13
}
`,
  );
});

test('the builder removes parameters of nested loops that never change', () => {
  const b = new Builder(newFunction('f.nested', 'nested', 'i32'));
  const n = b.addParam(b.block, 'i32');
  const x = b.declareVariable('i32', 'x');
  const y = b.declareVariable('i32', 'y');
  b.write(x, n);
  b.write(y, n);
  const [outer, inner, latch, exit] = [b.createBlock(), b.createBlock(), b.createBlock(), b.createBlock()];
  b.jump(outer!);
  b.enter(outer!);
  b.branch(n, inner!, exit!);
  b.enter(inner!);
  b.read(x);
  b.write(y, b.op('iadd', b.read(y), b.read(x)));
  b.branch(b.read(y), inner!, latch!);
  b.seal(inner!);
  b.enterSealed(latch!);
  b.read(x);
  b.jump(outer!);
  b.seal(outer!);
  b.enterSealed(exit!);
  b.return(b.op('iadd', b.read(x), b.read(y)));
  const fn = b.finish();
  verify(fn);
  const counts = fn.blocks.map((block) => block.params.length);
  assert.deepEqual(counts, [1, 1, 1, 0, 0]);
});
