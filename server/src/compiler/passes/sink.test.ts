// What leaves loops for the code behind them.
import { sinkToExits } from './sink.ts';
import { golden } from './testing/golden.ts';

golden(
  'what only the code behind a loop uses is computed there, with what it is made of',
  sinkToExits,
  `fn f.t: f64 {
b0(v0: i32):
  v1 = iconst 0
  v2 = iconst 1
  jump b1(v1)
b1(v3: i32):
  v4 = iadd v3, v2
  v5 = iadd v4, v4
  v6 = i2d v5
  v7 = icmp.lt v4, v0
  branch v7, b1(v4), b2
b2:
  return v6
}`,
  `fn f.t: f64 {
b0(v0: i32):
  v1 = iconst 0
  v2 = iconst 1
  jump b1(v1)
b1(v3: i32):
  v4 = iadd v3, v2
  v5 = icmp.lt v4, v0
  branch v5, b1(v4), b2
b2:
  v6 = iadd v4, v4
  v7 = i2d v6
  return v7
}`,
);

golden(
  'copies on the edges that leave the loop',
  sinkToExits,
  `fn f.t: f64 {
b0(v0: i32, v1: i32):
  v2 = iconst 0
  v3 = iconst 1
  v4 = dconst 0
  jump b1(v2)
b1(v5: i32):
  v6 = i2d v5
  v7 = icmp.eq v5, v1
  branch v7, b3(v6), b2
b2:
  v8 = iadd v5, v3
  v9 = icmp.lt v8, v0
  branch v9, b1(v8), b3(v6)
b3(v10: f64):
  v11 = dadd v10, v4
  return v11
}`,
  `fn f.t: f64 {
b0(v0: i32, v1: i32):
  v2 = iconst 0
  v3 = iconst 1
  v4 = dconst 0
  jump b1(v2)
b1(v5: i32):
  v6 = icmp.eq v5, v1
  branch v6, b4, b2
b2:
  v7 = iadd v5, v3
  v8 = icmp.lt v7, v0
  branch v8, b1(v7), b5
b3(v9: f64):
  v10 = dadd v9, v4
  return v10
b4:
  v11 = i2d v5
  jump b3(v11)
b5:
  v12 = i2d v5
  jump b3(v12)
}`,
);

golden(
  'not into another loop',
  sinkToExits,
  `fn f.t: i32 {
b0(v0: i32):
  v1 = iconst 0
  v2 = iconst 1
  jump b1(v1)
b1(v3: i32):
  v4 = imul v3, v3
  v5 = ixor v3, v0
  v6 = iadd v3, v2
  v7 = icmp.lt v6, v5
  branch v7, b1(v6), b2(v1)
b2(v8: i32):
  v9 = iadd v8, v4
  v10 = icmp.lt v9, v0
  branch v10, b2(v9), b3
b3:
  return v9
}`,
  `fn f.t: i32 {
b0(v0: i32):
  v1 = iconst 0
  v2 = iconst 1
  jump b1(v1)
b1(v3: i32):
  v4 = imul v3, v3
  v5 = ixor v3, v0
  v6 = iadd v3, v2
  v7 = icmp.lt v6, v5
  branch v7, b1(v6), b2(v1)
b2(v8: i32):
  v9 = iadd v8, v4
  v10 = icmp.lt v9, v0
  branch v10, b2(v9), b3
b3:
  return v9
}`,
);
