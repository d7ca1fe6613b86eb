// Numbers that are compared with several integers.
import { makeIntegerSwitches } from './integer-switches.ts';
import { golden } from './testing/golden.ts';

golden(
  'three integers: the number is taken for one once',
  makeIntegerSwitches,
  `fn f.t: i32 {
b0(v0: f64):
  v1 = dconst 0
  v2 = dconst 1
  v3 = iconst 5
  v4 = iconst 6
  v5 = dcmp.eq v0, v1
  branch v5, b3(v3), b1
b1:
  v6 = dcmp.ne v0, v2
  branch v6, b2, b3(v4)
b2:
  v7 = dconst 7
  v8 = dcmp.eq v0, v7
  branch v8, b3(v3), b4
b3(v9: i32):
  return v9
b4:
  return v4
}`,
  `fn f.t: i32 {
b0(v0: f64):
  v1 = dconst 0
  v2 = dconst 1
  v3 = iconst 5
  v4 = iconst 6
  v5 = dconst 7
  v6 = dIsInt v0
  branch v6, b5, b6
b1:
  v7 = iconst 1
  v8 = icmp.eq v16, v7
  branch v8, b3(v4), b2
b2:
  v9 = iconst 7
  v10 = icmp.eq v16, v9
  branch v10, b3(v3), b4
b3(v11: i32):
  return v11
b4:
  return v4
b5:
  v12 = dHeldInt v0
  jump b7(v12)
rare b6:
  v13 = d2i v0
  v14 = i2d v13
  v15 = dcmp.eq v14, v0
  branch v15, b7(v13), b4
b7(v16: i32):
  v17 = iconst 0
  v18 = icmp.eq v16, v17
  branch v18, b3(v3), b1
}`,
);

golden(
  'what is no integer ends the chain, and two are too few',
  makeIntegerSwitches,
  `fn f.t: i32 {
b0(v0: f64):
  v1 = dconst 0
  v2 = dconst 1
  v3 = iconst 5
  v4 = iconst 6
  v5 = dcmp.eq v0, v1
  branch v5, b3(v3), b1
b1:
  v6 = dcmp.ne v0, v2
  branch v6, b2, b3(v4)
b2:
  v7 = dconst 7.5
  v8 = dcmp.eq v0, v7
  branch v8, b3(v3), b4
b3(v9: i32):
  return v9
b4:
  return v4
}`,
  `fn f.t: i32 {
b0(v0: f64):
  v1 = dconst 0
  v2 = dconst 1
  v3 = iconst 5
  v4 = iconst 6
  v5 = dcmp.eq v0, v1
  branch v5, b3(v3), b1
b1:
  v6 = dcmp.ne v0, v2
  branch v6, b2, b3(v4)
b2:
  v7 = dconst 7.5
  v8 = dcmp.eq v0, v7
  branch v8, b3(v3), b4
b3(v9: i32):
  return v9
b4:
  return v4
}`,
);
