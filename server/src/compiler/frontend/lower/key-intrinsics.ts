// Values as keys of maps and sets: the intrinsics that lib/key-table.ts is written with.
import { ARRAY_DATA, OBJECT_FIELDS } from '../../abi/objects.ts';
import type { Inst } from '../../ir/ir.ts';
import { intRep, numberRep, voidRep } from '../reps.ts';
import type { ts } from '../typescript.ts';
import { elementKind, isArrayRep, storeAt } from './arrays.ts';
import { choose, isPresent, toNumber, unwrapped } from './conversions.ts';
import type { FunctionLowering } from './function.ts';
import { functionOrigin } from './function-identity.ts';
import type { Emit } from './intrinsics.ts';
import { callLibrary } from './library-calls.ts';
import { instOf, type Value } from './value.ts';

export const keyIntrinsics: Record<string, Emit> = {
  __hash: (fn, args, node) => ({ rep: intRep, inst: hash(fn, args[0]!, node) }),
  __asKey: (fn, args, node) => asKey(fn, args[0]!, node),
  __address: (fn, args) => ({ rep: intRep, inst: fn.b.op('refToAddress', instOf(args[0]!)) }),
  __addressInside: (fn, args) => {
    const inside = fn.b.load('ref', 'field.#value', instOf(args[0]!), OBJECT_FIELDS);
    return { rep: intRep, inst: fn.b.op('refToAddress', inside) };
  },
  __forget: (fn, args) => {
    const [array, index] = args.map(instOf) as [Inst, Inst];
    const { rep } = args[0]!;
    if (isArrayRep(rep) && elementKind(rep) === 'ref') {
      const data = fn.b.load('i32', 'data', array, ARRAY_DATA);
      storeAt(fn, rep, fn.b.nullRef(), data, index);
    }
    return { rep: voidRep };
  },
};

/** Equal for values that are the same by SameValueZero. */
function hash(fn: FunctionLowering, value: Value, node: ts.Node): Inst {
  const { rep } = value;
  const { b } = fn;
  switch (rep.kind) {
    case 'int':
    case 'boolean':
    case 'handle':
      return instOf(value);
    case 'float':
    case 'number': {
      const number: Value = { rep: numberRep, inst: toNumber(fn, value, node) };
      return instOf(callLibrary(fn, 'number_hash', [number], node));
    }
    case 'function':
      return functionOrigin(fn, value, node);
    case 'string':
      return instOf(callLibrary(fn, 'string_hash', [value], node));
    case 'any':
      return instOf(callLibrary(fn, 'any_hash', [value], node));
    case 'optional':
      return choose(
        fn,
        isPresent(fn, value),
        () => hash(fn, unwrapped(value), node),
        () => b.iconst(0),
      );
    default:
      return b.op('refToAddress', instOf(value));
  }
}

function asKey(fn: FunctionLowering, value: Value, node: ts.Node): Value {
  const { rep } = value;
  const { b } = fn;
  const inst = value.inst!;
  if (rep.kind === 'any') return callLibrary(fn, 'any_asKey', [value], node);
  if (rep.kind === 'number')
    return { rep, inst: b.select(b.dcmp('eq', inst, b.dconst(0)), b.dconst(0), inst) };
  if (rep.kind === 'float') {
    const zero = b.constant('f32', 0);
    return { rep, inst: b.select(b.fcmp('eq', inst, zero), zero, inst) };
  }
  return value;
}
