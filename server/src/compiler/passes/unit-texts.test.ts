// Texts of single units that meet.
import { golden } from './testing/golden.ts';
import { unitTexts } from './unit-texts.ts';

golden(
  'a unit, or null beyond the end, is compared as an integer',
  unitTexts,
  `fn f.t: i32 {
b0(v0: ref, v1: i32, v2: i32):
  branch v2, b1, b2
b1:
  v3 = helper gn_str_unit(v0, v1)
  v4 = helper gn_str_from_unit(v3)
  jump b3(v4)
b2:
  v5 = null
  jump b3(v5)
b3(v6: ref):
  v7 = null
  v8 = rcmp.eq v6, v7
  branch v8, b4, b5
b4:
  v9 = iconst 0
  return v9
b5:
  v10 = object c.a unit 97
  v11 = helper gn_str_eq(v6, v10)
  return v11
}`,
  `fn f.t: i32 {
b0(v0: ref, v1: i32, v2: i32):
  branch v2, b1, b2
b1:
  v3 = helper gn_str_unit(v0, v1)
  v4 = helper gn_str_from_unit(v3)
  jump b3(v3)
b2:
  v5 = null
  v6 = iconst -1
  jump b3(v6)
b3(v7: i32):
  v8 = null
  v9 = iconst -1
  v10 = icmp.eq v7, v9
  branch v10, b4, b5
b4:
  v11 = iconst 0
  return v11
b5:
  v12 = object c.a unit 97
  v13 = iconst 97
  v14 = icmp.eq v7, v13
  return v14
}`,
);

golden(
  'where the text is needed it is made, or null',
  unitTexts,
  `fn f.t: ref {
b0(v0: i32, v1: i32):
  v2 = helper gn_str_from_unit(v0)
  v3 = null
  branch v1, b1(v2), b1(v3)
b1(v4: ref):
  v5 = load.i32 v4+4 @stringLength
  branch v5, b2, b3(v4)
b2:
  v6 = object c.long
  v7 = helper gn_str_concat(v6, v4)
  return v7
b3(v8: ref):
  return v8
}`,
  `fn f.t: ref {
b0(v0: i32, v1: i32):
  v2 = helper gn_str_from_unit(v0)
  v3 = null
  v4 = iconst -1
  branch v1, b1(v0), b1(v4)
b1(v5: i32):
  v6 = iconst 1
  branch v6, b2, b4
b2:
  v7 = object c.long
  v8 = helper gn_str_from_unit(v5)
  v9 = iconst -1
  v10 = icmp.eq v5, v9
  v11 = null
  v12: ref = select v10, v11, v8
  v13 = helper gn_str_concat(v7, v12)
  return v13
b3(v14: ref):
  return v14
b4:
  v15 = helper gn_str_from_unit(v5)
  v16 = iconst -1
  v17 = icmp.eq v5, v16
  v18 = null
  v19: ref = select v17, v18, v15
  jump b3(v19)
}`,
);

const madeTwice = `fn f.t: ref {
b0(v0: i32, v1: ref, v2: i32):
  v3 = helper gn_str_from_unit(v0)
  v4 = object c.a unit 97
  branch v2, b1(v3), b1(v4)
b1(v5: ref):
  v6 = helper gn_str_eq(v5, v4)
  v7 = helper gn_str_concat(v1, v5)
  branch v6, b2, b3
b2:
  return v7
b3:
  v8 = helper gn_str_concat(v7, v5)
  return v8
}`;
golden('but not twice on one way', unitTexts, madeTwice, madeTwice);

const another = `fn f.t: i32 {
b0(v0: i32, v1: ref, v2: i32):
  v3 = helper gn_str_from_unit(v0)
  branch v2, b1(v3), b1(v1)
b1(v4: ref):
  v5 = load.i32 v4+4 @stringLength
  return v5
}`;
golden('a text of which nothing is known stays one', unitTexts, another, another);
