// Memory as lib/object.ts and lib/json.ts read it: texts of classes, which never change, and properties at addresses.
import { CLASS_TEXT, OBJECT_CLASS } from '../../abi/objects.ts';
import type { MemoryType } from '../../ir/types.ts';
import { intRep, numberRep } from '../reps.ts';
import type { Emit } from './intrinsics.ts';
import { typedObject, typedValue } from './json.ts';
import { instOf } from './value.ts';

/** A load that nothing moves over a store: what is at the address may be a property of any name. */
const loadAt =
  (memory: MemoryType): Emit =>
  (fn, args) => ({ rep: intRep, inst: fn.b.load(memory, 'mmio', instOf(args[0]!)) });

export const reflectionIntrinsics: Record<string, Emit> = {
  __classText: (fn, args) => {
    const descriptor = fn.b.load('i32', 'field.#class', instOf(args[0]!), OBJECT_CLASS);
    return { rep: intRep, inst: fn.b.load('i32', 'constant', descriptor, CLASS_TEXT) };
  },
  __at: (fn, args, node) => ({ rep: fn.repAt(node), inst: fn.b.op('addressToRef', instOf(args[0]!)) }),
  __typed: (fn, args, node) => typedValue(fn, args[0]!, fn.repAt(node), node),
  __typedObject: (fn, args, node) => typedObject(fn, args[0]!, fn.repAt(node), node),
  __byte: loadAt('u8'),
  __word: loadAt('i32'),
  __singleAt: (fn, args) => ({
    rep: numberRep,
    inst: fn.b.op('f2d', fn.b.load('f32', 'mmio', instOf(args[0]!))),
  }),
  __numberAt: (fn, args) => ({ rep: numberRep, inst: fn.b.load('num', 'mmio', instOf(args[0]!)) }),
};
