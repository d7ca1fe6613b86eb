// What is known of calls from the functions that are called, and what follows from it.
import { noteCallEffects } from './call-effects.ts';
import { numberValues } from './gvn.ts';
import { inlineCalls } from './inline.ts';
import { hoistInvariants } from './licm.ts';
import { simplifyControlFlow } from './simplify-cfg.ts';
import { golden } from './testing/golden.ts';

const find = `fn f.lib.find: i32 {
b0(v0: ref, v1: i32):
  v2 = load.i32 v0+4 @length
  bounds v1, v2
  v3 = load.i32 v0+8 @data
  v4 = load.i32 v3[v1] @element.i32
  return v4
}`;

const move = `fn f.move: void {
b0(v0: ref, v1: i32):
  store.i32 v1, v0+8 @field.x
  v2: i32 = call f.lib.find(v0, v1)
  v3 = iconst 0
  v4 = icmp.lt v2, v3
  branch v4, b1, b2
b1:
  v5 = isub v1, v2
  call f.move(v0, v5)
  return
b2:
  return
}`;

golden(
  'a function that only reads, asked twice, beside one that writes',
  [noteCallEffects, numberValues],
  `fn f.t: i32 {
b0(v0: ref, v1: i32, v2: ref):
  v3: i32 = call f.lib.find(v0, v1)
  v4 = load.i32 v2+12 @field.y
  v5 = load.i32 v2+8 @field.x
  v6: i32 = call f.lib.find(v0, v1)
  call f.move(v2, v3)
  v7 = load.i32 v2+12 @field.y
  v8 = load.i32 v2+8 @field.x
  v9: i32 = call f.lib.find(v0, v1)
  v10 = iadd v4, v5
  v11 = iadd v7, v8
  v12 = iadd v6, v9
  v13 = iadd v10, v11
  v14 = iadd v12, v13
  return v14
}`,
  `fn f.t relies(f.lib.find, f.move): i32 {
b0(v0: ref, v1: i32, v2: ref):
  v3: i32 = call f.lib.find(v0, v1) only reads
  v4 = load.i32 v2+12 @field.y
  v5 = load.i32 v2+8 @field.x
  call f.move(v2, v3) writes (field.x)
  v6 = load.i32 v2+8 @field.x
  v7: i32 = call f.lib.find(v0, v1) only reads
  v8 = iadd v4, v5
  v9 = iadd v4, v6
  v10 = iadd v3, v7
  v11 = iadd v8, v9
  v12 = iadd v10, v11
  return v12
}`,
  [find, move],
);

const calls = (
  symbol: string,
  known: boolean,
): string => `fn ${symbol}${known ? ' relies(f.lib.find)' : ''}: i32 {
b0(v0: ref, v1: i32):
  v2: i32 = call f.lib.find(v0, v1)${known ? ' only reads' : ''}
  call f.move(v0, v2)
  return v2
}`;

golden(
  'what coroutines may hold relies on functions of the library alone',
  noteCallEffects,
  calls('f.t.value', false),
  calls('f.t.value', true),
  [find, move],
);

const any = (body: string): string => `fn f.any: void { b0(v0: ref, v1: i32): ${body}; return }`;
const callsAny = `fn f.t: void {
b0(v0: ref, v1: i32):
  call f.any(v0, v1)
  return
}`;
for (const [name, body] of [
  ['calls of what is not known', 'call f.other(v0)'],
  ['calls of function values', 'callRef v0(v0)'],
  ['helpers that run others', 'v2 = helper gn_try(v0)'],
  ['device registers', 'v2 = load.i32 v1+0 @mmio'],
  ['pushes of any kind', 'v2 = helper gn_array_push(v0, v1)'],
] as const)
  golden(`nothing is known of ${name}`, noteCallEffects, callsAny, callsAny, [any(body)]);

golden(
  'what writes nothing but does something is not left out',
  [noteCallEffects, numberValues],
  callsAny.replace('  return', '  call f.any(v0, v1)\n  return'),
  callsAny
    .replace('f.t:', 'f.t relies(f.any):')
    .replace('  return', '  call f.any(v0, v1)\n  return')
    .replaceAll('(v0, v1)\n', '(v0, v1) writes ()\n'),
  [any('helper gn_out_i32(v1)')],
);

golden(
  'a call that only reads leaves the loop from its start, not from behind what others see',
  [noteCallEffects, hoistInvariants, simplifyControlFlow],
  `fn f.t: void {
b0(v0: ref, v1: i32):
  jump b1(v1)
b1(v2: i32):
  v3: i32 = call f.lib.find(v0, v1)
  helper gn_out_i32(v3)
  v4: i32 = call f.lib.find(v0, v3)
  v5 = iadd v2, v4
  branch v5, b1(v5), b2
b2:
  return
}`,
  `fn f.t relies(f.lib.find): void {
b0(v0: ref, v1: i32):
  v2: i32 = call f.lib.find(v0, v1) only reads
  jump b1(v1)
b1(v3: i32):
  helper gn_out_i32(v2)
  v4: i32 = call f.lib.find(v0, v2) only reads
  v5 = iadd v3, v4
  branch v5, b1(v5), b2
b2:
  return
}`,
  [find],
);

golden(
  'what a body knew of its calls is forgotten where it is copied into what coroutines may hold',
  [inlineCalls, simplifyControlFlow],
  `fn f.t.value: void {
b0(v0: ref):
  call f.twice(v0)
  return
}`,
  `fn f.t.value inlines(f.twice) relies(f.move): void {
b0(v0: ref):
  v1 = iconst 1
  call f.move(v0, v1)
  return
}`,
  [
    `fn f.twice relies(f.move): void {
b0(v0: ref):
  v1 = iconst 1
  call f.move(v0, v1) writes (field.x)
  return
}`,
  ],
);
