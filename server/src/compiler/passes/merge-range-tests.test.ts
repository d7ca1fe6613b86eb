// Tests of ranges that become one.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFunction } from '../ir/parse.ts';
import { printFunction } from '../ir/print.ts';
import { verify } from '../ir/verify.ts';
import { mergeRangeTests } from './merge-range-tests.ts';

function merges(name: string, before: string, after: string): void {
  test(name, () => {
    const fn = parseFunction(before);
    const result = mergeRangeTests(fn);
    verify(result);
    assert.equal(printFunction(fn), `${before}\n`, 'what is inlined elsewhere stays as it is');
    assert.equal(printFunction(result), `${after}\n`);
  });
}

const unchanged = (name: string, text: string): void => merges(name, text, text);

merges(
  'a digit',
  `fn f.t: i32 {
b0(v0: i32):
  v1 = iconst 1
  v2 = iconst 48
  v3 = iconst 57
  v4 = icmp.ge v0, v2
  branch v4, b1, b2(v1)
b1:
  v5 = iconst 1
  v6 = icmp.gt v0, v3
  branch v6, b2(v5), b3
b2(v7: i32):
  return v7
b3:
  return v0
}`,
  `fn f.t: i32 {
b0(v0: i32):
  v1 = iconst 1
  v2 = iconst 48
  v3 = iconst 57
  v4 = iconst 1
  v5 = iconst 48
  v6 = isub v0, v5
  v7 = iconst 9
  v8 = icmp.ule v6, v7
  branch v8, b2, b1(v1)
b1(v9: i32):
  return v9
b2:
  return v0
}`,
);

merges(
  'an index',
  `fn f.t: i32 {
b0(v0: i32, v1: ref):
  v2 = iconst 0
  v3 = load.i32 v1+4 @length
  v4 = icmp.lt v0, v2
  branch v4, b3, b1
b1:
  v5 = icmp.lt v0, v3
  branch v5, b2, b3
b2:
  return v0
b3:
  return v2
}`,
  `fn f.t: i32 {
b0(v0: i32, v1: ref):
  v2 = iconst 0
  v3 = load.i32 v1+4 @length
  v4 = icmp.ult v0, v3
  branch v4, b1, b2
b1:
  return v0
b2:
  return v2
}`,
);

merges(
  'the upper end first',
  `fn f.t: i32 {
b0(v0: i32):
  v1 = iconst 0
  v2 = iconst 20
  v3 = icmp.lt v0, v2
  branch v3, b1, b3
b1:
  v4 = icmp.ge v0, v1
  branch v4, b2, b3
b2:
  return v0
b3:
  return v2
}`,
  `fn f.t: i32 {
b0(v0: i32):
  v1 = iconst 0
  v2 = iconst 20
  v3 = iconst 19
  v4 = icmp.ule v0, v3
  branch v4, b1, b2
b1:
  return v0
b2:
  return v2
}`,
);

unchanged(
  'a limit that may be negative',
  `fn f.t: i32 {
b0(v0: i32, v1: i32):
  v2 = iconst 0
  v3 = icmp.lt v0, v2
  branch v3, b3, b1
b1:
  v4 = icmp.lt v0, v1
  branch v4, b2, b3
b2:
  return v0
b3:
  return v2
}`,
);

unchanged(
  'ways that tell the two ends apart',
  `fn f.t: i32 {
b0(v0: i32):
  v1 = iconst 0
  v2 = iconst 20
  v3 = icmp.lt v0, v1
  branch v3, b3(v1), b1
b1:
  v4 = icmp.gt v0, v2
  branch v4, b3(v2), b2
b2:
  return v0
b3(v5: i32):
  return v5
}`,
);

unchanged(
  'no number is in the range',
  `fn f.t: i32 {
b0(v0: i32):
  v1 = iconst 50
  v2 = iconst 20
  v3 = icmp.lt v0, v1
  branch v3, b3, b1
b1:
  v4 = icmp.gt v0, v2
  branch v4, b3, b2
b2:
  return v0
b3:
  return v2
}`,
);
