// Doubles that are integers.

import { eliminateDeadCode } from './dce.ts';
import { fold } from './fold.ts';
import { narrowDoubles } from './narrow-doubles.ts';
import { golden } from './testing/golden.ts';

golden(
  'the counter of a loop over number, used as an index',
  [narrowDoubles, fold, eliminateDeadCode],
  `fn f.t: void {
b0(v0: ref, v1: i32):
  v2 = dconst 0
  v3 = i2d v1
  jump b1(v2)
b1(v4: f64):
  v5 = dcmp.lt v4, v3
  branch v5, b2, b3
b2:
  v6 = d2iExact v4
  store.i32 v6, v0[v6] @element.i32
  v7 = dconst 1
  v8 = dadd v4, v7
  jump b1(v8)
b3:
  return
}`,
  `fn f.t: void {
b0(v0: ref, v1: i32):
  v2 = iconst 0
  jump b1(v2)
b1(v3: i32):
  v4 = icmp.lt v3, v1
  branch v4, b2, b3
b2:
  store.i32 v3, v0[v3] @element.i32
  v5 = iconst 1
  v6 = iadd v3, v5
  jump b1(v6)
b3:
  return
}`,
);

golden(
  'a counter without a limit may leave the int32s',
  [narrowDoubles, fold, eliminateDeadCode],
  `fn f.t: f64 {
b0(v0: f64):
  v1 = dconst 0
  jump b1(v1)
b1(v2: f64):
  v3 = dconst 1
  v4 = dadd v2, v3
  v5 = dcmp.lt v4, v0
  branch v5, b1(v4), b2
b2:
  return v4
}`,
  `fn f.t: f64 {
b0(v0: f64):
  v1 = dconst 0
  jump b1(v1)
b1(v2: f64):
  v3 = dconst 1
  v4 = dadd v2, v3
  v5 = dcmp.lt v4, v0
  branch v5, b1(v4), b2
b2:
  return v4
}`,
);

golden(
  'a product of a negative number and zero is -0: seen when returned, not when compared',
  [narrowDoubles, fold, eliminateDeadCode],
  `fn f.t: f64 {
b0(v0: i32):
  v1 = iconst 255
  v2 = iand v0, v1
  v3 = iconst -8
  v4 = iadd v2, v3
  v5 = i2d v4
  v6 = dconst 3
  v7 = dmul v5, v6
  v8 = dconst -3
  v9 = dmul v5, v8
  v10 = dcmp.lt v9, v7
  branch v10, b1, b2
b1:
  return v9
b2:
  return v7
}`,
  `fn f.t: f64 {
b0(v0: i32):
  v1 = iconst 255
  v2 = iand v0, v1
  v3 = iconst -8
  v4 = iadd v2, v3
  v5 = i2d v4
  v6 = iconst 3
  v7 = imul v4, v6
  v8 = i2d v7
  v9 = dconst -3
  v10 = dmul v5, v9
  v11 = dcmp.lt v10, v8
  branch v11, b1, b2
b1:
  return v10
b2:
  return v8
}`,
);

golden(
  'the mean of two indices',
  [narrowDoubles, fold, eliminateDeadCode],
  `fn f.t: i32 {
b0(v0: ref, v1: ref):
  v2 = load.i32 v0+4 @length
  v3 = load.i32 v1+4 @length
  v4 = i2d v2
  v5 = i2d v3
  v6 = dadd v4, v5
  v7 = dconst 2
  v8 = ddiv v6, v7
  v9 = dfloor v8
  v10 = d2iExact v9
  return v10
}`,
  `fn f.t: i32 {
b0(v0: ref, v1: ref):
  v2 = load.i32 v0+4 @length
  v3 = load.i32 v1+4 @length
  v4 = iadd v2, v3
  v5 = iconst 2
  v6 = idiv v4, v5
  return v6
}`,
);

golden(
  'a sum beyond the int32s of which only the low bits are seen',
  [narrowDoubles, fold, eliminateDeadCode],
  `fn f.t: i32 {
b0(v0: i32):
  v1 = iconst 0
  v2 = iconst 1
  v3 = iconst 16
  v4 = dconst 0
  jump b1(v1, v4)
b1(v5: i32, v6: f64):
  v7 = icmp.lt v5, v3
  branch v7, b2, b3
b2:
  v8 = load.i16 v0[v5] @element.i16
  v9 = i2d v8
  v10 = dmul v9, v9
  v11 = dadd v6, v10
  v12 = iadd v5, v2
  jump b1(v12, v11)
b3:
  v13 = d2i v6
  v14 = ishr v13, v2
  return v14
}`,
  `fn f.t: i32 {
b0(v0: i32):
  v1 = iconst 0
  v2 = iconst 1
  v3 = iconst 16
  v4 = iconst 0
  jump b1(v1, v4)
b1(v5: i32, v6: i32):
  v7 = icmp.lt v5, v3
  branch v7, b2, b3
b2:
  v8 = load.i16 v0[v5] @element.i16
  v9 = imul v8, v8
  v10 = iadd v6, v9
  v11 = iadd v5, v2
  jump b1(v11, v10)
b3:
  v12 = ishr v6, v2
  return v12
}`,
);

golden(
  'a sum beyond the int32s that is seen as a whole stays a double',
  [narrowDoubles, fold, eliminateDeadCode],
  `fn f.t: f64 {
b0(v0: i32):
  v1 = iconst 0
  v2 = iconst 1
  v3 = iconst 16
  v4 = dconst 0
  jump b1(v1, v4)
b1(v5: i32, v6: f64):
  v7 = icmp.lt v5, v3
  branch v7, b2, b3
b2:
  v8 = load.i16 v0[v5] @element.i16
  v9 = i2d v8
  v10 = dmul v9, v9
  v11 = dadd v6, v10
  v12 = iadd v5, v2
  jump b1(v12, v11)
b3:
  return v6
}`,
  `fn f.t: f64 {
b0(v0: i32):
  v1 = iconst 0
  v2 = iconst 1
  v3 = iconst 16
  v4 = dconst 0
  jump b1(v1, v4)
b1(v5: i32, v6: f64):
  v7 = icmp.lt v5, v3
  branch v7, b2, b3
b2:
  v8 = load.i16 v0[v5] @element.i16
  v9 = imul v8, v8
  v10 = i2d v9
  v11 = dadd v6, v10
  v12 = iadd v5, v2
  jump b1(v12, v11)
b3:
  return v6
}`,
);

golden(
  'a counter that starts anew at a number, found by small steps',
  [narrowDoubles, fold, eliminateDeadCode],
  `fn f.t: i32 {
b0(v0: i32):
  v1 = dconst 0
  v2 = dconst 1
  v3 = dconst 37
  jump b1(v1, v0)
b1(v4: f64, v5: i32):
  v6 = iconst 1
  v7 = isub v5, v6
  v8 = dadd v4, v2
  v9 = dcmp.eq v8, v3
  branch v9, b2(v1), b4
b2(v10: f64):
  branch v7, b1(v10, v7), b3
b3:
  v11 = d2i v10
  return v11
b4:
  jump b2(v8)
}`,
  `fn f.t: i32 {
b0(v0: i32):
  v1 = iconst 0
  jump b1(v1, v0)
b1(v2: i32, v3: i32):
  v4 = iconst -1
  v5 = iadd v3, v4
  v6 = iconst 1
  v7 = iadd v2, v6
  v8 = iconst 36
  v9 = icmp.eq v2, v8
  v10 = iconst 0
  branch v9, b2(v10), b4
b2(v11: i32):
  branch v5, b1(v11, v5), b3
b3:
  return v11
b4:
  jump b2(v7)
}`,
);

golden(
  'a sum of integers that is returned as a number is one of integers',
  [narrowDoubles, fold, eliminateDeadCode],
  `fn f.t: f64 {
b0(v0: i32):
  v1 = dconst 0
  jump b1(v1)
b1(v2: f64):
  v3 = dHeldInt v2
  v4 = iadd v3, v0
  v5 = i2d v4
  v6 = icmp.lt v4, v0
  branch v6, b1(v5), b2
b2:
  return v2
}`,
  `fn f.t: f64 {
b0(v0: i32):
  v1 = iconst 0
  jump b1(v1)
b1(v2: i32):
  v3 = i2d v2
  v4 = iadd v2, v0
  v5 = icmp.lt v4, v0
  branch v5, b1(v4), b2
b2:
  return v3
}`,
);

golden(
  'what was an index is an integer of that range: a counter that nothing else bounds narrows',
  narrowDoubles,
  `fn f.t: f64 {
b0(v0: ref, v1: i32, v2: i32):
  v3 = i2d v1
  jump b1(v3)
b1(v4: f64):
  v5 = d2iExact v4
  v6 = load.i32 v0+4 @length
  bounds v5, v6
  v7 = load.i32 v0+8 @data
  v8 = load.i32 v7[v5] @element.i32
  v9 = icmp.lt v8, v2
  branch v9, b2, b3
b2:
  v10 = dconst 1
  v11 = dadd v4, v10
  jump b1(v11)
b3:
  return v4
}`,
  `fn f.t: f64 {
b0(v0: ref, v1: i32, v2: i32):
  v3 = i2d v1
  jump b1(v1)
b1(v4: i32):
  v5 = i2d v4
  v6 = d2iExact v5
  v7 = load.i32 v0+4 @length
  bounds v6, v7
  v8 = load.i32 v0+8 @data
  v9 = load.i32 v8[v6] @element.i32
  v10 = icmp.lt v9, v2
  branch v10, b2, b3
b2:
  v11 = dconst 1
  v12 = iconst 1
  v13 = iadd v4, v12
  v14 = i2d v13
  jump b1(v13)
b3:
  return v5
}`,
);
