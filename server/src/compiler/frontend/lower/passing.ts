// How values travel between functions and into the heap: as their IR type, but for `number | undefined` and the like,
// which are a reference to a small object with the value, or null.
import { HEADER_SIZE, ObjectKind } from '../../abi/objects.ts';
import type { Inst } from '../../ir/ir.ts';
import type { IrType } from '../../ir/types.ts';
import { memorySize } from '../../ir/types.ts';
import type { OptionalRep, Rep } from '../reps.ts';
import { irTypeOf, isRef, memoryOf, valueType } from '../reps.ts';
import { allocate } from './allocation.ts';
import { choose, isPresent } from './conversions.ts';
import type { FunctionLowering } from './function.ts';
import { instOf, type Value } from './value.ts';

/** True for optional scalars, whose local form has two parts. */
export function isOptionalScalar(rep: Rep): rep is OptionalRep {
  return rep.kind === 'optional' && !isRef(rep);
}

/** The IR type of a parameter or result. */
export function passedType(rep: Rep): IrType | 'void' {
  return isOptionalScalar(rep) ? 'ref' : irTypeOf(rep);
}

/** The IR type of a parameter, which always has one. */
export function parameterType(rep: Rep): IrType {
  return isOptionalScalar(rep) ? 'ref' : valueType(rep);
}

/** The value as it is passed; allocates for an optional scalar that is there. */
export function passed(fn: FunctionLowering, value: Value): Inst {
  const { rep } = value;
  if (!isOptionalScalar(rep)) return instOf(value);
  const { b } = fn;
  return choose(
    fn,
    isPresent(fn, value),
    () => {
      const memory = memoryOf(rep.of);
      const object = allocate(b, ObjectKind.raw, HEADER_SIZE + memorySize[memory]);
      b.store(memory, 'capture', instOf(value), object, HEADER_SIZE);
      return object;
    },
    () => b.nullRef(),
  );
}

/** A value that was passed. */
export function received(fn: FunctionLowering, rep: Rep, inst: Inst): Value {
  if (!isOptionalScalar(rep)) return { rep, inst };
  const { b } = fn;
  const present = b.rcmp('ne', inst, b.nullRef());
  const value = choose(
    fn,
    present,
    () => b.load(memoryOf(rep.of), 'capture', inst, HEADER_SIZE),
    () => b.constant(valueType(rep), 0),
  );
  return { rep, inst: value, present };
}
