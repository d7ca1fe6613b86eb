// Texts that may grow in their places, and those that somebody else has.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFunction } from '../ir/parse.ts';
import { printFunction } from '../ir/print.ts';
import { verify } from '../ir/verify.ts';
import { appendTexts } from './append-texts.ts';

function appends(name: string, before: string, after: string): void {
  test(name, () => {
    const fn = parseFunction(before);
    const result = appendTexts(fn);
    verify(result);
    assert.equal(printFunction(fn), `${before}\n`, 'what is inlined elsewhere stays as it is');
    assert.equal(printFunction(result), `${after}\n`);
  });
}

const unchanged = (name: string, text: string): void => appends(name, text, text);

appends(
  'units behind a constant; the length is read before',
  `fn f.t: ref {
b0(v0: i32):
  v1 = object c.empty
  jump b1(v1, v0)
b1(v2: ref, v3: i32):
  v4 = load.i32 v2+4 @stringLength
  v5 = iconst 1
  v6 = ishl v3, v5
  v7 = ior v6, v5
  v8 = iconst 5
  v9 = helper gn_str_join(v8, v2, v7)
  v10 = isub v3, v4
  branch v10, b1(v9, v10), b2
b2:
  return v9
}`,
  `fn f.t: ref {
b0(v0: i32):
  v1 = object c.empty
  jump b1(v1, v0)
b1(v2: ref, v3: i32):
  v4 = load.i32 v2+4 @stringLength
  v5 = iconst 1
  v6 = ishl v3, v5
  v7 = ior v6, v5
  v8 = iconst 5
  v9 = helper gn_str_append_unit(v2, v3)
  v10 = isub v3, v4
  branch v10, b1(v9, v10), b2
b2:
  return v9
}`,
);

appends(
  'a text that was given is copied before the loop; each way through it may add other parts',
  `fn f.t: ref {
b0(v0: ref, v1: ref, v2: i32):
  jump b1(v0, v2)
b1(v3: ref, v4: i32):
  branch v4, b2, b3(v3)
b2:
  v5 = helper gn_str_concat(v3, v1)
  jump b3(v5)
b3(v6: ref):
  v7 = iconst 37
  v8 = helper gn_str_join(v7, v6, v1, v4)
  v9 = isub v4, v2
  branch v9, b1(v8, v9), b4(v8)
b4(v10: ref):
  return v10
}`,
  `fn f.t: ref {
b0(v0: ref, v1: ref, v2: i32):
  v3 = iconst 1
  v4 = helper gn_str_join(v3, v0)
  jump b1(v4, v2)
b1(v5: ref, v6: i32):
  branch v6, b2, b3(v5)
b2:
  v7 = iconst 5
  v8 = helper gn_str_append(v7, v5, v1)
  jump b3(v8)
b3(v9: ref):
  v10 = iconst 37
  v11 = helper gn_str_append(v10, v9, v1, v6)
  v12 = isub v6, v2
  branch v12, b1(v11, v12), b4(v11)
b4(v13: ref):
  return v13
}`,
);

unchanged(
  'a text that a call was given is not only here',
  `fn f.t: void {
b0(v0: i32):
  v1 = object c.empty
  jump b1(v1)
b1(v2: ref):
  v3 = iconst 9
  v4 = helper gn_str_join(v3, v2, v0)
  call f.keep(v4)
  branch v0, b1(v4), b2
b2:
  return
}`,
);

unchanged(
  'what is needed behind the place where it would grow',
  `fn f.t: ref {
b0(v0: ref, v1: i32):
  v2 = object c.empty
  jump b1(v2)
b1(v3: ref):
  v4 = helper gn_str_concat(v3, v0)
  v5 = load.i32 v3+4 @stringLength
  branch v5, b1(v4), b2
b2:
  return v3
}`,
);

unchanged(
  'one text for two variables',
  `fn f.t: ref {
b0(v0: ref, v1: i32):
  v2 = object c.empty
  jump b1(v2, v2)
b1(v3: ref, v4: ref):
  v5 = iconst 9
  v6 = helper gn_str_join(v5, v3, v1)
  branch v1, b1(v6, v6), b2
b2:
  return v4
}`,
);

unchanged(
  'behind itself; and what may be what it was given',
  `fn f.t: ref {
b0(v0: ref, v1: i32):
  v2 = object c.empty
  jump b1(v2, v0)
b1(v3: ref, v4: ref):
  v5 = helper gn_str_concat(v3, v3)
  v6 = helper gn_str_concat(v4, v0)
  store.ref v6, v0+8 @field.x
  branch v1, b1(v5, v6), b2
b2:
  return v5
}`,
);

appends(
  "what starts as one of two strings may be somebody else's: it is copied",
  `fn f.t: ref {
b0(v0: ref, v1: i32):
  v2 = helper gn_str_concat(v0, v0)
  jump b1(v2)
b1(v3: ref):
  v4 = iconst 9
  v5 = helper gn_str_join(v4, v3, v1)
  branch v1, b1(v5), b2
b2:
  return v5
}`,
  `fn f.t: ref {
b0(v0: ref, v1: i32):
  v2 = helper gn_str_concat(v0, v0)
  v3 = iconst 1
  v4 = helper gn_str_join(v3, v2)
  jump b1(v4)
b1(v5: ref):
  v6 = iconst 9
  v7 = helper gn_str_append(v6, v5, v1)
  branch v1, b1(v7), b2
b2:
  return v7
}`,
);

appends(
  'a text that grows on each way once, and before that, grows in its place everywhere',
  `fn f.t: ref {
b0(v0: ref, v1: i32):
  v2 = object k.empty
  jump b1(v2)
b1(v3: ref):
  v4 = helper gn_str_concat(v3, v0)
  branch v1, b2, b3
b2:
  v5 = helper gn_str_concat(v4, v0)
  jump b4(v5)
b3:
  jump b4(v4)
b4(v6: ref):
  branch v1, b1(v6), b5
b5:
  return v6
}`,
  `fn f.t: ref {
b0(v0: ref, v1: i32):
  v2 = object k.empty
  jump b1(v2)
b1(v3: ref):
  v4 = iconst 5
  v5 = helper gn_str_append(v4, v3, v0)
  branch v1, b2, b3
b2:
  v6 = iconst 5
  v7 = helper gn_str_append(v6, v5, v0)
  jump b4(v7)
b3:
  jump b4(v5)
b4(v8: ref):
  branch v1, b1(v8), b5
b5:
  return v8
}`,
);

unchanged(
  'what is used beside the text that grew is not its place',
  `fn f.t: ref {
b0(v0: ref, v1: i32):
  v2 = object k.empty
  jump b1(v2)
b1(v3: ref):
  v4 = helper gn_str_concat(v3, v0)
  branch v1, b2, b3
b2:
  v5 = helper gn_str_concat(v4, v0)
  call f.show(v4)
  jump b4(v5)
b3:
  jump b4(v4)
b4(v6: ref):
  branch v1, b1(v6), b5
b5:
  return v6
}`,
);
