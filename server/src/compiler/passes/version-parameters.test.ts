// Functions over numbers in two versions.
import { golden } from './testing/golden.ts';
import { versionParameters } from './version-parameters.ts';

golden(
  'a parameter that is counted down gets a version for integers',
  versionParameters,
  `fn f.t: f64 {
b0(v0: f64):
  v1 = dconst 1
  v2 = dsub v0, v1
  return v2
}`,
  `fn f.t: f64 {
b0(v0: f64):
  v1 = dIsInt v0
  branch v1, b3, b1(v0)
rare b1(v2: f64):
  v3 = dconst 1
  v4 = dsub v2, v3
  return v4
b2(v5: f64):
  v6 = dconst 1
  v7 = dsub v5, v6
  return v7
b3:
  v8 = dHeldInt v0
  v9 = i2d v8
  jump b2(v9)
}`,
);

golden(
  'a parameter that is only passed on, halved or wrapped gets none',
  versionParameters,
  `fn f.t: i32 {
b0(v0: f64, v1: f64, v2: f64):
  v3 = dconst 2
  v4 = ddiv v0, v3
  v5: f64 = call f.u(v4, v1)
  v6 = dadd v2, v3
  v7 = d2i v6
  return v7
}`,
  `fn f.t: i32 {
b0(v0: f64, v1: f64, v2: f64):
  v3 = dconst 2
  v4 = ddiv v0, v3
  v5: f64 = call f.u(v4, v1)
  v6 = dadd v2, v3
  v7 = d2i v6
  return v7
}`,
);

golden(
  'the closure that was called is found in the entry alone',
  versionParameters,
  `fn f.t: f64 {
b0(v0: f64):
  v1 = self
  v2 = load.num v1+8 @capture
  v3 = dadd v0, v2
  return v3
}`,
  `fn f.t: f64 {
b0(v0: f64):
  v1 = self
  v2 = dIsInt v0
  branch v2, b3, b1(v0)
rare b1(v3: f64):
  v4 = load.num v1+8 @capture
  v5 = dadd v3, v4
  return v5
b2(v6: f64):
  v7 = load.num v1+8 @capture
  v8 = dadd v6, v7
  return v8
b3:
  v9 = dHeldInt v0
  v10 = i2d v9
  jump b2(v10)
}`,
);
