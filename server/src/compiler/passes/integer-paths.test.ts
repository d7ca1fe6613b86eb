// Paths for integers beside operations on numbers.
import { makeIntegerPaths } from './integer-paths.ts';
import { golden } from './testing/golden.ts';

golden(
  'a sum of two numbers',
  makeIntegerPaths,
  `fn f.t: f64 {
b0(v0: f64, v1: f64):
  v2 = dadd v0, v1
  return v2
}`,
  `fn f.t: f64 {
b0(v0: f64, v1: f64):
  v2 = dIsInt v0
  branch v2, b3, b1
rare b1:
  v3 = dadd v0, v1
  jump b2(v3)
b2(v4: f64):
  return v4
b3:
  v5 = dHeldInt v0
  v6 = dIsInt v1
  branch v6, b4, b1
b4:
  v7 = dHeldInt v1
  v8 = iadd v5, v7
  v9 = iaddFits v5, v7
  branch v9, b5, b1
b5:
  v10 = i2d v8
  jump b2(v10)
}`,
);

golden(
  'the test of a sum that was computed as an integer is skipped',
  makeIntegerPaths,
  `fn f.t: f64 {
b0(v0: f64):
  v1 = dconst 1
  v2 = dadd v0, v1
  v3 = dadd v2, v1
  return v3
}`,
  `fn f.t: f64 {
b0(v0: f64):
  v1 = dconst 1
  v2 = dIsInt v0
  branch v2, b3, b1
rare b1:
  v3 = dadd v0, v1
  jump b2(v3)
b2(v4: f64):
  v5 = dIsInt v4
  branch v5, b9, b5(v4)
b3:
  v6 = dHeldInt v0
  v7 = iconst 1
  v8 = iadd v6, v7
  v9 = iaddFits v6, v7
  branch v9, b4, b1
b4:
  v10 = i2d v8
  jump b7(v10)
rare b5(v11: f64):
  v12 = dadd v11, v1
  jump b6(v12)
b6(v13: f64):
  return v13
b7(v14: f64):
  v15 = dHeldInt v14
  v16 = iconst 1
  v17 = iadd v15, v16
  v18 = iaddFits v15, v16
  branch v18, b8, b5(v14)
b8:
  v19 = i2d v17
  jump b6(v19)
rare b9:
  v20 = dHeldInt v4
  v21 = i2d v20
  jump b7(v21)
}`,
);

golden(
  'a branch on a comparison',
  makeIntegerPaths,
  `fn f.t: i32 {
b0(v0: f64):
  v1 = dconst 2
  v2 = dcmp.nlt v0, v1
  branch v2, b1, b2
b1:
  v3 = iconst 1
  return v3
b2:
  v4 = iconst 0
  return v4
}`,
  `fn f.t: i32 {
b0(v0: f64):
  v1 = dconst 2
  v2 = dIsInt v0
  branch v2, b4, b3
b1:
  v3 = iconst 1
  return v3
b2:
  v4 = iconst 0
  return v4
rare b3:
  v5 = dcmp.nlt v0, v1
  branch v5, b1, b2
b4:
  v6 = dHeldInt v0
  v7 = iconst 2
  v8 = icmp.ge v6, v7
  branch v8, b1, b2
}`,
);

golden(
  'a product: of halfwords, and not 0 with a negative factor, which is -0',
  makeIntegerPaths,
  `fn f.t: f64 {
b0(v0: f64, v1: f64):
  v2 = dmul v0, v1
  return v2
}`,
  `fn f.t: f64 {
b0(v0: f64, v1: f64):
  v2 = dIsInt v0
  branch v2, b3, b1
rare b1:
  v3 = dmul v0, v1
  jump b2(v3)
b2(v4: f64):
  return v4
b3:
  v5 = dHeldInt v0
  v6 = dIsInt v1
  branch v6, b4, b1
b4:
  v7 = dHeldInt v1
  v8 = iconst 16
  v9 = ishl v5, v8
  v10 = ishr v9, v8
  v11 = icmp.eq v10, v5
  branch v11, b5, b1
b5:
  v12 = iconst 16
  v13 = ishl v7, v12
  v14 = ishr v13, v12
  v15 = icmp.eq v14, v7
  branch v15, b6, b1
b6:
  v16 = imul v5, v7
  v17 = iconst 0
  v18 = icmp.ne v16, v17
  branch v18, b7, b8
b7:
  v19 = i2d v16
  jump b2(v19)
rare b8:
  v20 = ior v5, v7
  v21 = icmp.ge v20, v17
  branch v21, b7, b1
}`,
);

golden(
  'an index, by a factor that is positive',
  makeIntegerPaths,
  `fn f.t: i32 {
b0(v0: f64):
  v1 = dconst 10
  v2 = dmul v0, v1
  v3 = d2iExact v2
  return v3
}`,
  `fn f.t: i32 {
b0(v0: f64):
  v1 = dconst 10
  v2 = dIsInt v0
  branch v2, b3, b1
rare b1:
  v3 = dmul v0, v1
  jump b2(v3)
b2(v4: f64):
  v5 = dIsInt v4
  branch v5, b8, b5
b3:
  v6 = dHeldInt v0
  v7 = iconst 10
  v8 = iconst 4
  v9 = ishl v6, v8
  v10 = ishr v9, v8
  v11 = icmp.eq v10, v6
  branch v11, b4, b1
b4:
  v12 = imul v6, v7
  v13 = i2d v12
  jump b7(v13)
rare b5:
  v14 = d2iExact v4
  jump b6(v14)
b6(v15: i32):
  return v15
b7(v16: f64):
  v17 = dHeldInt v16
  jump b6(v17)
rare b8:
  v18 = dHeldInt v4
  v19 = i2d v18
  jump b7(v19)
}`,
);

golden(
  'what is likely no integer stays as it is',
  makeIntegerPaths,
  `fn f.t: f64 {
b0(v0: f64, v1: f64):
  v2 = dconst 0.5
  v3 = dmul v0, v2
  v4 = ddiv v1, v0
  v5 = dadd v3, v4
  return v5
}`,
  `fn f.t: f64 {
b0(v0: f64, v1: f64):
  v2 = dconst 0.5
  v3 = dmul v0, v2
  v4 = ddiv v1, v0
  v5 = dadd v3, v4
  return v5
}`,
);

golden(
  'NaN beside what may be an integer is no reason against the test',
  makeIntegerPaths,
  `fn f.t: f64 {
b0(v0: i32, v1: f64):
  v2 = dconst NaN
  branch v0, b1(v1), b1(v2)
b1(v3: f64):
  v4 = dconst -48
  v5 = dadd v3, v4
  return v5
}`,
  `fn f.t: f64 {
b0(v0: i32, v1: f64):
  v2 = dconst NaN
  branch v0, b1(v1), b1(v2)
b1(v3: f64):
  v4 = dconst -48
  v5 = dIsInt v3
  branch v5, b4, b2
rare b2:
  v6 = dadd v3, v4
  jump b3(v6)
b3(v7: f64):
  return v7
b4:
  v8 = dHeldInt v3
  v9 = iconst -48
  v10 = iadd v8, v9
  v11 = iaddFits v8, v9
  branch v11, b5, b2
b5:
  v12 = i2d v10
  jump b3(v12)
}`,
);

const ofNaN = `fn f.t: f64 {
b0(v0: f64):
  v1 = dconst NaN
  v2 = dsub v1, v0
  return v2
}`;
golden('what is computed with NaN itself stays', makeIntegerPaths, ofNaN, ofNaN);

golden(
  'of a sum of products of which the low bits are used, these are computed without tests of what is between',
  makeIntegerPaths,
  `fn f.t: i32 {
b0(v0: f64, v1: f64):
  v2 = dconst 31
  v3 = dmul v0, v2
  v4 = dadd v3, v1
  v5 = d2i v4
  return v5
}`,
  `fn f.t: i32 {
b0(v0: f64, v1: f64):
  v2 = dconst 31
  v3 = dIsInt v0
  branch v3, b3, b1
rare b1:
  v4 = dmul v0, v2
  v5 = dadd v4, v1
  v6 = d2i v5
  jump b2(v6)
b2(v7: i32):
  return v7
b3:
  v8 = dHeldInt v0
  v9 = dIsInt v1
  branch v9, b4, b1
b4:
  v10 = dHeldInt v1
  v11 = iconst 31
  v12 = imul v8, v11
  v13 = iadd v12, v10
  jump b2(v13)
}`,
);

golden(
  'factors that may be anything are small enough for an exact product',
  makeIntegerPaths,
  `fn f.t: i32 {
b0(v0: f64, v1: f64):
  v2 = dmul v0, v1
  v3 = d2i v2
  return v3
}`,
  `fn f.t: i32 {
b0(v0: f64, v1: f64):
  v2 = dIsInt v0
  branch v2, b3, b1
rare b1:
  v3 = dmul v0, v1
  v4 = d2i v3
  jump b2(v4)
b2(v5: i32):
  return v5
b3:
  v6 = dHeldInt v0
  v7 = dIsInt v1
  branch v7, b4, b1
b4:
  v8 = dHeldInt v1
  v9 = iconst 5
  v10 = ishl v6, v9
  v11 = ishr v10, v9
  v12 = icmp.eq v11, v6
  branch v12, b5, b1
b5:
  v13 = iconst 5
  v14 = ishl v8, v13
  v15 = ishr v14, v13
  v16 = icmp.eq v15, v8
  branch v16, b6, b1
b6:
  v17 = imul v6, v8
  jump b2(v17)
}`,
);

golden(
  'a product that is not exact, or is used otherwise too, is computed by itself',
  makeIntegerPaths,
  `fn f.t: i32 {
b0(v0: f64):
  v1 = dconst 1103515245
  v2 = dmul v0, v1
  v3 = d2i v2
  return v3
}`,
  `fn f.t: i32 {
b0(v0: f64):
  v1 = dconst 1103515245
  v2 = dmul v0, v1
  v3 = dIsInt v2
  branch v3, b3, b1
rare b1:
  v4 = d2i v2
  jump b2(v4)
b2(v5: i32):
  return v5
b3:
  v6 = dHeldInt v2
  jump b2(v6)
}`,
);

golden(
  'a quotient that is rounded',
  makeIntegerPaths,
  `fn f.t: f64 {
b0(v0: f64, v1: f64):
  v2 = ddiv v0, v1
  v3 = dtrunc v2
  return v3
}`,
  `fn f.t: f64 {
b0(v0: f64, v1: f64):
  v2 = dIsInt v0
  branch v2, b3, b1
rare b1:
  v3 = ddiv v0, v1
  v4 = dtrunc v3
  jump b2(v4)
b2(v5: f64):
  return v5
b3:
  v6 = dHeldInt v0
  v7 = dIsInt v1
  branch v7, b4, b1
b4:
  v8 = dHeldInt v1
  v9 = iconst 0
  v10 = icmp.gt v8, v9
  branch v10, b5, b1
b5:
  v11 = idiv v6, v8
  v12 = iconst 0
  v13 = icmp.ne v11, v12
  branch v13, b6, b7
b6:
  v14 = i2d v11
  jump b2(v14)
rare b7:
  v15 = iconst 0
  v16 = icmp.ge v6, v15
  branch v16, b6, b1
}`,
);

golden(
  'a quotient by a power of two, rounded down',
  makeIntegerPaths,
  `fn f.t: f64 {
b0(v0: f64):
  v1 = dconst 0.25
  v2 = dmul v0, v1
  v3 = dfloor v2
  return v3
}`,
  `fn f.t: f64 {
b0(v0: f64):
  v1 = dconst 0.25
  v2 = dIsInt v0
  branch v2, b3, b1
rare b1:
  v3 = dmul v0, v1
  v4 = dfloor v3
  jump b2(v4)
b2(v5: f64):
  return v5
b3:
  v6 = dHeldInt v0
  v7 = iconst 4
  v8 = iconst 2
  v9 = ishr v6, v8
  v10 = i2d v9
  jump b2(v10)
}`,
);

golden(
  'whether a product is 0 or -0 is not asked where it is taken from an integer; what fails a test begins anew',
  makeIntegerPaths,
  `fn f.t: f64 {
b0(v0: f64, v1: f64, v2: f64):
  v3 = dmul v0, v1
  v4 = dsub v2, v3
  return v4
}`,
  `fn f.t: f64 {
b0(v0: f64, v1: f64, v2: f64):
  v3 = dIsInt v2
  branch v3, b3, b1
rare b1:
  v4 = dmul v0, v1
  v5 = dsub v2, v4
  jump b2(v5)
b2(v6: f64):
  return v6
b3:
  v7 = dHeldInt v2
  v8 = dIsInt v0
  branch v8, b4, b1
b4:
  v9 = dHeldInt v0
  v10 = dIsInt v1
  branch v10, b5, b1
b5:
  v11 = dHeldInt v1
  v12 = iconst 16
  v13 = ishl v9, v12
  v14 = ishr v13, v12
  v15 = icmp.eq v14, v9
  branch v15, b6, b1
b6:
  v16 = iconst 16
  v17 = ishl v11, v16
  v18 = ishr v17, v16
  v19 = icmp.eq v18, v11
  branch v19, b7, b1
b7:
  v20 = imul v9, v11
  v21 = isub v7, v20
  v22 = isubFits v7, v20
  branch v22, b8, b1
b8:
  v23 = i2d v21
  jump b2(v23)
}`,
);

golden(
  'a test that is skipped may have been asked for twice',
  makeIntegerPaths,
  `fn f.t: i32 {
b0(v0: f64, v1: f64):
  v2 = dadd v0, v1
  v3 = dIsInt v2
  branch v3, b1, b2
b1:
  jump b3
b2:
  v4 = d2i v2
  store.i32 v4, v4 @mmio
  jump b3
b3:
  return v3
}`,
  `fn f.t: i32 {
b0(v0: f64, v1: f64):
  v2 = dIsInt v0
  branch v2, b6, b4
b1(v3: i32):
  jump b3(v3)
b2:
  v4 = dIsInt v7
  branch v4, b11, b9
b3(v5: i32):
  return v5
rare b4:
  v6 = dadd v0, v1
  jump b5(v6)
b5(v7: f64):
  v8 = dIsInt v7
  branch v8, b12, b2
b6:
  v9 = dHeldInt v0
  v10 = dIsInt v1
  branch v10, b7, b4
b7:
  v11 = dHeldInt v1
  v12 = iadd v9, v11
  v13 = iaddFits v9, v11
  branch v13, b8, b4
b8:
  v14 = i2d v12
  v15 = iconst 1
  jump b1(v15)
rare b9:
  v16 = d2i v7
  jump b10(v16)
b10(v17: i32):
  store.i32 v17, v17 @mmio
  jump b3(v8)
b11:
  v18 = dHeldInt v7
  jump b10(v18)
rare b12:
  v19 = dHeldInt v7
  v20 = i2d v19
  v21 = iconst 1
  jump b1(v21)
}`,
);
