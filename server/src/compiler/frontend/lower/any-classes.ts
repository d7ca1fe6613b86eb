// Classes in values of type `any` and `Function`: `value instanceof type`, `new (registry[name] as any)(...)`. Such a value is one
// of those classes that the program uses as values.
import type { Inst } from '../../ir/ir.ts';
import { anyFunctionRep, anyRep, arrayOf } from '../reps.ts';
import type { ts } from '../typescript.ts';
import { namesOfValues } from '../valued-classes.ts';
import { adaptFunction } from './adapters.ts';
import { toAny } from './any.ts';
import { arrayOfExpressions } from './arrays.ts';
import { Merge } from './assignments.ts';
import { descriptorOfClass } from './class-factories.ts';
import type { FunctionLowering } from './function.ts';
import { factoryIfAny, valueIfAny } from './held-classes.ts';
import { callLibrary } from './library-calls.ts';
import { passed, passedType, received } from './passing.ts';
import { classNamed } from './static-members.ts';
import { instOf, type Value } from './value.ts';

/** The address of the descriptor of the class that a value is; a TypeError if it is none. */
export function descriptorOfAny(fn: FunctionLowering, value: Value, node: ts.Expression): Inst {
  const result = fn.b.declareVariable('i32');
  chooseClass(fn, value, node, valueIfAny, (declaration) => {
    fn.b.write(result, fn.b.address(descriptorOfClass(fn, declaration)!));
  });
  return fn.b.read(result);
}

/** `new value(...)`. */
export function makeOfAny(fn: FunctionLowering, node: ts.NewExpression, value: Value): Value {
  const list = arrayOf(anyRep);
  const args = passed(fn, arrayOfExpressions(fn, list, [], undefined, node.arguments ?? [], node));
  const result = new Merge(fn, anyRep);
  chooseClass(fn, value, node.expression, factoryIfAny, (_declaration, factory) => {
    const target = adaptFunction(fn, factory, anyFunctionRep, node);
    result.set(received(fn, anyRep, fn.b.callRef(instOf(target), passedType(anyRep), [args])));
  });
  return result.get();
}

/** Does something for the class that a value is. */
function chooseClass(
  fn: FunctionLowering,
  value: Value,
  node: ts.Expression,
  valueFrom: typeof valueIfAny,
  action: (declaration: ts.ClassLikeDeclaration, factory: Value) => void,
): void {
  const { b } = fn;
  const join = b.createBlock();
  for (const name of namesOfValues(fn.checker, fn.module.world.families)) {
    const declaration = classNamed(name, fn);
    const factory = declaration && valueFrom(fn, declaration, node, undefined)?.();
    if (!declaration || !factory) continue;
    const isIt = instOf(callLibrary(fn, 'any_equals', [value, toAny(fn, factory, node)], node));
    const [there, other] = [b.createBlock(), b.createBlock()];
    b.branch(isIt, there, other);
    b.enterSealed(there);
    action(declaration, factory);
    b.jump(join);
    b.enterSealed(other);
  }
  const text = `'${node.getText()}' is no class here; give it a type: new (...args: any[]) => object`;
  callLibrary(fn, 'object_refuse', [fn.text(text)], node);
  b.trap('cast');
  b.enterSealed(join);
}
