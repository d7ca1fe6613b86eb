// Parameters that are always one value.
import { removeRedundantParams } from './block-params.ts';
import { golden } from './testing/golden.ts';

golden(
  'around two loops',
  removeRedundantParams,
  `fn f.t: i32 {
b0(v0: i32, v1: i32):
  jump b1(v0, v1)
b1(v2: i32, v3: i32):
  branch v3, b2(v2, v3), b4
b2(v4: i32, v5: i32):
  v6 = iadd v5, v0
  branch v6, b2(v4, v6), b3
b3:
  jump b1(v4, v6)
b4:
  return v2
}`,
  `fn f.t: i32 {
b0(v0: i32, v1: i32):
  jump b1(v1)
b1(v2: i32):
  branch v2, b2(v2), b4
b2(v3: i32):
  v4 = iadd v3, v0
  branch v4, b2(v4), b3
b3:
  jump b1(v4)
b4:
  return v0
}`,
);

golden(
  'equal constants',
  removeRedundantParams,
  `fn f.t: f64 {
b0(v0: i32):
  v1 = dconst 0
  v2 = dconst 0
  v3 = dconst -0
  branch v0, b1(v1, v1), b2
b1(v4: f64, v5: f64):
  v6 = dadd v4, v5
  return v6
b2:
  jump b1(v2, v3)
}`,
  `fn f.t: f64 {
b0(v0: i32):
  v1 = dconst 0
  v2 = dconst 0
  v3 = dconst 0
  v4 = dconst -0
  branch v0, b1(v2), b2
b1(v5: f64):
  v6 = dadd v1, v5
  return v6
b2:
  jump b1(v4)
}`,
);
