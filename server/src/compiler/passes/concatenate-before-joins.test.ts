// Concatenations of what ways bring: which are made before these meet.
import { concatenateBeforeJoins } from './concatenate-before-joins.ts';
import { golden } from './testing/golden.ts';

const chosen = `fn f.t: ref {
b0(v0: ref, v1: i32, v2: ref):
  branch v1, b1, b2(v2)
b1:
  v3 = helper gn_str_from_i32(v1)
  jump b2(v3)
b2(v4: ref):
  v5 = helper gn_str_concat(v0, v4)
  return v5
}`;

golden(
  'a way that makes its part puts that behind the text itself, and so do the others',
  concatenateBeforeJoins,
  chosen,
  `fn f.t: ref {
b0(v0: ref, v1: i32, v2: ref):
  branch v1, b1, b3
b1:
  v3 = helper gn_str_from_i32(v1)
  v4 = helper gn_str_concat(v0, v3)
  jump b2(v4)
b2(v5: ref):
  return v5
b3:
  v6 = helper gn_str_concat(v0, v2)
  jump b2(v6)
}`,
);

golden(
  'before another part that differs as well',
  concatenateBeforeJoins,
  `fn f.t: ref {
b0(v0: ref, v1: i32):
  branch v1, b1, b2
b1:
  v2 = helper gn_str_from_unit(v1)
  jump b3(v0, v2)
b2:
  v3 = object c.empty
  jump b3(v3, v0)
b3(v4: ref, v5: ref):
  v6 = helper gn_str_concat(v5, v4)
  v7 = helper gn_str_eq(v6, v4)
  branch v7, b4, b5
b4:
  return v6
b5:
  return v4
}`,
  `fn f.t: ref {
b0(v0: ref, v1: i32):
  branch v1, b1, b2
b1:
  v2 = helper gn_str_from_unit(v1)
  v3 = helper gn_str_concat(v2, v0)
  jump b3(v0, v3)
b2:
  v4 = object c.empty
  v5 = helper gn_str_concat(v0, v4)
  jump b3(v4, v5)
b3(v6: ref, v7: ref):
  v8 = helper gn_str_eq(v7, v6)
  branch v8, b4, b5
b4:
  return v7
b5:
  return v6
}`,
);

for (const [name, text] of Object.entries({
  'a part that has other uses stays': chosen.replace('return v5', 'return v4'),
  'nor is it made before others see something': chosen.replace('  v5 =', '  call f.show()\n  v5 ='),
  'where no way makes a part, nothing changes': chosen.replace(
    'v3 = helper gn_str_from_i32(v1)',
    'v3 = load.ref v0+4 @field.x',
  ),
}))
  golden(name, concatenateBeforeJoins, text, text);
