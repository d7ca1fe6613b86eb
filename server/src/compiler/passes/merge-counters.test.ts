// Which parameters of loops are one.
import { mergeCounters } from './merge-counters.ts';
import { simplifyControlFlow } from './simplify-cfg.ts';
import { golden } from './testing/golden.ts';

golden(
  'the same from the beginning, by the same steps',
  [mergeCounters, simplifyControlFlow],
  `fn f.t: i32 {
b0(v0: i32):
  v1 = iconst 1
  jump b1(v1, v1)
b1(v2: i32, v3: i32):
  v4 = iadd v2, v1
  v5 = iadd v3, v1
  v6 = icmp.lt v4, v0
  branch v6, b1(v4, v5), b2
b2:
  return v3
}`,
  `fn f.t: i32 {
b0(v0: i32):
  v1 = iconst 1
  jump b1(v1)
b1(v2: i32):
  v3 = iadd v2, v1
  v4 = iadd v2, v1
  v5 = icmp.lt v3, v0
  branch v5, b1(v3), b2
b2:
  return v2
}`,
);

golden(
  'by the same steps on each way through a round',
  [mergeCounters, simplifyControlFlow],
  `fn f.t: i32 {
b0(v0: i32):
  v1 = iconst 0
  v2 = iconst 1
  jump b1(v1, v1)
b1(v3: i32, v4: i32):
  branch v0, b2, b3
b2:
  v5 = iadd v4, v2
  jump b4(v5)
b3:
  v6 = iadd v4, v2
  jump b4(v6)
b4(v7: i32):
  v8 = iadd v3, v2
  v9 = icmp.lt v8, v0
  branch v9, b1(v8, v7), b5
b5:
  return v4
}`,
  `fn f.t: i32 {
b0(v0: i32):
  v1 = iconst 0
  v2 = iconst 1
  jump b1(v1)
b1(v3: i32):
  branch v0, b2, b3
b2:
  v4 = iadd v3, v2
  jump b4(v4)
b3:
  v5 = iadd v3, v2
  jump b4(v5)
b4(v6: i32):
  v7 = iadd v3, v2
  v8 = icmp.lt v7, v0
  branch v8, b1(v7), b5
b5:
  return v3
}`,
);

golden(
  'another beginning',
  [mergeCounters, simplifyControlFlow],
  `fn f.t: i32 {
b0(v0: i32):
  v1 = iconst 1
  jump b1(v1, v0)
b1(v2: i32, v3: i32):
  v4 = iadd v2, v1
  v5 = iadd v3, v1
  v6 = icmp.lt v4, v0
  branch v6, b1(v4, v5), b2
b2:
  return v3
}`,
  `fn f.t: i32 {
b0(v0: i32):
  v1 = iconst 1
  jump b1(v1, v0)
b1(v2: i32, v3: i32):
  v4 = iadd v2, v1
  v5 = iadd v3, v1
  v6 = icmp.lt v4, v0
  branch v6, b1(v4, v5), b2
b2:
  return v3
}`,
);

golden(
  'other steps',
  [mergeCounters, simplifyControlFlow],
  `fn f.t: i32 {
b0(v0: i32):
  v1 = iconst 1
  v2 = iconst 2
  jump b1(v1, v1)
b1(v3: i32, v4: i32):
  v5 = iadd v3, v1
  v6 = iadd v4, v2
  v7 = icmp.lt v5, v0
  branch v7, b1(v5, v6), b2
b2:
  return v4
}`,
  `fn f.t: i32 {
b0(v0: i32):
  v1 = iconst 1
  v2 = iconst 2
  jump b1(v1, v1)
b1(v3: i32, v4: i32):
  v5 = iadd v3, v1
  v6 = iadd v4, v2
  v7 = icmp.lt v5, v0
  branch v7, b1(v5, v6), b2
b2:
  return v4
}`,
);

golden(
  'on one way another step',
  [mergeCounters, simplifyControlFlow],
  `fn f.t: i32 {
b0(v0: i32):
  v1 = iconst 0
  v2 = iconst 1
  jump b1(v1, v1)
b1(v3: i32, v4: i32):
  branch v0, b2, b3(v4)
b2:
  v5 = iadd v4, v2
  jump b3(v5)
b3(v6: i32):
  v7 = iadd v3, v2
  v8 = icmp.lt v7, v0
  branch v8, b1(v7, v6), b4
b4:
  return v4
}`,
  `fn f.t: i32 {
b0(v0: i32):
  v1 = iconst 0
  v2 = iconst 1
  jump b1(v1, v1)
b1(v3: i32, v4: i32):
  branch v0, b2, b3(v4)
b2:
  v5 = iadd v4, v2
  jump b3(v5)
b3(v6: i32):
  v7 = iadd v3, v2
  v8 = icmp.lt v7, v0
  branch v8, b1(v7, v6), b4
b4:
  return v4
}`,
);

golden(
  'what an inner loop computes is not the same at all times',
  [mergeCounters, simplifyControlFlow],
  `fn f.t: i32 {
b0(v0: i32):
  v1 = iconst 1
  jump b1(v1, v1)
b1(v2: i32, v3: i32):
  jump b2(v2, v2)
b2(v4: i32, v5: i32):
  v6 = iadd v4, v1
  v7 = icmp.lt v6, v0
  branch v7, b2(v6, v4), b3
b3:
  branch v5, b1(v4, v5), b4
b4:
  return v3
}`,
  `fn f.t: i32 {
b0(v0: i32):
  v1 = iconst 1
  jump b1(v1, v1)
b1(v2: i32, v3: i32):
  jump b2(v2, v2)
b2(v4: i32, v5: i32):
  v6 = iadd v4, v1
  v7 = icmp.lt v6, v0
  branch v7, b2(v6, v4), b3
b3:
  branch v5, b1(v4, v5), b4
b4:
  return v3
}`,
);
