// Versions of loops for integers.
import { makeIntegerLoops } from './integer-loops.ts';
import { golden } from './testing/golden.ts';

golden(
  'a sum that starts as any number: rounds begin at the test, but for those that follow one of integers',
  makeIntegerLoops,
  `fn f.t: f64 {
b0(v0: f64, v1: i32):
  v2 = iconst 0
  jump b1(v0, v2)
b1(v3: f64, v4: i32):
  v5 = i2d v4
  v6 = dadd v3, v5
  v7 = iconst 1
  v8 = iadd v4, v7
  v9 = icmp.lt v8, v1
  branch v9, b1(v6, v8), b2
b2:
  return v6
}`,
  `fn f.t: f64 {
b0(v0: f64, v1: i32):
  v2 = iconst 0
  jump b3(v0, v2)
b1(v3: f64, v4: i32):
  v5 = dHeldInt v3
  v6 = i2d v5
  v7 = i2d v4
  v8 = iadd v5, v4
  v9 = iaddFits v5, v4
  branch v9, b9, b8
b2(v10: f64):
  return v10
b3(v11: f64, v12: i32):
  v13 = dIsInt v11
  branch v13, b6, b5
rare b4(v14: f64, v15: i32):
  v16 = i2d v15
  jump b7(v14, v16, v15)
rare b5:
  jump b4(v11, v12)
b6:
  v17 = dHeldInt v11
  v18 = i2d v17
  jump b1(v18, v12)
rare b7(v19: f64, v20: f64, v21: i32):
  v22 = dadd v19, v20
  v23 = iconst 1
  v24 = iadd v21, v23
  v25 = icmp.lt v24, v1
  branch v25, b3(v22, v24), b2(v22)
rare b8:
  jump b7(v6, v7, v4)
b9:
  v26 = i2d v8
  v27 = iconst 1
  v28 = iadd v4, v27
  v29 = icmp.lt v28, v1
  branch v29, b1(v26, v28), b2(v26)
}`,
);

golden(
  'what is the same in all rounds is tested before them, what is loaded where it is used',
  makeIntegerLoops,
  `fn f.t: i32 {
b0(v0: i32, v1: f64, v2: i32):
  v3 = iconst 0
  jump b1(v3)
b1(v4: i32):
  v5 = load.num v0[v4] @element.num
  v6 = dcmp.lt v5, v1
  branch v6, b2, b3
b2:
  v7 = iconst 1
  v8 = iadd v4, v7
  v9 = icmp.lt v8, v2
  branch v9, b1(v8), b3
b3:
  return v4
}`,
  `fn f.t: i32 {
b0(v0: i32, v1: f64, v2: i32):
  v3 = iconst 0
  jump b4(v3)
b1(v4: i32):
  v5 = load.num v0[v4] @element.num
  v6 = dIsInt v5
  branch v6, b11, b10
b2:
  v7 = iconst 1
  v8 = iadd v4, v7
  v9 = icmp.lt v8, v2
  branch v9, b1(v8), b3(v4)
b3(v10: i32):
  return v10
b4(v11: i32):
  v12 = dIsInt v1
  branch v12, b8, b7
rare b5(v13: i32):
  v14 = load.num v0[v13] @element.num
  jump b9(v14, v13)
rare b6:
  v15 = iconst 1
  v16 = iadd v21, v15
  v17 = icmp.lt v16, v2
  branch v17, b4(v16), b3(v21)
rare b7:
  jump b5(v11)
b8:
  v18 = dHeldInt v1
  v19 = i2d v18
  jump b1(v11)
rare b9(v20: f64, v21: i32):
  v22 = dcmp.lt v20, v1
  branch v22, b6, b3(v21)
rare b10:
  jump b9(v5, v4)
b11:
  v23 = dHeldInt v5
  v24 = icmp.lt v23, v18
  v25 = i2d v23
  branch v24, b2, b3(v4)
}`,
);

golden(
  'behind a loop, a value comes from its version or from a round that was left',
  makeIntegerLoops,
  `fn f.t: i32 {
b0(v0: i32):
  v1 = iconst 0
  v2 = dconst 7
  jump b1(v1)
b1(v3: i32):
  v4 = load.num v0[v3] @element.num
  v5 = dcmp.lt v4, v2
  v6 = iconst 1
  v7 = iadd v3, v6
  branch v5, b1(v7), b2
b2:
  return v7
}`,
  `fn f.t: i32 {
b0(v0: i32):
  v1 = iconst 0
  v2 = dconst 7
  jump b3(v1)
b1(v3: i32):
  v4 = load.num v0[v3] @element.num
  v5 = dIsInt v4
  branch v5, b8, b7
b2(v6: i32):
  return v6
b3(v7: i32):
  jump b1(v7)
rare b4(v8: i32):
  v9 = load.num v0[v8] @element.num
  jump b6
rare b5:
  jump b4(v7)
rare b6:
  v10 = dcmp.lt v4, v2
  v11 = iconst 1
  v12 = iadd v3, v11
  branch v10, b3(v12), b2(v12)
rare b7:
  jump b6
b8:
  v13 = dHeldInt v4
  v14 = iconst 7
  v15 = icmp.lt v13, v14
  v16 = i2d v13
  v17 = iconst 1
  v18 = iadd v3, v17
  branch v15, b1(v18), b2(v18)
}`,
);

const whole = `fn f.t: i32 {
b0(v0: i32):
  v1 = iconst 0
  jump b1(v1)
b1(v2: i32):
  v3 = i2d v2
  v4 = i2d v0
  v5 = ddiv v3, v4
  v6 = d2i v5
  v7 = icmp.lt v6, v0
  branch v7, b1(v6), b2
b2:
  return v6
}`;
golden('a loop over what is likely no integer stays as it is', makeIntegerLoops, whole, whole);

golden(
  'a sum of which the low bits are used goes on in the loop as it was from its first operation on',
  makeIntegerLoops,
  `fn f.t: i32 {
b0(v0: i32, v1: i32):
  v2 = iconst 0
  jump b1(v2, v2)
b1(v3: i32, v4: i32):
  v5 = i2d v3
  v6 = dconst 31
  v7 = dmul v5, v6
  v8 = load.num v0[v4] @element.num
  v9 = dadd v7, v8
  v10 = d2i v9
  v11 = iconst 1
  v12 = iadd v4, v11
  v13 = icmp.lt v12, v1
  branch v13, b1(v10, v12), b2
b2:
  return v10
}`,
  `fn f.t: i32 {
b0(v0: i32, v1: i32):
  v2 = iconst 0
  jump b3(v2, v2)
b1(v3: i32, v4: i32):
  v5 = i2d v3
  v6 = dconst 31
  v7 = load.num v0[v4] @element.num
  v8 = iconst 31
  v9 = imul v3, v8
  v10 = dIsInt v7
  branch v10, b8, b7
b2(v11: i32):
  return v11
b3(v12: i32, v13: i32):
  jump b1(v12, v13)
rare b4(v14: i32, v15: i32):
  v16 = i2d v14
  v17 = dconst 31
  v18 = load.num v0[v15] @element.num
  jump b6
rare b5:
  jump b4(v12, v13)
rare b6:
  v19 = dmul v5, v6
  v20 = dadd v19, v7
  v21 = d2i v20
  v22 = iconst 1
  v23 = iadd v4, v22
  v24 = icmp.lt v23, v1
  branch v24, b3(v21, v23), b2(v21)
rare b7:
  jump b6
b8:
  v25 = dHeldInt v7
  v26 = iadd v9, v25
  v27 = i2d v25
  v28 = iconst 1
  v29 = iadd v4, v28
  v30 = icmp.lt v29, v1
  branch v30, b1(v26, v29), b2(v26)
}`,
);
