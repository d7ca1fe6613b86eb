// What the object of a literal takes over of others: values for the properties of its layout.
import type { Inst } from '../../ir/ir.ts';
import { fail } from '../diagnostics.ts';
import { allKeysOpenings, keysOpening } from '../dictionary-types.ts';
import { accessedName, type Field, type ObjectLayout, repTitle } from '../object-layout.ts';
import { neverRep, type ObjectRep, type Rep, undefinedRep, voidRep } from '../reps.ts';
import type { ts } from '../typescript.ts';
import { isAbsent } from './any.ts';
import { arrayLength } from './arrays.ts';
import { Merge } from './assignments.ts';
import type { FunctionNode } from './captures.ts';
import { convert, isPresent, unwrapped } from './conversions.ts';
import { chooseValue } from './defaults.ts';
import { isDictionary, valueRep } from './dictionaries.ts';
import type { FunctionLowering } from './function.ts';
import { isOf, narrowedObject } from './narrowing.ts';
import { keysOf } from './object-functions.ts';
import { exactly, exactRep, lowerLiteralProperty, readMember } from './objects.ts';
import { heldMethod, objectsOf, ownCount } from './open-objects.ts';
import { checkKnown, methodTaken, refuse, refuseHeldMethod } from './spread-methods.ts';
import type { SpreadTarget, Way } from './spreads.ts';
import { instOf, type Value } from './value.ts';

/** The properties of an object in a layout, as far as they are known. */
export class SpreadProperties implements SpreadTarget {
  private readonly fn: FunctionLowering;
  private readonly layout: ObjectLayout;
  private readonly values: Map<string, Value>;
  /** True for what the literal gives after what it spreads. */
  private readonly isGivenLater: (name: string) => boolean;
  /** Methods that have to be made again for the object; undefined where that can't be. */
  private readonly methods: Map<string, FunctionNode> | undefined;

  constructor(
    fn: FunctionLowering,
    layout: ObjectLayout,
    values: Map<string, Value>,
    isGivenLater: (name: string) => boolean,
    methods?: Map<string, FunctionNode>,
  ) {
    this.fn = fn;
    this.layout = layout;
    this.values = values;
    this.isGivenLater = isGivenLater;
    this.methods = methods;
  }

  takeLiteral(literal: ts.ObjectLiteralExpression): void {
    for (const property of literal.properties)
      lowerLiteralProperty(this.fn, property, this.layout, this.values);
  }

  either(
    condition: Inst,
    node: ts.Node,
    whenTrue: Way<SpreadProperties>,
    whenFalse: Way<SpreadProperties> = () => {},
  ): void {
    const { fn, layout, values } = this;
    const { b } = fn;
    const [yes, no, join] = [b.createBlock(), b.createBlock(), b.createBlock()];
    b.branch(condition, yes, no);
    const go = (block: typeof yes, way: Way<SpreadProperties>) => {
      b.enterSealed(block);
      const inside = new Map(values);
      way(new SpreadProperties(fn, layout, inside, this.isGivenLater));
      return { inside, end: b.block };
    };
    const ways = [go(yes, whenTrue), go(no, whenFalse)];
    const names = new Set(ways.flatMap(({ inside }) => [...inside.keys()]));
    const isChanged = (name: string) => ways.some(({ inside }) => inside.get(name) !== values.get(name));
    const merges = [...names].filter(isChanged).map((name) => {
      const isLater = ways.some(({ inside }) => inside.get(name)?.rep.kind === 'void');
      const rep = isLater ? voidRep : layout.field(name)!.rep;
      return { name, rep, merge: new Merge(fn, rep) };
    });
    for (const { inside, end } of ways) {
      b.enter(end);
      for (const { name, rep, merge } of merges)
        if (rep !== voidRep) merge.set(inside.get(name) ?? withoutValue(fn, rep, node));
      b.jump(join);
    }
    b.enterSealed(join);
    // In the order in which they come, which objects show.
    for (const { name, merge } of merges) values.set(name, merge.get());
  }

  /** Of a union, the properties of that type which the object is of. */
  take(whole: Value, node: ts.Expression): void {
    const { fn } = this;
    const value = narrowedObject(fn, whole, node);
    const { rep } = value;
    // What a value of any type has, the literal's type need not name.
    if (rep.kind === 'any' && fn.module.withAllRemade(allKeysOpenings(this.layout))) return;
    if (rep.kind !== 'object') fail(node, 'GN1001', `spreading a value of type '${repTitle(rep)}'`);
    fn.module.dependOnLayout(fn.symbol, rep.layout);
    const { alternatives } = rep.layout;
    if (alternatives.length > 0) this.takeAlternative(value, alternatives, node);
    else if (isOfPlainFields(rep.layout)) this.takeOpened(value, rep.layout, node);
    else this.takeOver(exactly(fn, value, node), node);
  }

  /** An object of a type that was opened: one of that type itself, or another one that has nothing else. */
  private takeOpened(value: Value, from: ObjectLayout, node: ts.Expression): void {
    const { fn } = this;
    const object: Value = { ...value, rep: exactRep(value.rep) };
    this.either(
      isOf(fn, value, from.exact!),
      node,
      (inside) => inside.takeOver(object, node),
      (inside) => inside.takeNamed(value, from, node),
    );
  }

  /** What a type names, of an object that has that in places of its own. */
  private takeNamed(object: Value, from: ObjectLayout, node: ts.Expression): void {
    const { fn, layout, values } = this;
    const { b } = fn;
    const held = new Map(
      from.order.map((name) => [
        name,
        fn.within(node, () => readMember(fn, instOf(object), from, name, node)!),
      ]),
    );
    const isThere = (name: string) => (from.mayLack.has(name) ? isGiven(fn, held.get(name)!) : b.iconst(1));
    const count = from.order.map(isThere).reduce((sum, each) => b.op('iadd', sum, each), b.iconst(0));
    const all = arrayLength(fn, instOf(keysOf(fn, object, node)));
    fn.within(node, () => b.check(b.icmp('eq', all, count), 'cast'));
    for (const [name, value] of held) {
      const own = layout.field(name);
      if (own && this.isGivenLater(name)) values.set(name, { rep: voidRep });
      else if (own) {
        const before = from.mayLack.has(name) ? values.get(name) : undefined;
        values.set(name, valueTaken(fn, value, own.rep, before, node));
      }
    }
  }

  private takeAlternative(
    value: Value,
    [first, ...others]: readonly ObjectLayout[],
    node: ts.Expression,
  ): void {
    const { fn } = this;
    const rep = exactRep({ kind: 'object', layout: first! }) as ObjectRep;
    fn.module.dependOnLayout(fn.symbol, rep.layout);
    const isIt = isOf(fn, value, rep.layout);
    const object = { ...value, rep };
    if (others.length > 0) {
      const otherwise: Way<SpreadProperties> = (inside) => inside.takeAlternative(value, others, node);
      this.either(isIt, node, (inside) => inside.takeOver(object, node), otherwise);
      return;
    }
    fn.within(node, () => fn.b.check(isIt, 'cast'));
    this.takeOver(object, node);
  }

  private takeMethod(name: string, method: FunctionNode, node: ts.Node): void {
    const { fn, methods } = this;
    if (!methods) refuse(node, name);
    checkKnown(fn, method, node, name);
    methods.set(name, method);
    this.values.set(name, { rep: voidRep });
  }

  /** What an interface with methods says that an object has, which may have nothing else. */
  private takeMembers(object: Value, from: ObjectLayout, node: ts.Expression): void {
    const { fn, layout, values } = this;
    const isPlain = from.slots.every(({ name, isGeneric }) => !isGeneric && accessedName(name) === name);
    if (!isPlain || from.generics.size > 0 || from.mayLack.size > 0)
      fail(node, 'GN1001', `spreading a value of type '${from.title}'`);
    const count = arrayLength(fn, instOf(keysOf(fn, object, node)));
    const isAll = fn.b.icmp('eq', count, ownCount(fn, instOf(object), from));
    fn.within(node, () => fn.b.check(isAll, 'cast'));
    const members = [...from.fields, ...from.slots].sort(
      (a, b) => from.order.indexOf(a.name) - from.order.indexOf(b.name),
    );
    for (const { name, rep } of members) {
      const own = layout.field(name);
      if (!own) continue;
      const slot = from.slots.find((each) => each.name === name);
      const method = slot && methodTaken(fn, node, name);
      if (this.isGivenLater(name)) values.set(name, { rep: voidRep });
      else if (method) this.takeMethod(name, method, node);
      else {
        if (rep.kind === 'function') refuseHeldMethod(fn, node, name);
        const value = slot
          ? heldMethod(fn, instOf(object), slot, objectsOf(from), node)
          : readMember(fn, instOf(object), from, name, node)!;
        values.set(name, convert(fn, value, own.rep, node));
      }
    }
  }

  /** The properties of an object whose layout is known. */
  private takeOver(object: Value, node: ts.Expression): void {
    const { fn, layout, values } = this;
    if (isDictionary(object.rep)) {
      // The literal gets properties that its type does not name.
      if (fn.module.withRemade(keysOpening(layout, valueRep(object.rep)))) return;
      fail(node, 'GN1001', 'spreading a Record into an object that is none (declare it as one)');
    }
    const from = (object.rep as ObjectRep).layout;
    if (from.isOpen) {
      this.takeMembers(object, from, node);
      return;
    }
    const place = ({ name }: Field) => from.order.indexOf(accessedName(name));
    for (const field of [...from.fields].sort((a, b) => place(a) - place(b))) {
      const name = accessedName(field.name);
      const own = layout.field(name);
      const method = own && methodTaken(fn, node, name);
      if (own && this.isGivenLater(name)) values.set(name, { rep: voidRep });
      else if (method) this.takeMethod(name, method, node);
      else if (own && field === from.named(name)) {
        if (own.rep.kind === 'function') refuseHeldMethod(fn, node, name);
        values.set(name, takenProperty(fn, instOf(object), from, field, own.rep, values.get(name), node));
      }
    }
  }
}

/** True for an opened type whose objects hold values alone: neither functions nor accessors. */
const isOfPlainFields = ({ exact, fields }: ObjectLayout) =>
  exact !== undefined &&
  fields.every(({ name, rep }) => rep.kind !== 'function' && accessedName(name) === name);

/** A property of a spread object; where it may be without it, what was given before stays. */
function takenProperty(
  fn: FunctionLowering,
  source: Inst,
  from: ObjectLayout,
  field: Field,
  rep: Rep,
  before: Value | undefined,
  node: ts.Node,
): Value {
  const isAsked = rep.kind === 'optional';
  const value = fn.within(node, () => readMember(fn, source, from, accessedName(field.name), node, isAsked))!;
  const mayLack = from.mayLack.has(field.name) || (field.rep.kind === 'optional' && rep.kind !== 'optional');
  return valueTaken(fn, value, rep, mayLack ? before : undefined, node);
}

/** A value, or what was given before where there is none. */
function valueTaken(
  fn: FunctionLowering,
  value: Value,
  rep: Rep,
  before: Value | undefined,
  node: ts.Node,
): Value {
  if (!before) return convert(fn, value, rep, node);
  return chooseValue(
    fn,
    rep,
    isGiven(fn, value),
    () => convert(fn, unwrapped(value), rep, node),
    () => convert(fn, before, rep, node),
  );
}

/** True for a property that is there; of what may be null, too, that is a value. */
const isGiven = (fn: FunctionLowering, value: Value): Inst =>
  value.rep.kind === 'any'
    ? fn.b.op('ixor', isAbsent(fn, value, 'undefined'), fn.b.iconst(1))
    : isPresent(fn, value);

/** What a property is that nothing has given; if it has to be given, something else gives it then. */
export function withoutValue(fn: FunctionLowering, rep: Rep, node: ts.Node): Value {
  const mayBeAbsent = rep.kind === 'optional' || rep.kind === 'any';
  return convert(fn, { rep: mayBeAbsent ? undefinedRep : neverRep }, rep, node);
}
