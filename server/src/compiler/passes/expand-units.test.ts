// Units of strings in loops.
import { expandUnits } from './expand-units.ts';
import { golden } from './testing/golden.ts';

golden(
  'in a loop a unit is loaded, by the width that the header tells; outside it is called for',
  expandUnits,
  `fn f.t: i32 {
b0(v0: ref, v1: i32):
  v2 = helper gn_str_unit(v0, v1)
  jump b1(v2)
b1(v3: i32):
  v4 = helper gn_str_unit(v0, v3)
  v5 = icmp.gt v4, v1
  branch v5, b1(v4), b2
b2:
  return v4
}`,
  `fn f.t: i32 {
b0(v0: ref, v1: i32):
  v2 = helper gn_str_unit(v0, v1)
  jump b1(v2)
b1(v3: i32):
  v4 = load.i32 v0 @constant
  v5 = iconst 1
  v6 = iand v4, v5
  branch v6, b4, b3
b2:
  return v9
b3:
  v7 = load.u8 v0[v3]+8 @constant
  jump b5(v7)
rare b4:
  v8 = load.u16 v0[v3]+8 @constant
  jump b5(v8)
b5(v9: i32):
  v10 = icmp.gt v9, v1
  branch v10, b1(v9), b2
}`,
);
