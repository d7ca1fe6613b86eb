// Values that rare blocks alone find in memory are stored on the way there.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFunction } from '../../ir/parse.ts';
import { verify } from '../../ir/verify.ts';
import { FIRST_SLOT } from './allocation.ts';
import { checkAllocation } from './check-allocation.ts';
import { allocate } from './compile.ts';
import { isCall } from './liveness.ts';

/** A loop with a call for some elements, across which five values live. */
const loop = (rare: string): string => `fn f: i32 {
b0(v0: i32, v1: i32, v2: i32):
  v3 = iconst 0
  jump b1(v3, v3, v3)
b1(v4: i32, v5: i32, v6: i32):
  v7 = load.i32 v0[v4] @element.i32
  v8 = load.i32 v1[v4] @element.i32
  v9 = icmp.lt v7, v8
  branch v9, b3(v8), b2
${rare}b2:
  v10: i32 = call g(v7)
  v11 = iadd v10, v8
  jump b3(v11)
b3(v12: i32):
  v13 = iadd v5, v12
  v14 = ixor v6, v12
  v15 = iconst 1
  v16 = iadd v4, v15
  v17 = icmp.lt v16, v2
  branch v17, b1(v16, v13, v14), b4
b4:
  v18 = isub v13, v14
  return v18
}`;

test('a loop stores nothing in its usual rounds for a call that is rare', () => {
  const fn = parseFunction(loop('rare '));
  verify(fn);
  const allocation = allocate(fn);
  checkAllocation(allocation);
  for (const [index, items] of allocation.blocks.entries()) {
    const stores = items.filter(({ inst, defs }) => !inst && defs[0]! >= FIRST_SLOT).length;
    const isRare = items.some(({ inst }) => inst && isCall(inst));
    if (index > 0) assert.equal(stores > 0, isRare, `block ${index} stores ${stores} values`);
  }
});
