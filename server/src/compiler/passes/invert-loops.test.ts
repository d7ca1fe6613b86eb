// Loop inversion.
import { invertLoops } from './invert-loops.ts';
import { golden } from './testing/golden.ts';

golden(
  'the condition moves to the end, a copy guards the loop',
  invertLoops,
  `fn f.t: i32 {
b0(v0: i32):
  v1 = iconst 0
  jump b1(v1)
b1(v2: i32):
  v3 = icmp.lt v2, v0
  branch v3, b2, b3
b2:
  v4: i32 = call f.g(v2)
  jump b1(v4)
b3:
  return v2
}`,
  `fn f.t: i32 {
b0(v0: i32):
  v1 = iconst 0
  jump b4(v1)
b1(v2: i32):
  v3 = icmp.lt v2, v0
  branch v3, b2(v2), b3(v2)
b2(v4: i32):
  v5: i32 = call f.g(v4)
  jump b1(v5)
b3(v6: i32):
  return v6
b4(v7: i32):
  v8 = icmp.lt v7, v0
  branch v8, b2(v7), b3(v7)
}`,
);

golden(
  'a loop with its test at the end stays, and one with an expensive condition',
  invertLoops,
  `fn f.t: void {
b0:
  jump b1
b1:
  v0: i32 = call f.g()
  branch v0, b1, b2
b2:
  v1: i32 = call f.h()
  branch v1, b3, b4
b3:
  jump b2
b4:
  return
}`,
  `fn f.t: void {
b0:
  jump b1
b1:
  v0: i32 = call f.g()
  branch v0, b1, b2
b2:
  v1: i32 = call f.h()
  branch v1, b3, b4
b3:
  jump b2
b4:
  return
}`,
);
