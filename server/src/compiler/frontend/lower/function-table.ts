// Names and counts of parameters of functions that are values: a table says what the code of each function of the module is
// (lib/function-table.ts). It is made where a program asks, once all functions are known.
import { Builder } from '../../ir/builder.ts';
import { type IrFunction, newFunction } from '../../ir/ir.ts';
import { digestOf } from '../digest.ts';
import { intRep, type Rep } from '../reps.ts';
import type { ts } from '../typescript.ts';
import type { FunctionLowering } from './function.ts';
import { callLibrary } from './library-calls.ts';
import type { ModuleLowering } from './module.ts';
import { instOf, type Value } from './value.ts';

/** `f.name`, `f.length`, of a function that a value is. */
export function propertyOfFunction(
  fn: FunctionLowering,
  value: Value,
  property: 'name' | 'length',
  node: ts.Node,
): Value {
  const address: Value = { rep: intRep, inst: fn.b.op('refToAddress', instOf(value)) };
  const result = callLibrary(fn, `function_${property}Of`, [address], node);
  return property === 'name'
    ? result
    : { rep: { kind: 'number' } as Rep, inst: fn.b.op('i2d', instOf(result)) };
}

const TABLE = 'f.lib.functionTable';
/** What asks of values that are known to be functions. */
const asking = ['f.lib.function_nameOf', 'f.lib.function_lengthOf'];

/** `__functionTable()`: entries of three words, code, name and count, ended by a zero. */
export function functionTable({ module, b }: FunctionLowering): Value {
  let done: string | undefined;
  module.addLast(TABLE, () => {
    // Of values of type any, none may be a function.
    const isAsked = asking.some((symbol) => module.hasFunction(symbol)) || module.hasBoxedFunctions;
    const functions = module.allFunctions.filter(({ shown }) => isAsked && shown);
    const content = functions.map(({ symbol }) => symbol).join();
    if (content === done) return false;
    done = content;
    module.addFunction(tableOf(module, functions, content));
    return true;
  });
  return { rep: intRep, inst: b.call(TABLE, 'i32', []) };
}

/** The function that gives the address of the table. */
function tableOf(module: ModuleLowering, functions: readonly IrFunction[], content: string): IrFunction {
  const bytes = new Uint8Array(12 * functions.length + 4);
  const view = new DataView(bytes.buffer);
  const relocations = functions.flatMap(({ symbol, shown }, i) => {
    view.setInt32(12 * i + 8, shown!.parameters ?? -1, true);
    return [
      { offset: 12 * i, symbol },
      { offset: 12 * i + 4, symbol: module.constants.string(shown!.name) },
    ];
  });
  const symbol = `k.functions.${digestOf(content)}`;
  module.constants.add({ symbol, bytes, relocations });
  const b = new Builder(newFunction(TABLE, '(functions)', 'i32'));
  b.return(b.address(symbol));
  return b.finish();
}
