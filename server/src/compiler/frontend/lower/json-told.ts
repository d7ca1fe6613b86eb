// `toJSON`: the methods by which values say what JSON.stringify writes for them, also deep inside of others. The types say
// which there may be; the board asks the objects of these (lib/json-told.ts).
import type { Inst } from '../../ir/ir.ts';
import { familiesOf } from '../class-families.ts';
import { fail } from '../diagnostics.ts';
import { classRep } from '../object-types.ts';
import type { ObjectRep, Rep } from '../reps.ts';
import { ts } from '../typescript.ts';
import { toAny } from './any.ts';
import { convert } from './conversions.ts';
import type { FunctionLowering } from './function.ts';
import { callLibrary } from './library-calls.ts';
import { boundMethod } from './method-values.ts';
import { isOf } from './narrowing.ts';
import { passed, passedType, received } from './passing.ts';
import { instOf, type Value } from './value.ts';

const METHOD = 'toJSON';

/** Of a value with more types inside, such as a generic one that contains itself with other arguments, any may be there. */
const MOST_TYPES = 200;

/** The representations of the values with such a method that may be inside of an expression's value. */
export function tellersOf(fn: FunctionLowering, node: ts.Expression): ObjectRep[] {
  const found = new Map<string, ObjectRep>();
  const add = (rep: Rep | undefined) => {
    if (rep?.kind === 'object') found.set(rep.layout.key, rep);
  };
  const { telling, wide, isAnything } = typesInside(fn, node);
  for (const type of telling) add(fn.tryRepOf(type));
  // What is of a wider type than its class may have one, too.
  for (const declaration of familiesOf(fn.checker)?.classes ?? []) {
    const hasOwn = declaration.members.some(
      (each) => ts.isMethodDeclaration(each) && each.name.getText() === METHOD,
    );
    if (!hasOwn) continue;
    const type = fn.checker.getTypeAtLocation(declaration);
    if (!isAnything && !wide.some((each) => fn.checker.isTypeAssignableTo(type, each))) continue;
    if (!declaration.typeParameters) add(classRep(fn.checker, declaration, []));
    else if (!telling.some((each) => each.symbol === type.symbol))
      fail(node, 'GN1001', `a value that may be a generic '${type.symbol.name}' with '${METHOD}'`);
  }
  return [...found.values()];
}

interface TypesInside {
  /** Types of objects with the method. */
  readonly telling: ts.Type[];
  /** Types of objects without it that may be of a subclass with one. */
  readonly wide: ts.Type[];
  /** True if there may be anything. */
  isAnything: boolean;
}

/** The types of a value and of all that is inside of it. */
function typesInside(fn: FunctionLowering, node: ts.Expression): TypesInside {
  const { checker } = fn;
  const inside: TypesInside = { telling: [], wide: [], isAnything: false };
  const seen = new Set<ts.Type>();
  const anything =
    ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.NonPrimitive | ts.TypeFlags.TypeParameter;
  const visit = (type: ts.Type): void => {
    if (seen.has(type)) return;
    seen.add(type);
    if (type.flags & anything || seen.size > MOST_TYPES) inside.isAnything = true;
    if (seen.size > MOST_TYPES) return;
    if (type.isUnionOrIntersection()) {
      for (const part of type.types) visit(part);
      if (type.isUnion()) return;
    }
    if (!(type.flags & ts.TypeFlags.Object) || type.getCallSignatures().length > 0) return;
    const method = type.getProperty(METHOD);
    if (method) {
      inside.telling.push(type);
      for (const each of checker.getTypeOfSymbol(method).getCallSignatures()) visit(each.getReturnType());
      return;
    }
    for (const kind of [ts.IndexKind.Number, ts.IndexKind.String]) {
      const element = checker.getIndexTypeOfType(type, kind);
      if (element) visit(element);
    }
    if (checker.isArrayType(type)) return;
    if (type.isClassOrInterface() || type.symbol?.flags & ts.SymbolFlags.Class) inside.wide.push(type);
    for (const property of type.getProperties())
      if (property.flags & (ts.SymbolFlags.Property | ts.SymbolFlags.GetAccessor))
        visit(checker.getTypeOfSymbol(property));
  };
  visit(checker.getTypeAtLocation(node));
  return inside;
}

/** True if the method of such values is given the name of the property that has the value. */
export function takesName({ layout }: ObjectRep): boolean {
  const rep = layout.slots[layout.slotIndex(METHOD)]?.rep ?? layout.field(METHOD)?.rep;
  return rep?.kind === 'function' && rep.params.length > 0;
}

/** A function that gives what a value tells, of which a replacer makes something, if there is one. */
export function tellerOf(
  fn: FunctionLowering,
  tellers: readonly ObjectRep[],
  replacer: Value | undefined,
  node: ts.Node,
): Value {
  const last = replacer ?? callLibrary(fn, 'json_asIs', [], node);
  return tellers.reduce(
    (others, rep) => callLibrary(fn, 'json_teller', [others, last], node, new Map([['T', rep]])),
    last,
  );
}

/** `__tellsJson<T>(object)`. */
export function tellsJson(fn: FunctionLowering, object: Value, node: ts.CallExpression): Inst {
  const rep = writtenObject(fn, node);
  return isOf(fn, { rep, inst: instOf(object) }, rep.layout);
}

/** `__toldJson<T>(object, key)`. */
export function toldJson(fn: FunctionLowering, object: Value, key: Value, node: ts.CallExpression): Value {
  const rep = writtenObject(fn, node);
  const method = boundMethod(fn, { rep, inst: instOf(object) }, METHOD, node);
  if (method?.rep.kind !== 'function') return fail(node, 'GN1001', `'${METHOD}' that may be absent`);
  const { params, result } = method.rep;
  const args = params.slice(0, 1).map((param) => passed(fn, convert(fn, key, param, node)));
  if (params.length > 1) return fail(node, 'GN1001', `'${METHOD}' with further parameters`);
  const given = fn.b.callRef(instOf(method), passedType(result), args);
  return toAny(fn, result.kind === 'void' ? { rep: result } : received(fn, result, given), node);
}

function writtenObject(fn: FunctionLowering, node: ts.CallExpression): ObjectRep {
  const type = node.typeArguments![0]!;
  const rep = fn.repOf(fn.checker.getTypeFromTypeNode(type), type);
  return rep.kind === 'object' ? rep : fail(node, 'GN1001', 'this use of an intrinsic');
}
