// Look-ups of members by name as loops.
import { expandLookups } from './expand-lookups.ts';
import { golden } from './testing/golden.ts';

golden(
  'a look-up between others',
  expandLookups,
  `fn f.t: i32 {
b0(v0: i32):
  v1 = findMember v0, "member 5 any"
  v2 = iadd v1, v0
  return v2
}`,
  `fn f.t: i32 {
b0(v0: i32):
  v1 = load.i32 v0+12 @constant
  v2 = iconst 5
  jump b1(v1)
b1(v3: i32):
  v4 = load.i32 v3 @constant
  v5 = iconst 8
  v6 = iushr v4, v5
  v7 = icmp.eq v6, v2
  branch v7, b4(v4), b2
b2:
  v8 = iconst 0
  v9 = icmp.eq v4, v8
  branch v9, b4(v4), b3
b3:
  v10 = iconst 4
  v11 = iadd v3, v10
  jump b1(v11)
b4(v12: i32):
  v13 = iadd v12, v0
  return v13
}`,
);
