// The functions of lib/types/intrinsics.d.ts: what library code does below the level of TypeScript.
import { OBJECT_FIELDS, TrapKind } from '../../abi/objects.ts';
import { catchableNames, isCatchable, type TrapError, trapErrors } from '../../abi/trap-errors.ts';
import type { Inst } from '../../ir/ir.ts';
import { fail } from '../diagnostics.ts';
import type { Rep } from '../reps.ts';
import {
  anyRep,
  booleanRep,
  intRep,
  isNothing,
  numberRep,
  stringRep,
  undefinedRep,
  valueType,
  voidRep,
} from '../reps.ts';
import type { ts } from '../typescript.ts';
import { emitKind, isBoxOf } from './any.ts';
import { type AnyArrayRep, arrayLength, isArrayRep, kindTag, loadUnchecked, newArray } from './arrays.ts';
import {
  choose,
  convert,
  isPresent,
  stringLength,
  toInt,
  toInt32,
  toNumber,
  unwrapped,
} from './conversions.ts';
import { lowerExpression } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import { functionTable } from './function-table.ts';
import { keyIntrinsics } from './key-intrinsics.ts';
import { callLibrary } from './library-calls.ts';
import { methodId, objectText } from './open-objects.ts';
import { comparison } from './operators.ts';
import { reflectionIntrinsics } from './reflection-intrinsics.ts';
import { toText } from './strings.ts';
import { instOf, type Value } from './value.ts';

export type Emit = (
  fn: FunctionLowering,
  args: readonly Value[],
  node: ts.CallExpression,
  expected: Rep | undefined,
) => Value;

const int = (inst: Inst): Value => ({ rep: intRep, inst });
const number = (inst: Inst): Value => ({ rep: numberRep, inst });
const string = (inst: Inst): Value => ({ rep: stringRep, inst });
const nothing: Value = { rep: voidRep };

/** Argument i as an int32. */
const i32 = (fn: FunctionLowering, args: readonly Value[], i: number, node: ts.CallExpression) =>
  toInt(fn, args[i]!, node.arguments[i]!);
const f64 = (fn: FunctionLowering, args: readonly Value[], i: number, node: ts.CallExpression) =>
  toNumber(fn, args[i]!, node.arguments[i]!);
const ref = (args: readonly Value[], i: number) => instOf(args[i]!);

/** What holds for the trap of a kind, one that programs can catch. */
function ofTrap(fn: FunctionLowering, kind: Inst, give: (error: TrapError) => Inst): Inst {
  const { b } = fn;
  const kinds = (Object.keys(trapErrors) as TrapKind[]).filter(isCatchable);
  const choose = (rest: readonly TrapKind[]): Inst => {
    const [first, ...others] = rest as [TrapKind, ...TrapKind[]];
    const value = give(trapErrors[first]);
    if (others.length === 0) return value;
    return b.select(b.icmp('eq', kind, b.iconst(TrapKind[first])), value, choose(others));
  };
  return choose(kinds);
}

function arrayRep(value: Value | undefined, node: ts.Node): AnyArrayRep {
  return value && isArrayRep(value.rep) ? value.rep : fail(node, 'GN1001', 'this use of an intrinsic');
}

const intrinsics: Record<string, Emit> = {
  __isHeldInteger: (fn, args, node) => ({
    rep: { kind: 'boolean' },
    inst: fn.b.op('dIsInt', f64(fn, args, 0, node)),
  }),
  __highWord: (fn, args, node) => int(wordOf(fn, f64(fn, args, 0, node), 4)),
  __lowWord: (fn, args, node) => int(wordOf(fn, f64(fn, args, 0, node), 0)),
  __makeDouble: (fn, args, node) => {
    const base = bitsAddress(fn);
    fn.b.store('i32', 'mmio', i32(fn, args, 0, node), base, 4);
    fn.b.store('i32', 'mmio', i32(fn, args, 1, node), base, 0);
    return number(fn.b.load('f64', 'mmio', base));
  },

  __load32: (fn, args, node) => {
    const [base, offset] = register(fn, toInt32(fn, args[0]!, node));
    return int(fn.b.load('i32', 'mmio', base, offset));
  },
  __store32: (fn, args, node) => {
    const [base, offset] = register(fn, toInt32(fn, args[0]!, node));
    fn.b.store('i32', 'mmio', toInt32(fn, args[1]!, node), base, offset);
    return nothing;
  },

  __move: (fn, args, node) => {
    const rep = arrayRep(args[0], node);
    const [to, from, count] = [1, 2, 3].map((i) => i32(fn, args, i, node));
    fn.b.helper('gn_array_move', ref(args, 0), kindTag(fn, rep), to!, from!, count!);
    return nothing;
  },
  __copy: (fn, args, node) => {
    const rep = arrayRep(args[0], node);
    const [from, to] = [1, 2].map((i) => i32(fn, args, i, node));
    return { rep, inst: fn.b.helper('gn_array_copy', ref(args, 0), kindTag(fn, rep), from!, to!) };
  },
  __newArray: (fn, args, node, expected) => {
    const own = fn.repAt(node);
    const rep = expected && isArrayRep(expected) ? expected : own;
    if (!isArrayRep(rep)) return fail(node, 'GN1001', 'this use of an intrinsic');
    return { rep, inst: newArray(fn, rep, i32(fn, args, 0, node)) };
  },
  __sameKind: (fn, args, node) => {
    const rep = arrayRep(args[0], node);
    return { rep, inst: newArray(fn, rep, i32(fn, args, 1, node)) };
  },
  __element: (fn, args, node) =>
    loadUnchecked(fn, arrayRep(args[0], node), ref(args, 0), i32(fn, args, 1, node)),
  __setLength: (fn, args, node) => {
    const rep = arrayRep(args[0], node);
    fn.b.helper('gn_array_set_length', ref(args, 0), kindTag(fn, rep), i32(fn, args, 1, node));
    return nothing;
  },
  __same: (fn, args, node) => ({ rep: booleanRep, inst: comparison(fn, 'eq', args[0]!, args[1]!, node) }),
  __isNaN: (fn, args, node) => {
    const { rep, inst } = args[0]!;
    const { b } = fn;
    if (rep.kind === 'number') return { rep: booleanRep, inst: b.dcmp('ne', inst!, inst!) };
    if (rep.kind === 'float') return { rep: booleanRep, inst: b.fcmp('ne', inst!, inst!) };
    if (rep.kind === 'any') return callLibrary(fn, 'any_isNaN', [args[0]!], node);
    return { rep: booleanRep, inst: b.iconst(0) };
  },
  __length: (fn, args, node) => {
    const { rep } = args[0]!;
    if (rep.kind === 'string') return int(stringLength(fn, ref(args, 0)));
    arrayRep(args[0], node);
    return int(arrayLength(fn, ref(args, 0)));
  },

  __unit: (fn, args, node) => int(fn.b.helper('gn_str_unit', ref(args, 0), i32(fn, args, 1, node))),
  __slice: (fn, args, node) =>
    string(fn.b.helper('gn_str_slice', ref(args, 0), i32(fn, args, 1, node), i32(fn, args, 2, node))),
  __indexOf: (fn, args, node) =>
    int(fn.b.helper('gn_str_index_of', ref(args, 0), ref(args, 1), i32(fn, args, 2, node))),
  __fromUnit: (fn, args, node) => string(fn.b.helper('gn_str_from_unit', i32(fn, args, 0, node))),
  __compareText: (fn, args) => int(fn.b.helper('gn_str_cmp', ref(args, 0), ref(args, 1))),
  __text: (fn, args, node) => string(toText(fn, args[0]!, node)),

  __joinText: (fn, args, node) => {
    const value = args[0]!;
    if (value.rep.kind !== 'optional' && value.rep.kind !== 'any') return string(toText(fn, value, node));
    const empty = () => instOf(fn.text(''));
    return string(choose(fn, isPresent(fn, value), () => toText(fn, unwrapped(value), node), empty));
  },

  __emptyArray: (fn) => {
    fn.b.check(fn.b.iconst(0), 'emptyArray');
    return nothing;
  },
  __kind: (fn, args, node) => int(emitKind(fn, convert(fn, args[0]!, anyRep, node))),
  __isBoxOf: (fn, args, node) => ({
    rep: booleanRep,
    inst: isBoxOf(
      fn,
      args[0]!,
      fn.repOf(fn.checker.getTypeFromTypeNode(node.typeArguments![0]!), node),
      node,
    ),
  }),
  __sameInside: (fn, args) => {
    const [a, b] = args.map((arg) => fn.b.load('ref', 'field.#value', instOf(arg), OBJECT_FIELDS));
    return { rep: booleanRep, inst: fn.b.rcmp('eq', a!, b!) };
  },
  __sameReference: (fn, args) => ({ rep: booleanRep, inst: fn.b.rcmp('eq', ref(args, 0), ref(args, 1)) }),
  __functionTable: (fn) => functionTable(fn),
  __methodId: (fn, _args, node) => int(fn.b.iconst(methodId((node.arguments[0] as ts.StringLiteral).text))),
  __objectText: (fn, args) => string(objectText(fn, args[0]!, '[object Object]')),
  __throw: (fn, args, node) => {
    fn.b.helper('gn_throw', instOf(convert(fn, args[0]!, anyRep, node)));
    return nothing;
  },
  __caught: (fn) => ({ rep: anyRep, inst: fn.b.helper('gn_caught') }),
  __caughtTrap: (fn, args, node) => int(fn.b.helper('gn_caught_trap', i32(fn, args, 0, node))),
  __trapMessage: (fn, args, node) =>
    string(ofTrap(fn, i32(fn, args, 0, node), ({ message }) => instOf(fn.text(message)))),
  __trapName: (fn, args, node) =>
    int(ofTrap(fn, i32(fn, args, 0, node), ({ name }) => fn.b.iconst(catchableNames.indexOf(name)))),
  __uncaught: (fn, args) => {
    fn.b.check(fn.b.iconst(0), 'uncaught', ref(args, 0), ref(args, 1));
    return nothing;
  },

  __absent: (fn, _args, node) => {
    const rep = fn.repAt(node);
    const canBeAbsent = rep.kind === 'optional' || rep.kind === 'any' || isNothing(rep);
    if (canBeAbsent) return convert(fn, { rep: undefinedRep, inst: fn.b.nullRef() }, rep, node);
    return { rep, inst: fn.b.constant(valueType(rep), rep.kind === 'number' ? Number.NaN : 0) };
  },
  __asIs: (_fn, args) => args[0]!,
  __resume: (fn, args) => ({ rep: booleanRep, inst: fn.b.helper('gn_resume', ref(args, 0)) }),
  __coroutine: (fn, _args, node) => ({ rep: fn.repAt(node), inst: fn.b.helper('gn_coroutine') }),
  __suspend: (fn) => {
    fn.b.helper('gn_suspend');
    return nothing;
  },
  __after: (fn, args) => {
    fn.b.helper('gn_after', ref(args, 0));
    return nothing;
  },
  __aborted: (fn) => int(fn.b.helper('gn_aborted')),
  __nextTimer: (fn, _args, node) => ({ rep: fn.repAt(node), inst: fn.b.helper('gn_next_timer') }),

  __badLength: (fn, args, node) => {
    fn.b.check(fn.b.iconst(0), 'badLength', i32(fn, args, 0, node));
    return nothing;
  },

  __delay: (fn, args, node) => {
    fn.b.helper('gn_delay_ms', f64(fn, args, 0, node));
    return nothing;
  },
  __millis: (fn) => number(fn.b.helper('gn_millis')),
  __micros: (fn) => number(fn.b.helper('gn_micros')),
  __startTimer: (fn, args, node) =>
    int(fn.b.helper('gn_timer_start', ref(args, 0), f64(fn, args, 1, node), i32(fn, args, 2, node))),
  __clearTimer: (fn, args, node) => {
    fn.b.helper('gn_timer_clear', i32(fn, args, 0, node));
    return nothing;
  },
};

// The words of a double are got at through eight bytes of memory. Its accesses overlap in ways that the alias
// classes of variables rule out, so they are marked like device registers, which nothing moves.

function bitsAddress(fn: FunctionLowering): Inst {
  const global = { name: 'bits', symbol: 'g.lib.bits', rep: numberRep };
  fn.module.useGlobal(global);
  return fn.b.address(global.symbol);
}

function wordOf(fn: FunctionLowering, double: Inst, offset: 0 | 4): Inst {
  const base = bitsAddress(fn);
  fn.b.store('f64', 'mmio', double, base);
  return fn.b.load('i32', 'mmio', base, offset);
}

/** A constant register address as a base that neighbours share, and an offset that a load can hold. */
function register(fn: FunctionLowering, address: Inst): [Inst, number] {
  if (address.op !== 'iconst') return [address, 0];
  const value = (address.imm ?? 0) >>> 0;
  const offset = value & 0x7c;
  return [fn.b.iconst(value - offset), offset];
}

export function isIntrinsic(name: string): boolean {
  return [intrinsics, keyIntrinsics, reflectionIntrinsics].some((table) => Object.hasOwn(table, name));
}

export function lowerIntrinsic(
  fn: FunctionLowering,
  name: string,
  node: ts.CallExpression,
  expected: Rep | undefined,
): Value {
  const emit = intrinsics[name] ?? keyIntrinsics[name] ?? reflectionIntrinsics[name];
  if (!emit) return fail(node, 'GN1003', `'${name}'`);
  const args = node.arguments.map((argument) => lowerExpression(fn, argument));
  return fn.within(node, () => emit(fn, args, node, expected));
}
