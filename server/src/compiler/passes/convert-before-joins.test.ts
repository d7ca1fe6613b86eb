// Numbers that are converted where ways meet.
import { convertBeforeJoins } from './convert-before-joins.ts';
import { eliminateDeadCode } from './dce.ts';
import { fold } from './fold.ts';
import { simplifyControlFlow } from './simplify-cfg.ts';
import { golden } from './testing/golden.ts';

const passes = [convertBeforeJoins, fold, eliminateDeadCode, simplifyControlFlow];

golden(
  'a unit of a string that is an int is the unit, or an error',
  passes,
  `fn f.t: i32 {
b0(v0: ref, v1: i32):
  v2 = load.i32 v0+4 @length
  v3 = icmp.ult v1, v2
  branch v3, b1, b2
b1:
  v4 = helper gn_str_unit(v0, v1)
  v5 = i2d v4
  jump b3(v5)
b2:
  v6 = dconst NaN
  jump b3(v6)
b3(v7: f64):
  v8 = d2iExact v7
  return v8
}`,
  `fn f.t: i32 {
b0(v0: ref, v1: i32):
  v2 = load.i32 v0+4 @length
  v3 = icmp.ult v1, v2
  branch v3, b1, b2
b1:
  v4 = helper gn_str_unit(v0, v1)
  return v4
b2:
  v5 = dconst NaN
  v6 = d2iExact v5
  trap.notAnInt
}`,
);

const joinOf = (rest: string) => `fn f.t: i32 {
b0(v0: i32, v1: i32, v2: f64):
  v3 = i2d v0
  branch v1, b2(v3), b1
b1:
  jump b2(v2)
b2(v4: f64):
${rest}
}`;

golden(
  'each way converts its own number, once for all uses',
  passes,
  joinOf(`  v5 = iconst 1
  v6 = iadd v0, v5
  v7 = d2i v4
  store.i32 v6, v0 @field.a
  v8 = d2i v4
  v9 = iadd v7, v8
  return v9`),
  `fn f.t: i32 {
b0(v0: i32, v1: i32, v2: f64):
  branch v1, b2(v0), b1
b1:
  v3 = d2i v2
  jump b2(v3)
b2(v4: i32):
  v5 = iconst 1
  v6 = iadd v0, v5
  store.i32 v6, v0 @field.a
  v7 = iadd v4, v4
  return v7
}`,
);

for (const [why, rest] of [
  [
    'what is stored before an error stays so',
    `  store.i32 v0, v1 @field.a
  v5 = d2iExact v4
  return v5`,
  ],
  [
    'a number that is used as one stays one',
    `  store.f64 v4, v1 @field.a
  v5 = d2iExact v4
  return v5`,
  ],
  [
    'a number that is passed on stays one',
    `  v5 = d2i v4
  branch v5, b3(v4), b3(v2)
b3(v6: f64):
  v7 = dcmp.lt v6, v4
  return v7`,
  ],
] as const) {
  golden(why, [convertBeforeJoins], joinOf(rest), joinOf(rest));
}
