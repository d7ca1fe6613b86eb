// Dead code goes, effects stay.
import { eliminateDeadCode } from './dce.ts';
import { golden } from './testing/golden.ts';

golden(
  'unused values, cycles of parameters too',
  eliminateDeadCode,
  `fn f.t: i32 {
b0(v0: ref, v1: i32):
  v2 = iconst 1
  v3 = load.i32 v0+4 @length
  v4 = helper gn_str_concat(v0, v0)
  jump b1(v1, v2, v1)
b1(v5: i32, v6: i32, v7: i32):
  v8 = iadd v6, v5
  v9 = iadd v7, v2
  branch v9, b1(v5, v8, v9), b2
b2:
  return v5
}`,
  `fn f.t: i32 {
b0(v0: ref, v1: i32):
  v2 = iconst 1
  jump b1(v1, v1)
b1(v3: i32, v4: i32):
  v5 = iadd v4, v2
  branch v5, b1(v3, v5), b2
b2:
  return v3
}`,
);

golden(
  'checks, calls and device registers',
  eliminateDeadCode,
  `fn f.t: void {
b0(v0: i32):
  v1 = load.i32 v0 @mmio
  v2 = dconst 1.5
  v3 = d2iExact v2
  v4: i32 = call f.g()
  v5 = helper gn_millis()
  return
}`,
  `fn f.t: void {
b0(v0: i32):
  v1 = load.i32 v0 @mmio
  v2 = dconst 1.5
  v3 = d2iExact v2
  v4: i32 = call f.g()
  v5 = helper gn_millis()
  return
}`,
);
