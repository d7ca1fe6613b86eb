// Texts of several parts.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MOST_TEXT_PARTS } from '../abi/objects.ts';
import { parseFunction } from '../ir/parse.ts';
import { runPasses } from './index.ts';
import { joinTexts } from './join-texts.ts';
import { golden } from './testing/golden.ts';

golden(
  'a template is made at once, of strings, integers, units and numbers',
  joinTexts,
  `fn f.t: ref {
b0(v0: ref, v1: i32, v2: f64):
  v3 = object c.a
  v4 = helper gn_str_concat(v3, v0)
  v5 = helper gn_str_from_i32(v1)
  v6 = helper gn_str_concat(v4, v5)
  v7 = helper gn_str_from_number(v2)
  v8 = helper gn_str_concat(v6, v7)
  v9 = helper gn_str_from_unit(v1)
  v10 = helper gn_str_concat(v8, v9)
  return v10
}`,
  `fn f.t: ref {
b0(v0: ref, v1: i32, v2: f64):
  v3 = object c.a
  v4 = iconst 1
  v5 = ishl v1, v4
  v6 = iconst 1
  v7 = ior v5, v6
  v8 = iconst 485
  v9 = helper gn_str_join(v8, v3, v0, v1, v2, v7)
  return v9
}`,
);

golden(
  'what is inlined joins in; what else is used, or has a fraction, is a part as it is',
  joinTexts,
  `fn f.t: ref {
b0(v0: ref, v1: i32, v2: f32):
  v3 = iconst 9
  v4 = helper gn_str_join(v3, v0, v1)
  v5 = helper gn_str_concat(v0, v4)
  v6 = helper gn_str_from_i32(v1)
  store.ref v6, v0+8 @field.a
  v7 = helper gn_str_concat(v5, v6)
  v8 = f2d v2
  v9 = helper gn_str_from_number(v8)
  v10 = helper gn_str_concat(v7, v9)
  return v10
}`,
  `fn f.t: ref {
b0(v0: ref, v1: i32, v2: f32):
  v3 = iconst 9
  v4 = helper gn_str_from_i32(v1)
  store.ref v4, v0+8 @field.a
  v5 = f2d v2
  v6 = helper gn_str_from_number(v5)
  v7 = iconst 357
  v8 = helper gn_str_join(v7, v0, v0, v1, v4, v6)
  return v8
}`,
);

golden(
  'a text from before a loop is made before the loop',
  joinTexts,
  `fn f.t: ref {
b0(v0: ref, v1: i32):
  v2 = helper gn_str_concat(v0, v0)
  jump b1(v0, v1)
b1(v3: ref, v4: i32):
  v5 = helper gn_str_concat(v3, v2)
  v6 = helper gn_str_concat(v5, v0)
  v7 = iconst 1
  v8 = isub v4, v7
  branch v8, b1(v6, v8), b2
b2:
  return v6
}`,
  `fn f.t: ref {
b0(v0: ref, v1: i32):
  v2 = helper gn_str_concat(v0, v0)
  jump b1(v0, v1)
b1(v3: ref, v4: i32):
  v5 = iconst 21
  v6 = helper gn_str_join(v5, v3, v2, v0)
  v7 = iconst 1
  v8 = isub v4, v7
  branch v8, b1(v6, v8), b2
b2:
  return v6
}`,
);

const two = `fn f.t: ref {
b0(v0: ref, v1: ref):
  v2 = helper gn_str_concat(v0, v1)
  v3 = helper gn_str_concat(v0, v2)
  store.ref v2, v0+8 @field.a
  return v3
}`;
golden('two strings are left to gn_str_concat', joinTexts, two, two);

test('of more parts than can be joined at once, the first ones are made before', () => {
  const insts = Array.from({ length: 20 }, (_, i) => {
    const left = i === 0 ? 'v0' : `v${2 * i + 1}`;
    const unit = `  v${2 * i + 2} = helper gn_str_from_unit(v1)`;
    return `${unit}\n  v${2 * i + 3} = helper gn_str_concat(${left}, v${2 * i + 2})`;
  });
  const fn = parseFunction(`fn f.t: ref {\nb0(v0: ref, v1: i32):\n${insts.join('\n')}\n  return v41\n}`);
  runPasses(fn, { bodyOf: () => undefined, verify: true }, [joinTexts]);
  const calls = fn.blocks[0]!.insts.filter(({ op }) => op === 'helper');
  assert.deepEqual(
    calls.map(({ symbol, args }) => [symbol, args.length - 1]),
    [
      ['gn_str_join', 7],
      ['gn_str_join', MOST_TEXT_PARTS],
    ],
  );
  assert.ok(calls[1]!.args.includes(calls[0]!));
});
