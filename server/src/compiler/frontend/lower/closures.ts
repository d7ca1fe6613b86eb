// Captured variables: how nested functions get them, and closures in the heap.
import { CLOSURE_CAPTURES, HEADER_SIZE, ObjectKind } from '../../abi/objects.ts';
import type { Inst } from '../../ir/ir.ts';
import type { IrType } from '../../ir/types.ts';
import { memorySize } from '../../ir/types.ts';
import { memoryOf } from '../reps.ts';
import type { ts } from '../typescript.ts';
import { allocate } from './allocation.ts';
import type { ScopeNode } from './captures.ts';
import type { FunctionLowering } from './function.ts';
import type { CapturedVariable, FunctionInstance } from './instances.ts';
import { parameterType, passed, received } from './passing.ts';

/** The variables around a function or protected part that it uses, as they are bound where it is referred to. */
export function capturedVariables(
  fn: FunctionLowering,
  node: ScopeNode,
  staticThis?: ts.ClassLikeDeclaration,
): CapturedVariable[] {
  const captures = fn.module.captures(node.getSourceFile());
  return captures.of(node, staticThis).map((symbol) => {
    const binding = fn.binding(symbol, node);
    return { symbol, rep: binding.rep, boxed: binding.kind === 'box' };
  });
}

/** What is passed for captured variables: their value, or their box. */
export function captureValues(
  fn: FunctionLowering,
  captures: readonly CapturedVariable[],
  node: ts.Node,
): Inst[] {
  return captures.map(({ symbol }) => {
    const binding = fn.binding(symbol, node);
    return binding.kind === 'box' ? fn.b.read(binding.box) : passed(fn, fn.read(binding));
  });
}

/** The IR type of a captured variable. */
export function captureType(capture: CapturedVariable): IrType {
  return capture.boxed ? 'ref' : parameterType(capture.rep);
}

/** Binds a captured variable to what was passed for it. */
export function bindCapture(fn: FunctionLowering, capture: CapturedVariable, inst: Inst): void {
  const { symbol, rep } = capture;
  if (capture.boxed) {
    const box = fn.b.declareVariable('ref', symbol.name);
    fn.b.write(box, inst);
    fn.bind(symbol, { kind: 'box', rep, box });
  } else {
    fn.bind(symbol, { kind: 'value', rep, value: received(fn, rep, inst) });
  }
}

// A closure holds references, which the collector follows: captured references first, and if there are scalars,
// last a reference to one raw object with them.

interface ClosureLayout {
  readonly refs: readonly CapturedVariable[];
  readonly scalars: readonly { readonly capture: CapturedVariable; readonly offset: number }[];
  readonly scalarBytes: number;
  readonly bytes: number;
}

function closureLayout(captures: readonly CapturedVariable[]): ClosureLayout {
  const refs = captures.filter((capture) => captureType(capture) === 'ref');
  let scalarBytes = HEADER_SIZE;
  const scalars = captures
    .filter((capture) => captureType(capture) !== 'ref')
    .map((capture) => {
      const offset = scalarBytes;
      scalarBytes += memorySize[memoryOf(capture.rep)];
      return { capture, offset };
    });
  const words = refs.length + (scalars.length > 0 ? 1 : 0);
  return { refs, scalars, scalarBytes, bytes: CLOSURE_CAPTURES + 4 * words };
}

/** Binds captured variables to what the closure that was called holds. */
export function bindClosureCaptures(fn: FunctionLowering, captures: readonly CapturedVariable[]): void {
  if (captures.length === 0) return;
  const { b } = fn;
  const { refs, scalars } = closureLayout(captures);
  const self = b.self();
  for (const [i, capture] of refs.entries()) {
    bindCapture(fn, capture, b.load('ref', 'capture', self, CLOSURE_CAPTURES + 4 * i));
  }
  if (scalars.length === 0) return;
  const raw = b.load('ref', 'capture', self, CLOSURE_CAPTURES + 4 * refs.length);
  for (const { capture, offset } of scalars) {
    bindCapture(fn, capture, b.load(memoryOf(capture.rep), 'capture', raw, offset));
  }
}

/** Makes a closure of a function that captures variables. */
export function newClosure(fn: FunctionLowering, instance: FunctionInstance, node: ts.Node): Inst {
  const { b } = fn;
  const { refs, scalars, scalarBytes, bytes } = closureLayout(instance.captures);
  const values = captureValues(fn, instance.captures, node);
  const passed = new Map(instance.captures.map((capture, i) => [capture, values[i]!]));
  let raw: Inst | undefined;
  if (scalars.length > 0) {
    raw = allocate(b, ObjectKind.raw, scalarBytes);
    for (const { capture, offset } of scalars) {
      b.store(memoryOf(capture.rep), 'capture', passed.get(capture)!, raw, offset);
    }
  }
  const closure = allocate(b, ObjectKind.closure, bytes, b.address(instance.symbol));
  for (const [i, capture] of refs.entries()) {
    b.store('ref', 'capture', passed.get(capture)!, closure, CLOSURE_CAPTURES + 4 * i);
  }
  if (raw) b.store('ref', 'capture', raw, closure, CLOSURE_CAPTURES + 4 * refs.length);
  return closure;
}
