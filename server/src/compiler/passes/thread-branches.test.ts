// Jump threading.

import { eliminateDeadCode } from './dce.ts';
import { simplifyControlFlow } from './simplify-cfg.ts';
import { golden } from './testing/golden.ts';
import { threadBranches } from './thread-branches.ts';

const passes = [threadBranches, eliminateDeadCode, simplifyControlFlow];

golden(
  'the value of `a || b` is not tested again',
  passes,
  `fn f.t: i32 {
b0(v0: i32, v1: i32):
  v2 = iconst 4
  v3 = iand v0, v2
  v4 = iconst 0
  v5 = icmp.ne v3, v4
  branch v3, b2(v5), b1
b1:
  v6 = icmp.eq v0, v1
  jump b2(v6)
b2(v7: i32):
  branch v7, b3, b4
b3:
  return v0
b4:
  return v1
}`,
  `fn f.t: i32 {
b0(v0: i32, v1: i32):
  v2 = iconst 4
  v3 = iand v0, v2
  branch v3, b2, b1
b1:
  v4 = icmp.eq v0, v1
  branch v4, b2, b3
b2:
  return v0
b3:
  return v1
}`,
);

golden(
  'what is null on one way is not compared with null there',
  passes,
  `fn f.t: ref {
b0(v0: ref, v1: i32):
  v2 = null
  branch v1, b1, b2(v2)
b1:
  v3 = load.ref v0+8 @field.queue
  jump b2(v3)
b2(v4: ref):
  v5 = rcmp.ne v4, v2
  branch v5, b3, b4
b3:
  store.ref v4, v0+12 @field.last
  jump b4
b4:
  return v4
}`,
  `fn f.t: ref {
b0(v0: ref, v1: i32):
  v2 = null
  branch v1, b1, b3(v2)
b1:
  v3 = load.ref v0+8 @field.queue
  v4 = rcmp.ne v3, v2
  branch v4, b2, b3(v3)
b2:
  store.ref v3, v0+12 @field.last
  jump b3(v3)
b3(v5: ref):
  return v5
}`,
);

golden(
  'both ways of a condition that were told apart before',
  passes,
  `fn f.t: i32 {
b0(v0: i32, v1: ref):
  branch v0, b1, b2
b1:
  store.i32 v0, v1+8 @field.a
  jump b3
b2:
  store.i32 v0, v1+12 @field.b
  jump b3
b3:
  v2 = iconst 0
  v3 = icmp.eq v0, v2
  branch v3, b4, b5
b4:
  return v2
b5:
  return v0
}`,
  `fn f.t: i32 {
b0(v0: i32, v1: ref):
  branch v0, b1, b2
b1:
  store.i32 v0, v1+8 @field.a
  return v0
b2:
  store.i32 v0, v1+12 @field.b
  v2 = iconst 0
  return v2
}`,
);

golden(
  'comparisons that are passed on to be tested are tested where they are',
  passes,
  `fn f.t: i32 {
b0(v0: i32, v1: i32, v2: i32):
  branch v2, b1, b2
b1:
  v3 = icmp.lt v0, v1
  jump b3(v3)
b2:
  v4 = icmp.gt v0, v1
  jump b3(v4)
b3(v5: i32):
  branch v5, b4, b5
b4:
  return v0
b5:
  return v1
}`,
  `fn f.t: i32 {
b0(v0: i32, v1: i32, v2: i32):
  branch v2, b1, b2
b1:
  v3 = icmp.lt v0, v1
  branch v3, b3, b4
b2:
  v4 = icmp.gt v0, v1
  branch v4, b3, b4
b3:
  return v0
b4:
  return v1
}`,
);

golden(
  'a join that no way leads to any more goes, before what it passed gets parameters elsewhere',
  threadBranches,
  `fn f.t: i32 {
b0(v0: i32, v1: i32, v2: i32):
  v3 = iconst 0
  branch v0, b1, b2
b1:
  jump b3(v3, v1)
b2:
  jump b3(v3, v2)
b3(v4: i32, v5: i32):
  branch v4, b4, b5
b4:
  return v4
b5:
  return v5
}`,
  `fn f.t: i32 {
b0(v0: i32, v1: i32, v2: i32):
  v3 = iconst 0
  branch v0, b1, b2
b1:
  jump b4
b2:
  jump b5
b3(v4: i32):
  return v4
b4:
  jump b3(v1)
b5:
  jump b3(v2)
}`,
);

golden(
  'a way that brings NaN, or a constant, needs no comparison of doubles',
  threadBranches,
  `fn f.t: i32 {
b0(v0: i32, v1: i32):
  v2 = dconst NaN
  v3 = dconst 44
  branch v0, b1, b2(v2)
b1:
  v4 = i2d v1
  jump b2(v4)
b2(v5: f64):
  v6 = dcmp.nlt v5, v3
  branch v6, b3, b4
b3:
  return v0
b4:
  return v1
}`,
  `fn f.t: i32 {
b0(v0: i32, v1: i32):
  v2 = dconst NaN
  v3 = dconst 44
  branch v0, b1, b5
b1:
  v4 = i2d v1
  jump b2(v4)
b2(v5: f64):
  v6 = dcmp.nlt v5, v3
  branch v6, b3, b4
b3:
  return v0
b4:
  return v1
b5:
  v7 = iconst 1
  jump b3
}`,
);

const loop = `fn f.t: void {
b0(v0: i32):
  v1 = iconst 1
  jump b1(v1)
b1(v2: i32):
  branch v2, b2, b3
b2:
  v3: i32 = call f.g()
  jump b1(v3)
b3:
  return
}`;
golden('the first block of a loop stays', passes, loop, loop);
