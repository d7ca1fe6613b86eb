// Inlining: what is copied, and what is not.

import { inlineCalls, inlineNewClosures } from './inline.ts';
import { simplifyControlFlow } from './simplify-cfg.ts';
import { golden } from './testing/golden.ts';

const clamp = `fn f.clamp: i32 {
b0(v0: i32):
  v1 = iconst 0
  v2 = icmp.lt v0, v1
  branch v2, b1, b2
b1:
  return v1
b2:
  return v0
}`;

golden(
  'a small function with two ends',
  [inlineCalls, simplifyControlFlow],
  `fn f.t: i32 {
b0(v0: i32):
  v1: i32 = call f.clamp(v0)
  v2: i32 = call f.clamp(v1)
  v3 = iadd v1, v2
  return v3
}`,
  `fn f.t inlines(f.clamp): i32 {
b0(v0: i32):
  v1 = iconst 0
  v2 = icmp.lt v0, v1
  branch v2, b3(v1), b4
b1(v3: i32):
  v4 = iadd v5, v3
  return v4
b2:
  jump b1(v5)
b3(v5: i32):
  v6 = iconst 0
  v7 = icmp.lt v5, v6
  branch v7, b1(v6), b2
b4:
  jump b3(v0)
}`,
  [clamp],
);

golden(
  'recursion, another signature and unknown functions stay calls',
  inlineCalls,
  `fn f.t: void {
b0(v0: i32):
  v1: i32 = call f.down(v0)
  v2: f64 = call f.clamp(v1)
  call f.unknown(v2)
  return
}`,
  `fn f.t: void {
b0(v0: i32):
  v1: i32 = call f.down(v0)
  v2: f64 = call f.clamp(v1)
  call f.unknown(v2)
  return
}`,
  [clamp, 'fn f.down: i32 { b0(v0: i32): v1: i32 = call f.down(v0); return v1 }'],
);

golden(
  'a function that was made here is copied, with what it captured',
  inlineNewClosures,
  `fn f.t: i32 {
b0(v0: i32):
  v1 = address f.add
  v2 = iconst 773
  v3 = helper gn_new(v2, v1)
  store.i32 v0, v3+8 @capture
  v4: i32 = callRef v3(v0)
  return v4
}`,
  `fn f.t inlines(f.add): i32 {
b0(v0: i32):
  v1 = address f.add
  v2 = iconst 773
  v3 = helper gn_new(v2, v1)
  store.i32 v0, v3+8 @capture
  jump b2(v0)
b1(v4: i32):
  return v4
b2(v5: i32):
  v6 = load.i32 v3+8 @capture
  v7 = iadd v5, v6
  jump b1(v7)
}`,
  ['fn f.add: i32 { b0(v0: i32): v1 = self; v2 = load.i32 v1+8 @capture; v3 = iadd v0, v2; return v3 }'],
);
