// What loops keep in registers of the memory that they write.
import { carryStores } from './carry-stores.ts';
import { simplifyControlFlow } from './simplify-cfg.ts';
import { golden } from './testing/golden.ts';

golden(
  'a variable is loaded once, before the loop, and stored where it was',
  [carryStores, simplifyControlFlow],
  `fn f.t: void {
b0(v0: i32):
  v1 = iconst 1
  jump b1(v0)
b1(v2: i32):
  v3 = address g.count
  v4 = load.i32 v3 @global.g.count
  v5 = icmp.gt v4, v2
  branch v5, b2, b3
b2:
  v6 = iadd v4, v1
  store.i32 v6, v3 @global.g.count
  jump b3
b3:
  bounds v2, v0
  v7 = isub v2, v1
  branch v7, b1(v7), b4
b4:
  return
}`,
  `fn f.t: void {
b0(v0: i32):
  v1 = iconst 1
  v2 = address g.count
  v3 = load.i32 v2 @global.g.count
  jump b1(v0, v3)
b1(v4: i32, v5: i32):
  v6 = address g.count
  v7 = icmp.gt v5, v4
  branch v7, b2, b3(v5)
b2:
  v8 = iadd v5, v1
  store.i32 v8, v6 @global.g.count
  jump b3(v8)
b3(v9: i32):
  bounds v4, v0
  v10 = isub v4, v1
  branch v10, b1(v10, v9), b4
b4:
  return
}`,
);

golden(
  'a call that may touch the variable: only the inner loop carries it',
  [carryStores, simplifyControlFlow],
  `fn f.t: void {
b0(v0: i32):
  v1 = iconst 1
  v2 = address g.count
  jump b1(v0)
b1(v3: i32):
  jump b2(v3)
b2(v4: i32):
  v5 = load.i32 v2 @global.g.count
  v6 = iadd v5, v4
  store.i32 v6, v2 @global.g.count
  v7 = isub v4, v1
  branch v7, b2(v7), b3
b3:
  call f.g()
  v8 = isub v3, v1
  branch v8, b1(v8), b4
b4:
  return
}`,
  `fn f.t: void {
b0(v0: i32):
  v1 = iconst 1
  v2 = address g.count
  jump b1(v0)
b1(v3: i32):
  v4 = address g.count
  v5 = load.i32 v4 @global.g.count
  jump b2(v3, v5)
b2(v6: i32, v7: i32):
  v8 = iadd v7, v6
  store.i32 v8, v2 @global.g.count
  v9 = isub v6, v1
  branch v9, b2(v9, v8), b3
b3:
  call f.g()
  v10 = isub v3, v1
  branch v10, b1(v10), b4
b4:
  return
}`,
);

golden(
  'a byte that would lose bits in memory is loaded again, one that would not is carried',
  [carryStores, simplifyControlFlow],
  `fn f.t: void {
b0(v0: i32):
  v1 = iconst 1
  v2 = address g.byte
  v3 = address g.flag
  jump b1(v0)
b1(v4: i32):
  v5 = load.u8 v2 @global.g.byte
  v6 = iadd v5, v4
  store.u8 v6, v2 @global.g.byte
  v7 = load.u8 v3 @global.g.flag
  v8 = ixor v7, v1
  store.u8 v8, v3 @global.g.flag
  v9 = isub v4, v1
  branch v9, b1(v9), b2
b2:
  return
}`,
  `fn f.t: void {
b0(v0: i32):
  v1 = iconst 1
  v2 = address g.byte
  v3 = address g.flag
  v4 = address g.flag
  v5 = load.u8 v4 @global.g.flag
  jump b1(v0, v5)
b1(v6: i32, v7: i32):
  v8 = load.u8 v2 @global.g.byte
  v9 = iadd v8, v6
  store.u8 v9, v2 @global.g.byte
  v10 = ixor v7, v1
  store.u8 v10, v3 @global.g.flag
  v11 = isub v6, v1
  branch v11, b1(v11, v10), b2
b2:
  return
}`,
);

golden(
  'properties: read at once, not behind a check, and of one object',
  [carryStores, simplifyControlFlow],
  `fn f.t: void {
b0(v0: ref, v1: ref, v2: i32):
  v3 = iconst 1
  jump b1(v2)
b1(v4: i32):
  v5 = load.i32 v0+8 @field.sum
  bounds v4, v2
  v6 = iadd v5, v4
  store.i32 v6, v0+8 @field.sum
  v7 = load.i32 v0+12 @field.x
  v8 = iadd v7, v3
  store.i32 v8, v0+12 @field.x
  v9 = load.i32 v0+16 @field.y
  store.i32 v9, v1+16 @field.y
  v10 = isub v4, v3
  branch v10, b1(v10), b2
b2:
  return
}`,
  `fn f.t: void {
b0(v0: ref, v1: ref, v2: i32):
  v3 = iconst 1
  v4 = load.i32 v0+8 @field.sum
  jump b1(v2, v4)
b1(v5: i32, v6: i32):
  bounds v5, v2
  v7 = iadd v6, v5
  store.i32 v7, v0+8 @field.sum
  v8 = load.i32 v0+12 @field.x
  v9 = iadd v8, v3
  store.i32 v9, v0+12 @field.x
  v10 = load.i32 v0+16 @field.y
  store.i32 v10, v1+16 @field.y
  v11 = isub v5, v3
  branch v11, b1(v11, v7), b2
b2:
  return
}`,
);

golden(
  'a property that was accessed before the loop can be read there',
  [carryStores, simplifyControlFlow],
  `fn f.t: void {
b0(v0: ref, v1: i32):
  v2 = iconst 1
  store.i32 v1, v0+8 @field.at
  jump b1
b1:
  branch v1, b2, b3
b2:
  v3 = load.i32 v0+8 @field.at
  v4 = iadd v3, v2
  store.i32 v4, v0+8 @field.at
  jump b1
b3:
  return
}`,
  `fn f.t: void {
b0(v0: ref, v1: i32):
  v2 = iconst 1
  store.i32 v1, v0+8 @field.at
  v3 = load.i32 v0+8 @field.at
  jump b1(v3)
b1(v4: i32):
  branch v1, b2, b3
b2:
  v5 = iadd v4, v2
  store.i32 v5, v0+8 @field.at
  jump b1(v5)
b3:
  return
}`,
);
