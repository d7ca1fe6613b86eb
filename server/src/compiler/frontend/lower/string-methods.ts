// Methods of strings: functions of lib/string.ts named string_METHOD.
import { fail } from '../diagnostics.ts';
import type { Rep } from '../reps.ts';
import { intRep, isRef, numberRep, optionalOf, stringRep } from '../reps.ts';
import { ts } from '../typescript.ts';
import { Merge } from './assignments.ts';
import { lowerCount, stringLength } from './conversions.ts';
import { lowerTo } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import { callLibrary } from './library-calls.ts';
import { instOf, type Value } from './value.ts';

const n = numberRep;
const s = stringRep;

/** What is passed for an argument that is missing: 0, the string's length, or the default of the library. */
type Missing = 'zero' | 'length' | 'none';

/** Parameters after the string itself, and what is passed for a missing last one. */
const methods: Record<string, { readonly params: readonly Rep[]; readonly missing?: readonly Missing[] }> = {
  charAt: { params: [n], missing: ['zero'] },
  charCodeAt: { params: [n], missing: ['zero'] },
  indexOf: { params: [s, n], missing: ['none', 'zero'] },
  lastIndexOf: { params: [s, n], missing: ['none', 'length'] },
  includes: { params: [s, n], missing: ['none', 'zero'] },
  startsWith: { params: [s, n], missing: ['none', 'zero'] },
  endsWith: { params: [s, n], missing: ['none', 'length'] },
  slice: { params: [n, n], missing: ['zero', 'length'] },
  substring: { params: [n, n], missing: ['zero', 'length'] },
  trim: { params: [] },
  trimStart: { params: [] },
  trimEnd: { params: [] },
  toUpperCase: { params: [] },
  toLowerCase: { params: [] },
  repeat: { params: [n] },
  padStart: { params: [n, s] },
  padEnd: { params: [n, s] },
  split: { params: [s, n] },
  replace: { params: [s, s] },
  replaceAll: { params: [s, s] },
};

export function lowerStringMethod(
  fn: FunctionLowering,
  receiver: Value,
  method: string,
  node: ts.CallExpression,
): Value {
  const lowered = (params: readonly Rep[]) =>
    node.arguments.map((argument, i) => {
      if (ts.isSpreadElement(argument)) fail(argument, 'GN1001', 'spreading here');
      const rep = params[i];
      if (!rep) return fail(argument, 'GN1003', `this form of '${method}'`);
      return rep === n ? lowerCount(fn, argument) : lowerTo(fn, argument, rep);
    });
  switch (method) {
    case 'toString':
    case 'valueOf':
      return receiver;
    case 'concat': {
      let result = receiver;
      for (const argument of node.arguments) {
        const other = lowerTo(fn, argument, stringRep);
        result = { rep: s, inst: fn.b.helper('gn_str_concat', instOf(result), instOf(other)) };
      }
      return result;
    }
    case 'at':
    case 'codePointAt':
      return fn.within(node, () => unitOrNone(fn, receiver, method, lowered([n])[0]!, node));
  }
  const known = Object.hasOwn(methods, method) ? methods[method] : undefined;
  if (!known) return fail(node, 'GN1003', `'${method}' of a string`);
  const args = lowered(known.params);
  for (const missing of known.missing?.slice(args.length) ?? []) {
    const inst = missing === 'length' ? stringLength(fn, instOf(receiver)) : fn.b.iconst(0);
    args.push({ rep: intRep, inst });
  }
  const value = callLibrary(fn, `string_${method}`, [receiver, ...args], node);
  return value.rep.kind === 'int' ? { rep: n, inst: fn.b.op('i2d', instOf(value)) } : value;
}

/** `at` and `codePointAt` give undefined where the index is out of range. */
function unitOrNone(
  fn: FunctionLowering,
  receiver: Value,
  method: 'at' | 'codePointAt',
  index: Value,
  node: ts.Node,
): Value {
  const { b } = fn;
  const length: Value = { rep: intRep, inst: stringLength(fn, instOf(receiver)) };
  const resolve = method === 'at' ? 'array_indexAt' : 'string_indexInRange';
  const found = callLibrary(fn, resolve, [length, index], node);
  const rep = optionalOf(method === 'at' ? s : n);
  const merge = new Merge(fn, rep);
  const there = b.createBlock();
  const absent = b.createBlock();
  const join = b.createBlock();
  b.branch(b.icmp('ge', instOf(found), b.iconst(0)), there, absent);
  b.enterSealed(there);
  if (method === 'at') {
    merge.set({
      rep,
      inst: b.helper('gn_str_from_unit', b.helper('gn_str_unit', instOf(receiver), instOf(found))),
    });
  } else {
    const point = callLibrary(fn, 'string_codePoint', [receiver, found], node);
    merge.set({ rep, inst: b.op('i2d', instOf(point)), present: b.iconst(1) });
  }
  b.jump(join);
  b.enterSealed(absent);
  if (isRef(rep)) merge.set({ rep, inst: b.nullRef() });
  else merge.set({ rep, inst: b.dconst(0), present: b.iconst(0) });
  b.jump(join);
  b.enterSealed(join);
  return merge.get();
}
