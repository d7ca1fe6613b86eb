// Objects in the heap, as compiled code makes them.
import { allocationHeader, type ObjectKind } from '../../abi/objects.ts';
import type { Builder } from '../../ir/builder.ts';
import type { Inst } from '../../ir/ir.ts';

/**
 * A new object with room for `bytes` bytes, header included, all zero but the word behind the header: what its kind wants
 * there (the class of an object, the code of a closure), else the first of its content.
 */
export function allocate(b: Builder, kind: ObjectKind, bytes: number, word: Inst = b.iconst(0)): Inst {
  return b.helper('gn_new', b.iconst(allocationHeader(kind, bytes)), word);
}
