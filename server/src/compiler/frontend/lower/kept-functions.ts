// Functions that are one value each time that the block which declares them is entered. They capture variables, and so
// are closures: a variable by the function's name keeps the closure. It is made where the function begins to exist if all
// that it captures is there, else where its value is needed first.
import type { Inst } from '../../ir/ir.ts';
import { anyRep, type FunctionRep } from '../reps.ts';
import { ts } from '../typescript.ts';
import { type FunctionNode, staticFunction } from './captures.ts';
import { choose } from './conversions.ts';
import type { Binding, FunctionLowering } from './function.ts';
import { closureOf, valueArity, valueRep, wantedFunction } from './function-values.ts';
import { signatureOf, substitutionAround } from './functions.ts';
import type { Value } from './value.ts';
import { variableRep } from './variables.ts';

/** Declares what is there when a block is entered: the variables of its functions, and functions that are hoisted. */
export function declareHoisted(fn: FunctionLowering, statements: readonly ts.Statement[]): void {
  const hoisted: ts.FunctionDeclaration[] = [];
  for (const statement of statements) {
    if (ts.isFunctionDeclaration(statement)) {
      if (statement.body && declareKept(fn, statement)) hoisted.push(statement);
    } else if (ts.isVariableStatement(statement)) {
      for (const { name } of statement.declarationList.declarations) {
        if (!ts.isIdentifier(name)) continue;
        const symbol = fn.symbolAt(name);
        const held = staticFunction(symbol);
        if (held) declareKept(fn, held);
        else if (fn.module.captures(name.getSourceFile()).isHoisted(symbol))
          fn.declare(symbol, variableRep(fn, name), name);
      }
    }
  }
  for (const node of hoisted) makeKept(fn, node);
}

function declareKept(fn: FunctionLowering, node: FunctionNode): Binding | undefined {
  const symbol = fn.module.captures(node.getSourceFile()).keptName(node);
  if (!symbol) return undefined;
  const binding = fn.declare(symbol, anyRep, node);
  fn.write(binding, { rep: anyRep, inst: fn.b.nullRef() });
  return binding;
}

/** Makes a function that can be made now, where it is declared. */
export function makeKept(fn: FunctionLowering, node: FunctionNode): void {
  const captures = fn.module.captures(node.getSourceFile());
  const symbol = captures.keptName(node);
  if (!symbol || node.typeParameters?.length || !captures.canBeMadeAtOnce(node)) return;
  const binding = fn.bindingOfLocal(symbol) ?? declareKept(fn, node)!;
  fn.write(binding, { rep: anyRep, inst: closureOf(fn, node, node, keptRep(fn, node)) });
}

/** The value of a function that is kept, if it is, in the form in which it is. */
export function keptValue(fn: FunctionLowering, node: FunctionNode, at: ts.Node): Value | undefined {
  const captures = fn.module.captures(node.getSourceFile());
  const symbol = captures.keptName(node);
  const binding = symbol && !node.typeParameters?.length ? fn.bindingOfLocal(symbol) : undefined;
  if (!binding) return undefined;
  const rep = keptRep(fn, node);
  return { rep, inst: keptIn(fn, binding, node, at, rep) };
}

/** What a variable keeps; the function is made if it is not there yet. */
function keptIn(
  fn: FunctionLowering,
  binding: Binding,
  node: FunctionNode,
  at: ts.Node,
  rep: FunctionRep,
): Inst {
  if (at === node) {
    const made = closureOf(fn, node, at, rep);
    fn.write(binding, { rep: anyRep, inst: made });
    return made;
  }
  const { b } = fn;
  const held = fn.read(binding).inst!;
  const isThere = () => b.rcmp('ne', held, b.nullRef());
  if (!fn.module.captures(node.getSourceFile()).canBeMadeAtOnce(node)) {
    return choose(
      fn,
      isThere(),
      () => held,
      () => {
        const made = closureOf(fn, node, at, rep);
        fn.write(binding, { rep: anyRep, inst: made });
        return made;
      },
    );
  }
  // A constant holds nothing before its declaration has run.
  if (!ts.isFunctionDeclaration(node) && binding.kind === 'box')
    fn.within(at, () => b.check(isThere(), 'uninitialized'));
  return held;
}

/** Before a function expression that mentions its own name: declares what keeps the value. */
export function declareOwnName(fn: FunctionLowering, node: FunctionNode): void {
  if (ts.isFunctionExpression(node)) declareKept(fn, node);
}

/** The form in which a function is kept: with the parameters that all who use its value know of. */
function keptRep(fn: FunctionLowering, node: FunctionNode): FunctionRep {
  const declared = signatureOf(fn, node, substitutionAround(fn, node));
  const forms = fn.module
    .captures(node.getSourceFile())
    .usesOf(node)
    .map((use) => {
      const type = fn.checker.getContextualType(use);
      const wanted = wantedFunction(fn, use, type && fn.tryRepOf(type));
      return { wanted, arity: valueArity(node, declared, wanted) };
    });
  const [first, ...others] = forms;
  const agree = others.every(({ arity }) => arity === first?.arity);
  return valueRep(fn, node, agree ? first?.wanted : undefined);
}
