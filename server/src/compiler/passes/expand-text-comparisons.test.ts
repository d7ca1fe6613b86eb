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
  'in loops two texts are the same, or of other lengths, before they are compared',
  expandTextComparisons,
  `fn f.t: i32 {
b0(v0: ref, v1: ref):
  v2 = iconst 1
  jump b1(v2)
b1(v3: i32):
  v4 = helper gn_str_eq(v0, v1)
  branch v4, b1(v2), b2
b2:
  return v3
}`,
  `fn f.t: i32 {
b0(v0: ref, v1: ref):
  v2 = iconst 1
  jump b1(v2)
b1(v3: i32):
  v4 = rcmp.eq v0, v1
  branch v4, b1(v2), b4
b2:
  return v3
b3:
  v5 = helper gn_str_eq(v0, v1)
  branch v5, b1(v2), b2
b4:
  v6 = load.i32 v0+4 @stringLength
  v7 = load.i32 v1+4 @stringLength
  v8 = icmp.eq v6, v7
  branch v8, b3, b2
}`,
);

golden(
  'a text that was just made is no other one',
  expandTextComparisons,
  `fn f.t: i32 {
b0(v0: ref, v1: i32):
  v2 = object c.a
  jump b1
b1:
  v3 = helper gn_str_slice(v0, v1, v1)
  v4 = helper gn_str_eq(v3, v2)
  branch v4, b1, b2
b2:
  return v1
}`,
  `fn f.t: i32 {
b0(v0: ref, v1: i32):
  v2 = object c.a
  jump b1
b1:
  v3 = helper gn_str_slice(v0, v1, v1)
  v4 = load.i32 v3+4 @stringLength
  v5 = load.i32 v2+4 @stringLength
  v6 = icmp.eq v4, v5
  branch v6, b3, b2
b2:
  return v1
b3:
  v7 = helper gn_str_eq(v3, v2)
  branch v7, b1, b2
}`,
);
