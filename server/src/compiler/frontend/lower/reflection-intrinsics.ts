// Memory as lib/object.ts and lib/json.ts read it: texts of classes, which never change, and properties at addresses.
import {
  ARRAY_DATA,
  CLASS_TEXT,
  OBJECT_CLASS,
  ObjectKind,
  VIEW_OWNER,
  VIEW_SIZE,
} from '../../abi/objects.ts';
import type { MemoryType } from '../../ir/types.ts';
import { booleanRep, intRep, numberRep } from '../reps.ts';
import { allocate } from './allocation.ts';
import type { Emit } from './intrinsics.ts';
import { typedObject, typedValue } from './json.ts';
import { tellsJson, toldJson } from './json-told.ts';
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
  __dataOf: (fn, args) => ({ rep: intRep, inst: fn.b.load('i32', 'data', instOf(args[0]!), ARRAY_DATA) }),
  __isView: (fn, args) => {
    // Without views, none has to be looked for.
    if (!fn.module.elementsAreShared) return { rep: booleanRep, inst: fn.b.iconst(0) };
    const header = fn.b.load('i32', 'constant', instOf(args[0]!));
    const kind = fn.b.op('iand', header, fn.b.iconst(0xf));
    return { rep: booleanRep, inst: fn.b.icmp('eq', kind, fn.b.iconst(ObjectKind.view)) };
  },
  __viewOwner: (fn, args, node) => ({
    rep: fn.repAt(node),
    inst: fn.b.load('ref', 'field.#owner', instOf(args[0]!), VIEW_OWNER),
  }),
  __view: (fn, args, node) => {
    const { b } = fn;
    fn.module.shareElements();
    const [data, length, owner] = args.map(instOf);
    const view = allocate(b, ObjectKind.view, VIEW_SIZE, length);
    b.store('i32', 'data', data!, view, ARRAY_DATA);
    b.store('ref', 'field.#owner', owner!, view, VIEW_OWNER);
    return { rep: fn.repAt(node), inst: view };
  },
  __typed: (fn, args, node) => typedValue(fn, args[0]!, fn.repAt(node), node),
  __typedObject: (fn, args, node) => typedObject(fn, args[0]!, fn.repAt(node), node),
  __tellsJson: (fn, args, node) => ({ rep: booleanRep, inst: tellsJson(fn, args[0]!, node) }),
  __toldJson: (fn, args, node) => toldJson(fn, args[0]!, args[1]!, node),
  __byte: loadAt('u8'),
  __word: loadAt('i32'),
  __singleAt: (fn, args) => ({
    rep: numberRep,
    inst: fn.b.op('f2d', fn.b.load('f32', 'mmio', instOf(args[0]!))),
  }),
  __numberAt: (fn, args) => ({ rep: numberRep, inst: fn.b.load('num', 'mmio', instOf(args[0]!)) }),
};
