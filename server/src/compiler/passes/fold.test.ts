// Folding, with what it leaves alone because it would not be exact.

import { eliminateDeadCode } from './dce.ts';
import { fold } from './fold.ts';
import { golden } from './testing/golden.ts';

golden(
  'int arithmetic on constants wraps',
  [fold, eliminateDeadCode],
  `fn f.t: i32 {
b0:
  v0 = iconst 2147483647
  v1 = iconst 1
  v2 = iadd v0, v1
  v3 = iconst 0
  v4 = irem v2, v3
  v5 = ior v2, v4
  return v5
}`,
  `fn f.t: i32 {
b0:
  v0 = iconst -2147483648
  return v0
}`,
);

golden(
  'identities of int arithmetic',
  [fold, eliminateDeadCode],
  `fn f.t: i32 {
b0(v0: i32, v1: i32):
  v2 = iconst 0
  v3 = iconst 8
  v4 = iconst -1
  v5 = iadd v2, v0
  v6 = imul v3, v5
  v7 = ixor v1, v1
  v8 = iadd v6, v7
  v9 = iand v8, v4
  v10 = isub v9, v3
  v11 = isub v10, v3
  v12 = isub v2, v1
  v13 = iadd v11, v12
  return v13
}`,
  `fn f.t: i32 {
b0(v0: i32, v1: i32):
  v2 = iconst 3
  v3 = ishl v0, v2
  v4 = iconst -16
  v5 = iadd v3, v4
  v6 = isub v5, v1
  return v6
}`,
);

golden(
  'unsigned division by powers of two is shifting, signed is not',
  [fold, eliminateDeadCode],
  `fn f.t: i32 {
b0(v0: i32, v1: ref):
  v2 = iconst 8
  v3 = udiv v0, v2
  v4 = idiv v0, v2
  v5 = load.i32 v1+4 @length
  v6 = idiv v5, v2
  v7 = irem v5, v2
  v8 = iadd v3, v4
  v9 = iadd v6, v7
  v10 = iadd v8, v9
  return v10
}`,
  `fn f.t: i32 {
b0(v0: i32, v1: ref):
  v2 = iconst 8
  v3 = iconst 3
  v4 = iushr v0, v3
  v5 = idiv v0, v2
  v6 = load.i32 v1+4 @length
  v7 = iconst 3
  v8 = iushr v6, v7
  v9 = iconst 7
  v10 = iand v6, v9
  v11 = iadd v4, v5
  v12 = iadd v8, v10
  v13 = iadd v11, v12
  return v13
}`,
);

golden(
  'a remainder compared with zero needs no division',
  [fold, eliminateDeadCode],
  `fn f.t: i32 {
b0(v0: i32):
  v1 = iconst 4
  v2 = irem v0, v1
  v3 = iconst 0
  v4 = icmp.eq v2, v3
  return v4
}`,
  `fn f.t: i32 {
b0(v0: i32):
  v1 = iconst 0
  v2 = iconst 3
  v3 = iand v0, v2
  v4 = icmp.eq v3, v1
  return v4
}`,
);

golden(
  'comparisons of comparisons',
  [fold, eliminateDeadCode],
  `fn f.t: i32 {
b0(v0: i32, v1: f64):
  v2 = iconst 0
  v3 = icmp.lt v0, v2
  v4 = icmp.eq v3, v2
  v5 = dconst 1
  v6 = dcmp.lt v5, v1
  v7 = iconst 1
  v8 = ixor v6, v7
  v9: i32 = select v8, v2, v7
  v10 = iand v4, v9
  return v10
}`,
  `fn f.t: i32 {
b0(v0: i32, v1: f64):
  v2 = iconst 0
  v3 = icmp.ge v0, v2
  v4 = dconst 1
  v5 = dcmp.gt v1, v4
  v6 = iand v3, v5
  return v6
}`,
);

golden(
  'doubles: -0 and NaN are minded',
  [fold, eliminateDeadCode],
  `fn f.t: f64 {
b0(v0: f64):
  v1 = dconst 0
  v2 = dadd v0, v1
  v3 = dconst -0
  v4 = dadd v2, v3
  v5 = dsub v4, v1
  v6 = dmul v5, v1
  v7 = dconst 2
  v8 = dmul v6, v7
  v9 = ddiv v8, v7
  v10 = dconst 3
  v11 = ddiv v9, v10
  return v11
}`,
  `fn f.t: f64 {
b0(v0: f64):
  v1 = dconst 0
  v2 = dadd v0, v1
  v3 = dmul v2, v1
  v4 = dadd v3, v3
  v5 = dconst 0.5
  v6 = dmul v4, v5
  v7 = dconst 3
  v8 = ddiv v6, v7
  return v8
}`,
);

golden(
  'int arithmetic written as double arithmetic',
  [fold, eliminateDeadCode],
  `fn f.t: i32 {
b0(v0: i32, v1: i32):
  v2 = i2d v0
  v3 = i2d v1
  v4 = dadd v2, v3
  v5 = dconst 1
  v6 = dadd v4, v5
  v7 = d2i v6
  v8 = ddiv v2, v3
  v9 = d2i v8
  v10 = drem v2, v3
  v11 = d2i v10
  v12 = iadd v9, v11
  v13 = iadd v7, v12
  return v13
}`,
  `fn f.t: i32 {
b0(v0: i32, v1: i32):
  v2 = iadd v0, v1
  v3 = iconst 1
  v4 = iadd v2, v3
  v5 = idiv v0, v1
  v6 = irem v0, v1
  v7 = iadd v5, v6
  v8 = iadd v4, v7
  return v8
}`,
);

golden(
  'half of an int, as which its quotient by two is computed, is a quotient of ints again',
  [fold, eliminateDeadCode],
  `fn f.t: i32 {
b0(v0: i32):
  v1 = i2d v0
  v2 = dconst 2
  v3 = ddiv v1, v2
  v4 = d2i v3
  return v4
}`,
  `fn f.t: i32 {
b0(v0: i32):
  v1 = iconst 2
  v2 = idiv v0, v1
  return v2
}`,
);

golden(
  'a product that may exceed 2^53 is not exact in ints',
  [fold, eliminateDeadCode],
  `fn f.t: i32 {
b0(v0: i32, v1: i32):
  v2 = i2d v0
  v3 = i2d v1
  v4 = dmul v2, v3
  v5 = d2i v4
  v6 = dconst 1000
  v7 = dmul v2, v6
  v8 = d2i v7
  v9 = iadd v5, v8
  return v9
}`,
  `fn f.t: i32 {
b0(v0: i32, v1: i32):
  v2 = i2d v0
  v3 = i2d v1
  v4 = dmul v2, v3
  v5 = d2i v4
  v6 = iconst 1000
  v7 = imul v0, v6
  v8 = iadd v5, v7
  return v8
}`,
);

golden(
  'comparisons of converted ints',
  [fold, eliminateDeadCode],
  `fn f.t: i32 {
b0(v0: i32, v1: i32):
  v2 = i2d v0
  v3 = u2d v1
  v4 = dconst 2.5
  v5 = dcmp.lt v2, v4
  v6 = dconst 4294967295
  v7 = dcmp.nlt v3, v6
  v8 = dconst -1
  v9 = dcmp.gt v3, v8
  v10 = dconst 0
  v11 = dcmp.ne v2, v10
  v12 = iand v5, v7
  v13 = iand v9, v11
  v14 = iand v12, v13
  return v14
}`,
  `fn f.t: i32 {
b0(v0: i32, v1: i32):
  v2 = iconst 2
  v3 = icmp.le v0, v2
  v4 = iconst -1
  v5 = icmp.uge v1, v4
  v6 = iconst 0
  v7 = icmp.ne v0, v6
  v8 = iand v3, v5
  v9 = iand v8, v7
  return v9
}`,
);

golden(
  'arithmetic rounded to single after every operation',
  [fold, eliminateDeadCode],
  `fn f.t: f32 {
b0(v0: f32, v1: f32):
  v2 = f2d v0
  v3 = f2d v1
  v4 = dadd v2, v3
  v5 = d2f v4
  v6 = f2d v5
  v7 = dconst 0.1
  v8 = dmul v6, v7
  v9 = d2f v8
  v10 = dconst 0.5
  v11 = f2d v9
  v12 = dmul v11, v10
  v13 = d2f v12
  return v13
}`,
  `fn f.t: f32 {
b0(v0: f32, v1: f32):
  v2 = fadd v0, v1
  v3 = f2d v2
  v4 = dconst 0.1
  v5 = dmul v3, v4
  v6 = d2f v5
  v7 = fconst 0.5
  v8 = fmul v6, v7
  return v8
}`,
);

golden(
  'checks on constants',
  [fold, eliminateDeadCode],
  `fn f.t: i32 {
b0(v0: i32):
  v1 = iconst 3
  v2 = iconst 10
  bounds v1, v2
  v3 = icmp.lt v1, v2
  check.badLength v3, v1
  v4 = iconst -1
  bounds v4, v0
  return v0
}`,
  `fn f.t: i32 {
b0(v0: i32):
  v1 = iconst -1
  trap.bounds v1, v0
}`,
);

golden(
  'offsets go into the access',
  [fold, eliminateDeadCode],
  `fn f.t: i32 {
b0(v0: i32):
  v1 = iconst 8
  v2 = iadd v0, v1
  v3 = load.i32 v2+4 @mmio
  store.i32 v3, v2 @mmio
  return v3
}`,
  `fn f.t: i32 {
b0(v0: i32):
  v1 = load.i32 v0+12 @mmio
  store.i32 v1, v0+8 @mmio
  return v1
}`,
);

golden(
  'texts of one unit are compared as integers',
  [fold, eliminateDeadCode],
  `fn f.t: i32 {
b0(v0: i32, v1: i32):
  v2 = helper gn_str_from_unit(v0)
  v3 = helper gn_str_from_unit(v1)
  v4 = helper gn_str_eq(v2, v3)
  v5 = helper gn_str_cmp(v2, v3)
  v6 = iadd v4, v5
  return v6
}`,
  `fn f.t: i32 {
b0(v0: i32, v1: i32):
  v2 = icmp.eq v0, v1
  v3 = isub v0, v1
  v4 = iadd v2, v3
  return v4
}`,
);

golden(
  'a text of one unit that is looked at in place is that unit',
  [fold, eliminateDeadCode],
  `fn f.t: i32 {
b0(v0: i32):
  v1 = iconst 1
  v2 = iconst 0
  v3 = helper gn_str_from_unit(v0)
  v4 = load.i32 v3+4 @stringLength
  v5 = load.i32 v3 @constant
  v6 = iand v5, v1
  branch v6, b1, b2
b1:
  v7 = load.u16 v3[v2]+8 @constant
  v8 = iadd v7, v4
  return v8
b2:
  v9 = load.u8 v3[v2]+8 @constant
  return v9
}`,
  `fn f.t: i32 {
b0(v0: i32):
  v1 = iconst 1
  v2 = iconst 255
  v3 = icmp.gt v0, v2
  branch v3, b1, b2
b1:
  v4 = iadd v0, v1
  return v4
b2:
  return v0
}`,
);

golden(
  'of a constant text, the length is known, and how wide the units are',
  [fold, eliminateDeadCode],
  `fn f.t: i32 {
b0(v0: i32):
  v1 = iconst 1
  v2 = object t8.16_12ab
  v3 = load.i32 v2+4 @stringLength
  v4 = object t16.3_34cd
  v5 = load.i32 v4+4 @stringLength
  v6 = load.i32 v2 @constant
  v7 = iand v6, v1
  v8 = load.i32 v4 @constant
  v9 = iand v8, v1
  v10 = object c.16_56ef
  v11 = load.i32 v10 @constant
  v12 = iand v11, v1
  v13 = isub v0, v3
  v14 = isub v5, v13
  v15 = isub v7, v14
  v16 = isub v9, v15
  v17 = isub v12, v16
  return v17
}`,
  `fn f.t: i32 {
b0(v0: i32):
  v1 = iconst 1
  v2 = object c.16_56ef
  v3 = load.i32 v2 @constant
  v4 = iand v3, v1
  v5 = iconst 20
  v6 = isub v5, v0
  v7 = isub v4, v6
  return v7
}`,
);

golden(
  'but not its other words, nor other texts',
  [fold, eliminateDeadCode],
  `fn f.t: i32 {
b0(v0: i32, v1: ref):
  v2 = iconst 2
  v3 = iconst 1
  v4 = iconst 0
  v5 = helper gn_str_from_unit(v0)
  v6 = load.i32 v5 @constant
  v7 = iand v6, v2
  v8 = load.u8 v5[v0]+8 @constant
  v9 = load.i32 v1 @constant
  v10 = iand v9, v3
  v11 = load.u8 v1[v4]+8 @constant
  v12 = iadd v7, v8
  v13 = iadd v10, v11
  v14 = iadd v12, v13
  return v14
}`,
  `fn f.t: i32 {
b0(v0: i32, v1: ref):
  v2 = iconst 2
  v3 = iconst 1
  v4 = iconst 0
  v5 = helper gn_str_from_unit(v0)
  v6 = load.i32 v5 @constant
  v7 = iand v6, v2
  v8 = load.u8 v5[v0]+8 @constant
  v9 = load.i32 v1 @constant
  v10 = iand v9, v3
  v11 = load.u8 v1[v4]+8 @constant
  v12 = iadd v7, v8
  v13 = iadd v10, v11
  v14 = iadd v12, v13
  return v14
}`,
);

golden(
  'what is added above the bits that are kept',
  [fold, eliminateDeadCode],
  `fn f.t: i32 {
b0(v0: i32, v1: i32):
  v2 = iconst 16
  v3 = iconst 15
  v4 = iconst 24
  v5 = iadd v0, v2
  v6 = iand v5, v3
  v7 = iadd v1, v4
  v8 = iand v7, v3
  v9 = iadd v6, v8
  return v9
}`,
  `fn f.t: i32 {
b0(v0: i32, v1: i32):
  v2 = iconst 15
  v3 = iconst 24
  v4 = iand v0, v2
  v5 = iadd v1, v3
  v6 = iand v5, v2
  v7 = iadd v4, v6
  return v7
}`,
);

golden(
  'a condition that is passed on is known where it leads',
  fold,
  `fn f.t: i32 {
b0(v0: i32, v1: i32):
  v2 = iconst 3
  v3 = icmp.eq v0, v2
  branch v3, b2(v3), b1
b1:
  branch v1, b2(v1), b3(v1)
b2(v4: i32):
  return v4
b3(v5: i32):
  return v5
}`,
  `fn f.t: i32 {
b0(v0: i32, v1: i32):
  v2 = iconst 3
  v3 = icmp.eq v0, v2
  v4 = iconst 1
  branch v3, b2(v4), b1
b1:
  v5 = iconst 0
  branch v1, b2(v1), b3(v5)
b2(v6: i32):
  return v6
b3(v7: i32):
  return v7
}`,
);
