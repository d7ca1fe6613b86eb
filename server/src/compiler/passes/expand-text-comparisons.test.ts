// What is seen of texts before their units are compared.
import { expandTextComparisons } from './expand-text-comparisons.ts';
import { golden } from './testing/golden.ts';

golden(
  'a text that is compared with several constants is one of these by its address, or goes the former way',
  expandTextComparisons,
  `fn f.t: i32 {
b0(v0: ref):
  v1 = object c.a
  v2 = helper gn_str_eq(v0, v1)
  v3 = iconst 7
  branch v2, b3(v3), b1
b1:
  v4 = object c.b
  v5 = iconst 8
  v6 = helper gn_str_eq(v0, v4)
  branch v6, b3(v5), b2
b2:
  return v5
b3(v7: i32):
  return v7
}`,
  `fn f.t: i32 {
b0(v0: ref):
  v1 = object c.a
  v2 = iconst 7
  v3 = object c.b
  v4 = iconst 8
  v5 = rcmp.eq v0, v1
  branch v5, b3(v2), b5
rare b1:
  v6 = helper gn_str_eq(v0, v3)
  branch v6, b3(v4), b2
b2:
  return v4
b3(v7: i32):
  return v7
rare b4:
  v8 = helper gn_str_eq(v0, v1)
  branch v8, b3(v2), b1
b5:
  v9 = rcmp.eq v0, v3
  branch v9, b3(v4), b4
}`,
);

golden(
  'a comparison that something else needs stays as it is',
  expandTextComparisons,
  `fn f.t: i32 {
b0(v0: ref, v1: ref):
  v2 = helper gn_str_eq(v0, v1)
  v3 = iconst 1
  branch v2, b1(v3), b1(v2)
b1(v4: i32):
  return v4
}`,
  `fn f.t: i32 {
b0(v0: ref, v1: ref):
  v2 = helper gn_str_eq(v0, v1)
  v3 = iconst 1
  branch v2, b1(v3), b1(v2)
b1(v4: i32):
  return v4
}`,
);

golden(
  'two texts are the same, or of other lengths, before they are compared',
  expandTextComparisons,
  `fn f.t: i32 {
b0(v0: ref, v1: ref):
  v2 = helper gn_str_eq(v0, v1)
  v3 = iconst 1
  v4 = iconst 0
  branch v2, b1(v3), b1(v4)
b1(v5: i32):
  return v5
}`,
  `fn f.t: i32 {
b0(v0: ref, v1: ref):
  v2 = iconst 1
  v3 = iconst 0
  v4 = rcmp.eq v0, v1
  branch v4, b1(v2), b3
b1(v5: i32):
  return v5
b2:
  v6 = helper gn_str_eq(v0, v1)
  branch v6, b1(v2), b1(v3)
b3:
  v7 = load.i32 v0+4 @stringLength
  v8 = load.i32 v1+4 @stringLength
  v9 = icmp.eq v7, v8
  branch v9, b2, b1(v3)
}`,
);

golden(
  'a text that was just made is no other one',
  expandTextComparisons,
  `fn f.t: i32 {
b0(v0: ref, v1: i32):
  v2 = helper gn_str_slice(v0, v1, v1)
  v3 = object c.a
  v4 = helper gn_str_eq(v2, v3)
  branch v4, b1, b2
b1:
  return v1
b2:
  v5 = iconst 0
  return v5
}`,
  `fn f.t: i32 {
b0(v0: ref, v1: i32):
  v2 = helper gn_str_slice(v0, v1, v1)
  v3 = object c.a
  v4 = load.i32 v2+4 @stringLength
  v5 = load.i32 v3+4 @stringLength
  v6 = icmp.eq v4, v5
  branch v6, b3, b2
b1:
  return v1
b2:
  v7 = iconst 0
  return v7
b3:
  v8 = helper gn_str_eq(v2, v3)
  branch v8, b1, b2
}`,
);
