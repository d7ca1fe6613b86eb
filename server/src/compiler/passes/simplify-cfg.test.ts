// Control flow.
import { simplifyControlFlow } from './simplify-cfg.ts';
import { golden } from './testing/golden.ts';

golden(
  'straight lines and unreachable blocks',
  simplifyControlFlow,
  `fn f.t: i32 {
b0(v0: i32):
  v1 = iconst 1
  branch v1, b1(v0), b3
b1(v2: i32):
  jump b2(v2)
b2(v3: i32):
  return v3
b3:
  jump b2(v1)
}`,
  `fn f.t: i32 {
b0(v0: i32):
  v1 = iconst 1
  return v0
}`,
);

golden(
  'a truth value built by control flow is its condition',
  simplifyControlFlow,
  `fn f.t: i32 {
b0(v0: i32, v1: i32):
  v2 = icmp.lt v0, v1
  v3 = iconst 1
  v4 = iconst 0
  branch v2, b1, b2
b1:
  jump b3(v4)
b2:
  jump b3(v3)
b3(v5: i32):
  return v5
}`,
  `fn f.t: i32 {
b0(v0: i32, v1: i32):
  v2 = icmp.lt v0, v1
  v3 = iconst 1
  v4 = iconst 0
  v5 = iconst 0
  v6 = icmp.eq v2, v5
  return v6
}`,
);

golden(
  'a condition passed on as a constant leads where it leads',
  simplifyControlFlow,
  `fn f.t: i32 {
b0(v0: i32, v1: i32):
  v2 = iconst 0
  branch v0, b1, b2(v2)
b1:
  v3 = icmp.lt v0, v1
  jump b2(v3)
b2(v4: i32):
  branch v4, b3, b4
b3:
  return v0
b4:
  return v1
}`,
  `fn f.t: i32 {
b0(v0: i32, v1: i32):
  v2 = iconst 0
  branch v0, b1, b3
b1:
  v3 = icmp.lt v0, v1
  branch v3, b2, b3
b2:
  return v0
b3:
  return v1
}`,
);

golden(
  'the first block of a loop stays, though it is empty',
  simplifyControlFlow,
  `fn f.t: void {
b0(v0: i32):
  jump b1
b1:
  jump b2
b2:
  v1: i32 = call f.g()
  branch v1, b2, b3
b3:
  v2: i32 = call f.g()
  branch v2, b1, b4
b4:
  return
}`,
  `fn f.t: void {
b0(v0: i32):
  jump b1
b1:
  jump b2
b2:
  v1: i32 = call f.g()
  branch v1, b2, b3
b3:
  v2: i32 = call f.g()
  branch v2, b1, b4
b4:
  return
}`,
);

golden(
  'a block that came to compute what it passes on is no longer passed over',
  simplifyControlFlow,
  `fn f.t: i32 {
b0(v0: i32, v1: i32):
  v2 = iconst 1
  v3 = iconst 0
  branch v0, b1(v1), b5
b1(v4: i32):
  branch v4, b2, b3
b2:
  jump b4(v2)
b3:
  jump b4(v3)
b4(v5: i32):
  return v5
b5:
  jump b1(v3)
}`,
  `fn f.t: i32 {
b0(v0: i32, v1: i32):
  v2 = iconst 1
  v3 = iconst 0
  branch v0, b1(v1), b2
b1(v4: i32):
  v5 = iconst 0
  v6 = icmp.ne v4, v5
  return v6
b2:
  jump b1(v3)
}`,
);
