// Room for what loops add to new arrays.
import { reserveRoom } from './reserve-room.ts';
import { simplifyControlFlow } from './simplify-cfg.ts';
import { golden } from './testing/golden.ts';

golden(
  'a loop that adds an element in every round makes room for all of them before',
  [reserveRoom, simplifyControlFlow],
  `fn f.t: ref {
b0(v0: i32):
  v1 = iconst 0
  v2 = iconst 1
  v3 = helper gn_array_empty()
  v4 = icmp.lt v1, v0
  branch v4, b1(v1), b2
b1(v5: i32):
  helper gn_array_push_i32(v3, v5)
  v6 = iadd v5, v2
  v7 = icmp.lt v6, v0
  branch v7, b1(v6), b2
b2:
  return v3
}`,
  `fn f.t: ref {
b0(v0: i32):
  v1 = iconst 0
  v2 = iconst 1
  v3 = helper gn_array_empty()
  v4 = icmp.lt v1, v0
  branch v4, b3, b2
b1(v5: i32):
  helper gn_array_push_i32(v3, v5)
  v6 = iadd v5, v2
  v7 = icmp.lt v6, v0
  branch v7, b1(v6), b2
b2:
  return v3
b3:
  v8 = iconst 1
  v9 = isub v0, v1
  v10 = imul v8, v9
  v11 = iconst 6
  v12 = helper gn_array_reserve(v3, v11, v10)
  jump b1(v1)
}`,
);

golden(
  'room for what nested loops add is made before the outermost',
  [reserveRoom, simplifyControlFlow],
  `fn f.t: ref {
b0(v0: i32, v1: i32):
  v2 = iconst 0
  v3 = iconst 1
  v4 = null
  v5 = helper gn_array_empty()
  v6 = icmp.lt v2, v0
  branch v6, b1(v2), b5
b1(v7: i32):
  v8 = icmp.le v2, v1
  branch v8, b2(v2), b4
b2(v9: i32):
  helper gn_array_push_ref(v5, v4)
  helper gn_array_push_ref(v5, v5)
  v10 = iadd v9, v3
  v11 = icmp.le v10, v1
  branch v11, b2(v10), b3
b3:
  jump b4
b4:
  v12 = iadd v7, v3
  v13 = icmp.lt v12, v0
  branch v13, b1(v12), b5
b5:
  return v5
}`,
  `fn f.t: ref {
b0(v0: i32, v1: i32):
  v2 = iconst 0
  v3 = iconst 1
  v4 = null
  v5 = helper gn_array_empty()
  v6 = icmp.lt v2, v0
  branch v6, b5, b4
b1(v7: i32):
  v8 = icmp.le v2, v1
  branch v8, b2(v2), b3
b2(v9: i32):
  helper gn_array_push_ref(v5, v4)
  helper gn_array_push_ref(v5, v5)
  v10 = iadd v9, v3
  v11 = icmp.le v10, v1
  branch v11, b2(v10), b3
b3:
  v12 = iadd v7, v3
  v13 = icmp.lt v12, v0
  branch v13, b1(v12), b4
b4:
  return v5
b5:
  v14 = iconst 2
  v15 = isub v1, v2
  v16 = iconst 1
  v17 = iadd v15, v16
  v18 = imul v14, v17
  v19 = isub v0, v2
  v20 = imul v18, v19
  v21 = iconst 11
  v22 = helper gn_array_reserve(v5, v21, v20)
  jump b1(v2)
}`,
);

golden(
  'a loop that may end early makes no room',
  [reserveRoom, simplifyControlFlow],
  `fn f.t: ref {
b0(v0: i32):
  v1 = iconst 0
  v2 = iconst 1
  v3 = helper gn_array_empty()
  jump b1(v1)
b1(v4: i32):
  helper gn_array_push_i32(v3, v4)
  v5 = icmp.eq v4, v0
  branch v5, b3, b2
b2:
  v6 = iadd v4, v2
  v7 = icmp.lt v6, v0
  branch v7, b1(v6), b3
b3:
  return v3
}`,
  `fn f.t: ref {
b0(v0: i32):
  v1 = iconst 0
  v2 = iconst 1
  v3 = helper gn_array_empty()
  jump b1(v1)
b1(v4: i32):
  helper gn_array_push_i32(v3, v4)
  v5 = icmp.eq v4, v0
  branch v5, b3, b2
b2:
  v6 = iadd v4, v2
  v7 = icmp.lt v6, v0
  branch v7, b1(v6), b3
b3:
  return v3
}`,
);
