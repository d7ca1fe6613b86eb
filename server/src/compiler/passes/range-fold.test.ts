// What ranges decide.
import { foldByRanges } from './range-fold.ts';
import { golden } from './testing/golden.ts';

golden(
  'inside of a branch and after a check',
  foldByRanges,
  `fn f.t: i32 {
b0(v0: i32, v1: i32):
  v2 = iconst 10
  v3 = icmp.ult v0, v2
  branch v3, b1, b2
b1:
  v4 = iconst 4
  v5 = irem v0, v4
  v6 = icmp.lt v0, v2
  v7 = iadd v5, v6
  v8 = iconst 16
  bounds v0, v8
  return v7
b2:
  v9 = iconst 0
  v10 = icmp.ge v1, v9
  check.badLength v10, v1
  v11 = ishr v1, v2
  v12 = icmp.lt v11, v9
  v13 = iadd v11, v12
  return v13
}`,
  `fn f.t: i32 {
b0(v0: i32, v1: i32):
  v2 = iconst 10
  v3 = icmp.ult v0, v2
  branch v3, b1, b2
b1:
  v4 = iconst 4
  v5 = urem v0, v4
  v6 = iconst 1
  v7 = iadd v5, v6
  v8 = iconst 16
  return v7
b2:
  v9 = iconst 0
  v10 = icmp.ge v1, v9
  check.badLength v10, v1
  v11 = iushr v1, v2
  v12 = iconst 0
  v13 = iadd v11, v12
  return v13
}`,
);

golden(
  'what was compared with a constant added',
  foldByRanges,
  `fn f.t: i32 {
b0(v0: i32, v1: ref):
  v2 = iconst 1
  v3 = isub v0, v2
  v4 = load.i32 v1+4 @length
  v5 = icmp.ult v3, v4
  v6 = iconst 0
  branch v5, b1, b2
b1:
  v7 = icmp.gt v0, v6
  v8 = iconst 268435456
  v9 = icmp.lt v0, v8
  v10 = iadd v7, v9
  return v10
b2:
  return v6
}`,
  `fn f.t: i32 {
b0(v0: i32, v1: ref):
  v2 = iconst 1
  v3 = isub v0, v2
  v4 = load.i32 v1+4 @length
  v5 = icmp.ult v3, v4
  v6 = iconst 0
  branch v5, b1, b2
b1:
  v7 = iconst 1
  v8 = iconst 268435456
  v9 = iconst 1
  v10 = iconst 2
  return v10
b2:
  return v6
}`,
);

golden(
  'a loop counter',
  foldByRanges,
  `fn f.t: void {
b0(v0: ref):
  v1 = iconst 0
  v2 = iconst 100
  v3 = iconst 1
  jump b1(v1)
b1(v4: i32):
  bounds v4, v2
  v5 = iconst 127
  v6 = iand v4, v5
  store.i32 v6, v0[v4] @element.i32
  v7 = iadd v4, v3
  v8 = icmp.lt v7, v2
  branch v8, b1(v7), b2
b2:
  return
}`,
  `fn f.t: void {
b0(v0: ref):
  v1 = iconst 0
  v2 = iconst 100
  v3 = iconst 1
  jump b1(v1)
b1(v4: i32):
  v5 = iconst 127
  store.i32 v4, v0[v4] @element.i32
  v6 = iadd v4, v3
  v7 = icmp.lt v6, v2
  branch v7, b1(v6), b2
b2:
  return
}`,
);

golden(
  'shifts by a count that is known to be small, and by one that is not',
  foldByRanges,
  `fn f.t: i32 {
b0(v0: i32, v1: i32):
  v2 = iconst 10
  v3 = iconst 0
  v4 = icmp.lt v1, v2
  branch v4, b1, b3
b1:
  v5 = icmp.lt v1, v3
  branch v5, b3, b2
b2:
  v6 = ishl v0, v1
  v7 = iushr v6, v0
  return v7
b3:
  return v3
}`,
  `fn f.t: i32 {
b0(v0: i32, v1: i32):
  v2 = iconst 10
  v3 = iconst 0
  v4 = icmp.lt v1, v2
  branch v4, b1, b3
b1:
  v5 = icmp.lt v1, v3
  branch v5, b3, b2
b2:
  v6 = ishl v0, v1 within 31
  v7 = iushr v6, v0
  return v7
b3:
  return v3
}`,
);
