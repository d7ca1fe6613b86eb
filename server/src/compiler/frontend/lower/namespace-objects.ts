// Namespaces as values: `const api = Api`, `use(Api)`. Such an object has what the namespace exports, like one that is written
// as a literal of it, another one each time. So there must be no variables among that, which can be assigned anew.
import { classOfSymbol } from '../class-names.ts';
import { fail } from '../diagnostics.ts';
import { ts } from '../typescript.ts';
import { staticFunction } from './captures.ts';
import { classFactory } from './class-factories.ts';
import { convert } from './conversions.ts';
import { isDictionary } from './dictionaries.ts';
import { enumObject } from './enums.ts';
import type { FunctionLowering } from './function.ts';
import { functionValue } from './function-values.ts';
import { exactRep, newObject, storeField } from './objects.ts';
import type { Value } from './value.ts';

export function namespaceObject(fn: FunctionLowering, symbol: ts.Symbol, node: ts.Identifier): Value {
  const isNamespace = symbol.declarations?.every((each) => ts.isModuleDeclaration(each));
  const rep = isNamespace ? exactRep(fn.repOf(fn.checker.getTypeOfSymbol(symbol), node)) : undefined;
  if (rep?.kind !== 'object' || isDictionary(rep)) return fail(node, 'GN1004', `the module '${node.text}'`);
  const { layout } = rep;
  const members = fn.checker.getExportsOfModule(symbol).filter(({ flags }) => flags & ts.SymbolFlags.Value);
  const values = members.map((member) => ({
    field: layout.field(member.name),
    value: exported(fn, member, node),
  }));
  const object = fn.within(node, () => newObject(fn, layout));
  for (const { field, value } of values) {
    if (!field) return fail(node, 'GN1004', `the module '${node.text}'`);
    storeField(fn, object, field, convert(fn, value, field.rep, node));
  }
  return { rep, inst: object };
}

/** What a namespace exports by a name. */
function exported(fn: FunctionLowering, member: ts.Symbol, node: ts.Identifier): Value {
  const target = staticFunction(member);
  if (target) {
    fn.module.dependOnFunction(fn, member, target);
    return functionValue(fn, target, node);
  }
  if (member.flags & ts.SymbolFlags.Enum) return enumObject(fn, member, node);
  if (member.flags & ts.SymbolFlags.ValueModule) return namespaceObject(fn, member, node);
  const declaration = classOfSymbol(member);
  if (declaration) return classFactory(fn, declaration, node, undefined);
  const { valueDeclaration } = member;
  const isConstant = valueDeclaration && ts.getCombinedNodeFlags(valueDeclaration) & ts.NodeFlags.Const;
  if (!isConstant)
    return fail(node, 'GN1004', `the module '${node.text}', whose '${member.name}' can change,`);
  return fn.read(fn.binding(member, node));
}
