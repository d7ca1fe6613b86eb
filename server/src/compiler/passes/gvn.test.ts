// Value numbering, loads included.

import { eliminateDeadCode } from './dce.ts';
import { numberValues } from './gvn.ts';
import { golden } from './testing/golden.ts';

golden(
  'equal computations, commuted ones too',
  [numberValues, eliminateDeadCode],
  `fn f.t: i32 {
b0(v0: i32, v1: i32):
  v2 = iadd v0, v1
  v3 = iadd v1, v0
  v4 = imul v2, v3
  v5 = icmp.lt v0, v1
  v6 = icmp.gt v1, v0
  v7 = iadd v5, v6
  v8 = iadd v4, v7
  return v8
}`,
  `fn f.t: i32 {
b0(v0: i32, v1: i32):
  v2 = iadd v0, v1
  v3 = imul v2, v2
  v4 = icmp.lt v0, v1
  v5 = iadd v4, v4
  v6 = iadd v3, v5
  return v6
}`,
);

golden(
  'the length of a string stays, what a call may do to that of an array',
  [numberValues, eliminateDeadCode],
  `fn f.t: i32 {
b0(v0: ref, v1: ref):
  v2 = load.i32 v0+4 @stringLength
  v3 = load.i32 v1+4 @length
  helper gn_array_push_i32(v1, v2)
  v4 = load.i32 v0+4 @stringLength
  v5 = load.i32 v1+4 @length
  v6 = iadd v2, v4
  v7 = iadd v3, v5
  v8 = iadd v6, v7
  return v8
}`,
  `fn f.t: i32 {
b0(v0: ref, v1: ref):
  v2 = load.i32 v0+4 @stringLength
  v3 = load.i32 v1+4 @length
  helper gn_array_push_i32(v1, v2)
  v4 = load.i32 v1+4 @length
  v5 = iadd v2, v2
  v6 = iadd v3, v4
  v7 = iadd v5, v6
  return v7
}`,
);

golden(
  'loads: stores to the same class come between, to others not',
  [numberValues, eliminateDeadCode],
  `fn f.t: i32 {
b0(v0: ref, v1: i32):
  v2 = load.i32 v0+4 @length
  v3 = load.i32 v0+8 @data
  store.i32 v1, v3[v1] @element.i32
  v4 = load.i32 v0+4 @length
  v5 = load.i32 v3[v1] @element.i32
  v6 = load.i32 v3[v2] @element.i32
  store.i32 v2, v3 @element.i32
  v7 = load.i32 v3[v2] @element.i32
  v8 = iadd v4, v5
  v9 = iadd v6, v7
  v10 = iadd v8, v9
  return v10
}`,
  `fn f.t: i32 {
b0(v0: ref, v1: i32):
  v2 = load.i32 v0+4 @length
  v3 = load.i32 v0+8 @data
  store.i32 v1, v3[v1] @element.i32
  v4 = load.i32 v3[v2] @element.i32
  store.i32 v2, v3 @element.i32
  v5 = load.i32 v3[v2] @element.i32
  v6 = iadd v2, v1
  v7 = iadd v4, v5
  v8 = iadd v6, v7
  return v8
}`,
);

golden(
  'device registers are read each time',
  [numberValues, eliminateDeadCode],
  `fn f.t: i32 {
b0:
  v0 = iconst -805306364
  v1 = load.i32 v0 @mmio
  v2 = load.i32 v0 @mmio
  store.i32 v1, v0 @mmio
  store.i32 v1, v0 @mmio
  v3 = iadd v1, v2
  return v3
}`,
  `fn f.t: i32 {
b0:
  v0 = iconst -805306364
  v1 = load.i32 v0 @mmio
  v2 = load.i32 v0 @mmio
  store.i32 v1, v0 @mmio
  store.i32 v1, v0 @mmio
  v3 = iadd v1, v2
  return v3
}`,
);

golden(
  'calls may write everything, output nothing',
  [numberValues, eliminateDeadCode],
  `fn f.t: i32 {
b0(v0: i32):
  v1 = address g.x
  v2 = load.i32 v1 @global.g.x
  helper gn_out_i32(v2)
  v3 = load.i32 v1 @global.g.x
  call f.g()
  v4 = load.i32 v1 @global.g.x
  v5 = iadd v3, v4
  return v5
}`,
  `fn f.t: i32 {
b0(v0: i32):
  v1 = address g.x
  v2 = load.i32 v1 @global.g.x
  helper gn_out_i32(v2)
  call f.g()
  v3 = load.i32 v1 @global.g.x
  v4 = iadd v2, v3
  return v4
}`,
);

golden(
  'checks that were made, and what they tell',
  [numberValues, eliminateDeadCode],
  `fn f.t: i32 {
b0(v0: i32, v1: i32):
  bounds v0, v1
  bounds v0, v1
  v2 = icmp.ult v0, v1
  v3 = iconst 5
  v4 = icmp.eq v1, v3
  check.badLength v4
  v5 = icmp.eq v1, v3
  check.badLength v5
  v6 = iadd v1, v2
  return v6
}`,
  `fn f.t: i32 {
b0(v0: i32, v1: i32):
  bounds v0, v1
  v2 = iconst 5
  v3 = icmp.eq v1, v2
  check.badLength v3
  v4 = icmp.eq v2, v2
  check.badLength v4
  v5 = iconst 1
  v6 = iadd v2, v5
  return v6
}`,
);

golden(
  'branches tell about their condition',
  [numberValues, eliminateDeadCode],
  `fn f.t: i32 {
b0(v0: i32, v1: i32):
  v2 = iconst 7
  v3 = icmp.eq v0, v2
  branch v3, b1, b2
b1:
  v4 = iadd v0, v1
  v5 = icmp.ne v0, v2
  v6 = iadd v4, v5
  return v6
b2:
  v7 = icmp.eq v0, v2
  v8 = iadd v7, v0
  return v8
}`,
  `fn f.t: i32 {
b0(v0: i32, v1: i32):
  v2 = iconst 7
  v3 = icmp.eq v0, v2
  branch v3, b1, b2
b1:
  v4 = iadd v2, v1
  v5 = icmp.ne v2, v2
  v6 = iadd v4, v5
  return v6
b2:
  v7 = iconst 0
  v8 = iadd v7, v0
  return v8
}`,
);

golden(
  'a loop that writes forgets what was loaded before it; an inner one that does not keeps it',
  [numberValues, eliminateDeadCode],
  `fn f.t: void {
b0(v0: ref, v1: i32):
  v2 = load.i32 v0+4 @length
  jump b1
b1:
  v3 = load.i32 v0+4 @length
  jump b2
b2:
  v4 = load.i32 v0+4 @length
  v5 = icmp.lt v4, v3
  branch v5, b2, b3
b3:
  store.i32 v1, v0+4 @length
  branch v2, b1, b4
b4:
  return
}`,
  `fn f.t: void {
b0(v0: ref, v1: i32):
  v2 = load.i32 v0+4 @length
  jump b1
b1:
  v3 = load.i32 v0+4 @length
  jump b2
b2:
  v4 = icmp.lt v3, v3
  branch v4, b2, b3
b3:
  store.i32 v1, v0+4 @length
  branch v2, b1, b4
b4:
  return
}`,
);

golden(
  'a store of what memory holds does nothing',
  [numberValues, eliminateDeadCode],
  `fn f.t: void {
b0(v0: ref):
  v1 = load.i32 v0+8 @data
  v2 = load.i32 v1 @element.i32
  v3 = load.i32 v1+4 @element.i32
  store.i32 v2, v1 @element.i32
  store.i32 v3, v1 @element.i32
  return
}`,
  `fn f.t: void {
b0(v0: ref):
  v1 = load.i32 v0+8 @data
  v2 = load.i32 v1+4 @element.i32
  store.i32 v2, v1 @element.i32
  return
}`,
);

golden(
  'the length of a new array is known; making it may fail, so it stays',
  [numberValues, eliminateDeadCode],
  `fn f.t: i32 {
b0(v0: i32):
  v1 = iconst 6
  v2 = helper gn_array_new(v1, v0)
  v3 = load.i32 v2+4 @length
  return v3
}`,
  `fn f.t: i32 {
b0(v0: i32):
  v1 = iconst 6
  v2 = helper gn_array_new(v1, v0)
  return v0
}`,
);

golden(
  'the length of an empty array and the class of an object are known when they are new',
  [numberValues, eliminateDeadCode],
  `fn f.t: i32 {
b0:
  v0 = helper gn_array_empty()
  v1 = iconst 774
  v2 = address k.class.Square
  v3 = helper gn_new(v1, v2)
  call f.g(v0, v3)
  v4 = load.i32 v3+4 @"field.#class"
  v5 = load.i32 v0+4 @length
  v6 = helper gn_array_empty()
  v7 = load.i32 v6+4 @length
  v8 = iadd v4, v5
  v9 = iadd v8, v7
  return v9
}`,
  `fn f.t: i32 {
b0:
  v0 = helper gn_array_empty()
  v1 = iconst 774
  v2 = address k.class.Square
  v3 = helper gn_new(v1, v2)
  call f.g(v0, v3)
  v4 = load.i32 v0+4 @length
  v5 = iadd v2, v4
  v6 = iconst 0
  v7 = iadd v5, v6
  return v7
}`,
);

golden(
  'the class of an object stays what it is, whatever a call does',
  numberValues,
  `fn f.t: i32 {
b0(v0: ref):
  v1 = load.i32 v0+4 @"field.#class"
  v2 = load.i32 v0+8 @field.x
  call f.g(v1, v2)
  v3 = load.i32 v0+4 @"field.#class"
  v4 = load.i32 v0+8 @field.x
  call f.g(v3, v4)
  return v3
}`,
  `fn f.t: i32 {
b0(v0: ref):
  v1 = load.i32 v0+4 @"field.#class"
  v2 = load.i32 v0+8 @field.x
  call f.g(v1, v2)
  v3 = load.i32 v0+8 @field.x
  call f.g(v1, v3)
  return v1
}`,
);
