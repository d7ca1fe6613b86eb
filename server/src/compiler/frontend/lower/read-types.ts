// What a program takes data for that it has read: `const data: unknown = JSON.parse(text); if (isUser(data)) ...`. Data that
// is of that type is made as one of it at once, since objects that were made without a type are of none (dynamic-values.ts).
import type { Rep } from '../reps.ts';
import { ts } from '../typescript.ts';
import { isDictionary, valueRep } from './dictionaries.ts';
import type { FunctionLowering } from './function.ts';

/** The type that a constant with the value of an expression is first taken for; undefined if it is none of data. */
export function typeTakenFor(fn: FunctionLowering, node: ts.Expression): Rep | undefined {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent) || ts.isAsExpression(parent)) return typeTakenFor(fn, parent);
  if (!ts.isVariableDeclaration(parent) || !ts.isIdentifier(parent.name)) return undefined;
  if ((ts.getCombinedNodeFlags(parent) & ts.NodeFlags.Const) === 0) return undefined;
  const symbol = fn.symbolAt(parent.name);
  const visit = (each: ts.Node): Rep | undefined => {
    const isUse = ts.isIdentifier(each) && each.text === symbol.name && each !== parent.name;
    const type = isUse && fn.checker.getSymbolAtLocation(each) === symbol && typeAt(fn, each);
    const rep = type ? fn.tryRepOf(type) : undefined;
    return rep && isOfData(rep) ? rep : ts.forEachChild(each, visit);
  };
  return visit(ts.findAncestor(parent, (each) => ts.isFunctionLike(each) || ts.isSourceFile(each))!);
}

/** What what is around a name takes its value for. */
function typeAt({ checker }: FunctionLowering, node: ts.Expression): ts.Type | undefined {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent)) return undefined;
  if (ts.isAsExpression(parent)) return checker.getTypeFromTypeNode(parent.type);
  if (ts.isVariableDeclaration(parent) && parent.type && parent.initializer === node)
    return checker.getTypeFromTypeNode(parent.type);
  if (ts.isReturnStatement(parent)) {
    const wanted = checker.getContextualType(node);
    return wanted && checker.getAwaitedType(wanted);
  }
  if (!ts.isCallExpression(parent)) return undefined;
  const at = parent.arguments.indexOf(node);
  const signature = at >= 0 ? checker.getResolvedSignature(parent) : undefined;
  const predicate = signature && checker.getTypePredicateOfSignature(signature);
  if (predicate?.parameterIndex === at) return predicate.type;
  return at >= 0 ? checker.getContextualType(node) : undefined;
}

/** True for objects, or arrays and dictionaries of such, that have nothing but what JSON has. */
function isOfData(rep: Rep): boolean {
  switch (rep.kind) {
    case 'array':
      return isPart(rep.element);
    case 'object':
      if (isDictionary(rep)) return valueRep(rep).kind !== 'any' && isPart(valueRep(rep));
      if (rep.layout.isOpen || rep.layout.declaration || rep.layout.alternatives.length > 0) return false;
      return rep.layout.fields.length > 0 && rep.layout.fields.every((field) => isPart(field.rep));
    default:
      return false;
  }
}

/** Of int and float, JSON may have numbers that they don't hold: the data stays what it was read as. */
function isPart(rep: Rep): boolean {
  switch (rep.kind) {
    case 'int':
    case 'float':
      return false;
    case 'any':
    case 'boolean':
    case 'number':
    case 'string':
      return true;
    case 'optional':
      return isPart(rep.of);
    default:
      return isOfData(rep);
  }
}
