// Checks that inequalities prove, and some that they do not.
import { eliminateBoundsChecks } from './bounds-elimination.ts';
import { golden } from './testing/golden.ts';

golden(
  'up to the length, with neighbours',
  eliminateBoundsChecks,
  `fn f.t: void {
b0(v0: ref):
  v1 = iconst 0
  v2 = iconst 1
  v3 = iconst -1
  v4 = load.i32 v0+4 @length
  v5 = icmp.lt v1, v4
  branch v5, b1(v1), b3
b1(v6: i32):
  bounds v6, v4
  v7 = iadd v6, v2
  bounds v7, v4
  v8 = iadd v6, v3
  bounds v8, v4
  jump b2
b2:
  v9 = icmp.lt v7, v4
  branch v9, b1(v7), b3
b3:
  return
}`,
  `fn f.t: void {
b0(v0: ref):
  v1 = iconst 0
  v2 = iconst 1
  v3 = iconst -1
  v4 = load.i32 v0+4 @length
  v5 = icmp.lt v1, v4
  branch v5, b1(v1), b3
b1(v6: i32):
  v7 = iadd v6, v2
  bounds v7, v4
  v8 = iadd v6, v3
  bounds v8, v4
  jump b2
b2:
  v9 = icmp.lt v7, v4
  branch v9, b1(v7), b3
b3:
  return
}`,
);

golden(
  'downwards from the length',
  eliminateBoundsChecks,
  `fn f.t: void {
b0(v0: ref):
  v1 = iconst 0
  v2 = iconst -1
  v3 = load.i32 v0+4 @length
  v4 = iadd v3, v2
  jump b1(v4)
b1(v5: i32):
  v6 = icmp.ge v5, v1
  branch v6, b2, b3
b2:
  bounds v5, v3
  v7 = iadd v5, v2
  jump b1(v7)
b3:
  return
}`,
  `fn f.t: void {
b0(v0: ref):
  v1 = iconst 0
  v2 = iconst -1
  v3 = load.i32 v0+4 @length
  v4 = iadd v3, v2
  jump b1(v4)
b1(v5: i32):
  v6 = icmp.ge v5, v1
  branch v6, b2, b3
b2:
  v7 = iadd v5, v2
  jump b1(v7)
b3:
  return
}`,
);

golden(
  'an inner loop up to an outer one',
  eliminateBoundsChecks,
  `fn f.t: void {
b0(v0: ref):
  v1 = iconst 0
  v2 = iconst 1
  v3 = load.i32 v0+4 @length
  jump b1(v1)
b1(v4: i32):
  v5 = icmp.lt v4, v3
  branch v5, b2(v1), b5
b2(v6: i32):
  v7 = icmp.le v6, v4
  branch v7, b3, b4
b3:
  bounds v6, v3
  v8 = iadd v6, v2
  jump b2(v8)
b4:
  v9 = iadd v4, v2
  jump b1(v9)
b5:
  return
}`,
  `fn f.t: void {
b0(v0: ref):
  v1 = iconst 0
  v2 = iconst 1
  v3 = load.i32 v0+4 @length
  jump b1(v1)
b1(v4: i32):
  v5 = icmp.lt v4, v3
  branch v5, b2(v1), b5
b2(v6: i32):
  v7 = icmp.le v6, v4
  branch v7, b3, b4
b3:
  v8 = iadd v6, v2
  jump b2(v8)
b4:
  v9 = iadd v4, v2
  jump b1(v9)
b5:
  return
}`,
);

golden(
  'steps that may wrap around prove nothing',
  eliminateBoundsChecks,
  `fn f.t: void {
b0(v0: i32, v1: i32):
  v2 = iconst 0
  v3 = iconst 1
  jump b1(v2)
b1(v4: i32):
  v5 = icmp.ne v4, v1
  branch v5, b2, b3
b2:
  bounds v4, v0
  v6 = iadd v4, v3
  jump b1(v6)
b3:
  return
}`,
  `fn f.t: void {
b0(v0: i32, v1: i32):
  v2 = iconst 0
  v3 = iconst 1
  jump b1(v2)
b1(v4: i32):
  v5 = icmp.ne v4, v1
  branch v5, b2, b3
b2:
  bounds v4, v0
  v6 = iadd v4, v3
  jump b1(v6)
b3:
  return
}`,
);

golden(
  'binary search',
  eliminateBoundsChecks,
  `fn f.t: i32 {
b0(v0: ref, v1: i32):
  v2 = iconst 0
  v3 = iconst 1
  v4 = iconst -1
  v5 = load.i32 v0+4 @length
  v6 = load.i32 v0+8 @data
  v7 = iadd v5, v4
  jump b1(v2, v7)
b1(v8: i32, v9: i32):
  v10 = icmp.le v8, v9
  branch v10, b2, b5
b2:
  v11 = iadd v8, v9
  v12 = ishr v11, v3
  bounds v12, v5
  v13 = load.i32 v6[v12] @element.i32
  v14 = icmp.lt v13, v1
  branch v14, b3, b4
b3:
  v15 = iadd v12, v3
  jump b1(v15, v9)
b4:
  v16 = iadd v12, v4
  jump b1(v8, v16)
b5:
  return v8
}`,
  `fn f.t: i32 {
b0(v0: ref, v1: i32):
  v2 = iconst 0
  v3 = iconst 1
  v4 = iconst -1
  v5 = load.i32 v0+4 @length
  v6 = load.i32 v0+8 @data
  v7 = iadd v5, v4
  jump b1(v2, v7)
b1(v8: i32, v9: i32):
  v10 = icmp.le v8, v9
  branch v10, b2, b5
b2:
  v11 = iadd v8, v9
  v12 = ishr v11, v3
  v13 = load.i32 v6[v12] @element.i32
  v14 = icmp.lt v13, v1
  branch v14, b3, b4
b3:
  v15 = iadd v12, v3
  jump b1(v15, v9)
b4:
  v16 = iadd v12, v4
  jump b1(v8, v16)
b5:
  return v8
}`,
);

golden(
  'a new array of n + 1 elements, up to n',
  eliminateBoundsChecks,
  `fn f.t: ref {
b0(v0: i32):
  v1 = iconst 0
  v2 = iconst 1
  v3 = iconst 6
  v4 = iadd v0, v2
  v5 = helper gn_array_new(v3, v4)
  jump b1(v1)
b1(v6: i32):
  v7 = icmp.le v6, v0
  branch v7, b2, b3
b2:
  bounds v6, v4
  v8 = iadd v6, v2
  jump b1(v8)
b3:
  return v5
}`,
  `fn f.t: ref {
b0(v0: i32):
  v1 = iconst 0
  v2 = iconst 1
  v3 = iconst 6
  v4 = iadd v0, v2
  v5 = helper gn_array_new(v3, v4)
  jump b1(v1)
b1(v6: i32):
  v7 = icmp.le v6, v0
  branch v7, b2, b3
b2:
  v8 = iadd v6, v2
  jump b1(v8)
b3:
  return v5
}`,
);

golden(
  'tests whether there is a unit at an index',
  eliminateBoundsChecks,
  `fn f.t: void {
b0(v0: ref, v1: i32):
  v2 = iconst 1
  v3 = iconst -1
  v4 = load.i32 v0+4 @stringLength
  v5 = icmp.le v2, v4
  branch v5, b1(v2), b5
b1(v6: i32):
  v7 = iadd v6, v3
  v8 = icmp.ult v7, v4
  branch v8, b2, b5
b2:
  v9 = icmp.ult v6, v4
  branch v9, b3, b4
b3:
  call f.use(v6)
  jump b4
b4:
  v10 = iadd v6, v2
  v11 = icmp.le v10, v4
  branch v11, b1(v10), b5
b5:
  return
}`,
  `fn f.t: void {
b0(v0: ref, v1: i32):
  v2 = iconst 1
  v3 = iconst -1
  v4 = load.i32 v0+4 @stringLength
  v5 = icmp.le v2, v4
  branch v5, b1(v2), b5
b1(v6: i32):
  v7 = iadd v6, v3
  v8 = iconst 1
  branch v8, b2, b5
b2:
  v9 = icmp.ult v6, v4
  branch v9, b3, b4
b3:
  call f.use(v6)
  jump b4
b4:
  v10 = iadd v6, v2
  v11 = icmp.le v10, v4
  branch v11, b1(v10), b5
b5:
  return
}`,
);
