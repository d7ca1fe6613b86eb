// Objects that never leave their function.
import { replaceWithScalars } from './scalar-replacement.ts';
import { golden } from './testing/golden.ts';

golden(
  'the properties of an object are values',
  replaceWithScalars,
  `fn f.t: i32 {
b0(v0: i32):
  v1 = iconst 1286
  v2 = address k.class
  v3 = helper gn_new(v1, v2)
  store.i32 v0, v3+8 @field.x
  v4 = load.i32 v3+8 @field.x
  v5 = load.i32 v3+12 @field.y
  v6 = load.i32 v3+4 @"field.#class"
  v7 = iadd v4, v5
  v8 = iadd v7, v6
  return v8
}`,
  `fn f.t: i32 {
b0(v0: i32):
  v1 = iconst 1286
  v2 = address k.class
  v3 = iconst 0
  v4 = iconst 0
  v5 = iadd v0, v4
  v6 = iadd v5, v2
  return v6
}`,
);

golden(
  'objects of several places are one by its parts, as they are changed on the way',
  replaceWithScalars,
  `fn f.t: i32 {
b0(v0: i32):
  v1 = iconst 1286
  v2 = address k.class
  branch v0, b1, b2
b1:
  v3 = helper gn_new(v1, v2)
  store.i32 v0, v3+8 @field.x
  jump b3(v3)
b2:
  v4 = helper gn_new(v1, v2)
  jump b3(v4)
b3(v5: ref):
  v6 = null
  v7 = rcmp.ne v5, v6
  branch v7, b4, b5
b4:
  store.i32 v1, v5+8 @field.x
  jump b5
b5:
  v8 = load.i32 v5+8 @field.x
  return v8
}`,
  `fn f.t: i32 {
b0(v0: i32):
  v1 = iconst 1286
  v2 = address k.class
  branch v0, b1, b2
b1:
  v3 = iconst 0
  jump b3(v0)
b2:
  v4 = iconst 0
  jump b3(v4)
b3(v5: i32):
  v6 = null
  v7 = iconst 1
  branch v7, b4, b5(v5)
b4:
  jump b5(v1)
b5(v8: i32):
  return v8
}`,
);

golden(
  'an object that is made anew in each round has the name of the one before',
  replaceWithScalars,
  `fn f.t: f64 {
b0(v0: i32):
  v1 = iconst 1798
  v2 = address k.class
  v3 = helper gn_new(v1, v2)
  jump b1(v3)
b1(v4: ref):
  v5 = load.num v4+8 @field.x
  v6 = dadd v5, v5
  v7 = helper gn_new(v1, v2)
  store.num v6, v7+8 @field.x
  branch v0, b1(v7), b2
b2:
  v8 = load.num v4+8 @field.x
  return v8
}`,
  `fn f.t: f64 {
b0(v0: i32):
  v1 = iconst 1798
  v2 = address k.class
  v3 = dconst 0
  jump b1(v3)
b1(v4: f64):
  v5 = dadd v4, v4
  v6 = dconst 0
  branch v0, b1(v5), b2
b2:
  return v4
}`,
);

golden(
  'an object is made after all that has two names',
  replaceWithScalars,
  `fn f.t: i32 {
b0(v0: i32):
  v1 = iconst 1286
  v2 = address k.class
  v3 = helper gn_new(v1, v2)
  v4 = helper gn_new(v1, v2)
  branch v0, b1(v3), b1(v4)
b1(v5: ref):
  store.i32 v0, v5+8 @field.x
  v6 = load.i32 v3+8 @field.x
  return v6
}`,
  `fn f.t: i32 {
b0(v0: i32):
  v1 = iconst 1286
  v2 = address k.class
  v3 = helper gn_new(v1, v2)
  v4 = helper gn_new(v1, v2)
  branch v0, b1(v3), b1(v4)
b1(v5: ref):
  store.i32 v0, v5+8 @field.x
  v6 = load.i32 v3+8 @field.x
  return v6
}`,
);

golden(
  'what only such an object refers to goes with it, but not what others know',
  replaceWithScalars,
  `fn f.t: ref {
b0(v0: i32):
  v1 = iconst 1286
  v2 = address k.class
  v3 = helper gn_new(v1, v2)
  v4 = helper gn_new(v1, v2)
  v5 = helper gn_new(v1, v2)
  store.ref v4, v3+8 @field.a
  store.ref v5, v3+12 @field.b
  v6 = load.ref v3+8 @field.a
  store.i32 v0, v6+8 @field.x
  v7 = load.ref v3+12 @field.b
  v8 = load.i32 v4+8 @field.x
  store.i32 v8, v7+8 @field.x
  return v7
}`,
  `fn f.t: ref {
b0(v0: i32):
  v1 = iconst 1286
  v2 = address k.class
  v3 = null
  v4 = null
  v5 = iconst 0
  v6 = helper gn_new(v1, v2)
  store.i32 v0, v6+8 @field.x
  return v6
}`,
);

golden(
  'bytes that are cut off when they are stored stay in memory',
  replaceWithScalars,
  `fn f.t: i32 {
b0(v0: i32):
  v1 = iconst 1286
  v2 = address k.class
  v3 = helper gn_new(v1, v2)
  store.u8 v0, v3+8 @field.x
  v4 = load.u8 v3+8 @field.x
  return v4
}`,
  `fn f.t: i32 {
b0(v0: i32):
  v1 = iconst 1286
  v2 = address k.class
  v3 = helper gn_new(v1, v2)
  store.u8 v0, v3+8 @field.x
  v4 = load.u8 v3+8 @field.x
  return v4
}`,
);
