// Coroutine elimination: which loops become the bodies of what they go over, and how.

import { removeRedundantParams } from './block-params.ts';
import type { ClassKnowledge } from './context.ts';
import { mergeCoroutines } from './merge-coroutines.ts';
import { simplifyControlFlow } from './simplify-cfg.ts';
import { golden } from './testing/golden.ts';

const classes: ClassKnowledge = {
  answer: () => undefined,
  codeOf: (closure) => (closure === 'k.count' ? 'f.count.value' : undefined),
};

/** Yields 0, 1, ..., 9. */
const count = `fn f.count.value "count": void {
b0:
  v0 = iconst 0
  jump b1(v0)
b1(v1: i32):
  v2 = helper gn_coroutine()
  store.i32 v1, v2+16 @field.__current
  helper gn_suspend()
  v3 = iconst 1
  v4 = iadd v1, v3
  v5 = iconst 10
  v6 = icmp.lt v4, v5
  branch v6, b1(v4), b2
b2:
  return
}`;

/** The sum of what it yields. */
const sum = `fn f.sum: i32 {
b0:
  v0 = iconst 0
  v1 = iconst 2822
  v2 = helper gn_new(v1, v0)
  v3 = object k.count
  store.ref v3, v2+8 @field.__body
  jump b1(v0)
b1(v4: i32):
  v5 = helper gn_resume(v2)
  branch v5, b2, b3
b2:
  v6 = load.i32 v2+16 @field.__current
  v7 = iadd v4, v6
  jump b1(v7)
b3:
  return v4
}`;

golden(
  'the loop comes where the body waits',
  [mergeCoroutines, simplifyControlFlow, removeRedundantParams],
  sum,
  `fn f.sum inlines(f.count.value): i32 {
b0:
  v0 = iconst 0
  v1 = iconst 2822
  v2 = helper gn_new(v1, v0)
  v3 = object k.count
  store.ref v3, v2+8 @field.__body
  v4 = iconst 0
  jump b2(v4, v0)
b1:
  return v8
b2(v5: i32, v6: i32):
  store.i32 v5, v2+16 @field.__current
  v7 = load.i32 v2+16 @field.__current
  v8 = iadd v6, v7
  v9 = iconst 1
  v10 = iadd v5, v9
  v11 = iconst 10
  v12 = icmp.lt v10, v11
  branch v12, b2(v10, v8), b1
}`,
  [count],
  classes,
);

/** Yields twice. */
const both = `fn f.count.value "both": void {
b0:
  v0 = helper gn_coroutine()
  v1 = iconst 5
  store.i32 v1, v0+16 @field.__current
  helper gn_suspend()
  v2 = iconst 7
  store.i32 v2, v0+16 @field.__current
  helper gn_suspend()
  return
}`;

golden(
  'a copy of it comes to each place',
  [mergeCoroutines, simplifyControlFlow, removeRedundantParams],
  sum,
  `fn f.sum inlines(f.count.value): i32 {
b0:
  v0 = iconst 0
  v1 = iconst 2822
  v2 = helper gn_new(v1, v0)
  v3 = object k.count
  store.ref v3, v2+8 @field.__body
  v4 = iconst 5
  store.i32 v4, v2+16 @field.__current
  v5 = load.i32 v2+16 @field.__current
  v6 = iadd v0, v5
  v7 = iconst 7
  store.i32 v7, v2+16 @field.__current
  v8 = load.i32 v2+16 @field.__current
  v9 = iadd v6, v8
  return v9
}`,
  [both],
  classes,
);

golden(
  'a body that has parts stays',
  mergeCoroutines,
  sum,
  sum,
  [count.replace('v3 = iconst 1', 'v3 = helper gn_try(v2)')],
  classes,
);

const caller = (name: string) => `fn f.count.value "count": void {
b0:
  call f.${name}()
  helper gn_suspend()
  return
}`;

golden(
  'nor may what it calls be what waits',
  mergeCoroutines,
  sum,
  sum,
  [
    caller('waits'),
    `fn f.waits: void {
b0:
  helper gn_suspend()
  return
}`,
  ],
  classes,
);
golden('or be unknown', mergeCoroutines, sum, sum, [caller('other')], classes);

const known = sum.replace('jump b1(v0)', 'call f.show(v2)\n  jump b1(v0)');
golden('one that others know stays', mergeCoroutines, known, known, [count], classes);

const again = sum
  .replace('branch v5, b2, b3', 'v50 = helper gn_resume(v2)\n  branch v5, b2, b3')
  .replaceAll(/v(6|7)\b/g, (_, n) => `v${Number(n) + 1}`)
  .replace('v50', 'v6');
golden('and one that is resumed elsewhere, too', mergeCoroutines, again, again, [count], classes);
