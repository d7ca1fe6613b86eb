// What leaves loops, and what does not.
import { hoistInvariants } from './licm.ts';
import { simplifyControlFlow } from './simplify-cfg.ts';
import { golden } from './testing/golden.ts';

golden(
  'fields of an array that only its elements are written to',
  [hoistInvariants, simplifyControlFlow],
  `fn f.t: void {
b0(v0: ref, v1: i32, v2: i32):
  jump b1(v1)
b1(v3: i32):
  v4 = load.i32 v0+4 @length
  bounds v3, v4
  v5 = load.i32 v0+8 @data
  v6 = imul v1, v2
  store.i32 v6, v5[v3] @element.i32
  v7 = iadd v3, v2
  branch v7, b1(v7), b2
b2:
  return
}`,
  `fn f.t: void {
b0(v0: ref, v1: i32, v2: i32):
  v3 = load.i32 v0+4 @length
  v4 = load.i32 v0+8 @data
  v5 = imul v1, v2
  jump b1(v1)
b1(v6: i32):
  bounds v6, v3
  store.i32 v5, v4[v6] @element.i32
  v7 = iadd v6, v2
  branch v7, b1(v7), b2
b2:
  return
}`,
);

golden(
  'a load that is not reached in every iteration stays: it could fault',
  [hoistInvariants, simplifyControlFlow],
  `fn f.t: void {
b0(v0: ref, v1: i32, v2: i32):
  jump b1(v1)
b1(v3: i32):
  branch v3, b2, b3
b2:
  v4 = load.i32 v0+4 @length
  v5 = iadd v1, v2
  call f.g(v4, v5)
  jump b3
b3:
  v6 = iadd v3, v2
  branch v6, b1(v6), b4
b4:
  return
}`,
  `fn f.t: void {
b0(v0: ref, v1: i32, v2: i32):
  v3 = iadd v1, v2
  jump b1(v1)
b1(v4: i32):
  branch v4, b2, b3
b2:
  v5 = load.i32 v0+4 @length
  call f.g(v5, v3)
  jump b3
b3:
  v6 = iadd v4, v2
  branch v6, b1(v6), b4
b4:
  return
}`,
);

golden(
  'a check leaves only if nothing with an effect precedes it',
  [hoistInvariants, simplifyControlFlow],
  `fn f.t: void {
b0(v0: i32, v1: i32, v2: i32):
  jump b1(v1)
b1(v3: i32):
  bounds v0, v2
  helper gn_out_i32(v3)
  bounds v1, v2
  v4 = iadd v3, v2
  branch v4, b1(v4), b2
b2:
  return
}`,
  `fn f.t: void {
b0(v0: i32, v1: i32, v2: i32):
  bounds v0, v2
  jump b1(v1)
b1(v3: i32):
  helper gn_out_i32(v3)
  bounds v1, v2
  v4 = iadd v3, v2
  branch v4, b1(v4), b2
b2:
  return
}`,
);

golden(
  'a call of the program writes everything, output nothing',
  [hoistInvariants, simplifyControlFlow],
  `fn f.t: void {
b0(v0: i32):
  v1 = address g.x
  v2 = address g.y
  jump b1
b1:
  v3 = load.i32 v1 @global.g.x
  helper gn_out_i32(v3)
  branch v0, b1, b2
b2:
  v4 = load.i32 v2 @global.g.y
  call f.g(v4)
  branch v0, b2, b3
b3:
  return
}`,
  `fn f.t: void {
b0(v0: i32):
  v1 = address g.x
  v2 = address g.y
  v3 = load.i32 v1 @global.g.x
  jump b1
b1:
  helper gn_out_i32(v3)
  branch v0, b1, b2
b2:
  v4 = load.i32 v2 @global.g.y
  call f.g(v4)
  branch v0, b2, b3
b3:
  return
}`,
);

golden(
  'the header of a string can be read at any time, constant memory elsewhere only where the loop gets to it',
  [hoistInvariants, simplifyControlFlow],
  `fn f.t: void {
b0(v0: ref, v1: i32):
  jump b1
b1:
  branch v1, b2, b3
b2:
  v2 = load.i32 v0 @constant
  v3 = load.i32 v1+4 @constant
  helper gn_out_i32(v2)
  helper gn_out_i32(v3)
  jump b1
b3:
  return
}`,
  `fn f.t: void {
b0(v0: ref, v1: i32):
  v2 = load.i32 v0 @constant
  jump b1
b1:
  branch v1, b2, b3
b2:
  v3 = load.i32 v1+4 @constant
  helper gn_out_i32(v2)
  helper gn_out_i32(v3)
  jump b1
b3:
  return
}`,
);

golden(
  'an array that the function made is none that it was given; where an element was loaded before, it may be again',
  [hoistInvariants, simplifyControlFlow],
  `fn f.t: i32 {
b0(v0: ref, v1: ref, v2: i32):
  v3 = iconst 6
  v4 = helper gn_array_new(v3, v2)
  v5 = load.i32 v4+8 @data
  v6 = load.i32 v0+8 @data
  v7 = load.i32 v6[v2] @element.i32
  jump b1(v7)
b1(v8: i32):
  bounds v8, v2
  v9 = load.i32 v6[v2] @element.i32
  store.i32 v9, v5[v8] @element.i32
  v10 = iadd v8, v9
  branch v10, b1(v10), b2
b2:
  return v10
}`,
  `fn f.t: i32 {
b0(v0: ref, v1: ref, v2: i32):
  v3 = iconst 6
  v4 = helper gn_array_new(v3, v2)
  v5 = load.i32 v4+8 @data
  v6 = load.i32 v0+8 @data
  v7 = load.i32 v6[v2] @element.i32
  v8 = load.i32 v6[v2] @element.i32
  jump b1(v7)
b1(v9: i32):
  bounds v9, v2
  store.i32 v8, v5[v9] @element.i32
  v10 = iadd v9, v8
  branch v10, b1(v10), b2
b2:
  return v10
}`,
);

golden(
  'two arrays that were given may be one',
  [hoistInvariants, simplifyControlFlow],
  `fn f.t: void {
b0(v0: ref, v1: ref, v2: i32):
  v3 = load.i32 v0+8 @data
  v4 = load.i32 v1+8 @data
  jump b1(v2)
b1(v5: i32):
  v6 = load.i32 v3[v2] @element.i32
  store.i32 v5, v4[v5] @element.i32
  v7 = iadd v5, v6
  branch v7, b1(v7), b2
b2:
  return
}`,
  `fn f.t: void {
b0(v0: ref, v1: ref, v2: i32):
  v3 = load.i32 v0+8 @data
  v4 = load.i32 v1+8 @data
  jump b1(v2)
b1(v5: i32):
  v6 = load.i32 v3[v2] @element.i32
  store.i32 v5, v4[v5] @element.i32
  v7 = iadd v5, v6
  branch v7, b1(v7), b2
b2:
  return
}`,
);

golden(
  'an array that was known before another one was made is not that one',
  [hoistInvariants, simplifyControlFlow],
  `fn f.t: i32 {
b0(v0: i32, v1: ref):
  v2 = iconst 1
  jump b1(v0, v1)
b1(v3: i32, v4: ref):
  v5 = helper gn_array_new(v2, v2)
  jump b2(v3)
b2(v6: i32):
  v7 = load.i32 v4+4 @length
  store.i32 v6, v5+4 @length
  v8 = isub v6, v7
  branch v8, b2(v8), b3
b3:
  v9 = isub v3, v2
  branch v9, b1(v9, v5), b4
b4:
  return v3
}`,
  `fn f.t: i32 {
b0(v0: i32, v1: ref):
  v2 = iconst 1
  jump b1(v0, v1)
b1(v3: i32, v4: ref):
  v5 = helper gn_array_new(v2, v2)
  v6 = load.i32 v4+4 @length
  jump b2(v3)
b2(v7: i32):
  store.i32 v7, v5+4 @length
  v8 = isub v7, v6
  branch v8, b2(v8), b3
b3:
  v9 = isub v3, v2
  branch v9, b1(v9, v5), b4
b4:
  return v3
}`,
);

golden(
  'an array that is known later may be',
  [hoistInvariants, simplifyControlFlow],
  `fn f.t: i32 {
b0(v0: i32, v1: ref):
  v2 = iconst 1
  v3 = helper gn_array_new(v2, v2)
  jump b1(v0, v1)
b1(v4: i32, v5: ref):
  jump b2(v4)
b2(v6: i32):
  v7 = load.i32 v5+4 @length
  store.i32 v6, v3+4 @length
  v8 = isub v6, v7
  branch v8, b2(v8), b3
b3:
  v9 = isub v4, v2
  branch v9, b1(v9, v3), b4
b4:
  return v4
}`,
  `fn f.t: i32 {
b0(v0: i32, v1: ref):
  v2 = iconst 1
  v3 = helper gn_array_new(v2, v2)
  jump b1(v0, v1)
b1(v4: i32, v5: ref):
  jump b2(v4)
b2(v6: i32):
  v7 = load.i32 v5+4 @length
  store.i32 v6, v3+4 @length
  v8 = isub v6, v7
  branch v8, b2(v8), b3
b3:
  v9 = isub v4, v2
  branch v9, b1(v9, v3), b4
b4:
  return v4
}`,
);

golden(
  'adding an integer changes no element of another kind',
  [hoistInvariants, simplifyControlFlow],
  `fn f.t: i32 {
b0(v0: i32, v1: ref, v2: ref):
  v3 = iconst 1
  v4 = helper gn_array_empty()
  v5 = load.i32 v1+8 @data
  v6 = iconst 0
  jump b1(v0)
b1(v7: i32):
  v8 = load.ref v5[v6] @element.ref
  v9 = load.i32 v5[v6] @element.i32
  v10 = load.i32 v2+4 @length
  v11 = isub v7, v9
  helper gn_array_push_i32(v2, v11)
  v12 = isub v11, v10
  store.i32 v12, v8+8 @field.x
  branch v12, b1(v12), b2
b2:
  return v3
}`,
  `fn f.t: i32 {
b0(v0: i32, v1: ref, v2: ref):
  v3 = iconst 1
  v4 = helper gn_array_empty()
  v5 = load.i32 v1+8 @data
  v6 = iconst 0
  v7 = load.ref v5[v6] @element.ref
  jump b1(v0)
b1(v8: i32):
  v9 = load.i32 v5[v6] @element.i32
  v10 = load.i32 v2+4 @length
  v11 = isub v8, v9
  helper gn_array_push_i32(v2, v11)
  v12 = isub v11, v10
  store.i32 v12, v7+8 @field.x
  branch v12, b1(v12), b2
b2:
  return v3
}`,
);
