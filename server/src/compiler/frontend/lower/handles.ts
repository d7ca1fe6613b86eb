// Library classes that are represented by one integer, such as Pin by its number. Their source is an ordinary
// class with one readonly field of type int: a method is a function whose first parameter is that integer, and
// the field is the value itself. Classes in general will take this file's place.
import { fail } from '../diagnostics.ts';
import { noSubstitution } from '../rep-of-type.ts';
import type { HandleRep } from '../reps.ts';
import { intRep, irTypeOf, undefinedRep, voidRep } from '../reps.ts';
import { ts } from '../typescript.ts';
import { convert } from './conversions.ts';
import { lowerTo } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import { type InstanceOptions, instantiate } from './functions.ts';
import { instOf, type Value } from './value.ts';

/** `new Pin(...)`: the first argument becomes the value, and the constructor's body runs. */
export function lowerNewHandle(fn: FunctionLowering, rep: HandleRep, node: ts.NewExpression): Value {
  const declaration = classOf(fn, node.expression);
  const target = declaration.members.find(ts.isConstructorDeclaration);
  if (!target) return fail(node, 'GN1001', `'new ${rep.name}'`);
  const args = lowerArguments(fn, target, node.arguments ?? []);
  const [first] = args;
  if (!first) return fail(node, 'GN1001', `'new ${rep.name}' without arguments`);
  call(fn, target, { rep, inst: instOf(first) }, args, node);
  return { rep, inst: instOf(first) };
}

export function lowerHandleMethod(
  fn: FunctionLowering,
  receiver: Value,
  method: string,
  node: ts.CallExpression,
): Value {
  const symbol = fn.checker.getSymbolAtLocation((node.expression as ts.PropertyAccessExpression).name);
  const declaration = symbol?.declarations?.find(ts.isMethodDeclaration);
  if (!declaration) return fail(node, 'GN1003', `'${method}'`);
  const args = lowerArguments(fn, declaration, node.arguments);
  return call(fn, declaration, receiver, args, node);
}

/** The one field of a handle is the handle. */
export function lowerHandleProperty(
  fn: FunctionLowering,
  receiver: Value,
  node: ts.PropertyAccessExpression,
): Value {
  const declaration = fn.checker.getSymbolAtLocation(node.name)?.valueDeclaration;
  if (!declaration || !(ts.isParameter(declaration) || ts.isPropertyDeclaration(declaration))) {
    return fail(node, 'GN1003', `'${node.getText()}'`);
  }
  return { rep: intRep, inst: instOf(receiver) };
}

function classOf(fn: FunctionLowering, node: ts.Expression): ts.ClassDeclaration {
  const symbol = ts.isIdentifier(node) ? fn.symbolAt(node) : undefined;
  const declaration = symbol?.declarations?.find(ts.isClassDeclaration);
  return declaration ?? fail(node, 'GN1001', 'this class');
}

function lowerArguments(
  fn: FunctionLowering,
  target: ts.MethodDeclaration | ts.ConstructorDeclaration,
  nodes: readonly ts.Expression[],
): Value[] {
  const { checker } = fn;
  const rep = (parameter: ts.ParameterDeclaration) =>
    fn.repOf(checker.getTypeAtLocation(parameter.name), parameter);
  const args = nodes.map((argument, i) => lowerTo(fn, argument, rep(target.parameters[i]!)));
  // Default values in the library are constants, which the caller may as well pass.
  for (const parameter of target.parameters.slice(args.length)) {
    const { initializer } = parameter;
    if (initializer) args.push(lowerTo(fn, initializer, rep(parameter)));
    else args.push(convert(fn, { rep: undefinedRep }, rep(parameter), parameter));
  }
  return args;
}

function call(
  fn: FunctionLowering,
  target: ts.MethodDeclaration | ts.ConstructorDeclaration,
  receiver: Value,
  args: readonly Value[],
  node: ts.Node,
): Value {
  const isConstructor = ts.isConstructorDeclaration(target);
  const options: InstanceOptions = {
    form: 'direct',
    substitution: noSubstitution,
    self: receiver.rep,
    ...(isConstructor ? { result: voidRep } : {}),
  };
  const instance = instantiate(fn, target, options);
  return fn.within(node, () => {
    const inst = fn.b.call(instance.symbol, irTypeOf(instance.result), [
      instOf(receiver),
      ...args.map(instOf),
    ]);
    return instance.result.kind === 'void' ? { rep: voidRep } : { rep: instance.result, inst };
  });
}
