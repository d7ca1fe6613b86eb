// Elements that loops add to arrays in place.
import { expandPushes } from './expand-pushes.ts';
import { simplifyControlFlow } from './simplify-cfg.ts';
import { golden } from './testing/golden.ts';

golden(
  'elements are added in place as long as there is room, and the length is known',
  [expandPushes, simplifyControlFlow],
  `fn f.t: ref {
b0(v0: i32):
  v1 = iconst 1
  v2 = helper gn_array_empty()
  jump b1(v0)
b1(v3: i32):
  helper gn_array_push_i32(v2, v3)
  v4 = load.i32 v2+4 @length
  v5 = isub v3, v4
  branch v5, b1(v5), b2
b2:
  return v2
}`,
  `fn f.t: ref {
b0(v0: i32):
  v1 = iconst 1
  v2 = helper gn_array_empty()
  v3 = load.i32 v2+4 @length
  v4 = load.i32 v2+8 @data
  v5 = iconst 0
  jump b1(v0, v5, v3, v4)
b1(v6: i32, v7: i32, v8: i32, v9: i32):
  v10 = iconst 1
  v11 = iadd v8, v10
  v12 = icmp.ult v8, v7
  branch v12, b3, b4
b2:
  return v2
b3:
  store.i32 v11, v2+4 @length
  store.i32 v6, v9[v8] @element.i32
  jump b5(v9, v7)
rare b4:
  helper gn_array_push_i32(v2, v6)
  v13 = load.i32 v2+8 @data
  v14 = iconst -4
  v15 = iadd v13, v14
  v16 = load.i32 v15 @data
  v17 = iconst 8
  v18 = iushr v16, v17
  v19 = iconst 1
  v20 = isub v18, v19
  v21 = iconst 0
  v22 = ishl v20, v21
  jump b5(v13, v22)
b5(v23: i32, v24: i32):
  v25 = isub v6, v11
  branch v25, b1(v25, v24, v11, v23), b2
}`,
);

golden(
  'elements of one byte: the caller stores them',
  [expandPushes, simplifyControlFlow],
  `fn f.t: ref {
b0(v0: i32):
  v1 = iconst 1
  v2 = iconst 10
  v3 = helper gn_array_empty()
  jump b1(v0)
b1(v4: i32):
  v5 = helper gn_array_push(v3, v2)
  store.u8 v4, v5 @element.u8
  v6 = isub v4, v1
  branch v6, b1(v6), b2
b2:
  return v3
}`,
  `fn f.t: ref {
b0(v0: i32):
  v1 = iconst 1
  v2 = iconst 10
  v3 = helper gn_array_empty()
  v4 = load.i32 v3+4 @length
  v5 = load.i32 v3+8 @data
  v6 = iconst 0
  jump b1(v0, v6, v4, v5)
b1(v7: i32, v8: i32, v9: i32, v10: i32):
  v11 = iconst 1
  v12 = iadd v9, v11
  v13 = icmp.ult v9, v8
  branch v13, b3, b4
b2:
  return v3
b3:
  store.i32 v12, v3+4 @length
  v14 = iconst 0
  v15 = ishl v9, v14
  v16 = iadd v10, v15
  jump b5(v16, v10, v8)
rare b4:
  v17 = helper gn_array_push(v3, v2)
  v18 = load.i32 v3+8 @data
  v19 = iconst -4
  v20 = iadd v18, v19
  v21 = load.i32 v20 @data
  v22 = iconst 8
  v23 = iushr v21, v22
  v24 = iconst 1
  v25 = isub v23, v24
  v26 = iconst 2
  v27 = ishl v25, v26
  jump b5(v17, v18, v27)
b5(v28: i32, v29: i32, v30: i32):
  store.u8 v7, v28 @element.u8
  v31 = isub v7, v1
  branch v31, b1(v31, v30, v12, v29), b2
}`,
);

golden(
  'numbers take two words, and are not added in every round',
  [expandPushes, simplifyControlFlow],
  `fn f.t: ref {
b0(v0: i32, v1: f64):
  v2 = iconst 1
  v3 = helper gn_array_empty()
  jump b1(v0)
b1(v4: i32):
  v5 = isub v4, v2
  branch v5, b2, b3
b2:
  helper gn_array_push_number(v3, v1)
  jump b3
b3:
  branch v5, b1(v5), b4
b4:
  return v3
}`,
  `fn f.t: ref {
b0(v0: i32, v1: f64):
  v2 = iconst 1
  v3 = helper gn_array_empty()
  v4 = load.i32 v3+4 @length
  v5 = load.i32 v3+8 @data
  v6 = iconst 0
  jump b1(v0, v6, v4, v5)
b1(v7: i32, v8: i32, v9: i32, v10: i32):
  v11 = isub v7, v2
  branch v11, b2, b3(v9, v10, v8)
b2:
  v12 = iconst 1
  v13 = iadd v9, v12
  v14 = icmp.ult v9, v8
  branch v14, b5, b6
b3(v15: i32, v16: i32, v17: i32):
  branch v11, b1(v11, v17, v15, v16), b4
b4:
  return v3
b5:
  store.i32 v13, v3+4 @length
  store.num v1, v10[v9] @element.num
  jump b3(v13, v10, v8)
rare b6:
  helper gn_array_push_number(v3, v1)
  v18 = load.i32 v3+8 @data
  v19 = iconst -4
  v20 = iadd v18, v19
  v21 = load.i32 v20 @data
  v22 = iconst 8
  v23 = iushr v21, v22
  v24 = iconst 1
  v25 = isub v23, v24
  v26 = iconst 1
  v27 = iushr v25, v26
  jump b3(v13, v18, v27)
}`,
);

golden(
  'handed on after the loop, and made anew for each one',
  [expandPushes, simplifyControlFlow],
  `fn f.t: void {
b0(v0: i32, v1: ref):
  v2 = iconst 1
  jump b1(v0)
b1(v3: i32):
  v4 = helper gn_array_empty()
  jump b2(v3)
b2(v5: i32):
  helper gn_array_push_i32(v4, v5)
  v6 = isub v5, v2
  branch v6, b2(v6), b3
b3:
  store.ref v4, v1+8 @field.row
  v7 = isub v3, v2
  branch v7, b1(v7), b4
b4:
  return
}`,
  `fn f.t: void {
b0(v0: i32, v1: ref):
  v2 = iconst 1
  jump b1(v0)
b1(v3: i32):
  v4 = helper gn_array_empty()
  v5 = load.i32 v4+4 @length
  v6 = load.i32 v4+8 @data
  v7 = iconst 0
  jump b2(v3, v7, v5, v6)
b2(v8: i32, v9: i32, v10: i32, v11: i32):
  v12 = iconst 1
  v13 = iadd v10, v12
  v14 = icmp.ult v10, v9
  branch v14, b5, b6
b3:
  store.ref v4, v1+8 @field.row
  v15 = isub v3, v2
  branch v15, b1(v15), b4
b4:
  return
b5:
  store.i32 v13, v4+4 @length
  store.i32 v8, v11[v10] @element.i32
  jump b7(v11, v9)
rare b6:
  helper gn_array_push_i32(v4, v8)
  v16 = load.i32 v4+8 @data
  v17 = iconst -4
  v18 = iadd v16, v17
  v19 = load.i32 v18 @data
  v20 = iconst 8
  v21 = iushr v19, v20
  v22 = iconst 1
  v23 = isub v21, v22
  v24 = iconst 0
  v25 = ishl v23, v24
  jump b7(v16, v25)
b7(v26: i32, v27: i32):
  v28 = isub v8, v2
  branch v28, b2(v28, v27, v13, v26), b3
}`,
);

golden(
  'handed on before the loop: others may know it',
  [expandPushes, simplifyControlFlow],
  `fn f.t: void {
b0(v0: i32, v1: ref):
  v2 = iconst 1
  v3 = helper gn_array_empty()
  store.ref v3, v1+8 @field.items
  jump b1(v0)
b1(v4: i32):
  helper gn_array_push_i32(v3, v4)
  v5 = isub v4, v2
  branch v5, b1(v5), b2
b2:
  return
}`,
  `fn f.t: void {
b0(v0: i32, v1: ref):
  v2 = iconst 1
  v3 = helper gn_array_empty()
  store.ref v3, v1+8 @field.items
  jump b1(v0)
b1(v4: i32):
  helper gn_array_push_i32(v3, v4)
  v5 = isub v4, v2
  branch v5, b1(v5), b2
b2:
  return
}`,
);

golden(
  'handed on in a round of an outer loop, and not made anew',
  [expandPushes, simplifyControlFlow],
  `fn f.t: void {
b0(v0: i32, v1: ref):
  v2 = iconst 1
  v3 = helper gn_array_empty()
  jump b1(v0)
b1(v4: i32):
  v5 = helper gn_new(v0, v0)
  jump b2(v4)
b2(v6: i32):
  helper gn_array_push_i32(v3, v6)
  v7 = isub v6, v2
  branch v7, b2(v7), b3
b3:
  store.ref v3, v1+8 @field.row
  v8 = isub v4, v2
  branch v8, b1(v8), b4
b4:
  return
}`,
  `fn f.t: void {
b0(v0: i32, v1: ref):
  v2 = iconst 1
  v3 = helper gn_array_empty()
  jump b1(v0)
b1(v4: i32):
  v5 = helper gn_new(v0, v0)
  jump b2(v4)
b2(v6: i32):
  helper gn_array_push_i32(v3, v6)
  v7 = isub v6, v2
  branch v7, b2(v7), b3
b3:
  store.ref v3, v1+8 @field.row
  v8 = isub v4, v2
  branch v8, b1(v8), b4
b4:
  return
}`,
);

golden(
  'a call in the loop would push the registers out',
  [expandPushes, simplifyControlFlow],
  `fn f.t: ref {
b0(v0: i32):
  v1 = iconst 1
  v2 = helper gn_array_empty()
  jump b1(v0)
b1(v3: i32):
  helper gn_array_push_i32(v2, v3)
  call f.u()
  v4 = isub v3, v1
  branch v4, b1(v4), b2
b2:
  return v2
}`,
  `fn f.t: ref {
b0(v0: i32):
  v1 = iconst 1
  v2 = helper gn_array_empty()
  jump b1(v0)
b1(v3: i32):
  helper gn_array_push_i32(v2, v3)
  call f.u()
  v4 = isub v3, v1
  branch v4, b1(v4), b2
b2:
  return v2
}`,
);

golden(
  'a length that is set: the buffer may be another one',
  [expandPushes, simplifyControlFlow],
  `fn f.t: ref {
b0(v0: i32, v1: ref):
  v2 = iconst 1
  v3 = helper gn_array_empty()
  jump b1(v0)
b1(v4: i32):
  helper gn_array_push_i32(v3, v4)
  v5 = isub v4, v2
  branch v5, b1(v5), b2
rare b2:
  v6 = iconst 6
  helper gn_array_set_length(v3, v6, v4)
  branch v4, b1(v4), b3
b3:
  return v3
}`,
  `fn f.t: ref {
b0(v0: i32, v1: ref):
  v2 = iconst 1
  v3 = helper gn_array_empty()
  jump b1(v0)
b1(v4: i32):
  helper gn_array_push_i32(v3, v4)
  v5 = isub v4, v2
  branch v5, b1(v5), b2
rare b2:
  v6 = iconst 6
  helper gn_array_set_length(v3, v6, v4)
  branch v4, b1(v4), b3
b3:
  return v3
}`,
);

golden(
  'a length that is stored in the loop counts',
  [expandPushes, simplifyControlFlow],
  `fn f.t: ref {
b0(v0: i32):
  v1 = iconst 1
  v2 = helper gn_array_empty()
  jump b1(v0)
b1(v3: i32):
  helper gn_array_push_i32(v2, v3)
  v4 = load.i32 v2+4 @length
  v5 = isub v4, v1
  branch v5, b2, b3
b2:
  store.i32 v5, v2+4 @length
  jump b3
b3:
  v6 = isub v3, v1
  branch v6, b1(v6), b4
b4:
  return v2
}`,
  `fn f.t: ref {
b0(v0: i32):
  v1 = iconst 1
  v2 = helper gn_array_empty()
  v3 = load.i32 v2+4 @length
  v4 = load.i32 v2+8 @data
  v5 = iconst 0
  jump b1(v0, v5, v3, v4)
b1(v6: i32, v7: i32, v8: i32, v9: i32):
  v10 = iconst 1
  v11 = iadd v8, v10
  v12 = icmp.ult v8, v7
  branch v12, b5, b6
b2:
  store.i32 v27, v2+4 @length
  jump b3(v27)
b3(v13: i32):
  v14 = isub v6, v1
  branch v14, b1(v14, v26, v13, v25), b4
b4:
  return v2
b5:
  store.i32 v11, v2+4 @length
  store.i32 v6, v9[v8] @element.i32
  jump b7(v9, v7)
rare b6:
  helper gn_array_push_i32(v2, v6)
  v15 = load.i32 v2+8 @data
  v16 = iconst -4
  v17 = iadd v15, v16
  v18 = load.i32 v17 @data
  v19 = iconst 8
  v20 = iushr v18, v19
  v21 = iconst 1
  v22 = isub v20, v21
  v23 = iconst 0
  v24 = ishl v22, v23
  jump b7(v15, v24)
b7(v25: i32, v26: i32):
  v27 = isub v11, v1
  branch v27, b2, b3(v11)
}`,
);
