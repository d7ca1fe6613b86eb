// Classes: their declaration, constructors, methods, accessors and static members. A method is a function whose first
// parameter is `this`; which one a call reaches is looked up in the object's class, as a subclass may have its own.
import { CLASS_METHODS, CLASS_PARENT, OBJECT_CLASS } from '../../abi/objects.ts';
import type { Inst } from '../../ir/ir.ts';
import { fail } from '../diagnostics.ts';
import type { ObjectLayout, Slot } from '../object-layout.ts';
import { repTitle } from '../object-layout.ts';
import { classRep, fieldDeclarations, isStatic, memberName } from '../object-types.ts';
import { noSubstitution, repOfType, type Substitution } from '../rep-of-type.ts';
import type { ObjectRep, Rep } from '../reps.ts';
import { booleanRep, isNothing, repName, undefinedRep, voidRep } from '../reps.ts';
import { ts } from '../typescript.ts';
import { addLiteralDefaults, substitutionOf } from './calls.ts';
import type { FunctionNode } from './captures.ts';
import { convert } from './conversions.ts';
import { lowerExpression, lowerTo } from './expressions.ts';
import type { Binding, FunctionLowering } from './function.ts';
import { instantiate, requiredParameters, shapeOf, signatureOf } from './functions.ts';
import { type FunctionInstance, isInLibrary } from './module.ts';
import { newObject, storeField } from './objects.ts';
import { callOpenMethod } from './open-objects.ts';
import { passed, passedType, received } from './passing.ts';
import { lowerStatements } from './statements.ts';
import { instOf, type Value } from './value.ts';
import { emptyValue } from './variables.ts';

type Method = ts.MethodDeclaration | ts.AccessorDeclaration;

const selfOf = (layout: ObjectLayout): ObjectRep => ({ kind: 'object', layout });

/** The declaration of a class: its static members get their values, and its code is asked for. */
export function lowerClassDeclaration(fn: FunctionLowering, node: ts.ClassDeclaration): void {
  if (!ts.isSourceFile(node.parent) || !node.name) fail(node, 'GN1001', 'a class inside of a function');
  checkMembers(fn, node);
  if (!node.typeParameters?.length) {
    const rep = classRep(fn.checker, node, []);
    if (!rep) fail(node.name, 'GN1002', node.name.text);
    checkOverrides(rep.layout);
    requestMembers(fn, rep.layout);
  }
  for (const member of node.members) {
    if (ts.isClassStaticBlockDeclaration(member)) lowerStatements(fn, member.body.statements);
    if (!ts.isPropertyDeclaration(member) || !isStatic(member)) continue;
    fn.at(member);
    const binding = staticBinding(fn, member);
    const { initializer } = member;
    fn.write(
      binding,
      initializer ? lowerTo(fn, initializer, binding.rep) : emptyValue(fn, binding.rep, member),
    );
  }
}

/** Says of each member what can't be compiled. */
function checkMembers(fn: FunctionLowering, node: ts.ClassDeclaration): void {
  for (const member of node.members) {
    if (member.name && memberName(member.name) === undefined) fail(member.name, 'GN1001', 'a computed name');
  }
  if (node.typeParameters?.length) return;
  for (const member of fieldDeclarations(node)) {
    const rep = repOfType(fn.checker, fn.checker.getTypeAtLocation(member), noSubstitution, member.name);
    if (isNothing(rep)) fail(member.name, 'GN1002', rep.kind);
  }
}

/** A method in the place of its parent's takes and gives what that does. */
function checkOverrides(layout: ObjectLayout): void {
  for (const { name, rep, node, owner } of layout.slots) {
    const index = owner.parent?.slotIndex(name) ?? -1;
    const inherited = index < 0 ? undefined : owner.parent!.slots[index]!.rep;
    if (owner !== layout || !inherited || !node) continue;
    const params = rep.params.every((param, i) => passedType(param) === passedType(inherited.params[i]!));
    const result =
      inherited.result.kind === 'void' || passedType(rep.result) === passedType(inherited.result);
    if (!params || !result) fail(node.name, 'GN2004', repTitle(rep), repTitle(inherited));
  }
}

/** All code of a class exists whether this cell uses it or not. */
function requestMembers(fn: FunctionLowering, layout: ObjectLayout): void {
  const { members } = layout.declaration!;
  fn.module.classDescriptor(fn, layout);
  fieldsFunction(fn, layout);
  for (const member of members) {
    if (ts.isConstructorDeclaration(member) && member.body) instantiateMember(fn, layout, member);
    const isMethod = ts.isMethodDeclaration(member) || ts.isAccessor(member);
    if (isMethod && member.body && !member.typeParameters?.length) {
      instantiateMember(fn, isStatic(member) ? undefined : layout, member);
    }
  }
}

/** Asks for the code of a constructor, method or accessor; static ones have no layout. */
export function instantiateMember(
  fn: FunctionLowering,
  layout: ObjectLayout | undefined,
  node: FunctionNode,
  substitution: Substitution = layout?.substitution ?? noSubstitution,
  arity?: number,
): FunctionInstance {
  return instantiate(fn, node, {
    form: 'direct',
    substitution,
    ...(layout ? { self: selfOf(layout) } : {}),
    ...(arity === undefined ? {} : { arity }),
    ...(ts.isConstructorDeclaration(node) ? { result: voidRep } : {}),
  });
}

/** Asks for the function that gives an object's properties their first values; undefined if there are none. */
function fieldsFunction(fn: FunctionLowering, layout: ObjectLayout): FunctionInstance | undefined {
  const node = layout.declaration!;
  const hasValues = fieldDeclarations(node).some(
    (each) => ts.isPropertyDeclaration(each) && each.initializer,
  );
  if (!hasValues) return undefined;
  const self = selfOf(layout);
  const { substitution } = layout;
  const args = [...substitution.values()].map(repName).join();
  const base = `f.${node.name!.text}.fields${args && `<${args}>`}`;
  const shape = shapeOf([], voidRep, [], self);
  const instance: FunctionInstance = {
    symbol: fn.module.world.variantOf(base, shape),
    base,
    shape,
    isMain: substitution.size === 0,
    name: node.name!.text,
    node,
    substitution,
    params: [],
    result: voidRep,
    form: 'direct',
    captures: [],
    self,
  };
  fn.module.request(instance, fn.site);
  return instance;
}

/** The body of that function. */
export function lowerFields(fn: FunctionLowering, node: ts.ClassDeclaration): void {
  const { layout } = fn.self!.rep as ObjectRep;
  for (const member of fieldDeclarations(node)) {
    const field = layout.field(memberName(member.name) ?? '');
    if (!field || !ts.isPropertyDeclaration(member) || !member.initializer) continue;
    fn.at(member);
    storeField(fn, instOf(fn.self!), field, lowerTo(fn, member.initializer, field.rep));
  }
}

/** What a constructor does before its statements, or after its parent's: properties get their first values. */
export function beginConstruction(fn: FunctionLowering, node: ts.ConstructorDeclaration): void {
  const { layout } = fn.self!.rep as ObjectRep;
  const self = instOf(fn.self!);
  const fields = fieldsFunction(fn, layout);
  if (fields) fn.b.call(fields.symbol, 'void', [self]);
  for (const parameter of node.parameters) {
    if (!ts.isParameterPropertyDeclaration(parameter, node) || !ts.isIdentifier(parameter.name)) continue;
    const field = layout.field(parameter.name.text);
    const value = fn.read(fn.binding(fn.symbolAt(parameter.name), parameter.name));
    if (field) storeField(fn, self, field, convert(fn, value, field.rep, parameter));
  }
}

/** `new Foo(...)`. */
export function lowerNewObject(fn: FunctionLowering, rep: ObjectRep, node: ts.NewExpression): Value {
  const { layout } = rep;
  if (!layout.declaration) return fail(node, 'GN1001', `'new ${node.expression.getText()}'`);
  const object = fn.within(node, () => newObject(fn, layout));
  construct(fn, layout, object, node.arguments ?? [], node);
  return { rep, inst: object };
}

/** `super(...)` in a constructor. */
export function lowerSuperCall(fn: FunctionLowering, node: ts.CallExpression): Value {
  const self = thisValue(fn, node);
  const { layout } = self.rep as ObjectRep;
  if (layout.parent) construct(fn, layout.parent, instOf(self), node.arguments, node);
  const own = constructorOf(layout);
  if (own) beginConstruction(fn, own);
  return { rep: voidRep };
}

function constructorOf({ declaration }: ObjectLayout): ts.ConstructorDeclaration | undefined {
  return declaration?.members.find(
    (each): each is ts.ConstructorDeclaration => ts.isConstructorDeclaration(each) && each.body !== undefined,
  );
}

/** Runs a class's constructor on an object, or what stands for it where none is written. */
function construct(
  fn: FunctionLowering,
  layout: ObjectLayout,
  object: Inst,
  args: readonly ts.Expression[],
  node: ts.Node,
): void {
  const own = constructorOf(layout);
  if (own) {
    callDirectly(fn, layout, own, object, args, node);
    return;
  }
  if (layout.parent) construct(fn, layout.parent, object, args, node);
  const fields = fieldsFunction(fn, layout);
  if (fields) fn.within(node, () => fn.b.call(fields.symbol, 'void', [object]));
}

/** A call of code that is known. */
function callDirectly(
  fn: FunctionLowering,
  layout: ObjectLayout | undefined,
  target: FunctionNode,
  object: Inst | undefined,
  nodes: readonly ts.Expression[],
  node: ts.Node,
  substitution: Substitution = layout?.substitution ?? noSubstitution,
): Value {
  const { params } = ts.isConstructorDeclaration(target)
    ? { params: parameterReps(fn, target, substitution) }
    : signatureOf(fn, target, substitution);
  const args = lowerArguments(fn, params, nodes);
  addLiteralDefaults(fn, target, params, args);
  const instance = instantiateMember(fn, layout, target, substitution, args.length);
  return fn.within(node, () => {
    const values = args.map((arg) => passed(fn, arg));
    const all = object ? [object, ...values] : values;
    const inst = fn.b.call(instance.symbol, passedType(instance.result), all);
    return instance.result.kind === 'void' ? { rep: voidRep } : received(fn, instance.result, inst);
  });
}

function parameterReps(
  fn: FunctionLowering,
  target: FunctionNode,
  substitution: Substitution,
): readonly Rep[] {
  return target.parameters.map(({ name }) =>
    repOfType(fn.checker, fn.checker.getTypeAtLocation(name), substitution, name),
  );
}

function lowerArguments(
  fn: FunctionLowering,
  params: readonly Rep[],
  nodes: readonly ts.Expression[],
): Value[] {
  const args: Value[] = [];
  for (const [i, argument] of nodes.entries()) {
    if (ts.isSpreadElement(argument)) fail(argument, 'GN1001', 'spreading here');
    const rep = params[i];
    if (rep) args.push(lowerTo(fn, argument, rep));
    else lowerExpression(fn, argument);
  }
  return args;
}

/** `object.method(...)`. */
export function lowerMethodCall(
  fn: FunctionLowering,
  receiver: Value,
  layout: ObjectLayout,
  name: string,
  node: ts.CallExpression,
): Value {
  const index = layout.slotIndex(name);
  const slot = layout.slots[index];
  const declared = slot?.node ?? methodOf(fn, node.expression);
  if (declared && ts.isMethodDeclaration(declared) && declared.typeParameters?.length) {
    const substitution = substitutionOf(fn, node, declared, undefined, layout.substitution);
    return callDirectly(fn, layout, declared, instOf(receiver), node.arguments, node, substitution);
  }
  if (!slot) return fail(node.expression, 'GN1003', `'${name}' of a value of type '${layout.title}'`);
  const args = lowerArguments(fn, slot.rep.params, node.arguments);
  const missing = declared && ts.isMethodDeclaration(declared) ? declared : undefined;
  if (missing && args.length < requiredParameters(missing)) fail(node, 'GN1001', 'this call');
  if (missing) addLiteralDefaults(fn, missing, slot.rep.params, args);
  while (args.length < slot.rep.params.length) {
    args.push(convert(fn, { rep: undefinedRep }, slot.rep.params[args.length]!, node));
  }
  return fn.within(node, () =>
    layout.isOpen
      ? callOpenMethod(fn, instOf(receiver), slot, args)
      : callSlot(fn, instOf(receiver), slot, index, args),
  );
}

function methodOf(fn: FunctionLowering, callee: ts.Expression): ts.MethodDeclaration | undefined {
  if (!ts.isPropertyAccessExpression(callee)) return undefined;
  const symbol = fn.checker.getSymbolAtLocation(callee.name);
  return symbol?.declarations?.find(
    (each): each is ts.MethodDeclaration => ts.isMethodDeclaration(each) && each.body !== undefined,
  );
}

/** Calls the method that the object's class has in a slot. */
export function callSlot(
  fn: FunctionLowering,
  object: Inst,
  slot: Slot,
  index: number,
  args: readonly Value[],
): Value {
  const { b } = fn;
  const { result } = slot.rep;
  const classWord = b.load('i32', 'field.#class', object, OBJECT_CLASS);
  const method = b.load('ref', 'constant', classWord, CLASS_METHODS + 4 * index);
  const values = args.map((arg) => passed(fn, arg));
  const inst = b.callRef(method, passedType(result), [object, ...values]);
  return result.kind === 'void' ? { rep: voidRep } : received(fn, result, inst);
}

/** `super.method(...)`: the parent's, whatever class the object is of. */
export function lowerSuperMethodCall(
  fn: FunctionLowering,
  node: ts.CallExpression,
  callee: ts.PropertyAccessExpression,
): Value {
  const self = thisValue(fn, callee.expression);
  const parent = (self.rep as ObjectRep).layout.parent;
  const slot = parent?.slots[parent.slotIndex(callee.name.text)];
  if (!slot?.node) return fail(callee, 'GN1003', `'${callee.getText()}'`);
  return callDirectly(fn, slot.owner, slot.node, instOf(self), node.arguments, node);
}

/** `this`: of the method, or of the one around an arrow function. */
export function thisValue(fn: FunctionLowering, node: ts.Node): Value {
  if (fn.self) return fn.self;
  const symbol = classAround(fn.checker, node);
  const binding = symbol && fn.bindingOfLocal(symbol);
  return binding ? fn.read(binding) : fail(node, 'GN1001', "'this' here");
}

/** The class whose object `this` is at a node; it stands for `this` among the variables that functions capture. */
export function classAround(checker: ts.TypeChecker, node: ts.Node): ts.Symbol | undefined {
  for (let each: ts.Node | undefined = node; each; each = each.parent) {
    if (ts.isClassDeclaration(each)) return each.name && checker.getSymbolAtLocation(each.name);
  }
  return undefined;
}

/** `x instanceof Foo`: Foo is the object's class or one of its parents. */
export function lowerInstanceOf(fn: FunctionLowering, node: ts.BinaryExpression): Value {
  const { b } = fn;
  const value = lowerExpression(fn, node.left);
  const declaration = classNamed(fn, node.right);
  if (!declaration) return fail(node.right, 'GN1001', 'this class');
  const inner = value.rep.kind === 'optional' ? value.rep.of : value.rep;
  const rep = classRep(fn.checker, declaration, []);
  if (inner.kind !== 'object' || !rep) return fail(node, 'GN1001', `'instanceof' with '${repTitle(inner)}'`);
  fn.module.dependOnLayout(fn.symbol, rep.layout);
  const wanted = b.address(fn.module.classDescriptor(fn, rep.layout));
  const result = b.declareVariable('i32');
  const current = b.declareVariable('i32');
  const begin = b.createBlock();
  const loop = b.createBlock();
  const up = b.createBlock();
  const found = b.createBlock();
  const missing = b.createBlock();
  const join = b.createBlock();
  if (value.rep.kind === 'optional') b.branch(b.rcmp('ne', instOf(value), b.nullRef()), begin, missing);
  else b.jump(begin);
  b.enterSealed(begin);
  b.write(current, b.load('i32', 'field.#class', instOf(value), OBJECT_CLASS));
  b.jump(loop);
  b.enter(loop);
  b.branch(b.icmp('eq', b.read(current), wanted), found, up);
  b.enterSealed(up);
  b.write(current, b.load('i32', 'constant', b.read(current), CLASS_PARENT));
  b.branch(b.icmp('ne', b.read(current), b.iconst(0)), loop, missing);
  b.seal(loop);
  b.enterSealed(found);
  b.write(result, b.iconst(1));
  b.jump(join);
  b.enterSealed(missing);
  b.write(result, b.iconst(0));
  b.jump(join);
  b.enterSealed(join);
  return { rep: booleanRep, inst: b.read(result) };
}

/** The class that an expression names. */
export function classNamed(fn: FunctionLowering, node: ts.Expression): ts.ClassDeclaration | undefined {
  if (node.kind === ts.SyntaxKind.ThisKeyword) return staticThis(node);
  const symbol = ts.isIdentifier(node) ? fn.checker.getSymbolAtLocation(node) : undefined;
  return symbol?.declarations?.find(ts.isClassDeclaration);
}

/** `this` in a static method is the class. */
function staticThis(node: ts.Node): ts.ClassDeclaration | undefined {
  for (let each: ts.Node = node; each; each = each.parent) {
    if (ts.isClassElement(each) && ts.isClassDeclaration(each.parent)) {
      return isStatic(each) || ts.isClassStaticBlockDeclaration(each) ? each.parent : undefined;
    }
  }
  return undefined;
}

/** The variable of a static property. */
export function staticBinding(fn: FunctionLowering, node: ts.PropertyDeclaration): Binding {
  const owner = (node.parent as ts.ClassDeclaration).name!.text;
  const rep = repOfType(fn.checker, fn.checker.getTypeAtLocation(node), noSubstitution, node.name);
  if (isNothing(rep)) fail(node.name, 'GN1002', rep.kind);
  const name = `${owner}.${memberName(node.name)}`;
  return { kind: 'global', rep, global: { name, symbol: `g.${name}:${repName(rep)}`, rep } };
}

/** The static member of a cell's class that `Foo.name` means, with those of parents; the library's are constants. */
export function staticMember(
  fn: FunctionLowering,
  node: ts.PropertyAccessExpression,
): ts.ClassElement | undefined {
  const declaration = classNamed(fn, node.expression);
  if (!declaration || !ts.isSourceFile(declaration.parent) || isInLibrary(declaration)) return undefined;
  const members = fn.checker.getSymbolAtLocation(node.name)?.declarations ?? [];
  const member = members.find(
    (each): each is ts.ClassElement =>
      ts.isClassElement(each) && !(ts.isMethodDeclaration(each) && !each.body),
  );
  const rep = classRep(fn.checker, declaration, []);
  if (rep) fn.module.dependOnLayout(fn.symbol, rep.layout);
  return member;
}

/** `Foo.method(...)`. */
export function lowerStaticCall(
  fn: FunctionLowering,
  node: ts.CallExpression,
  method: ts.MethodDeclaration,
): Value {
  const substitution = method.typeParameters?.length
    ? substitutionOf(fn, node, method, undefined, noSubstitution)
    : noSubstitution;
  return callDirectly(fn, undefined, method, undefined, node.arguments, node, substitution);
}

/** A getter or setter of the class itself. */
export function callStaticAccessor(fn: FunctionLowering, accessor: Method, args: readonly Value[]): Value {
  const instance = instantiateMember(fn, undefined, accessor);
  const values = args.map((arg, i) => passed(fn, convert(fn, arg, instance.params[i]!, accessor)));
  const inst = fn.b.call(instance.symbol, passedType(instance.result), values);
  return instance.result.kind === 'void' ? { rep: voidRep } : received(fn, instance.result, inst);
}
